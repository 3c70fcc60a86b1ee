"""What is in no language goes, words stay."""

from __future__ import annotations

import time

import pytest

from localize.detection.cleaning import clean, lower_shouting, only_names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See https://example.com/a?b=c#d now", "See now"),
        ("请访问https://example.com/新闻", "请访问 新闻"),
        ("Write to news.desk@example.co.uk today", "Write to today"),
        ("<b>bold</b> and&nbsp;plain", "bold and plain"),
        ("run `git rebase -i` again", "run again"),
        ("Hello {{ user.name }}, %d files of %(total)s", "Hello , files of"),
        ("open /usr/share/doc or C:\\Temp\\x.txt", "open or"),
        ("call os.path.join and main() with my_name or fileName", "call and with or"),
        ("use --verbose or -v", "use or"),
        ("the A4 paper, 3rd page, COVID19", "the paper, page,"),
        ("2024年G20峰会将举行", "2024年 峰会将举行"),
        ("men and/or women at 90 km/h", "men and/or women at 90 km/h"),
        ("Café, naïve, co-operate, l'été", "Café, naïve, co-operate, l'été"),
        ("cafe\u0301", "café"),
        ("#ClimateChange is @nasa news", "is news"),
    ],
)
def test_only_words_are_left(text: str, words: str) -> None:
    assert clean(text) == words


def test_capitals_become_small_only_where_they_are_the_rule() -> None:
    assert lower_shouting("BREAKING: STRIKE CALLED OFF") == "breaking: strike called off"
    assert lower_shouting("WASHINGTON (AP) The strike is off") == "WASHINGTON (AP) The strike is off"


@pytest.mark.parametrize(
    "text", ["Reuters", "Angela Merkel", "Luiz Inácio Lula da Silva", "«Владимир Путин»", "IBM"]
)
def test_up_to_four_capitalised_words_may_be_a_name(text: str) -> None:
    assert only_names(text)


@pytest.mark.parametrize(
    "text", ["Merkel speaks", "अंगेला मर्केल", "Council Approves Plan To Rebuild Harbour", "东京"]
)
def test_other_texts_are_more_than_names(text: str) -> None:
    assert not only_names(text)


@pytest.mark.parametrize(
    "junk", ["{{", "<", "`", "a.", "a_", "a/", "/a", "a@", "--", "%(", "1a", "aB", "http://", "&"]
)
def test_junk_is_cleaned_in_bounded_time(junk: str) -> None:
    start = time.perf_counter()
    clean((junk * 10_000)[:10_000])
    assert time.perf_counter() - start < 1
