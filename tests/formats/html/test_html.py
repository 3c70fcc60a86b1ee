"""HTML the way a translator sees it, and the way it comes back."""

from __future__ import annotations

from functools import partial

import pytest
import turbohtml

from localize import formats
from localize.document import Text
from localize.errors import FormatError
from localize.inline import place
from tests.formats.build import rewritten, shown
from tests.pace import least_seconds

HTML = formats.TEXT_FORMATS["html"]


def seen(html: str) -> list[str]:
    return [shown(unit.source) for unit in HTML.read(html, "a.html").units]


def kinds(html: str) -> list[tuple[str, str]]:
    return [(unit.kind, unit.source.plain) for unit in HTML.read(html, "a.html").units]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>The <b>new</b> chief spoke.</p>", ["The ⟦<b>⟧new⟦</b>⟧ chief spoke."]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<p>One<p>Two <div>Three</div> Four", ["One", "Two", "Three", "Four"]),
        ("<p><b>All of it.</b></p>", ["All of it."]),
        ("<p>One\n   two\tthree.</p>", ["One⟦\n   = ⟧two⟦\t= ⟧three."]),
        ("<p>He <b> left</b>.</p>", ["He ⟦<b>⟧⟦ =⟧left⟦</b>⟧."]),
        ("<p>AT&amp;T paid &euro;5&nbsp;m</p>", ["AT⟦&amp;=&⟧T paid ⟦&euro;=€⟧5⟦&nbsp;=\N{NO-BREAK SPACE}⟧m"]),
        ("<p>inter&shy;national</p>", ["inter⟦&shy;=⟧national"]),
        ("<p>A <img src=x> flag</p>", ["A ⟦<img src=x> ⟧flag"]),
        ("<p>Run <code>ls -l</code> now</p>", ["Run ⟦<code>⟧ls -l⟦</code>⟧ now"]),
        ("<p>Main Street 1<br>Oslo<br>Norway</p>", ["Main Street 1", "Oslo", "Norway"]),
        ("<p>He said that<br>he would come.</p>", ["He said that⟦<br>⟧⟦= ⟧he would come."]),
        ("<nav><a href=a>Home</a> | <a href=b>News</a></nav>", ["Home", "News"]),
        ("<p>See <a href=a>this</a> <a href=b>that</a></p>", ["See ⟦<a href=a>⟧this⟦</a>⟧ ⟦<a href=b>⟧that⟦</a>⟧"]),
        ("<p>a <b>b <i>c</b> d</i> e</p>", ["a ⟦<b>⟧b ⟦<i>⟧c⟦</b>⟧ d⟦</i>⟧ e"]),
        ("<p>Dear {{ user.name }}, hello <?php x('>') ?></p>", ["Dear ⟦⟧{{ user.name }}⟦⟧, hello"]),
        ("<!--[if IE]><p>Old browser</p><![endif]--><p>New</p>", ["New"]),
    ],
)  # fmt: skip
def test_a_sentence_is_one_unit_with_its_markup_beside_it(html: str, expected: list[str]) -> None:
    assert seen(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<p translate="no">Acme Ltd</p>', "<p class='a notranslate'>Acme</p>", "<pre>make all</pre>", "<script>'<p>x</p>'</script>",
        "<style>p{color:red}</style>", '<svg><metadata>x</metadata><text translate="no">x</text></svg>', '<svg translate="no"><text>x</text></svg>', "<textarea>mine</textarea>", "<p><code>ls</code></p>",
        '<div translate="no"><p>One<p title="two">Two</div>', "<math><mi>x</mi></math>", "<!-- a note -->", "<p>— 	 …</p>",
    ],
)  # fmt: skip
def test_what_is_no_prose_is_left(html: str) -> None:
    assert seen(html) == []


def test_translation_can_be_switched_on_again_inside() -> None:
    assert seen('<div translate="no">Acme <p translate="yes">Good cars</p> Ltd</div>') == ["Good cars"]


def test_attributes_that_people_read_are_units() -> None:
    page = (
        '<title>Oslo</title><meta name="description" content="About it"><meta name=author content="A B">'
        '<meta property="og:title" content="Oslo now"><p>A <img alt="red flag" src="x y"> b'
        '<a href=u title=Capital>c</a></p><input placeholder="Your name"><input type=submit value=Send><input value=x>'
    )
    assert kinds(page) == [
        ("heading", "Oslo"), ("paragraph", "About it"), ("heading", "Oslo now"), ("paragraph", "A bc"),
        ("image", "red flag"), ("attribute", "Capital"), ("attribute", "Your name"), ("label", "Send"),
    ]  # fmt: skip


