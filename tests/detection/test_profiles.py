"""langdetect's profiles, read without its dice."""

from __future__ import annotations

from importlib import resources

import pytest

from localize.detection import Detector
from localize.detection.profiles import PROFILES, Profiles
from localize.detection.scripts import SOLE
from localize.errors import LocalizeError


def test_every_profile_of_langdetect_is_used_or_told_by_its_script() -> None:
    shipped = {
        item.name
        for item in (resources.files("langdetect") / "profiles").iterdir()
        if item.name != "__pycache__"
    }
    used = {code for codes in PROFILES.values() for code in codes}
    assert shipped - used - set(SOLE.values()) == {"ja", "zh-cn", "zh-tw"}
    assert used <= shipped


def test_a_text_in_a_profiled_language_fits_and_one_in_another_does_not() -> None:
    german = "Der Stadtrat hat am Dienstag beschlossen, den alten Hafen wieder aufzubauen. " * 3
    irish = "Thug an freasúra rabhadh go bhféadfadh an costas dul i bhfad thar an daichead milliún."
    profiles = Profiles()
    assert profiles.weigh(german, "LATIN").known > 0.95
    assert profiles.weigh(irish, "LATIN").known < 0.5


def test_norwegian_has_its_tag() -> None:
    scores = Profiles().weigh("Beboerne har lenge klaget over støyen", "LATIN").scores
    assert "nb" in scores
    assert "no" not in scores


def test_text_without_any_known_letter_gives_no_evidence() -> None:
    evidence = Profiles().weigh("ꬰꬰꬰꬰꬰꬰ", "LATIN")
    assert evidence.scores == {}
    assert evidence.known == 0


def test_a_detector_that_is_not_installed_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("localize.detection.langid.find_spec", lambda _: None)
    with pytest.raises(LocalizeError) as caught:
        Detector(backend="py3langid")
    assert caught.value.hint == "pip install localize[detect]"
    assert Detector().detect("").detector.startswith("langdetect ")
