"""A translation beside its source on one page, for the person who reads it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from localize.document import Code, Document, Finding, Segment, Text, Translation, Unit
from localize.exchange import EXPORT_FORMATS, FileResult
from localize.exchange.review import export
from tests.exchange.build import HOSTILE, result

ATTACKS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>'",
    "<!--",
    "]]>",
    "&lt;b&gt; &amp;",
)


class Outline(HTMLParser):
    """The elements of a page with their attributes, and the text in each."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[int] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "input", "br"}:
            self._open.append(len(self.elements))
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for number in self._open:
            self.texts[number] += data

    def all(self, tag: str, **attributes: str) -> list[str]:
        """Give the texts of the elements of one name with these attributes."""
        return [
            text
            for (name, own), text in zip(self.elements, self.texts, strict=True)
            if name == tag
            and all(own.get(key.rstrip("_").replace("_", "-")) == value for key, value in attributes.items())
        ]


def page(source: str, target: str = "Olá.", *, path: str = "a.txt", note: str = "", to: str = "pt") -> str:
    """Write the page of one sentence."""
    unit = Unit("p1", (0, len(source)), Text(source), note=note)
    segment = Segment(unit, 0, (0, len(source)), unit.source)
    finding = Finding("number-mismatch", "warning", source, segment, (0, min(1, len(source))))
    document = Document(path, "text", source, (unit,), "en")
    return export(FileResult(document, to, path, (Translation(segment, Text(target)),), (finding,)))


def cells(html: str) -> list[str]:
    """Give the source and target cells as they are written."""
    return re.findall(r'<td lang="[^"]*" dir="[^"]*" class="text">(.*?)</td>', html, re.DOTALL)


def test_terms_are_marked_in_source_and_translation_with_what_became_of_them() -> None:
    outline = Outline(export(result()))
    assert outline.all("mark", class_="satisfied") == ["NATO"]
    assert outline.all("mark", class_="repaired") == ["Secretary-General"]
    assert outline.all("mark", class_="unresolved finding error") == ["NATO"]
    assert outline.all("del") == ["secretário geral"]
    assert outline.all("ins") == ["Secretário-Geral"]


def test_the_place_of_a_term_in_the_translation_is_marked_when_it_is_known() -> None:
    made = result()
    first = made.translations[0]
    (term,) = first.terms
    first = replace(first, terms=(replace(term, span=(2, 6)),))
    outline = Outline(export(replace(made, translations=(first, *made.translations[1:]))))
    marks = outline.all("mark", class_="satisfied", data_term="1", title="NATO → OTAN: satisfied")
    assert marks == ["NATO", "OTAN"]


def test_findings_stand_beside_their_sentence_and_those_of_the_file_above() -> None:
    html = export(result())
    above, _, table = html.partition("<table>")
    assert "the file is short" in above
    assert '"32" is missing' in table
    assert "number-mismatch" in table


def test_rows_say_which_filters_let_them_through() -> None:
    rows = [
        given["class"] for name, given in Outline(export(result())).elements if name == "tr" and "id" in given
    ]
    assert rows == [
        "first kind-paragraph",
        "has-findings has-repaired has-unresolved first kind-paragraph",
    ]


def test_inline_codes_are_shown_at_their_places() -> None:
    _, _, source, target = cells(export(result()))
    assert source.startswith('The <code translate="no" dir="ltr">**</code><mark class="repaired"')
    assert target.startswith('O <code translate="no" dir="ltr">**</code>Secretário-Geral<code')


def test_a_mark_that_a_code_cuts_is_two_marks_of_one_term() -> None:
    made = result()
    second = made.translations[1]
    cut = replace(second.segment.source, codes=(Code(8, "<br>", "empty", 1),))
    second = replace(second, segment=replace(second.segment, source=cut))
    html = export(replace(made, translations=(made.translations[0], second)))
    assert re.search(
        r'data-term="1">Secr</mark><code [^>]*>&lt;br&gt;</code><mark [^>]*data-term="1">etary-', html
    )


