"""Names by what stands around them."""

from __future__ import annotations

import pytest

from localize.glossary.naming.told import told


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("The charity Room to Read opened a school.", ["Room to Read"]),
        ("The programme, Foreign Correspondent, won a prize.", ["Foreign Correspondent"]),
        ("The programme, Foreign Correspondent said, won a prize.", []),
        ("The documentary Finding Home follows three families.", ["Finding Home"]),
        ("Moody's downgraded the country.", ["Moody's"]),
        ("Macy's and Kohl's fell sharply.", ["Macy's", "Kohl's"]),
        ("Moody's analysts downgraded the country.", []),
        ("Anna's and Peter's children fell ill.", []),
        ("The charity Refuge runs 40 houses.", ["Refuge"]),
        ("The ship Endurance sank in 1915.", ["Endurance"]),
        ("The company President said no.", []),
        ("The band Sunday rehearsal was loud.", []),
        ("The non-profit Second Chance trains prisoners.", ["Second Chance"]),
        ("She sang Golden Days at the funeral.", ["Golden Days"]),
        ("They sang Happy Birthday to him.", []),
        ("The book, Fear, describes a breakdown.", ["Fear"]),
        ("The book, Monday, describes a day.", []),
        ("The Long Acre pub has closed.", ["Long Acre"]),
        ("The French Catholic newspaper has closed.", []),
        (
            "The case, Learning Resources Inc. v. Trump, was brought in May.",
            ["Learning Resources Inc. v. Trump"],
        ),
        ("They watched Arsenal v. France there.", []),
        ("Fans queued to see Wet Wet Wet in Leeds.", ["Wet Wet Wet"]),
        ("Shares in Boots Alliance fell.", ["Boots Alliance"]),
    ],
)
def test_what_it_is_tells_what_it_is_called(source: str, names: list[str]) -> None:
    assert [source[one.start : one.end] for one in told(source, "running")] == names
