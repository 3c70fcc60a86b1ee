from __future__ import annotations

import pytest

from tests.checks.build import messages


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("The UN (in New York) agreed.", "A ONU (em Nova Iorque) concordou.", []),
        (
            "The UN (in New York) agreed.",
            "A ONU em Nova Iorque concordou.",
            ['"(" is missing, ")" is missing'],
        ),
        ("The UN [sic] agreed.", "A ONU [sic concordou.", ['"]" is missing']),
        ("The UN agreed.", "A ONU) concordou.", ['")" is not in the source']),
        ("The UN (in New York) agreed.", "联合国（在纽约）同意了。", []),
        ("a) The first point.", "a) O primeiro ponto.", []),
    ],
)
def test_brackets_are_counted(source: str, target: str, said: list[str]) -> None:
    assert messages("brackets-mismatch", source, target) == said


@pytest.mark.parametrize(
    "target",
    ["“Acabou”, disse ele.", "«Acabou», disse ele.", '"Acabou", disse ele.', "„Acabou“, disse ele.", "‘Acabou’, disse ele.", "'Acabou', disse ele."],
)  # fmt: skip
def test_quotation_marks_may_change_their_style(target: str) -> None:
    assert messages("quotes-mismatch", '"It is over," he said.', target) == []


def test_lost_quotation_marks_are_reported() -> None:
    assert messages("quotes-mismatch", '"It is over," he said.', "Acabou, disse ele.") == [
        "the quotation marks are missing"
    ]


def test_a_quotation_mark_without_partner_is_reported() -> None:
    assert messages("quotes-mismatch", '"It is over," he said.', "“Acabou, disse ele.") == [
        "a quotation mark has no partner"
    ]


def test_a_quotation_that_goes_on_in_the_next_sentence_is_fine() -> None:
    assert messages("quotes-mismatch", '"It is over. ', "“Acabou.") == []


def test_apostrophes_and_inches_are_no_quotation_marks() -> None:
    assert messages("quotes-mismatch", "It's Rutte's day.", "É o dia de Rutte.") == []
    assert messages("quotes-mismatch", 'A 6" gun.', "Um canhão de seis polegadas.") == []