def test_another_language_than_that_of_the_page_is_left() -> None:
    page = '<html lang="en"><p>He said <i lang="la">carpe diem</i> to us.</p><p lang=fr>Bonjour à tous</p></html>'
    document = HTML.read(page, "a.html")
    assert document.language == "en"
    (unit,) = document.units
    assert [unit.source.plain[slice(*span)] for span in unit.source.protected()] == ["carpe diem"]


def test_nested_attributes_come_back_translated_within_their_sentence() -> None:
    page = '<p>See <a href="u" title="Capital">Oslo</a> now.</p>'
    document = HTML.read(page, "a.html")
    sentence, title = document.units
    placed = place(sentence.source, "Veja Oslo agora.", ()).text
    assert HTML.write(document, {title.id: Text("Capital do país")}, "pt") == page.replace(
        "Capital", "Capital do país"
    )
    assert HTML.write(document, {sentence.id: placed, title.id: Text('A "capital"')}, "pt") == (
        '<p>Veja <a href="u" title="A &quot;capital&quot;">Oslo</a> agora.</p>'
    )


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("<P Class=x>Yes</P >", "R&D < 5 & mais", "<P Class=x>R&amp;D &lt; 5 & mais</P >"),
        ("<img alt=flag>", "uma bandeira", '<img alt="uma bandeira">'),
        ("<img alt='flag'>", "copo d'água", "<img alt='copo d&#39;água'>"),
        ('<img title="a > b" alt="flag">', 'a "b"', None),
        ("\ufeff<p>Yes</p>\r\n<!-- & -->", "Sim", "\ufeff<p>Sim</p>\r\n<!-- & -->"),
    ],
)
def test_a_target_is_escaped_as_its_place_asks_and_all_else_stays(
    source: str, target: str, expected: str | None
) -> None:
    if expected is None:
        document = HTML.read(source, "a.html")
        written = HTML.write(document, {document.units[-1].id: Text(target)}, "pt")
        assert written == '<img title="a > b" alt="a &quot;b&quot;">'
    else:
        assert rewritten(source, target, format_="html") == expected


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        ('<html lang="en">', "pt", '<html lang="pt">'),
        ("<html>", "pt", '<html lang="pt">'),
        ("<html lang=en dir=ltr>", "ar", "<html lang=ar dir=rtl>"),
        ("<html>", "he", '<html lang="he" dir="rtl">'),
        ('<html lang="en" xml:lang="en">', "pt", '<html lang="pt" xml:lang="pt">'),
    ],
)
def test_the_page_says_its_new_language(source: str, language: str, expected: str) -> None:
    rest = "<p>{}</p></html>"
    assert rewritten(source + rest.format("Yes"), "Sim", format_="html", language=language) == (
        expected + rest.format("Sim")
    )


def test_a_link_of_a_sign_is_one_code_and_at_the_end_of_a_sentence_no_part_of_it() -> None:
    back = '<a href="#r1">↩&#xFE0E;</a>'
    assert seen(f"<p>He came{back} by train. {back}</p>") == [f"He came⟦{back}⟧ by train."]
    assert seen('<p>He <a href="#1">[1]</a> came<b>!</b></p>') == [
        'He ⟦<a href="#1">⟧[1]⟦</a>⟧ came⟦<b>⟧!⟦</b>⟧'
    ]


def test_a_page_in_which_nothing_changes_keeps_its_language() -> None:
    page = '<html lang="en"><p>Yes</p>'
    document = HTML.read(page, "a.html")
    assert HTML.write(document, {unit.id: unit.source for unit in document.units}, "pt") == page


def test_a_page_is_read_in_the_encoding_that_it_names_and_written_in_it() -> None:
    data = '<meta charset="iso-8859-1"><p>Café “now”</p>'.encode("cp1252")
    document = formats.parse(data, path="a.html", using=HTML)
    assert document.units[0].source.plain == "Café “now”"
    written = formats.save(document, {"p1": Text("Кафе é")}, "ru")
    assert written == b'<meta charset="iso-8859-1"><p>&#1050;&#1072;&#1092;&#1077; \xe9</p>'


@pytest.mark.parametrize(
    "data",
    [b"<p>caf\xe9</p>", b"<meta charset=utf-8>\xff", b"<meta charset=rot13>", b"<meta charset=utf-7>x"],
)
def test_a_wrong_encoding_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"UTF-8|not known"):
        formats.parse(data, path="a.html", using=HTML)


def test_a_page_that_names_no_encoding_is_read_by_its_words_and_then_names_utf_8() -> None:
    data = "<html><head><title>Été</title></head><p>Le président a été reçu.</p></html>".encode("cp1252")
    document = formats.parse(data, path="a.html", using=HTML)
    assert formats.save(document, {}, "pt") == data
    written = formats.save(document, {document.units[1].id: Text("O chão, 5 €")}, "pt").decode()
    assert '<head><meta charset="utf-8"><title>Été</title></head><p>O chão, 5 €</p>' in written


