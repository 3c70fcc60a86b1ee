"""Who bears a title, in one sentence and in those after it."""

from __future__ import annotations

import pytest

from localize.glossary.repair.persons import Bearers
from tests.glossary.drafts import matched

CSV = "en,pt,kind\nminister,ministro,title\nchair,presidente,title\n"


def told(*sentences: str, documents: tuple[int, ...] = ()) -> list[bool | None]:
    """Ask for every title of the sentences of an article, or of several."""
    bearers = Bearers()
    return [
        bearers.is_woman(
            source, match, document=(documents or (0,) * len(sentences))[number], sentence=number
        )
        for number, source in enumerate(sentences)
        for match in matched(CSV, source)
    ]


NAMED = "The minister, Maria Silva, left."


@pytest.mark.parametrize(
    ("source", "woman"),
    [
        (NAMED, True),
        ("Minister Maria Silva left.", True),
        ("Minister Peter Silva left.", False),
        ("Minister Sameh Silva left.", False),
        ("Minister Andrea Silva left.", None),
        ("The minister left.", None),
        ("Mr Silva, the minister, left.", False),
        ("Mr. minister, Madam Speaker, good morning.", False),
        ("Madam minister, Mr Speaker, good morning.", True),
        ("Maria Silva, the new Spanish minister, left.", True),
        ("Maria Silva, minister since May, left.", True),
        ("Maria Silva, Spanish minister, left.", True),
        ("The queen, Maria Silva, met the minister.", None),
        ("Maria Silva, the head of the minister, left.", None),
        ("The envoy of the minister, Maria Silva, left.", None),
        ("The wife of the minister, Maria Silva, left.", None),
        # a relative who holds the office
        ("Her husband, the minister, left.", False),
        ("His sister, a former minister, left.", True),
        ("His sister saw the minister.", None),
        ("The minister, a mother of three, left.", True),
        ("The minister, his son and others left.", None),
        # two offices of one bearer
        ("The minister and Deputy Speaker, Maria Silva, left.", True),
        ("The minister and the Deputy Speaker, Maria Silva, left.", None),
        # who is said to hold it
        ("His sister is a minister.", True),
        ("She was elected minister in May.", True),
        ("Maria Silva became minister.", True),
        ("Peter Silva is now the Spanish minister.", False),
        ("She was the wife of the minister.", None),
        ("Maria Silva was told the minister had left.", None),
        ("Maria Silva, who saw the minister, left.", None),
    ],
)
def test_a_name_or_an_honorific_beside_the_title_tells(source: str, *, woman: bool | None) -> None:
    assert told(source) == [woman]


@pytest.mark.parametrize(
    ("source", "woman"),
    [
        ("Ms Silva was the first woman to become minister.", True),
        ("She is the first woman who has been elected as the country's minister.", True),
        ("Samoa has its first female minister.", True),
        ("She is Spain's first woman deputy minister, and the first female Catalan minister.", True),
        ("He was the last man to serve as Danish deputy minister.", False),
        ("The woman told the minister to leave.", None),
        ("A man who was with the minister left.", None),
        # what belongs to the office of the subject
        ("The minister was represented by her deputy.", True),
        ("Silva stayed away; the Danish minister sent his counterpart a letter.", False),
        ("Rain fell, and the minister of her country left.", None),
        ("The minister said Maria Silva and her party had lost.", None),
        ("The minister met the chair and her husband.", None),
        ("The minister met Silva, her deputy.", None),
    ],
)
def test_what_a_sentence_says_of_the_bearer_tells(source: str, *, woman: bool | None) -> None:
    assert told(source)[:1] == [woman]


@pytest.mark.parametrize(
    ("source", "woman"),
    [
        # an honorific, also after a place or an excellency
        ("The minister of the Republic of Angola, H.E. Mr. Téte Silva, left.", False),
        ("Dame Maria Silva, the minister, said he was right.", True),
        # of a name that is told, a pronoun that is the bearer's says more
        ("Minister Maria Kiir dismissed his deputy.", True),
        ("Minister Maria Kiir dismissed the chair, and his former deputy left.", False),
        ("Minister Maria Kiir said that his country was ready.", False),
        ("Minister Maria Silva told him that he was right.", True),
        ("Minister Maria Silva met Peter Stone, and his wife left.", True),
        # of a name that is not, any
        ("The minister, Kemi Badenoch, is on her feet.", True),
        ("The minister, Kemi Badenoch, saw his work.", False),
        ("The minister herself opened it.", True),
        ("The minister of Spain, himself a doctor, opened it.", False),
        # without a name, one in what the bearer says
        ("The minister of Spain said that her delegation had left.", True),
        ("The minister said he would leave.", False),
        ("The minister told her that he would leave.", None),
        ("The minister said the president and her friends had left.", None),
        ("The minister saw her deputy.", None),
        # where the title begins the sentence, one that begins another clause
        ("The minister left in May, but she came back.", True),
        ("The minister was ill because he had not slept.", False),
        ("The minister was asked to explain herself.", True),
        ("The minister saw the nurse, and she left.", None),
        ("The minister's sister left, and she came back.", None),
        ("The minister left, and Anna said she was ill.", None),
    ],
)
def test_a_pronoun_tells_where_it_can_be_nobody_else_s(source: str, *, woman: bool | None) -> None:
    assert told(source)[0] == woman


@pytest.mark.parametrize(
    ("source", "following", "woman"),
    [
        ("The minister arrived on Monday.", "She met the pope.", True),
        ("Norway’s minister arrived on Monday.", "“He was late,” she said.", False),
        ("Minister Maria Kiir arrived on Monday.", "His plane was late.", False),
        ("The minister met Anna Stone on Monday.", "She was late.", None),
        ("The minister met the president on Monday.", "She was late.", None),
        ("On Monday they met the minister.", "She was late.", None),
        ("The minister arrived on Monday.", "Hers was the last plane.", None),
    ],
)
def test_the_next_sentence_tells_where_the_title_begins_this_one(
    source: str, following: str, *, woman: bool | None
) -> None:
    (match,) = matched("en,pt,kind\nminister,ministro,title\n", source)
    assert Bearers().is_woman(source, match, document=0, sentence=0, following=following) == woman


@pytest.mark.parametrize(
    "source", ["“No,” said the minister.", "Then the minister left.", "The minister’s car."]
)
def test_the_same_title_soon_after_is_the_same_person(source: str) -> None:
    assert told(NAMED, source) == [True, True]
    assert told("Minister Peter Silva left.", source) == [False, False]


@pytest.mark.parametrize(
    "source",
    [
        "The minister of Spain left.",
        "A minister left.",
        "The Spanish minister left.",
        "The minister who resigned in May was there.",
        "The chair left.",
    ],
)
def test_what_may_be_somebody_else_is_not_told(source: str) -> None:
    assert told(NAMED, source) == [True, None]


def test_somebody_else_in_between_ends_it() -> None:
    assert told(NAMED, "Minister Peter Silva stayed.", "The minister left.") == [True, False, False]
    assert told(NAMED, "A minister stayed.", "The minister left.") == [True, None, None]


def test_it_is_remembered_for_a_few_sentences_of_one_article() -> None:
    assert told(NAMED, "It rained.", "It rained.", "The minister left.") == [True, True]
    assert told(NAMED, *["It rained."] * 3, "The minister left.") == [True, None]
    assert told(NAMED, "The minister left.", documents=(0, 1)) == [True, None]
