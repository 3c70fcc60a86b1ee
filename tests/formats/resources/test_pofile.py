"""PO: what is untranslated is filled in and marked fuzzy, for polib and gettext to read; all else keeps its bytes."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize import formats
from localize.document import Document, Text
from localize.errors import FormatError
from localize.formats.resources import plurals, pofile
from localize.formats.resources.poscan import entries
from tests.formats.resources.samples import CATALOGUE

if TYPE_CHECKING:
    from pathlib import Path

WORDS = {
    "The minister met %(name)s on 5%% of days.": "A ministra viu %(name)s em 5%% dos dias.",
    "Close the window": "Feche a janela",
    "%d file was deleted": "%d ficheiro foi apagado",
    "%d files were deleted": "%d ficheiros foram apagados",
    'A second paragraph, "quoted", with bold words.': "Um segundo parágrafo.",
}


def filled(language: str = "pt", text: str = CATALOGUE) -> str:
    document = pofile.read(text, "app.po")
    targets = {
        unit.id: Text(WORDS[unit.source.plain]) for unit in document.units if unit.source.plain in WORDS
    }
    return pofile.write(document, targets, language)


def parsed(text: str) -> polib.POFile:
    return polib.pofile(f"#\n{text}")


def entry(text: str, source: str) -> polib.POEntry:
    found = parsed(text).find(source)
    assert found is not None
    return found


def protected(document: Document) -> list[list[str]]:
    return [[unit.source.plain[slice(*span)] for span in unit.source.protected()] for unit in document.units]


def test_only_what_has_no_translation_is_a_unit() -> None:
    document = pofile.read(CATALOGUE, "app.po")
    assert document.language == "en"
    assert [unit.source.plain for unit in document.units] == [
        "The minister met %(name)s on 5%% of days.",
        "Close the window",
        "%d file was deleted",
        "%d files were deleted",
        "This is a longer text that goes over more than one line, as gettext writes it when it has to.",
        'A second paragraph, "quoted", with bold words.',
    ]
    assert document.units[0].note == "Shown on top"
    assert document.units[1].note == "button"


def test_placeholders_are_protected_as_the_flags_say() -> None:
    assert protected(pofile.read(CATALOGUE, "app.po"))[:4] == [["%(name)s", "%%"], [], ["%d"], ["%d"]]


def test_what_is_filled_in_is_fuzzy_and_beside_its_flags() -> None:
    text = filled()
    assert entry(text, "The minister met %(name)s on 5%% of days.").flags == ["fuzzy", "python-format"]
    assert entry(text, "Close the window").flags == ["fuzzy"]
    assert entry(text, "Close the window").msgstr == "Feche a janela"
    assert (entry(text, "Done").msgstr, entry(text, "Done").flags) == ("Pronto", [])


def test_a_long_text_keeps_its_lines_and_what_is_not_translated_of_it() -> None:
    found = entry(filled(), parsed(CATALOGUE)[3].msgid)
    assert found.msgstr == (
        "This is a longer text that goes over more than one line, as gettext writes it when it has to.\n"
        "\nUm segundo parágrafo.\n"
    )


def test_everything_else_keeps_its_bytes() -> None:
    text = filled()
    assert text.endswith(CATALOGUE[CATALOGUE.index('msgid "Done"') :])
    assert text.startswith(
        '# Translations of the site\nmsgid ""\nmsgstr ""\n"Project-Id-Version: news 1.0\\n"\n"Language: pt\\n"'
    )
    windows = filled(text=CATALOGUE.replace("\n", "\r\n"))
    assert windows == text.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("language", "rule", "forms"),
    [
        ("pt", "nplurals=2; plural=(n != 1);", {0: "singular", 1: "plural"}),
        ("fr", "nplurals=2; plural=(n > 1);", {0: "singular", 1: "plural"}),
        ("ja", "nplurals=1; plural=0;", {0: "plural"}),
        (
            "ar",
            "nplurals=6;",
            {0: "plural", 1: "singular", 2: "plural", 3: "plural", 4: "plural", 5: "plural"},
        ),
        ("ru", "nplurals=3;", {0: "singular", 1: "plural", 2: "plural"}),
    ],
)
def test_there_are_as_many_forms_as_the_language_has(language: str, rule: str, forms: dict[int, str]) -> None:
    document = pofile.read(CATALOGUE, "app.po")
    targets = {
        unit.id: Text(word) for unit, word in zip(document.units[2:4], ("singular", "plural"), strict=True)
    }
    text = pofile.write(document, targets, language)
    assert entry(text, "%d file was deleted").msgstr_plural == forms
    assert parsed(text).metadata["Plural-Forms"].startswith(rule)


def test_a_rule_that_the_file_has_is_kept() -> None:
    given = CATALOGUE.replace(
        "nplurals=INTEGER; plural=EXPRESSION;", "nplurals=3; plural=n==1 ? 0 : n==0 ? 1 : 2;"
    )
    assert (
        parsed(filled(text=given)).metadata["Plural-Forms"] == "nplurals=3; plural=n==1 ? 0 : n==0 ? 1 : 2;"
    )
    assert entry(filled(text=given), "%d file was deleted").msgstr_plural[2] == "%d ficheiros foram apagados"


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nplurals=2",
        "nplurals=2; plural=__import__('os');",
        "nplurals=2; plural=n/0;",
        "nplurals=0; plural=0;",
    ],
)
def test_a_rule_that_is_none_is_not_believed(header: str) -> None:
    assert plurals.parsed(header) is None


def test_a_file_of_another_language_is_refused() -> None:
    document = pofile.read(CATALOGUE.replace("Language: ", "Language: es"), "es.po")
    with pytest.raises(FormatError, match="translations into Spanish"):
        pofile.write(document, {document.units[0].id: Text("Fim")}, "pt")


def test_the_name_of_a_domain_stays() -> None:
    text = 'domain "web"\nmsgid "The talks go on."\nmsgstr ""\n'
    document = pofile.read(text, "a.po")
    assert [unit.source.plain for unit in document.units] == ["The talks go on."]
    assert 'domain "web"\n' in pofile.write(
        document, {document.units[0].id: Text("As conversas continuam.")}, "pt"
    )


def test_a_file_without_header_gets_one() -> None:
    document = pofile.read('msgid "The talks"\nmsgstr ""\n', "app.pot")
    text = pofile.write(document, {document.units[0].id: Text("As conversas")}, "pt-BR")
    assert parsed(text).metadata["Language"] == "pt_BR"
    assert parsed(text)[0].msgstr == "As conversas"


def test_the_header_names_the_encoding() -> None:
    data = CATALOGUE.replace("UTF-8", "ISO-8859-1").replace("Pronto", "É isso").encode("latin-1")
    document = formats.parse(data, path="app.po", using=formats.FORMATS["po"])
    assert (document.encoding, formats.save(document, {}, "pt")) == ("iso8859-1", data)
    with pytest.raises(FormatError, match="names the encoding 'KLINGON'"):
        pofile.decode(data.replace(b"ISO-8859-1", b"KLINGON"), path="app.po")


def test_check_compares_a_filled_file_with_its_template() -> None:
    document = pofile.read(CATALOGUE, "app.po")
    again = pofile.beside(document, pofile.read(filled(), "pt.po"))
    have = {unit.id: unit.source.plain for unit in again.units}
    assert have[document.units[1].id] == "Feche a janela"
    assert have[document.units[3].id] == "%d ficheiros foram apagados"


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("language", ["pt", "ja", "ar", "ru", "pl", "cy"])
def test_gettext_takes_the_file(language: str, tmp_path: Path) -> None:
    document = pofile.read(CATALOGUE, "app.po")
    targets = {
        unit.id: replace(unit.source, codes=tuple(one for one in unit.source.codes if one.kind != "literal"))
        for unit in document.units
    }
    targets = {key: replace(text, plain=f"{text.plain}!") for key, text in targets.items()}
    path = tmp_path / "app.po"
    path.write_text(pofile.write(document, targets, language), encoding="utf-8")
    done = subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_text_comes_back_from_polib(value: str) -> None:
    document = pofile.read('msgid "The talks"\nmsgstr ""\n', "app.pot")
    text = pofile.write(document, {document.units[0].id: Text(value)}, "pt")
    (found, *_) = (one for one in entries(text, path="a") if one.source)
    assert found.fields["msgstr"].string.plain == value
    if "\0" not in value and value.isprintable():
        assert entry(text, "The talks").msgstr == value


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('msgid "a\nmsgstr ""\n', 1, "string does not end"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', 2, "msgid stands twice"),
        ('msgid "a"\n', 1, "without msgstr"),
        ('msgstr "a"\n', 1, "msgstr without msgid"),
        ("<html>\n", 1, "a keyword or a string"),
        ('"lonely"\n', 1, "a keyword or a string"),
        ('msgid "a"\nmsgstr[0] "x"\nmsgid_plural "b"\n', 3, "after msgstr"),
    ],
)
def test_what_is_no_po_file_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(FormatError, match=said) as caught:
        pofile.read(text, "app.po")
    assert str(caught.value).startswith(f"app.po:{line}")


def test_a_header_that_is_added_names_the_encoding_in_which_the_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "app.po"
    text = '# Content-Type: text/plain; charset=KOI8-R\nmsgid "Close the window"\nmsgstr ""\n'
    path.write_bytes(text.encode("koi8-r"))
    document = formats.read(path)
    written = formats.save(document, {document.units[0].id: Text("Закрыть окно")}, "ru")
    assert polib.pofile(written.decode("koi8-r")).metadata["Content-Type"] == "text/plain; charset=KOI8-R"


@pytest.mark.parametrize("word", ["charset=KOI8-R", "жcharset=KOI8-R"])
def test_an_encoding_that_is_named_outside_the_header_is_not_that_of_the_file(word: str) -> None:
    text = f'msgid "Close the window ({word})"\nmsgstr ""\n'
    for head in (
        "",
        '# charset=KOI8-R\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; "\n"charset=UTF-8\\n"\n\n',
    ):
        document = formats.parse((head + text).encode(), path="app.po", using=formats.FORMATS["po"])
        assert (document.encoding, document.units[0].source.plain) == ("utf-8", f"Close the window ({word})")


def test_a_header_that_is_added_stands_before_the_first_entry_which_alone_is_fuzzy() -> None:
    document = pofile.read('msgid "Close the window"\nmsgstr ""\n', "app.po")
    written = pofile.write(document, {document.units[0].id: Text("Feche a janela")}, "pt")
    assert written.startswith('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8')
    assert written.endswith('\n\n#, fuzzy\nmsgid "Close the window"\nmsgstr "Feche a janela"\n')


@pytest.mark.parametrize(
    ("written", "codec"), [('KOI8"\n"-R\\n', "koi8-r"), ("KOI8-\\122\\n", "koi8-r"), ("utf-8\\n", "utf-8")]
)
def test_the_encoding_is_what_the_strings_of_the_header_say(written: str, codec: str) -> None:
    text = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={written}"\n\nmsgid "Close"\nmsgstr ""\n'
    assert formats.parse(text.encode(), path="app.po", using=formats.FORMATS["po"]).encoding == codec
    wrong = text.replace(f'{written}"', 'UTF-8\\K"')
    with pytest.raises(FormatError, match="UTF-8K"):
        formats.parse(wrong.encode(), path="app.po", using=formats.FORMATS["po"])


def test_the_names_of_translators_are_left_to_them() -> None:
    text = 'msgid "translator-credits"\nmsgstr ""\n\nmsgctxt "NAME OF TRANSLATORS"\nmsgid "Your names"\nmsgstr ""\n'
    assert pofile.read(text, "app.po").units == ()


@pytest.mark.parametrize("space", ["", "\t", "   "])
def test_any_white_space_may_stand_between_a_keyword_and_its_strings(space: str) -> None:
    text = f'msgid{space}"%d file" " left"\nmsgid_plural{space}"%d files left"\nmsgstr[0]{space}""\nmsgstr[1]{space}""\n'
    document = pofile.read(text, "app.po")
    assert [unit.source.plain for unit in document.units] == ["%d file left", "%d files left"]
    targets = {unit.id: Text(unit.source.plain.replace("left", "saiu")) for unit in document.units}
    written = pofile.write(document, targets, "pt")
    assert written.endswith('left"\nmsgstr[0] "%d file saiu"\nmsgstr[1] "%d files saiu"\n')
