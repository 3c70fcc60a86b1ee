"""The engine of Argos packages: led, aligned, scored, pivoting; older packages; nothing written, no network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from localize.alignment import overlap
from localize.document import Draft
from localize.engines.argos import ArgosEngine
from localize.engines.packages import shipped_folder
from localize.errors import EngineError, UnsupportedPairError
from localize.languages import Pair
from tests.engines.prose import SENTENCES

PAIR = Pair("en", "pt")
RULED = "The Supreme Court ruled on Monday that the government must pay."
pytestmark = pytest.mark.model


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.fixture(scope="module")
def pivoting(tmp_path_factory: pytest.TempPathFactory) -> ArgosEngine:
    """Load an engine with a second package from "Portuguese" to "Spanish", which is the shipped model again."""
    folder = tmp_path_factory.mktemp("packages")
    copy(folder / "pt_es", from_code="pt", to_code="es", package_version="2.3")
    return ArgosEngine({"models": [str(folder)]})


def copy(path: Path, **metadata: object) -> None:
    """Copy the shipped package, large files as links, with other metadata."""
    shipped = next(shipped_folder().iterdir())
    shutil.copytree(shipped, path, copy_function=lambda a, b: Path(b).symlink_to(a))
    told = json.loads((path / "metadata.json").read_text(encoding="utf-8"))
    (path / "metadata.json").unlink()
    (path / "metadata.json").write_text(json.dumps(told | metadata), encoding="utf-8")


# leading the decoder


@pytest.mark.parametrize(
    "prefix",
    [
        "",
        "O Supremo Tribunal",
        "O ",
        "O STF",
        "Segundo o Supremo,",
        "  O  “Supremo” Łukasz",
        "€5",
        "🙂",
        "_O_ {STF}",
    ],
)
def test_a_completion_begins_with_its_prefix_to_the_letter(argos: ArgosEngine, prefix: str) -> None:
    (draft,) = argos.complete([RULED], [prefix], PAIR)
    assert draft.text.startswith(prefix)
    assert len(words(draft.text)) > 5
    assert all(
        0 <= a < b <= len(RULED) and 0 <= c < d <= len(draft.text) for (a, b), (c, d) in draft.alignment
    )


def test_a_completion_with_its_own_draft_for_prefix_is_that_draft(argos: ArgosEngine) -> None:
    (draft,) = argos.translate([RULED], PAIR)
    (again,) = argos.complete([RULED], [draft.text], PAIR)
    assert again.text == draft.text


def test_a_prefix_leads_to_words_that_agree_with_it(argos: ArgosEngine) -> None:
    source = "The bill was approved."
    masculine, feminine = argos.complete([source] * 2, ["O projeto foi", "A proposta foi"], PAIR)
    assert masculine.text == "O projeto foi aprovado."
    assert feminine.text == "A proposta foi aprovada."


def test_the_alignment_of_a_prefix_that_the_model_cannot_spell_counts_in_the_prefix(
    argos: ArgosEngine,
) -> None:
    (draft,) = argos.complete(["Łukasz won the election."], ["„Łukasz“ venceu"], PAIR)
    (origin, target) = next(pair for pair in draft.alignment if overlap(pair[1], (1, 7)))
    assert overlap(origin, (0, 6))
    assert overlap(target, (1, 7))


@pytest.mark.parametrize("word", ["Corte", "corte", "decidiu", "governo", "Suprema Corte"])
def test_forbidden_words_stay_out_of_every_target(argos: ArgosEngine, word: str) -> None:
    sources = [RULED, "the highest court (the Supreme Court) ruled against the court's own government."]
    free = argos.complete(sources, ["", ""], PAIR)
    assert any(word.lower() in draft.text.lower() for draft in free)
    for draft in argos.complete(sources, ["", ""], PAIR, forbid=[word]):
        assert not re.search(rf"(?<!\w){word}(?!\w)", draft.text, re.IGNORECASE)
        assert len(words(draft.text)) > 5


def test_a_forbidden_word_may_stand_in_the_prefix(argos: ArgosEngine) -> None:
    (draft,) = argos.complete([RULED], ["A Corte"], PAIR, forbid=["Corte"])
    assert draft.text.startswith("A Corte")
    assert "Corte" not in draft.text[len("A Corte") :]


def test_a_completion_is_the_same_beside_others_of_any_length(argos: ArgosEngine) -> None:
    words = argos.translate([RULED], PAIR)[0].text.split()
    prefixes = [" ".join(words[:n]) for n in range(1, len(words))]
    alone = [argos.complete([RULED], [prefix], PAIR)[0] for prefix in prefixes]
    assert argos.complete([RULED] * len(prefixes), prefixes, PAIR) == alone


def test_a_given_translation_is_aligned_the_same_beside_others(argos: ArgosEngine) -> None:
    targets = ["O tribunal decidiu.", "O Supremo Tribunal decidiu na segunda-feira contra o governo.", "Sim."]
    alone = [argos.align([RULED], [target], PAIR)[0] for target in targets]
    assert argos.align([RULED] * 3, targets, PAIR) == alone


def test_a_score_tells_how_likely_each_word_is(argos: ArgosEngine) -> None:
    text = "A gata dormiu no sofá."
    (score,) = argos.score(["The cat slept on the sofa."], [text.replace("gata", "guerra")], PAIR)
    assert sum(likely for _, likely in score.places) == pytest.approx(score.total, abs=1.0)  # end of sentence
    least = min(score.places, key=lambda place: place[1])[0]
    assert least[0] == 2


def test_signs_that_the_tokenizer_would_rewrite_come_through(argos: ArgosEngine) -> None:
    (draft,) = argos.translate(["HelioLift™ cuts CO₂ in hospitals…"], PAIR)
    assert [sign for sign in ("HelioLift™", "CO₂", "…") if sign not in draft.text] == []


def test_an_empty_source_is_completed_by_nothing(argos: ArgosEngine) -> None:
    assert [draft.text for draft in argos.complete(["", " "], ["", "Olá"], PAIR)] == ["", "Olá"]


# alignment and score of given translations


def test_the_alignment_of_a_draft_given_back_is_the_draft_s_own(argos: ArgosEngine) -> None:
    """But for names that were put back letter by letter, which a draft aligns as wholes."""
    sources = [RULED, *SENTENCES[3::11]]
    drafts = argos.translate(sources, PAIR)
    aligned = argos.align(sources, [draft.text for draft in drafts], PAIR)
    for draft, alignment in zip(drafts, aligned, strict=True):
        assert draft.alignment
        for origin, place in draft.alignment:
            assert any(origin == other and overlap(place, target) for other, target in alignment)


def test_a_given_translation_is_aligned_word_by_word(argos: ArgosEngine) -> None:
    target = "O Supremo Tribunal decidiu na segunda-feira que o governo tem de pagar."
    (alignment,) = argos.align([RULED], [target], PAIR)
    rendered = {
        RULED[slice(*origin)]: target[slice(*place)]
        for origin, place in alignment
        if len(target[slice(*place)]) > 4
    }
    assert rendered["Supreme"] == "Supremo"
    assert rendered["Court"] == "Tribunal"
    assert rendered["government"] == "governo"


def test_the_alignment_counts_in_the_target_as_it_was_given(argos: ArgosEngine) -> None:
    source, target = "“No,” said Erdoğan.", "  “Não”, disse Erdoğan…"
    (alignment,) = argos.align([source], [target], PAIR)
    erdogan = target.index("Erdoğan")
    assert any(
        overlap(origin, (11, 18)) and overlap(place, (erdogan, erdogan + 7)) for origin, place in alignment
    )
    assert all(0 <= c < d <= len(target) for _, (c, d) in alignment)


@pytest.mark.parametrize(
    ("source", "target"), [("", ""), ("", "Olá."), ("Hello.", ""), (" ", "Olá."), ("Hello.", "\t")]
)
def test_nothing_aligns_with_nothing(argos: ArgosEngine, source: str, target: str) -> None:
    assert argos.align([source], [target], PAIR) == [()]


def test_a_draft_scores_better_than_a_damaged_one(argos: ArgosEngine) -> None:
    sources = [RULED, *SENTENCES[2::17]]
    drafts = [draft.text for draft in argos.translate(sources, PAIR)]
    damaged = [" ".join(reversed(text.split())) for text in drafts]
    whole = argos.score(sources, drafts, PAIR)
    broken = argos.score(sources, damaged, PAIR)
    several = [i for i, text in enumerate(drafts) if len(text.split()) > 2]
    assert len(several) >= 6
    assert all(whole[i].mean > broken[i].mean for i in several)
    assert all(score.total <= 0 and score.tokens > 0 for score in whole)


def test_the_score_of_a_draft_is_the_draft_s_own_where_the_search_keeps_one(argos: ArgosEngine) -> None:
    (versions,) = argos.versions([RULED], PAIR)
    for draft in versions:
        (score,) = argos.score([RULED], [draft.text], PAIR)
        assert draft.score is not None
        assert score.mean == pytest.approx(draft.score, abs=0.02)
    assert argos.translate([RULED], PAIR)[0].score is None


def test_a_wider_search_gives_versions_the_likeliest_first_the_same_in_any_batch(argos: ArgosEngine) -> None:
    sources = SENTENCES[::8]
    together = argos.versions([*sources, ""], PAIR)
    assert together[-1] == (Draft(""),)
    assert together[:-1] == [argos.versions([source], PAIR)[0] for source in sources]
    for versions in together[:-1]:
        scores = [draft.score or 0.0 for draft in versions]
        assert len({draft.text for draft in versions}) > 1
        assert scores == sorted(scores, reverse=True)


def test_with_a_beam_a_sentence_is_aligned_the_same_in_any_batch() -> None:
    engine = ArgosEngine({"beam": 2})
    sources = SENTENCES[::8]
    assert engine.translate(sources, PAIR) == [engine.translate([source], PAIR)[0] for source in sources]


def test_nothing_has_no_tokens_to_score(argos: ArgosEngine) -> None:
    assert [score.tokens for score in argos.score(["", "Hello."], ["Olá.", ""], PAIR)] == [0, 1]


# pivots


def test_a_pivot_is_a_direction_and_named_in_the_origin(pivoting: ArgosEngine) -> None:
    assert Pair("en", "es") in pivoting.pairs()
    assert Pair("en", "es") not in ArgosEngine({}).pairs()
    origin = pivoting.origin(Pair("en", "es"))
    assert origin.startswith(pivoting.signature)
    assert re.search(r": translate-en_pt [\d.]+ \w{8} beam 1 \+ translate-pt_es 2\.3 \w{8} beam 1$", origin)


def test_a_pivot_translates_what_the_first_model_made_and_aligns_through_it(pivoting: ArgosEngine) -> None:
    sources = ["NATO met in Brussels.", "", RULED]
    first = pivoting.translate(sources, PAIR)
    second = pivoting.translate([draft.text for draft in first], Pair("pt", "es"))
    through = pivoting.translate(sources, Pair("en", "es"))
    assert [draft.text for draft in through] == [draft.text for draft in second]
    assert through[1] == first[1]
    for source, draft in zip(sources, through, strict=True):
        assert all(
            0 <= a < b <= len(source) and 0 <= c < d <= len(draft.text) for (a, b), (c, d) in draft.alignment
        )
    brussels = sources[0].index("Brussels")
    found = [
        through[0].text[slice(*target)]
        for origin, target in through[0].alignment
        if overlap(origin, (brussels, brussels + 8))
    ]
    assert "Bru" in "".join(found)


def test_a_pivot_has_the_versions_of_its_last_model(pivoting: ArgosEngine) -> None:
    (first,) = pivoting.translate([RULED], PAIR)
    assert pivoting.versions([RULED], Pair("en", "es")) == pivoting.versions([first.text], Pair("pt", "es"))


def test_a_pivot_is_led_aligned_and_scored_at_its_end(pivoting: ArgosEngine) -> None:
    pair = Pair("en", "es")
    (led,) = pivoting.complete([RULED], ["El Supremo"], pair, forbid=["governo"])
    assert led.text.startswith("El Supremo")
    (alignment,) = pivoting.align([RULED], [led.text], pair)
    assert alignment
    assert all(0 <= a < b <= len(RULED) and 0 <= c < d <= len(led.text) for (a, b), (c, d) in alignment)
    whole, reversed_ = pivoting.score([RULED] * 2, [led.text, " ".join(reversed(led.text.split()))], pair)
    assert whole.mean > reversed_.mean


def test_regions_are_served_by_their_language(argos: ArgosEngine) -> None:
    assert argos.origin(Pair("en-GB", "pt-BR")) == argos.origin(PAIR)
    assert argos.translate(["NATO"], Pair("en-GB", "pt-BR")) == argos.translate(["NATO"], PAIR)


def test_a_direction_without_a_model_is_refused_before_anything_is_translated(argos: ArgosEngine) -> None:
    for call in (
        argos.origin,
        lambda pair: argos.translate([], pair),
        lambda pair: argos.score([], [], pair),
    ):
        with pytest.raises(UnsupportedPairError, match="no model translates pt to gl"):
            call(Pair("pt", "gl"))


def test_the_newest_package_and_the_beam_asked_for_are_used(tmp_path: Path) -> None:
    copy(tmp_path / "newer", package_version="99.1", beam_size=0)
    for beam, used in ((0, 4), (2, 2)):
        origin = ArgosEngine({"models": [str(tmp_path)], "beam": beam}).origin(PAIR)
        assert re.search(rf"translate-en_pt 99\.1 \w{{8}} beam {used}$", origin)


# broken and older packages


@pytest.mark.parametrize("name", ["model/model.bin", "model/shared_vocabulary.json", "sentencepiece.model"])
@pytest.mark.parametrize("data", [None, b"", b"\x00" * 64], ids=["missing", "empty", "zeros"])
def test_a_damaged_package_is_an_error_that_names_it(tmp_path: Path, name: str, data: bytes | None) -> None:
    copy(tmp_path / "broken", from_code="xx")
    (tmp_path / "broken" / name).unlink()
    if data is not None:
        (tmp_path / "broken" / name).write_bytes(data)
    engine = ArgosEngine({"models": [str(tmp_path)]})
    with pytest.raises(EngineError, match="cannot be loaded") as caught:
        engine.translate(["NATO"], Pair("xx", "pt"))
    assert str(tmp_path / "broken") in str(caught.value)
    assert caught.value.hint


def test_a_model_that_is_cut_off_is_an_error(tmp_path: Path) -> None:
    copy(tmp_path / "broken", from_code="xx")
    model = tmp_path / "broken" / "model" / "model.bin"
    whole = model.read_bytes()
    model.unlink()
    model.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(EngineError, match="the model cannot be loaded"):
        ArgosEngine({"models": [str(tmp_path)]}).translate(["NATO"], Pair("xx", "pt"))


# traces

QUIET = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen"):
        raise RuntimeError(event)

sys.addaudithook(refuse)
from localize.engines import load
from localize.languages import Pair
print(load("argos", {"threads": 1}).translate(["The minister resigned."], Pair("en", "pt"))[0].text)
"""


def test_translating_writes_nothing_at_home_and_asks_no_network(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ARGOS_"))}
    done = subprocess.run(
        [sys.executable, "-c", QUIET],
        env={**kept, "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "O ministro renunciou.\n"
    assert list(tmp_path.rglob("*")) == []
