"""Terms in scripts that write no spaces."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.build import found, matcher

JAPANESE = "ja,en,case\nNATO,NATO,exact\n北大西洋条約機構,NATO,\n東京,Tokyo,\n東京都,Metropolis of Tokyo,\nカード,card,\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO（北大西洋条約機構）は東京都で会合を開いた。", ["NATO", "北大西洋条約機構", "東京都"]),
        ("ＮＡＴＯ加盟国は東京へ", ["ＮＡＴＯ", "東京"]),
        ("natoとNATOSとNATO", ["NATO"]),
        ("東\n京でｶｰﾄﾞを", ["東\n京", "ｶｰﾄﾞ"]),
        ("京東", []),
    ],
)
def test_japanese(text: str, expected: list[str]) -> None:
    assert found(text, matcher(JAPANESE, "ja", "en")) == expected


def test_thai_chinese_and_korean() -> None:
    assert found("เมื่อวานนายกรัฐมนตรีเดินทาง", matcher("th,en\nนายกรัฐมนตรี,Prime Minister\n", "th", "en")) == [
        "นายกรัฐมนตรี"
    ]
    assert found("联合国秘书长说", matcher("zh,en\n联合国,UN\n秘书长,Secretary-General\n", "zh", "en")) == [
        "联合国",
        "秘书长",
    ]
    korean = matcher("ko,en\n나토,NATO\n서울,Seoul\n", "ko", "en")
    assert found("나토는 서울에서 신서울과", korean) == ["나토", "서울"]


def test_addresses_keep_quiet_in_scripts_without_spaces() -> None:
    terms = matcher(JAPANESE, "ja", "en")
    assert found("連絡先はinfo@NATO.intです。NATOは東京", terms) == ["NATO", "東京"]


@given(
    st.lists(
        st.one_of(st.sampled_from(["東京", "NATO", "ｶｰﾄﾞ", "が", "ﾞ", "\n", "㈱", "a"]), st.text(max_size=3))
    )
)
def test_any_text_is_searched(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = [match.span for match in matcher(JAPANESE, "ja", "en").match(text).terms]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
