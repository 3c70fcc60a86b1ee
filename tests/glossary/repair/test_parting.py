"""A term whose words a longer name parts stands together once they are turned."""

from __future__ import annotations

import pytest

from localize.document import Draft
from localize.glossary.repair.parting import turned
from tests.glossary.drafts import matched

CSV = "en,pt,kind\nelectoral commission,comissão eleitoral,term\n"


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (
            "The National Electoral Commission met.",
            "A Comissão Nacional Eleitoral se reuniu.",
            "A Comissão Eleitoral Nacional se reuniu.",
        ),
        ("The National Electoral Commission met.", "A Comissão Eleitoral Nacional se reuniu.", None),
        ("The National Electoral Commission met.", "A comissão nacional eleitoral se reuniu.", None),
        ("The Electoral Commission met.", "A Comissão Nacional Eleitoral se reuniu.", None),
        ("The national electoral commission met.", "A Comissão Nacional Eleitoral se reuniu.", None),
    ],
)
def test_the_word_between_goes_behind(source: str, target: str, wanted: str | None) -> None:
    found = turned(source, Draft(target), matched(CSV, source), "pt")
    assert (found and found.draft.text) == wanted
    assert found is None or found.before == "Comissão Nacional Eleitoral"
