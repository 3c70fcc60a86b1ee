"""Translated speech over the cues of its source."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Code, Text
from localize.formats import FORMATS, parse, save
from localize.formats.subtitles import Limits, beside, read_srt, read_vtt, write
from localize.inline import place
from tests.formats.subtitles.test_reading import srt

TIMES = re.compile(r"^.*-->.*$", re.MULTILINE)


def translated(text: str, *targets: str) -> str:
    """Write a file with targets whose codes nobody has placed."""
    read = read_vtt if text.startswith("WEBVTT") else read_srt
    document = read(text, "film")
    assert len(document.units) == len(targets)
    return write(
        document, {unit.id: Text(one) for unit, one in zip(document.units, targets, strict=True)}, "pt"
    )


def texts(written: str) -> list[str]:
    """Give the texts of the cues of a SubRip file."""
    return [block.split("\n", 2)[2].strip("\n") for block in re.split(r"\n\n(?=\d+\n)", written)]


def test_a_sentence_is_spread_over_the_cues_that_it_had() -> None:
    written = translated(
        srt("The Secretary-General of NATO", "arrived in Brussels this morning."),
        "O secretário-geral da OTAN chegou a Bruxelas esta manhã.",
    )
    assert texts(written) == ["O secretário-geral da OTAN", "chegou a Bruxelas esta manhã."]


def test_long_speech_is_broken_into_two_lines_of_42_at_most() -> None:
    written = translated(
        srt("The ministers of the alliance agreed\nto spend more on their defence."),
        "Os ministros da aliança concordaram em gastar mais com a sua defesa.",
    )
    assert texts(written) == ["Os ministros da aliança concordaram\nem gastar mais com a sua defesa."]


def test_speech_that_fits_stands_on_one_line() -> None:
    assert texts(translated(srt("They are\nhere."), "Eles estão aqui.")) == ["Eles estão aqui."]


def test_lines_end_rather_after_punctuation_than_after_an_article() -> None:
    written = translated(
        srt("If he comes tomorrow, we will all be very glad."),
        "Se ele vier amanhã, nós vamos ficar muito contentes.",
    )
    assert texts(written) == ["Se ele vier amanhã,\nnós vamos ficar muito contentes."]


def test_borders_follow_the_words_around_them() -> None:
    document = read_srt(srt("The red car", "stopped there."), "a.srt")
    (unit,) = document.units
    target = "O carro vermelho parou ali."
    links = (
        ((0, 3), (0, 1)),
        ((8, 11), (2, 7)),
        ((4, 7), (8, 16)),
        ((12, 19), (17, 22)),
        ((20, 25), (23, 26)),
    )
    placed = place(unit.source, target, links).text
    assert [code.at for code in placed.codes] == [16]
    assert texts(write(document, {unit.id: placed}, "pt")) == ["O carro vermelho", "parou ali."]


def test_a_sentence_that_ended_with_a_cue_does_so_again() -> None:
    document = read_srt(srt("He", "left. The talks", "went on."), "a.srt")
    (unit,) = document.units
    borders = [code for code in unit.source.codes if code.kind == "empty"]
    target = Text(
        "O presidente da comissão saiu. As conversações continuaram.",
        (replace(borders[0], at=12), replace(borders[1], at=30)),
    )
    assert texts(write(document, {unit.id: target}, "pt")) == [
        "O presidente",
        "da comissão saiu.",
        "As conversações continuaram.",
    ]


def test_every_word_is_written_even_if_there_are_more_cues_than_words() -> None:
    assert texts(translated(srt("Go", "away", "now."), "Fora daqui!")) == ["Fora", "daqui!", ""]
    assert texts(translated(srt("Go", "away", "now."), "Fora!")) == ["Fora!", "", ""]


def test_more_than_two_lines_are_written_when_it_takes_them() -> None:
    (text,) = texts(
        translated(
            srt("Short."),
            "Uma frase muito mais comprida do que aquela que estava ali antes, e que não acaba, não.",
        )
    )
    assert all(len(line) <= 42 for line in text.split("\n"))
    assert (
        text.replace("\n", " ")
        == "Uma frase muito mais comprida do que aquela que estava ali antes, e que não acaba, não."
    )


def test_a_translation_read_again_has_the_units_of_its_source() -> None:
    document = read_srt(srt("Hello. How", "are you?", "Go", "away", "now."), "a.srt")
    assert [unit.source.plain for unit in document.units] == ["Hello. How are you?", "Go away now."]
    written = write(document, {"p1": Text("Olá. Como está?"), "p2": Text("Fora!")}, "pt")
    again = read_srt(written, "a.srt")
    assert [unit.source.plain for unit in again.units] == ["Olá.", "Como está?", "Fora!"]
    assert [unit.source.plain for unit in beside(document, again).units] == ["Olá. Como está?", "Fora!"]
    edited = read_srt(written + "\n6\n00:00:20,000 --> 00:00:21,000\nFim.\n", "a.srt")
    assert beside(document, edited) == edited


def test_dashes_signs_positions_and_tags_around_all_stay() -> None:
    written = translated(
        srt("- Is he here?\n- No.", "{\\an8}<i>♪ La la ♪</i>", "<i>I was...</i>", "<i>...about to go.</i>"),
        "Ele está aqui?",
        "Não.",
        "Lá lá",
        "Eu estava prestes a ir.",
    )
    assert texts(written) == [
        "- Ele está aqui?\n- Não.",
        "{\\an8}<i>♪ Lá lá ♪</i>",
        "<i>Eu estava...</i>",
        "<i>...prestes a ir.</i>",
    ]


def test_a_pair_that_comes_to_lie_over_a_border_is_closed_and_opened_again() -> None:
    document = read_srt(srt("He <i>never came</i>", "back home again."), "a.srt")
    (unit,) = document.units
    italic = [code for code in unit.source.codes if code.kind in {"open", "close"}]
    border = next(code for code in unit.source.codes if "-->" in code.markup)
    codes = (replace(border, at=8), replace(italic[0], at=0), replace(italic[1], at=19))
    target = Text("Ele nunca voltou cá mais para casa.", tuple(sorted(codes, key=lambda code: code.at)))
    assert texts(write(document, {unit.id: target}, "pt")) == [
        "<i>Ele nunca</i>",
        "<i>voltou cá</i> mais para casa.",
    ]


def test_a_pair_over_a_border_in_the_source_stays_one() -> None:
    document = read_srt(srt("He <i>never", "came</i> back."), "a.srt")
    (unit,) = document.units
    codes = [code for code in unit.source.codes if code.kind != "literal"]
    target = Text(
        "Ele nunca voltou.", (replace(codes[0], at=4), replace(codes[1], at=9), replace(codes[2], at=16))
    )
    assert texts(write(document, {unit.id: target}, "pt")) == ["Ele <i>nunca", "voltou</i>."]


def test_chinese_is_broken_between_characters_but_not_before_a_comma() -> None:
    text = "联合国秘书长今天早上抵达布鲁塞尔，与爱沙尼亚总理举行会谈，讨论了欧洲的安全问题。"
    (written,) = texts(translated(srt("He arrived in Brussels."), text))
    assert written.replace("\n", "") == text
    assert all(not line.startswith("，") and len(line) <= 21 for line in written.split("\n"))


def test_webvtt_escapes_what_would_be_markup_and_subrip_what_would_be_times() -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nYes &amp; no.\n"
    assert translated(vtt, "Sim & não <b> --> fim.").endswith("\nSim &amp; não &lt;b&gt; --&gt; fim.\n")
    assert "fim → aqui" in translated(srt("Yes."), "fim --> aqui")
    assert "\n-→ aqui" in translated(srt("-Yes."), "-> aqui")


def test_the_language_in_the_header_of_webvtt_follows() -> None:
    vtt = "WEBVTT\nKind: captions\nLanguage: en\n\nNOTE\nLanguage: en\n\n00:01.000 --> 00:02.000\nLanguage: yes.\n"
    assert translated(vtt, "Língua: sim.") == (
        "WEBVTT\nKind: captions\nLanguage: pt\n\nNOTE\nLanguage: en\n\n00:01.000 --> 00:02.000\nLíngua: sim.\n"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encoding_byte_order_mark_and_line_ends_stay(newline: str, codec: str) -> None:
    source = srt("He will go\nto", "Brussels.").replace("\n", newline)
    data = source.encode(codec)
    document = parse(data, path="a.srt", using=FORMATS["srt"])
    assert save(document, {}, "pt") == data
    target = Text(
        "Ele irá um dia para a cidade de Bruxelas, que é a capital da Bélgica e que ele não conhece."
    )
    written = save(document, {document.units[0].id: target}, "pt")
    assert written[:4] == data[:4]
    text = written.decode(codec)
    assert set(re.findall(r"\r\n|\r|\n", text)) == {newline}
    times = re.compile(r"[^\r\n]*-->[^\r\n]*")
    assert times.findall(text) == times.findall(source)


WORDS = st.lists(
    st.sampled_from(
        ["uma", "frase", "e", "outra,", "Bruxelas.", "não-sei", "\u00a0", "我们", "<b>", "&", "a" * 50]
    ),
    min_size=1,
)


@given(WORDS, st.integers(1, 6), st.booleans())
def test_no_word_is_lost_and_every_line_of_times_stays(words: list[str], count: int, vtt: bool) -> None:  # noqa: FBT001
    source = srt(*["and he went"] * (count - 1), "home.")
    source = "WEBVTT\n\n" + source.replace(",000", ".000") if vtt else source
    document = (read_vtt if vtt else read_srt)(source, "a")
    (unit,) = document.units
    target = Text(" ".join(words))
    written = write(document, {unit.id: target}, "pt")
    assert TIMES.findall(written) == TIMES.findall(source)
    body = written[unit.span[0] :]
    body = re.sub(r"\n\n\d+\n.*-->.*\n", " ", body)
    body = body.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if vtt else body
    assert re.sub(r"[ \n]", "", body) == re.sub(r"[ \n]", "", target.plain)


@given(WORDS)
def test_no_line_is_longer_than_42_unless_a_word_is(words: list[str]) -> None:
    written = translated(srt("He went home."), " ".join(words) + " fim")
    for line in written.split("\n")[2:]:
        assert len(line) <= 42 or " " not in line


def test_codes_that_a_target_lost_are_no_trouble() -> None:
    document = read_srt(srt("He <i>will", "go</i> home."), "a.srt")
    (unit,) = document.units
    target = Text("Ele irá para casa.", (Code(4, "<i>", "open", 1),))
    assert "Ele <i>irá" in write(document, {unit.id: target}, "pt")


def limited(text: str, target: str, limits: Limits) -> list[str]:
    """Give the texts of the cues of a translation within limits."""
    document = read_srt(text, "film.srt")
    (unit,) = document.units
    return texts(save(document, {unit.id: Text(target)}, "pt", limits=limits).decode())


def test_lines_are_as_long_as_the_settings_allow() -> None:
    target = "O secretário-geral da OTAN chegou a Bruxelas"
    (narrow,) = limited(srt("He came to Brussels."), target, Limits(columns=30))
    assert [len(line) <= 30 for line in narrow.split("\n")] == [True, True]
    assert limited(srt("He came to Brussels."), target, Limits(columns=60)) == [target]


def test_a_cue_that_is_shown_for_a_moment_gets_little_text() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nThe Secretary-General of NATO\n\n2\n00:00:02,000 --> 00:00:08,000\narrived this morning.\n"
    target = "O secretário-geral da OTAN chegou a Bruxelas esta manhã."
    slow, fast = (limited(text, target, Limits(speed=speed)) for speed in (17, 0))
    assert len(slow[0]) <= 20 < len(fast[0])
    assert " ".join(slow).replace("\n", " ") == " ".join(fast).replace("\n", " ") == target


def test_two_voices_in_one_cue_keep_their_lines() -> None:
    source = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>Who came?</v>\n<v Bob>Nobody.\n"
    assert translated(source, "Quem veio?", "Ninguém.") == source.replace("Who came?", "Quem veio?").replace(
        "Nobody", "Ninguém"
    )
