"""Addresses, handles, files and placeholders: found, carried through an engine as stand-ins, put back."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.alignment import apply_edits
from localize.document import Draft
from localize.languages import Pair
from localize.masking import Masked, choose_shape, find, mask, unmask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Alignment
    from localize.engines.argos import ArgosEngine


def found(text: str) -> list[str]:
    return [text[slice(*span)] for span in find(text)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("See https://www.example.org/a?b=1&c=2#d.", ["https://www.example.org/a?b=1&c=2#d"]),
        ("(see http://example.org)", ["http://example.org"]),
        ("“https://example.org/news”, she said", ["https://example.org/news"]),
        ("https://example.org’s owner", ["https://example.org"]),
        ("https://en.example.org/Mercury_(planet), a page", ["https://en.example.org/Mercury_(planet)"]),
        ("(see www.example.org/a(b)c, www.example.org/(a", ["www.example.org/a(b)c", "www.example.org/"]),
        ("ftp://files.example.org/a.zip!", ["ftp://files.example.org/a.zip"]),
        ("at www.example.com.", ["www.example.com"]),
        ("Write to press.office+eu@mail.example.org.", ["press.office+eu@mail.example.org"]),
        ("mailto:a@example.org", ["a@example.org"]),
        ("@NATO and @un.women said", ["@NATO", "@un.women"]),
        ("#COP28 and #MeToo, not #3", ["#COP28", "#MeToo"]),
        ("Booking.com and Amazon.com", ["Booking.com", "Amazon.com"]),
        ("Visit example.org/about/ or press.example.org.", ["example.org/about/", "press.example.org"]),
        (
            "on news.bbc.co.uk, g1.globo.com.br and saude.gov.br",
            ["news.bbc.co.uk", "g1.globo.com.br", "saude.gov.br"],
        ),
        ("the report.pdf and data/2024/deaths.csv files", ["report.pdf", "data/2024/deaths.csv"]),
        ("open archive.tar.gz, ~/notes.txt or v1.2.zip", ["archive.tar.gz", "~/notes.txt", "v1.2.zip"]),
        ("in /usr/local/bin and /r/worldnews.", ["/usr/local/bin", "/r/worldnews"]),
        (
            "Hello {name}, {{ user.name }}, %(count)d and ${HOME}",
            ["{name}", "{{ user.name }}", "%(count)d", "${HOME}"],
        ),
        ("{0} of {1}", ["{0}", "{1}"]),
        ("See A/80/12/Add.1 and S/RES/2781.", ["A/80/12/Add.1", "S/RES/2781"]),
        ("AC/DC power on 24/7, and/or TCP/IP", []),
        ("won 6-7 (5), 6-4, 3-6, 7-6 (9), 6-3.", ["6-7 (5), 6-4, 3-6, 7-6 (9), 6-3"]),
        ("won 3-2, in 2024-25, 10-12 May", []),
        ("7.2 × 1012 (≤ 25 dB), 1.44 ± 0.13 °C", ["7.2 × 1012", "≤ 25", "1.44 ± 0.13"]),
        ("a 2 × 2 × 3 grid, 3×4 m, the × sign", ["2 × 2 × 3", "3×4"]),
        ("average coverage 12×, at 1.5× speed", ["12×", "1.5×"]),
        ("up 3¼ points, for 2½ years", ["3¼", "2½"]),
        ("under Article 12(3)(b) of it", ["12(3)(b)"]),
        ("© 2019–2026 Coastal News", ["© 2019–2026"]),
        ("he won 12 (3) times", []),
        ("some 10²³ atoms on 5 m²", ["10²³"]),
        ("C# and F# and C++, in A major", ["C#", "F#", "C++"]),
        ("See issue #123 and owner/repo#5, not #7.", ["#123", "owner/repo#5"]),
        ("File → Save, ⌘C, ▪ there", ["→", "⌘", "▪"]),
        ("if 5 < 6 and 3 <= 4, x > y", ["5 < 6", "3 <= 4"]),
        ("the <title> tag, a </b>, a <br/>, <%= count %>", ["<title>", "</b>", "<br/>", "<%= count %>"]),
        (r"\(a^2\) and \[b\] and $$c = 1$$ and $x_1$", [r"\(a^2\)", r"\[b\]", "$$c = 1$$", "$x_1$"]),
        (r"use \emph{word} or \alpha here", [r"\emph{word}", r"\alpha"]),
        (r"in C:\Users\anna and \\server\share", [r"C:\Users\anna", r"\\server\share"]),
        ("we smile :smile: and type `code`", [":smile:", "`code`"]),
        ("that π is 3.14, x^2 + y^2", ["π", "x^2", "y^2"]),
        ("the %name% left", ["%name%"]),
    ],
)
def test_what_no_engine_should_touch_is_found(text: str, kept: list[str]) -> None:
    assert found(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "men and/or women, 24/7, he/she/they, n/a, AC/DC",
        "e.g. this, i.e. that, a.m. and p.m., etc.",
        "No. 3, #3, #1-ranked, grade C",
        "Sr. no. 5, St. Petersburg, Dr. Smith, vs. them",
        "3.5 million, 1.2.3, 1/2, 31/12/2024, £3.50",
        "The U.S.-led coalition and the U.K. left.It ended.Net profit rose.",
        "5 @ 3, a&b, R&D, AT&T, &#39;",
        "He said: 100% { or } so [sic] (now), 5% of 10%, <, >",
        "Ph.D., M.Sc., O'Neill, well-known, state-of-the-art",
        "one.two.three, Mr.Bean, community.",
        "the .com bubble and a dot com",
        "$5 and $10, $AAPL and $TSLA, from $5 to $10_000, at 10:30:45, Note: this: that",
        "the `old' quotes, the α-decay, AUTHOR\\",
        "",
    ],
)
def test_ordinary_prose_goes_to_the_engine(text: str) -> None:
    assert found(text) == []


@given(st.text(st.sampled_from("ab1./@#:-_{}%$()é \n") | st.characters(codec="utf-8"), max_size=40))
def test_what_is_found_is_sorted_disjoint_and_without_white_space_at_its_ends(text: str) -> None:
    spans = find(text)
    assert list(spans) == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[a:b] and text[a:b] == text[a:b].strip() for a, b in spans)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a/",
        "a.",
        "/a",
        "@a",
        "#1",
        "{a",
        "http://",
        "www.",
        "a@",
        "a.b/",
        ".",
        "-",
        "%(a",
        "http://(",
        "a.com/",
        "~/",
    ],
)
def test_junk_takes_no_time(piece: str) -> None:
    started = time.perf_counter()
    find(piece * 20_000)
    assert time.perf_counter() - started < 2


def test_equal_addresses_share_a_stand_in() -> None:
    text = "Write to a@b.org or c@d.org, not to a@b.org."
    masked = mask(text, find(text), "XQ{}")
    assert masked.text == "Write to XQ1 or XQ2, not to XQ1."


def test_the_originals_come_back_wherever_the_engine_put_the_stand_ins() -> None:
    text = "Write to a@b.org or see example.org."
    masked = mask(text, find(text), "XQ{}")
    draft = unmask(masked, Draft("Veja XQ2 ou escreva para XQ1.", (), -0.5))
    assert draft == Draft("Veja example.org ou escreva para a@b.org.", (), -0.5)


@pytest.mark.parametrize("text", ["Escreva.", "XQ1 e XQ1", "XQ10", "xq1", "aXQ1", "XQ 1"])
def test_a_stand_in_that_was_lost_doubled_or_changed_is_told(text: str) -> None:
    assert unmask(mask("to a@b.org", [(3, 10)], "XQ{}"), Draft(text)) is None


def test_a_stand_in_that_the_source_has_already_is_not_taken_for_ours() -> None:
    masked = mask("XQ1 met a@b.org", [(8, 15)], "XQ{}")
    assert unmask(masked, Draft("XQ1 encontrou XQ1")) is None


def test_nothing_masked_is_nothing_changed() -> None:
    draft = Draft("Olá.", (((0, 1), (0, 1)),))
    assert unmask(Masked("Hello.", "Hello."), draft) is draft


def test_the_alignment_counts_in_the_original_again() -> None:
    text = "To a@b.org now."
    masked = mask(text, find(text), "XQ{}")
    assert masked.text == "To XQ1 now."
    made = Draft(
        "Agora para XQ1.",
        (((7, 10), (0, 5)), ((0, 2), (6, 10)), ((3, 5), (11, 13)), ((5, 6), (13, 14)), ((10, 11), (14, 15))),
    )
    draft = unmask(masked, made)
    assert draft is not None
    assert [(text[slice(*a)], draft.text[slice(*b)]) for a, b in draft.alignment] == [
        ("now", "Agora"),
        ("To", "para"),
        ("a@b.org", "a@b.org"),
        ("a@b.org", "a@b.org"),
        (".", "."),
    ]


@st.composite
def covered(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text("ab ", min_size=1, max_size=16))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    return text, list(zip(cuts[::2], cuts[1::2], strict=False))


def through(masked: Masked) -> Alignment:
    """Align every character of the masked text with itself."""
    return tuple(((i, i + 1), (i, i + 1)) for i in range(len(masked.text)))


@given(covered())
def test_a_text_that_an_engine_leaves_alone_comes_back_as_it_was(
    case: tuple[str, list[tuple[int, int]]],
) -> None:
    text, spans = case
    masked = mask(text, spans, "·{}·")
    draft = unmask(masked, Draft(masked.text, through(masked)))
    if draft is None:  # two stand-ins side by side may read as one word: then nothing is put back
        assert re.search(r"··", masked.text) or re.search(r"\w·|·\w", masked.text)
        return
    assert draft.text == text
    for (a, b), (c, d) in draft.alignment:
        assert text[a:b] == draft.text[c:d]


@given(covered(), st.sampled_from(["XQ{}", "X{}X", "LONGER{}", "{}"]))
def test_source_spans_are_moved_as_the_edits_moved_them(
    case: tuple[str, list[tuple[int, int]]], shape: str
) -> None:
    """By brute force: each character of the masked text comes from its own one, or from the whole of what was masked."""
    text, spans = case
    masked = mask(text, spans, shape)
    origin: list[tuple[int, int]] = []
    done = 0
    for (start, end), token in masked.kept:
        origin += [(i, i + 1) for i in range(done, start)] + [(start, end)] * len(token)
        done = end
    origin += [(i, i + 1) for i in range(done, len(text))]
    target = apply_edits(masked.text, [])
    draft = unmask(masked, Draft(target, through(masked)))
    if draft is not None:
        assert [source for source, _ in draft.alignment] == origin


class _Spelling:
    """An engine that leaves alone only words of one form."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def translate(self, sources: Sequence[str]) -> list[Draft]:
        return [Draft(re.sub(r"\w*\d\w*", self._write, source)) for source in sources]

    def _write(self, word: re.Match[str]) -> str:
        return word.group() if re.fullmatch(self.pattern, word.group()) else "?"


