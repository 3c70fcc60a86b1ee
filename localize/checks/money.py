"""Check of currencies: an engine that turns euros into dollars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.checks.base import Problem, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Translation
    from localize.languages import Pair

_NAMES = {
    "$": r"\b(?:d[oó]ll?are?s?|доллар\w*|долар\w*|pesos?|песо|reais|real|escudos?|usd|brl|mxn)\b|ドル|美元|달러|دولار",
    "€": r"\b(?:euros?|евро|євро|ευρώ|eur)\b|ユーロ|欧元|歐元|유로|يورو",
    "£": r"\b(?:pounds?|sterling|libras?|livres?|pfund|sterline?|lir[ae]s?|фунт\w*|gbp|quid)\b|ポンド|英镑|جنيه",
    "¥": r"\b(?:yens?|yuan|renminbi|ienes?|iuane?s?|[йи]ен\w*|юан\w*|jpy|cny|rmb)\b|円|元|엔|위안",
    "₹": r"\b(?:rupees?|r[uú]pias?|roupies?|rupien?|рупи\w*|inr)\b|ルピー|卢比|रुपय",
    "₽": r"\b(?:rou?bles?|rublos?|rubel|рубл\w*|rub)\b|ルーブル|卢布",
    "₩": r"\b(?:wons?|вон\w*|krw)\b|ウォン|韩元|원",
}
"""Names of the currencies behind each sign, in several languages."""

_SIGN = re.compile("[$€£¥₹₽₩]")
_WIDE = str.maketrans("＄￥￡￦", "$¥£₩")


def currency_changed(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report currency signs of the translation that stand for nothing in the source.

    The source may have the sign or a name of a currency that it stands for: "5 dollars" may be "US$ 5".
    """
    source = translation.segment.source.plain.translate(_WIDE)
    target = translation.target.plain.translate(_WIDE)
    added = dict.fromkeys(_SIGN.findall(target))
    strange = [
        sign for sign in added if sign not in source and not re.search(_NAMES[sign], source, re.IGNORECASE)
    ]
    if strange:
        lost = [sign for sign in dict.fromkeys(_SIGN.findall(source)) if sign not in target]
        span = (source.index(lost[0]), source.index(lost[0]) + 1) if lost else None
        became = (
            f"{quote(lost[0])} became {quote(strange[0])}"
            if lost
            else f"{quote(strange[0])} is not in the source"
        )
        yield Problem(became, span)
