"""Firefox models: found by their names, whole sentences, one thread."""

from __future__ import annotations

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from localize.engines import SteerableEngine
from localize.engines.firefox import FirefoxEngine, find
from localize.errors import EngineError, UnsupportedPairError
from localize.languages import LanguageTagError, Pair, from_firefox
from tests.engines.prose import SENTENCES

if TYPE_CHECKING:
    from pathlib import Path

EN_PT = Pair("en", "pt")


def model(folder: Path, code: str, *, split: bool = False, shortlist: bool = True) -> None:
    """Write files named like a model's."""
    folder.mkdir(parents=True)
    names = [f"srcvocab.{code}.spm", f"trgvocab.{code}.spm"] if split else [f"vocab.{code}.spm"]
    names += [f"lex.50.50.{code}.s2t.bin"] if shortlist else []
    for name in (f"model.{code}.intgemm.alphas.bin", *names):
        (folder / name).write_bytes(b"junk")


def test_both_directions_translate(firefox: FirefoxEngine) -> None:
    assert firefox.translate(["The house is white."], EN_PT)[0].text == "A casa é branca."
    assert firefox.translate(["A casa é branca."], Pair("pt", "en"))[0].text == "The house is white."


def test_the_origin_names_runtime_model_and_weights(firefox: FirefoxEngine) -> None:
    name, digits = firefox.origin(EN_PT).removeprefix(f"{firefox.signature}: ").split()
    assert firefox.signature.startswith("firefox (fxtranslate 0.5")
    assert (name, len(digits)) == ("enpt", 8)


def test_characters_that_the_model_lacks_come_through(firefox: FirefoxEngine) -> None:
    (draft,) = firefox.translate(["Recep Tayyip Erdoğan met Łukasz Żurawski."], EN_PT)
    assert "Erdoğan" in draft.text
    assert "Łukasz Żurawski" in draft.text


def test_a_batch_gives_what_one_by_one_gives_in_any_order(firefox: FirefoxEngine) -> None:
    sources = list(SENTENCES[::6])
    alone = [firefox.translate([source], EN_PT)[0] for source in sources]
    random.Random(7).shuffle(order := list(range(len(sources))))
    assert firefox.translate([sources[i] for i in order], EN_PT) == [alone[i] for i in order]


def test_a_sentence_longer_than_the_model_can_hold_keeps_its_end(firefox: FirefoxEngine) -> None:
    houses = ", ".join(f"house number {i} is white" for i in range(60))
    (draft,) = firefox.translate([f"The minister said that {houses}, and the bank is in Geneva."], EN_PT)
    assert sum(str(i) in draft.text for i in range(60)) >= 55, (
        "given the whole, the model loses more than half"
    )
    assert draft.text.endswith("Genebra.")


def test_any_thread_may_ask(firefox: FirefoxEngine) -> None:
    with ThreadPoolExecutor(3) as pool:
        drafts = list(pool.map(lambda _: firefox.translate(["The house is white."], EN_PT)[0].text, range(6)))
    assert drafts == ["A casa é branca."] * 6


def test_it_says_that_it_only_translates(firefox: FirefoxEngine) -> None:
    assert not isinstance(firefox, SteerableEngine)
    assert firefox.translate(["NATO"], EN_PT)[0].alignment == ()


def test_a_program_that_ends_without_closing_it_ends_quietly(firefox: FirefoxEngine) -> None:
    folder = firefox.models[EN_PT].weights.parent
    code = (
        "from localize.engines.firefox import FirefoxEngine\n"
        "from localize.languages import Pair\n"
        f"engine = FirefoxEngine({{'models': [{str(folder)!r}]}})\n"
        "print(engine.translate(['The house is white.'], Pair('en', 'pt'))[0].text)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "A casa é branca.\n", "")


def test_models_are_found_in_folders_and_folders_in_them(tmp_path: Path) -> None:
    model(tmp_path / "en-es", "enes")
    model(tmp_path / "japanese", "enja", split=True, shortlist=False)
    found = find([tmp_path, tmp_path / "nowhere"])
    assert set(found) == {Pair("en", "es"), Pair("en", "ja")}
    assert found[Pair("en", "ja")].source_vocabulary.name == "srcvocab.enja.spm"
    assert found[Pair("en", "ja")].shortlist is None
    assert find([tmp_path / "en-es"]) == {Pair("en", "es"): found[Pair("en", "es")]}


def test_what_was_installed_tells_its_pair_by_its_folder(tmp_path: Path) -> None:
    model(tmp_path / "firefox-en_zh-Hant-3_0", "enzh", split=True)
    model(tmp_path / ".part" / "firefox-en_es-3_0", "enes")
    assert set(find([tmp_path])) == {Pair("en", "zh-Hant")}


def test_the_first_place_wins_and_there_the_last_name(tmp_path: Path) -> None:
    for place, name in (("mine", "enes-1"), ("mine", "enes-2"), ("others", "enes-3")):
        model(tmp_path / place / name, "enes")
    found = find([tmp_path / "mine", tmp_path / "others"])
    assert found[Pair("en", "es")].weights.parent.name == "enes-2"


def test_a_model_without_vocabulary_is_none(tmp_path: Path) -> None:
    model(tmp_path / "enes", "enes")
    (tmp_path / "enes" / "vocab.enes.spm").unlink()
    (tmp_path / "enes" / "model.config.bin").write_bytes(b"")
    assert find([tmp_path]) == {}


def test_a_broken_model_is_an_error_that_names_it(tmp_path: Path) -> None:
    model(tmp_path / "enes", "enes")
    engine = FirefoxEngine({"models": [str(tmp_path)]})
    with pytest.raises(EngineError, match=r"enes: the model cannot be loaded"):
        engine.translate(["Hello."], Pair("en", "es"))


def test_a_missing_model_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(UnsupportedPairError) as caught:
        FirefoxEngine({}).translate(["Hello."], Pair("en", "is"))
    assert caught.value.hint.endswith("localize model install firefox:en-is")


@pytest.mark.parametrize(
    ("code", "pair"), [("enpt", Pair("en", "pt")), ("zhen", Pair("zh", "en")), ("ennb", Pair("en", "nb"))]
)
def test_codes_of_firefox_become_pairs(code: str, pair: Pair) -> None:
    assert from_firefox(code) == pair


@pytest.mark.parametrize("code", ["", "en", "en-pt", "englishportuguese", "1234"])
def test_other_names_are_no_codes(code: str) -> None:
    with pytest.raises(LanguageTagError):
        from_firefox(code)
