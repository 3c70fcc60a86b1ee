"""JSON: what people read is found, what programs read is left, and nothing else of the file changes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from localize import formats
from localize.document import Document, Text
from localize.errors import FormatError
from localize.formats.resources import jsonfile
from localize.formats.resources.selection import Selection
from tests.formats.resources.samples import ARB, CHROME, COMMENTED, I18NEXT, ICU


def plain(document: Document) -> dict[str, str]:
    return {unit.id: unit.source.plain for unit in document.units}


def protected(document: Document, name: str) -> list[str]:
    source = next(unit.source for unit in document.units if unit.id == name)
    return [source.plain[slice(*span)] for span in source.protected()]


def test_units_are_named_by_their_keys_and_addresses_are_left() -> None:
    found = plain(jsonfile.read(I18NEXT, "en.json"))
    assert list(found) == [
        "title", "welcome", "item_one", "item_other", "nested.help", "nested.help#2", "linked", "list.0", "list.3",
    ]  # fmt: skip
    assert found["nested.help"] == "Read the help page."
    assert found["list.3"] == "Café"


def test_placeholders_are_protected_and_tags_are_codes() -> None:
    document = jsonfile.read(I18NEXT, "en.json")
    assert protected(document, "welcome") == ["{{name}}", "{{count}}"]
    assert protected(document, "linked") == ["$t(title)"]
    welcome = document.units[1].source
    assert [code.markup for code in welcome.codes if code.markup] == ["<strong>", "</strong>"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("%s of %d and %1$s are 100%% here", ["%s", "%d", "%1$s", "%%"]),
        ("%(count)d of %(name)s", ["%(count)d", "%(name)s"]),
        ("${user.name} has #{number} of {0} and {name}", ["${user.name}", "#{number}", "{0}", "{name}"]),
        ("Up to 50% of voters", []),
        ("%{count} of %<total>d", ["%{count}", "%<total>d"]),
        ("the %first_name% left, 5% of 10% are", ["%first_name%"]),
    ],
)
def test_placeholders_of_many_languages_are_known(text: str, kept: list[str]) -> None:
    assert protected(jsonfile.read(json.dumps({"a": text}), "en.json"), "a") == kept


def test_each_form_of_a_plural_and_each_choice_is_a_text() -> None:
    document = jsonfile.read(ICU, "en.json")
    assert list(plain(document).values()) == [
        "No member has voted",
        "# member has voted",
        "# members have voted",
        "She invited",
        "a guest",
        "# guests",
        "They came",
        "It's {name}'s turn: '{'not this'}'",
    ]
    assert protected(document, "votes#2") == ["#"]
    assert protected(document, "quoted") == ["{name}", "'{'", "'}'"]
    written = jsonfile.write(
        document, {"votes#2": replace_words(document, "votes#2", "# membro votou")}, "pt"
    )
    assert written == ICU.replace("# member has voted}", "# membro votou}")


def test_an_apostrophe_does_not_quote_the_placeholder_behind_it() -> None:
    document = jsonfile.read(ICU.replace("# guests", "Of {name}"), "en.json")
    source = next(unit.source for unit in document.units if unit.id == "invited#3")
    moved = replace(
        source, plain="l'{name}", codes=tuple(replace(code, at=code.at - 1) for code in source.codes)
    )
    assert "other {l''{name}}" in jsonfile.write(document, {"invited#3": moved}, "fr")


def replace_words(document: Document, name: str, words: str) -> Text:
    source = next(unit.source for unit in document.units if unit.id == name)
    return replace(source, plain=words, codes=tuple(code for code in source.codes if code.kind != "literal"))


def test_a_bundle_of_flutter_names_its_language_and_describes_its_strings() -> None:
    document = jsonfile.read(ARB, "app.arb")
    assert (document.language, plain(document)) == ("en-US", {"greeting": "Hello {name}"})
    assert document.units[0].note == "Shown at the top"
    written = jsonfile.write(
        document, {"greeting": replace_words(document, "greeting", "Olá, {name}")}, "pt-BR"
    )
    assert json.loads(written)["@@locale"] == "pt_BR"
    assert '"greeting": "Olá, {name}"' in written


def test_of_messages_of_a_browser_extension_only_the_message_is_shown() -> None:
    document = jsonfile.read(CHROME, "_locales/en/messages.json")
    assert plain(document) == {"hello.message": "Hello $USER$, welcome"}
    assert protected(document, "hello.message") == ["$USER$"]
    assert (document.language, document.units[0].note) == ("en", "Greets")


def test_comments_and_commas_at_the_end_stay() -> None:
    document = jsonfile.read(COMMENTED, "en.json")
    written = jsonfile.write(document, {"b": Text('Eles "acabaram"')}, "pt")
    assert written == COMMENTED.replace("They ended", 'Eles \\"acabaram\\"')


def test_comments_behind_a_number_sign_stay() -> None:
    text = '# all\n{\n  "a": "They ended" # tail\n}\n'
    document = jsonfile.read(text, "en.json")
    assert jsonfile.write(document, {"a": Text("Acabaram")}, "pt") == text.replace("They ended", "Acabaram")


def test_tabs_in_strings_and_numbers_that_are_none_stay_as_programs_write_them() -> None:
    text = '{"share": NaN, "most": -Infinity, "a": "They\tended", "b": "They went"}'
    document = jsonfile.read(text, "en.json")
    assert document.units[0].source.plain == "They\tended"
    written = jsonfile.write(document, {"b": Text("Eles foram")}, "pt")
    assert written == text.replace("They went", "Eles foram")


def test_a_file_that_is_ascii_by_escapes_stays_so() -> None:
    document = jsonfile.read('{"a": "Caf\\u00e9 is open"}', "en.json")
    assert jsonfile.write(document, {"a": Text("O café 😀")}, "pt") == '{"a": "O caf\\u00e9 \\ud83d\\ude00"}'


def test_where_characters_are_written_as_references_new_ones_are_too() -> None:
    document = jsonfile.read('{"a": "Fish &amp; chips are <b>good</b>"}', "en.json")
    source = document.units[0].source
    codes = tuple(code for code in source.codes if code.kind != "literal")
    written = jsonfile.write(document, {"a": Text("Peixe & <batatas>", codes[:0])}, "pt")
    assert written == '{"a": "Peixe &amp; &lt;batatas&gt;"}'


@pytest.mark.parametrize(
    ("patterns", "names"),
    [
        ((), ["title", "menu.file"]),
        (("url",), ["url"]),
        (("menu.*",), ["menu.file", "menu.id"]),
        (("!menu.*",), ["title"]),
        (("*", "!title"), ["url", "menu.file", "menu.id"]),
    ],
)
def test_keys_can_be_chosen(patterns: tuple[str, ...], names: list[str]) -> None:
    text = '{"title": "The talks", "url": "See here", "menu": {"file": "Open file", "id": "Some words"}}'
    document = jsonfile.read(text, "en.json", keys=Selection(patterns))
    assert list(plain(document)) == names


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "expected a value"),
        ('{\n "a": "b"\n "c": 1}', 3, "expected a comma"),
        ('{"a": "line\nbreak"}', 1, "expected a value"),
        ("{'a': 1}", 1, "key in double quotes"),
        ("[" * 600, 1, "nested more than 500"),
        ('{"a": "\\x"}', 1, "expected a value"),
        ('{"a": undefined}', 1, "expected a value"),
        ('{"a": 1} x', 1, "end of the file"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, line: int, said: str) -> None:
    with pytest.raises(FormatError, match=said) as caught:
        jsonfile.read(text, "en.json")
    assert str(caught.value).startswith(f"en.json:{line}:")


def test_half_a_surrogate_pair_is_left_alone() -> None:
    text = '{"a": "Broken \\ud83d here", "b": "Whole \\ud83d\\ude00 here"}'
    document = jsonfile.read(text, "en.json")
    assert plain(document) == {"b": "Whole 😀 here"}
    assert json.loads(jsonfile.write(document, {"b": Text("Inteiro")}, "pt"))["b"] == "Inteiro"


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("en.json", "en"),
        ("locales/pt-BR/web.json", "pt-BR"),
        ("app_en.json", "en"),
        ("messages.de.json", "de"),
        ("sign-in.json", None),
        ("web.json", None),
    ],
)
def test_the_name_of_a_file_or_its_folder_says_the_language(path: str, language: str | None) -> None:
    assert jsonfile.read("{}", path).language == language


def _in_capitals(name: str, path: str, text: str, language: str) -> str:
    """Write a file of strings with every unit in capitals, and see that it has the units of its source."""
    using = formats.FORMATS[name]
    assert isinstance(using, formats.Format)
    document = using.read(text, path)
    targets = {unit.id: Text(unit.source.plain.upper(), unit.source.codes) for unit in document.units}
    written = using.write(document, targets, language)
    assert formats.same_structure(document, written.encode())
    return written


def test_a_plural_gets_the_forms_that_polish_has_and_english_has_not() -> None:
    source = '{\n  "days_one": "a day",\n  "days_other": "some days"\n}\n'
    assert _in_capitals("json", "en.json", source, "pl") == (
        '{\n  "days_one": "A DAY",\n  "days_few": "SOME DAYS",\n  "days_many": "SOME DAYS",\n  "days_other": "SOME DAYS"\n}\n'
    )
    nested = '{"days": {"one": "a day", "other": "some days"}}'
    assert _in_capitals("json", "en.json", nested, "sl") == (
        '{"days": {"one": "A DAY", "two": "SOME DAYS", "few": "SOME DAYS", "other": "SOME DAYS"}}'
    )


def test_i18next_finds_a_text_for_a_million_in_portuguese_too() -> None:
    written = _in_capitals("json", "en.json", '{"days_one":"a day","days_other":"some days"}', "pt")
    assert written == '{"days_one":"A DAY","days_many":"SOME DAYS","days_other":"SOME DAYS"}'


@pytest.mark.parametrize(
    "source",
    [
        '{"gender_other": "another one", "gender_male": "a man"}',
        '{"place_ordinal_one": "first one", "place_ordinal_other": "some place"}',
        '{"days_one": "a day", "days_other": ["some days"]}',
        '{"days_one": "a day", "days_few": "a few", "days_many": "many of them", "days_other": "some days"}',
    ],
)
def test_what_is_no_plural_or_has_all_forms_gets_none(source: str) -> None:
    assert len(_in_capitals("json", "en.json", source, "pl")) == len(source)


def test_a_message_gets_the_forms_that_the_language_has() -> None:
    source = '{"m": "It took {n, plural, =0 {no day} one {# day} other {# days}}."}'
    assert _in_capitals("json", "en.json", source, "ru") == (
        '{"m": "IT TOOK {n, plural, =0 {NO DAY} one {# DAY} few {# DAYS} many {# DAYS} other {# DAYS}}."}'
    )
    assert _in_capitals("json", "en.json", source, "pt") == (
        '{"m": "IT TOOK {n, plural, =0 {NO DAY} one {# DAY} other {# DAYS}}."}'
    )


def test_a_plural_within_a_plural_gets_them_too() -> None:
    inner = "{m, plural, one {a} other {b cats}}"
    source = f'{{"m": "{{n, plural, one {{x}} other {{y {inner}}}}}"}}'
    written = _in_capitals("json", "en.json", source, "lt")
    assert written.count("few {B CATS}") == written.count("many {B CATS}") == 3
    assert written.count("few {Y ") == 1


def test_plurals_within_plurals_do_not_fill_the_memory() -> None:
    message = "x days"
    for _ in range(18):
        message = f"{{n, plural, one {{a day}} other {{{message}}}}}"
    source = f'{{"m": "{message}"}}'
    assert len(_in_capitals("json", "en.json", source, "ar")) < 200_000


def test_yaml_gets_them_too_comments_and_all() -> None:
    source = "en:\n  days:\n    one: a day\n    other: some days # many\n  flow: {one: 'a cat', other: 'some cats'}\n"
    assert _in_capitals("yaml", "en.yml", source, "uk") == (
        "uk:\n  days:\n    one: A DAY\n    few: SOME DAYS\n    many: SOME DAYS\n    other: SOME DAYS # many\n"
        "  flow: {one: 'A CAT', few: 'SOME CATS', many: 'SOME CATS', other: 'SOME CATS'}\n"
    )


def test_short_words_are_no_pattern_of_a_date() -> None:
    document = formats.RESOURCE_FORMATS["json"].read(
        '{"a": "a day", "b": "My sea", "c": "dd/MM/yyyy", "d": "EEE, d MMM yy", "e": "h:mm a"}', "en.json"
    )
    assert [unit.id for unit in document.units] == ["a", "b"]


def test_the_numbered_directives_of_go_come_through() -> None:
    (unit,) = formats.RESOURCE_FORMATS["json"].read('{"a": "Hello %[1]s and %[2]d more"}', "en.json").units
    assert [unit.source.plain[start:end] for start, end in unit.source.protected()] == ["%[1]s", "%[2]d"]


def test_the_name_of_a_language_is_translated_and_its_tag_is_not() -> None:
    text = '{"language": "en", "menu": {"language": "Language"}}'
    assert [unit.id for unit in formats.RESOURCE_FORMATS["json"].read(text, "en.json").units] == [
        "menu.language"
    ]