def test_a_code_of_several_lines_is_shown_on_one() -> None:
    made = result()
    border = "\n\n2\n00:00:03,000 --> 00:00:05,000\n"
    second = made.translations[1]
    cut = replace(second.segment.source, codes=(Code(3, border, "empty", 1),))
    second = replace(second, segment=replace(second.segment, source=cut))
    html = export(replace(made, translations=(made.translations[0], second)))
    assert ">⏎2⏎00:00:03,000 --&gt; 00:…</code>" in html


def test_each_column_has_its_language_and_direction() -> None:
    html = page("Peace.", "سلام.", to="fa")
    assert '<td lang="en" dir="ltr" class="text">' in html
    assert '<td lang="fa" dir="rtl" class="text">سلام.</td>' in html


def test_a_translation_that_was_translated_back_has_a_column_for_that() -> None:
    made = replace(result(), back={"p1/0": "NATO met in <Brussels>.", "p2/0": ""})
    outline = Outline(export(made))
    assert outline.all("th", scope="col") == [
        "Place",
        "English",
        "Portuguese",
        "Back into English",
        "Terms and findings",
    ]
    assert outline.all("td", lang="en", dir="ltr", class_="text back") == ["NATO met in <Brussels>.", ""]
    assert "Back into" not in export(result())


def test_no_text_becomes_markup() -> None:
    attack = " ".join(ATTACKS)
    plain = Outline(page("Peace.", "Paz.", path="b.txt", note="read"))
    attacked = Outline(page(attack, attack, path=attack, note=attack))
    known = {name for name, _ in plain.elements} | {"code"}
    assert {name for name, _ in attacked.elements} <= known
    assert [name for name, _ in attacked.elements].count("script") == 1
    assert [name for name, _ in attacked.elements].count("style") == 1
    for _, own in attacked.elements:
        assert not any(key.startswith("on") for key in own)


def test_what_turns_or_hides_text_is_shown_by_number() -> None:
    html = page("safe\u202egnp.exe\u2066 a\u200bb", "x\x1b[31m\udc80")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x1b\udc80]", html)
    for number in ("U+202E", "U+2066", "U+200B", "U+001B", "U+DC80"):
        assert number in html
    html.encode("utf-8")


def test_joiners_that_persian_needs_stay() -> None:
    assert cells(page("They go.", "می‌روند.", to="fa"))[1] == "می‌روند."


def test_the_page_allows_its_own_style_and_script_and_nothing_else() -> None:
    html = export(result())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    for kind in ("style", "script"):
        (text,) = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src &#x27;sha256-{digest}&#x27;" in policy
    assert policy.startswith("default-src &#x27;none&#x27;;")
    assert not re.search(r'(?:src|href|action|style|data)="(?!#)', html)
    assert "url(" not in html
    assert "http:" not in html


def test_a_page_without_sentences_says_so() -> None:
    empty = FileResult(Document("a.md", "markdown", "---\n", (), "en"), "pt", "", ())
    assert "nothing to translate" in export(empty)
    assert "<table>" not in export(empty)


def test_headings_and_table_have_their_structure() -> None:
    outline = Outline(export(result()))
    assert [name for name, _ in outline.elements if name in {"h1", "h2", "main", "header", "caption"}] == [
        "header",
        "h1",
        "main",
        "h2",
        "h2",
        "caption",
        "h2",
    ]
    assert outline.all("th", scope="col") == ["Place", "English", "Portuguese", "Terms and findings"]
    assert len(outline.all("th", scope="row")) == 2
    assert outline.all("output", aria_live="polite") == [""]


def test_the_same_result_gives_the_same_page_under_its_name() -> None:
    assert export(result(message=HOSTILE)) == export(result(message=HOSTILE))
    assert EXPORT_FORMATS["html"] is export


@given(st.text(min_size=1), st.text())
def test_what_is_read_on_the_page_is_the_text(source: str, target: str) -> None:
    html = page(source, target)
    html.encode("utf-8")
    visible = [char for char in target if char.isprintable() and ord(char) < 0x2000]
    shown = re.sub(r'<span class="hidden-sign".*?</span>', "", cells(html)[1])
    read = "".join(Outline(f"<p>{shown}").texts)
    assert [char for char in read if char.isprintable() and ord(char) < 0x2000] == visible