def test_xhtml_is_read_by_the_rules_of_xml() -> None:
    page = '<?xml version="1.0"?><html><head><title/><script src="x"/></head><p>One<a id="b"/> two</p></html>'
    assert seen(page) == ['One⟦<a id="b"/>⟧ two']


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<p>", "<b><p>a", "<i></b>", "<select>", "<?", "<%", '<a title="', "<a x ", "&amp;", "{{", "</p>", "<li>a"]
)  # fmt: skip
def test_junk_and_deep_nesting_take_time_in_proportion(piece: str) -> None:
    def work(count: int) -> None:
        document = HTML.read(piece * count, "junk")
        HTML.write(document, {unit.id: Text("x") for unit in document.units[:100]}, "pt")

    few, many = (least_seconds(partial(work, count)) for count in (5_000, 20_000))
    assert many < 12 * max(few, 0.02)


def test_the_language_of_a_page_is_that_of_the_page_not_of_its_translation() -> None:
    document = HTML.read('A long sentence in no language.<p lang="fr">Une phrase', "a.html")
    assert HTML.write(document, {document.units[0].id: Text("Curta")}, "pt") == 'Curta<p lang="fr">Une phrase'


def test_what_is_no_language_tag_names_no_language() -> None:
    document = HTML.read("<p lang=0>One", "a.html")
    (unit,) = document.units
    assert HTML.write(document, {unit.id: Text("Um")}, "pt") == "<p lang=0>Um"


def test_a_translated_page_has_the_tree_of_its_source() -> None:
    page = '<div><p>One <b>two <i>three</i></b> four<ul><li>A &lt; B<li>C</ul><table><td title="q">x</table>'
    document = HTML.read(page, "a.html")
    targets = {
        unit.id: place(unit.source, unit.source.plain.upper() + " & <x>", ()).text for unit in document.units
    }
    written = HTML.write(document, targets, "pt")
    assert tags(written) == tags(page)
    assert formats.same_structure(document, written.encode())


def tags(page: str) -> list[str]:
    return [element.tag for element in turbohtml.parse(page).iter_elements()]


@pytest.mark.parametrize(
    "html", ["0<SCRIPT>\r", "word<script> ", "a<![CDATA[ b &amp; ", "<p>one <style>\n</p>"]
)
def test_what_is_left_at_the_end_of_a_unit_keeps_its_own_white_space(html: str) -> None:
    for unit in HTML.read(html, "a.html").units:
        assert unit.source.render() == html[slice(*unit.span)]


def test_texts_in_tags_among_the_captions_of_a_form_are_all_translated() -> None:
    page = '<form><label>Name</label><input placeholder="Who?"><select><option>One</select><button>Go</button></form>'
    document = formats.TEXT_FORMATS["html"].read(page, "a.html")
    assert [unit.source.plain for unit in document.units] == ["Name", "Who?", "One", "Go"]


def test_words_in_a_language_of_their_own_stay_on_a_page_that_names_none() -> None:
    unit = (
        formats.TEXT_FORMATS["html"]
        .read('<p>He said <i lang="fr">bonjour</i> and left.</p>', "a.html")
        .units[0]
    )
    assert [unit.source.plain[start:end] for start, end in unit.source.protected()] == ["bonjour"]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<label for=n>Your full name:</label><input id=n> <input type=checkbox> I agree to the terms", ["Your full name:", "I agree to the terms"]),
        ("I agree <button>Send <b>now</b></button> The result", ["I agree", "Send now", "The result"]),
        ("Click <button>Save</button> to continue.", ["Click Save to continue."]),
        ("<button>Save</button> to continue, or <label>Name <input> of it</label>.", ["Save to continue, or Name of it."]),
        ("I was born in <select><option>May</option></select> of that year", ["I was born in of that year", "May"]),
        ("Line one<br><b>Line two</b>", ["Line one", "Line two"]),
    ],
)  # fmt: skip
def test_a_form_is_no_sentence_but_where_one_goes_on_through_it(html: str, texts: list[str]) -> None:
    assert [text for _, text in kinds(f"<p>{html}</p>")] == texts


def test_the_words_in_a_drawing_are_translated() -> None:
    drawing = (
        '<p>See <svg lang="en"><title>The votes</title><desc>A chart</desc><g><text x="1">In <tspan class="a">May</tspan></text>'
        '<text><tspan x="1" y="1">First line</tspan><tspan x="1" y="2">second line</tspan></text></g><style>a{}</style>'
        "<foreignObject><p>A note.</p></foreignObject></svg> for the votes.</p>"
    )
    assert [text for _, text in kinds(drawing)] == [
        "See for the votes.", "The votes", "A chart", "In May", "First line", "second line", "A note.",
    ]  # fmt: skip
