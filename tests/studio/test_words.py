"""Every message of the pages is in every catalogue, with the same placeholders, and no catalogue has more."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import jinja2
import pytest

import localize.studio
from localize import languages, segmentation
from localize.checks.numbers import number_mismatch
from localize.document import Text, Translation
from localize.exchange.catalogue import parse_catalogue
from localize.formats import FORMATS, parse
from localize.glossary.table.csvfile import parse_bytes
from localize.languages import Pair
from localize.messages import tell
from localize.studio import labels, words
from localize.studio.sifting import SHOWN
from localize.studio.visit import PLACES
from localize.termbases import FORMATS as TERMBASES

STUDIO = Path(localize.studio.__file__).parent
TRANSLATED = [tag for tag in words.LANGUAGES if tag != "en"]


def in_templates() -> set[str]:
    environment = jinja2.Environment(
        extensions=["jinja2.ext.i18n"], autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    found: set[str] = set()
    for path in sorted((STUDIO / "templates").rglob("*.html")):
        for _, _, message in environment.extract_translations(path.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
            found |= {message} if isinstance(message, str) else {part for part in message if part}
    return found


def in_code() -> set[str]:
    found: set[str] = set()
    for path in sorted(STUDIO.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"say", "count"}
            ):
                texts = [
                    one.value
                    for one in node.args
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                ]
                found |= set(texts[: 1 if node.func.attr == "say" else 2])
    return found | set(PLACES.values())


def in_other_parts() -> set[str]:
    """Collect the templates of checks, reviews and reasons."""
    found: set[str] = set()
    for path in sorted(STUDIO.parent.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "Message(" in text else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
                found |= {
                    one.value
                    for one in node.args
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found


@cache
def messages() -> frozenset[str]:
    names = {name.partition(" (")[0] for name in languages.NAMES.values()}
    return frozenset(
        in_templates()
        | in_code()
        | in_other_parts()
        | set(labels.COLUMNS.values())
        | set(labels.VALUES.values())
        | set(labels.VERDICTS.values())
        | set(SHOWN.values())
        | {known.title for known in TERMBASES.values()}
        | names
    )


def placeholders(text: str) -> list[str]:
    return sorted(set(re.findall(r"%\(\w+\)s", text)))


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_catalogue_has_every_message_and_no_other(tag: str) -> None:
    text = (STUDIO / "po" / f"{tag}.po").read_text(encoding="utf-8")
    _, entries = parse_catalogue(text)
    plurals = set(re.findall(r'^msgid_plural "(.*)"$', text, re.MULTILINE))
    assert {entry.source.strip() for entry in entries} | plurals == messages()
    assert [entry.source for entry in entries if "fuzzy" in entry.flags] == []
    assert 'msgstr ""\n\n' not in text.partition("\n\n")[2]


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_message(tag: str) -> None:
    spoken = words.words(tag)
    for message in messages():
        assert placeholders(spoken.gettext(message)) == placeholders(message), message


def test_columns_and_languages_are_named_in_the_language_of_the_reader() -> None:
    say = words.words("pt").gettext
    assert labels.column("forms:pt", say) == "Formas (português)"
    assert labels.column("ar", say) == "Árabe"
    assert labels.language("en-GB", say) == "inglês (GB)"
    assert labels.language("tlh", say) == "tlh"


def test_numbers_are_counted_and_written_in_the_language() -> None:
    spoken = words.words("pt")
    assert spoken.ngettext("%(num)s concept", "%(num)s concepts", 1) == "%(num)s conceito"
    assert spoken.ngettext("%(num)s concept", "%(num)s concepts", 0) == "%(num)s conceitos"
    assert words.number(12_345, "pt") == "12.345"
    assert words.number(12_345, "en") == "12,345"


@pytest.mark.parametrize(
    ("accepted", "tag"),
    [
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("en;q=0.5, pt;q=0.9", "pt"),
        ("sv,xx;q=zero", "en"),
        ("", "en"),
        ("*", "en"),
    ],
)
def test_the_language_is_the_first_that_the_browser_wants_and_we_have(accepted: str, tag: str) -> None:
    assert words.choose(accepted) == tag


@pytest.mark.parametrize(
    ("tag", "direction"), [("ar", "rtl"), ("he", "rtl"), ("az-Arab", "rtl"), ("pt", "ltr"), ("ur-PK", "rtl")]
)
def test_a_language_has_its_direction(tag: str, direction: str) -> None:
    assert words.direction(tag) == direction


def test_a_finding_is_told_in_the_language_of_the_reader_and_words_of_the_article_stay() -> None:
    spoken = words.words("pt")
    document = parse(b"The deficit was 12 million.\n", path="a.txt", using=FORMATS["text"])
    segment = next(segment for segment in segmentation.segment(document.units[0], "en"))
    translation = Translation(segment, Text("O défice foi de 13 milhões."))
    (problem,) = number_mismatch(translation, Pair("en", "pt"))
    assert problem.message == '"12 million" became "13 milhões"'
    assert tell(problem.message, spoken.gettext) == '"12 million" virou "13 milhões"'


def test_what_a_glossary_is_told_comes_in_the_language_of_the_reader() -> None:
    _, problems = parse_bytes(b"en,pt,kind\nNATO,OTAN,thing\n", "a.csv")
    assert [tell(problem.message, words.words("es").gettext) for problem in problems] == [
        "«thing» no es ninguno de estos: title, name, organisation, place, acronym, term, do-not-translate"
    ]
