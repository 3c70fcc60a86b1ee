from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from localize import formats
from localize.cli.segment import segments

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

ARTICLE = '# Talks\n\nThe U.S. envoy left on **Monday. She\nwill** return. "Soon," he said.\n'


def test_one_sentence_a_line_without_markup(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    done = desk("segment", "a.md", "--from", "en", "--no-glossary")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Talks",
        "The U.S. envoy left on Monday.",
        "She will return.",
        '"Soon," he said.',
    ]


def test_json_has_the_place_of_each_sentence_and_what_stands_there(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    rows = [
        json.loads(line)
        for line in desk("segment", "a.md", "--from", "en", "--no-glossary", "--json").stdout.splitlines()
    ]
    assert all(list(row) == ["unit", "start", "end", "text"] for row in rows)
    assert [ARTICLE[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert [row["text"] for row in rows] == [
        "Talks",
        "The U.S. envoy left on **Monday.",
        "She\nwill** return.",
        '"Soon," he said.',
    ]
    assert len({row["unit"] for row in rows}) == 2


def test_no_sentence_ends_after_an_abbreviation_of_the_glossary(desk: Desk) -> None:
    desk.put("a.txt", "Ask the Perm. Rep. Halvorsen about it.\n")
    desk.put("terms.csv", "en,pt\nPerm. Rep.,representante permanente\n")
    done = desk("segment", "a.txt", "--from", "en", "--glossary", "terms.csv")
    assert done.stdout.splitlines() == ["Ask the Perm. Rep. Halvorsen about it."]


def test_a_missing_file_is_an_error(desk: Desk) -> None:
    done = desk("segment", "gone.txt", "--no-glossary")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: gone.txt: no such file")


def test_the_language_is_told_by_the_file(desk: Desk) -> None:
    desk.put("a.txt", "O encontro com o Exmo. Sr. ministro foi adiado. A delegação volta na terça-feira.\n")
    done = desk("segment", "a.txt", "--no-glossary")
    assert done.stdout.splitlines() == [
        "O encontro com o Exmo. Sr. ministro foi adiado.",
        "A delegação volta na terça-feira.",
    ]


prose = st.lists(
    st.sampled_from(
        [
            "He left. ",
            "She *stayed. It* rained.\n",
            "\n\n",
            "# A. B.\n",
            "> Q. R.\n> S.\n",
            "- x. Y.\n",
            "`a. b` ",
            "[c. D](e) ",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(prose, st.sampled_from(["a.md", "a.txt"]))
def test_between_the_sentences_of_a_unit_there_is_only_white_space_and_markup(text: str, name: str) -> None:
    document = formats.parse(text.encode(), path=name, using=formats.for_path(Path(name)))
    for unit in document.units:
        places = [place for one, place in segments(document, "en", frozenset()) if one.unit == unit]
        assert places == sorted(places)
        assert all(unit.span[0] <= start < end <= unit.span[1] for start, end in places)
        rest = [unit.span[0], *(edge for place in places for edge in place), unit.span[1]]
        gaps = [text[a:b] for a, b in zip(rest[::2], rest[1::2], strict=True)]
        assert "".join(gaps).strip(" \t\n>*_") == ""