@pytest.mark.parametrize(
    ("pattern", "shape"), [(r".*", "XQ{}"), (r"X\dX", "X{}X"), (r"ABC\d", "ABC{}"), (r"-", None)]
)
def test_the_first_shape_that_an_engine_leaves_alone_is_chosen(pattern: str, shape: str | None) -> None:
    assert choose_shape(_Spelling(pattern).translate) == shape


@pytest.mark.model
def test_the_shipped_model_leaves_the_first_shape_alone(argos: ArgosEngine) -> None:
    assert choose_shape(lambda sources: argos.translate(sources, Pair("en", "pt"))) == "XQ{}"


@pytest.mark.parametrize(
    "placeholder",
    [
        "#",
        "%d",
        "%1$d",
        "%ld",
        "%(count)d",
        "%(total)s",
        "{count}",
        "{{ num }}",
        "%{count}",
        "${itemCount}",
        "{n}",
        "{max, number}",
        "2½",
        "¾",
        "12×",
        "10²³",
        "10⁻⁹",
        "12(3)(b)",
    ],
)
def test_what_stands_for_a_number_rides_as_a_number(placeholder: str) -> None:
    text = f"Only {placeholder} seats"
    masked = mask(text, [(5, 5 + len(placeholder))], "XQ{}", counting=True)
    assert re.fullmatch(r"Only \d\d seats", masked.text)
    number = masked.text[5:7]
    draft = unmask(masked, Draft(f"Apenas {number} lugares"))
    assert draft is not None
    assert draft.text == f"Apenas {placeholder} lugares"
    assert mask(text, [(5, 5 + len(placeholder))], "XQ{}").text == "Only XQ1 seats"


@pytest.mark.parametrize(
    "placeholder", ["%s", "{name}", "{{user}}", "${HOME}", "{0}", "%(name)s", "{country}"]
)
def test_what_stands_for_words_rides_as_letters(placeholder: str) -> None:
    text = f"Hello {placeholder}!"
    assert mask(text, [(6, 6 + len(placeholder))], "XQ{}", counting=True).text == "Hello XQ1!"


def test_a_number_that_the_text_has_is_no_stand_in() -> None:
    masked = mask("37 of {count} and {total}", [(6, 13), (18, 25)], "XQ{}", counting=True)
    assert masked.text == "37 of 58 and 43"


@pytest.mark.parametrize("emoji", ["🎉", "❤️", "👍🏽👍🏽", "⚽"])
def test_emoji_ride_through(emoji: str) -> None:
    text = f"Good news {emoji} for all"
    assert [text[start:end] for start, end in find(text)] == [emoji]
