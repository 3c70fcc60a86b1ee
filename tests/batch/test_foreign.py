"""Articles in several languages: what is in the target language stays, what is in a third one as configured."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize.batch import Audit, Batch, Translated, find
from localize.config import Config
from localize.glossary import Glossary

if TYPE_CHECKING:
    from localize.engines.argos import ArgosEngine

ENGLISH = (
    "The Foreign Minister arrived in Geneva on Monday evening and met the press at the airport.",
    "She said that the talks about the border had made some progress over the last two weeks.",
    "Both delegations will meet again at the end of the month, a spokeswoman told reporters.",
)
PORTUGUESE = (
    "“Estamos muito perto de um acordo que vai mudar a vida das pessoas na fronteira”, disse a ministra."
)
FRENCH = (
    "« Nous sommes très proches d'un accord qui changera la vie des gens à la frontière », a dit le ministre."
)
NORWEGIAN = "«Vi er veldig nær en avtale som vil endre livet til menneskene ved grensen», sa ministeren."
DANISH = (
    "Udenrigsministeren ankom til Geneve mandag aften og talte med journalisterne i lufthavnen.",
    "Hun sagde, at forhandlingerne om grænsen havde gjort fremskridt i de seneste to uger.",
)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def translated(engine: ArgosEngine, *paragraphs: str, **settings: object) -> tuple[str, tuple[str, ...]]:
    """Translate an article; gives the translation and the languages of what was left."""
    Path("a.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    config = Config(to=("pt",), **settings)  # type: ignore[arg-type]
    (event,) = Batch(engine, Glossary(), config).run(find([Path("a.txt")], output=Path("output")))
    assert isinstance(event, Translated)
    return Path("output/pt/a.txt").read_text(encoding="utf-8"), event.kept


def test_what_is_in_the_target_language_already_stays(argos: ArgosEngine) -> None:
    text, kept = translated(argos, *ENGLISH, PORTUGUESE, foreign="translate")
    assert PORTUGUESE in text
    assert "Genebra" in text
    assert kept == ("pt",)


def test_a_quotation_in_a_third_language_stays_or_not_as_configured(argos: ArgosEngine) -> None:
    text, kept = translated(argos, ENGLISH[0], FRENCH, *ENGLISH[1:])
    assert FRENCH in text
    assert kept == ("fr",)
    text, kept = translated(argos, ENGLISH[0], FRENCH, *ENGLISH[1:], foreign="translate")
    assert FRENCH not in text
    assert kept == ()


def test_what_stayed_is_no_finding_when_the_translation_is_checked(argos: ArgosEngine) -> None:
    translated(argos, *ENGLISH, FRENCH, PORTUGUESE)
    (event,) = Audit(argos, Glossary(), Config(to=("pt",))).run(find([Path("a.txt")], output=Path("output")))
    assert isinstance(event, Translated)
    assert [finding.check for finding in event.rows.findings] == []
    assert event.rows.file.segments == len(ENGLISH)


def test_an_article_that_is_not_what_it_is_said_to_be_is_translated_whole(argos: ArgosEngine) -> None:
    assert translated(argos, FRENCH, FRENCH.replace("ministre", "président"), source="en")[1] == ()


def test_short_paragraphs_and_names_are_never_taken_for_foreign(argos: ArgosEngine) -> None:
    assert translated(argos, *ENGLISH, "Déjà vu", "Angela Merkel", "Bonjour, Paris")[1] == ()
