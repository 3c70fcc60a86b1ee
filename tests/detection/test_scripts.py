"""Scripts, and Han characters by the national sets that have them."""

from __future__ import annotations

import pytest

from localize.detection.scripts import han, keep, script, shares, sole


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("a", "LATIN"), ("Ａ", "LATIN"), ("ж", "CYRILLIC"), ("中", "HAN"), ("の", "HAN"), ("ー", "HAN"),
        ("々", "HAN"), ("ﾆ", "HAN"), ("한", "HANGUL"), ("ي", "ARABIC"), ("ि", "DEVANAGARI"), ("ω", "GREEK"),
    ],
)  # fmt: skip
def test_a_character_has_a_script(char: str, name: str) -> None:
    assert script(char) == name


def test_shares_count_letters_and_vowel_signs_and_no_digits() -> None:
    assert [(part.script, part.letters, part.share) for part in shares("Zahl 42!")] == [("LATIN", 4, 1)]
    assert [(part.script, part.letters) for part in shares("काम")] == [("DEVANAGARI", 3)]


def test_a_han_character_counts_as_two_letters_and_a_half() -> None:
    assert shares("新闻")[0].letters == 5


def test_latin_letters_count_half_beside_another_script() -> None:
    cyrillic, latin = shares("план plan")
    assert (cyrillic.script, latin.script) == ("CYRILLIC", "LATIN")
    assert cyrillic.share == pytest.approx(2 / 3)
    assert latin.share == pytest.approx(1 / 3)


def test_signs_that_only_look_like_letters_belong_to_no_script() -> None:
    assert shares("ª º µ Ⅷ 𝐀𝐁 ʻ") == ()


def test_keeping_one_script_blanks_the_letters_of_others() -> None:
    assert keep("Глава Apple сказал: да!", "CYRILLIC") == "Глава сказал: да!"


def test_a_sole_script_decides_by_itself() -> None:
    assert set(sole("GREEK").scores) == {"el"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("经济政策", "zh"),
        ("经济发展报告", "zh"),
        ("經濟發展報告", "zh-Hant"),
        ("這個國家", "zh-Hant"),
        ("経済対策を決定", "ja"),
        ("経済対策決定", "ja"),
        ("東京駅周辺で発砲", "ja"),
        ("中国政府", "zh"),
        ("ニュース", "ja"),
    ],
)
def test_han_text_is_told_by_its_characters(text: str, language: str) -> None:
    scores = han(text).scores
    assert max(scores, key=lambda tag: scores[tag]) == language


def test_a_quoted_kana_does_not_make_chinese_japanese() -> None:
    scores = han("优の良品是一家销售零食的公司，总部设在香港，在内地也有很多分店").scores
    assert max(scores, key=lambda tag: scores[tag]) == "zh"
