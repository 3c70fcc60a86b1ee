"""The summary as GitHub and GitLab show it: read back with a Markdown parser, then with one for HTML."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from localize.exchange import REPORT_FORMATS, Failure, Report, visible
from localize.exchange.markdown import code
from tests.exchange.build import HOSTILE, report, result

RENDER = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "strikethrough"])
OURS = {"h2", "p", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "code", "br"}

ATTACKS = (
    "<script>alert(1)</script>",
    "</code><img src=x onerror=alert(1)>",
    "</details></table>",
    "@octocat and @org/team",
    "#1 owner/repo#2 GH-3 !4 ~bug",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "`code` ``more`` ```",
    "a | b \\| c \\\\| d",
    "**bold** _em_ ~~gone~~ $x^2$ :smile:",
    "see http://evil.example, www.evil.example or mail eve@evil.example",
    "&amp; &#60;b&#62; &lt;b&gt;",
    "--> <!-- ",
    "\n\n# Heading\n\n- item",
    HOSTILE,
)


class Page(HTMLParser):
    """Tables, tags and the text in code elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.codes: list[str] = []
        self.text = ""
        self._in_code = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert dict(attrs).keys() <= {"open", "style"}
        if tag == "code":
            assert not self._in_code
            self._in_code = True
            self.codes.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self._in_code = False

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.codes[-1] += data
        else:
            self.text += data


def markdown(what: Report) -> str:
    return REPORT_FORMATS["markdown"](what)


def page(what: Report) -> Page:
    return Page(RENDER.render(markdown(what)))


def test_the_first_lines_say_how_it_went() -> None:
    lines = markdown(report()).splitlines()
    assert lines[0] == "## localize: failed"
    assert lines[2] == (
        "1 file, 2 segments. Terms: 1 satisfied, 1 repaired, 1 unresolved. Findings: 1 error, 1 warning, 1 note."
    )
    assert markdown(report(fail_on="never")).startswith("## localize: passed\n")


def test_an_article_that_could_not_be_used_fails_the_run_and_stands_first() -> None:
    clean = replace(report(fail_on="never"), failures=(Failure("news/@eu.docx", "is no <archive>"),))
    text = markdown(clean)
    assert text.startswith("## localize: failed\n")
    assert text.index("1 file that could not be used") < text.index("<summary>1 error</summary>")
    assert page(clean).codes[:2] == ["news/@eu.docx", "is no <archive>"]


def test_what_the_baseline_knows_is_counted() -> None:
    assert markdown(replace(report(), known=12)).splitlines()[2].endswith("1 note. 12 more in the baseline.")


def test_findings_come_first_by_weight_and_what_fails_the_run_is_unfolded() -> None:
    text = markdown(report())
    places = [text.index(f"<summary>1 {kind}</summary>") for kind in ("error", "warning", "note")]
    assert places == sorted(places)
    assert places[-1] < text.index(
        "<summary>Terms, Portuguese: 1 satisfied, 1 repaired, 1 unresolved</summary>"
    )
    assert text.count("<details open>") == 2  # the error, and the table of so few files
    assert "<details open><summary>1 error</summary>" in text


def test_a_finding_has_its_place_check_and_message() -> None:
    shown = page(report())
    at = shown.codes.index("news/nato.md:3:30")
    assert shown.codes[at : at + 3] == ["news/nato.md:3:30", "term-missing", '"NATO" should be "OTAN"']


def test_languages_are_told_apart() -> None:
    shown = page(report(result(), result(language="es")))
    at = shown.codes.index("news/nato.md:3:30")
    assert shown.codes[at + 1] == "pt"
    assert "Terms, Spanish" in shown.text


def test_a_file_has_its_counts_on_a_line() -> None:
    (line,) = [
        one
        for one in markdown(report()).splitlines()
        if one.startswith("| <code>news&#47;nato&#46;md</code>")
    ]
    assert line.split(" | ")[1:] == ["<code>pt</code>", "2", "", "1", "1", "1", "1", "1", "1 |"]


def test_a_clean_run_has_no_empty_tables() -> None:
    clean = replace(result(), findings=(), translations=())
    text = markdown(report(clean))
    assert text.count("<details") == 1
    assert "| Term |" not in text


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_is_shown_and_does_nothing(attack: str) -> None:
    shown = page(report(result(attack, attack)))
    assert set(shown.tags) <= OURS
    assert visible(attack) in shown.codes
    assert "evil" not in shown.text


@settings(max_examples=60)
@given(st.text(alphabet="ab |\\`*_<>&#@:/.![]()~$\n-=+{}\"'^", min_size=1, max_size=25))
def test_any_text_in_a_cell_comes_back_as_it_was(text: str) -> None:
    shown = Page(RENDER.render(f"| a | b |\n| --- | --- |\n| {code(text)} | c |\n"))
    assert shown.codes == [visible(text)]
    assert shown.tags.count("td") == 2


def test_the_signs_that_make_mentions_and_links_never_stand_as_they_are() -> None:
    assert code("@a #1 www.b.c http://d") == (
        "<code>&#64;<!-- -->a &#35;1 www&#46;b&#46;c http&#58;&#47;&#47;d</code>"
    )


def test_the_summary_of_a_large_run_fits_in_a_comment_and_says_what_it_leaves_out() -> None:
    made = result()
    many = [result(f"news/{i}.md", "é" * 1000) for i in range(400)]
    text = markdown(report(made, *many))
    assert len(text.encode()) < 65_536
    shown = page(report(made, *many))
    assert set(shown.tags) <= OURS
    assert "And " in shown.text
    assert text.count("<details") == text.count("</details>")
    assert "401 errors" in text
