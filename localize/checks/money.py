"""Check of currencies: an engine that turns euros into dollars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.checks.base import Problem, quote
from localize.messages import Message

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

_SURE = {
    "$": re.compile(r"\b(?:d[oó]lares|dollars)\b", re.IGNORECASE),
    "€": re.compile(r"\beuros\b", re.IGNORECASE),
}
"""Names that mean nothing but money."""
_SIGN = re.compile("[$€£¥₹₽₩]")
_WIDE = str.maketrans("＄￥￡￦", "$¥£₩")


def currency_changed(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report currencies of the translation that the source does not speak of.

    A sign and a name of its currency are the same: "5 dollars" may be "US$ 5". Dollars and euros that the source has not
    always count against a translation, other names only when a sign of the source is gone, for many are other words, too.
    """
    source = translation.segment.source.plain.translate(_WIDE)
    target = translation.target.plain.translate(_WIDE)
    lost = [sign for sign in dict.fromkeys(_SIGN.findall(source)) if not _speaks_of(sign, target)]
    sure = (sign for sign, names in _SURE.items() if names.search(target))
    candidates = _NAMES if lost else dict.fromkeys((*_SIGN.findall(target), *sure))
    added = [sign for sign in candidates if _speaks_of(sign, target) and not _speaks_of(sign, source)]
    if added:
        word = re.search(f"{re.escape(added[0])}|{_NAMES[added[0]]}", target, re.IGNORECASE)
        new = quote(word.group() if word else added[0])
        if lost:
            at = source.index(lost[0])
            yield Problem(Message("%(old)s became %(new)s", old=quote(lost[0]), new=new), (at, at + 1))
        else:
            yield Problem(Message("%(words)s is not in the source", words=new))


def _speaks_of(sign: str, text: str) -> bool:
    """Tell whether a text has a currency, by its sign or a name."""
    return sign in text or bool(re.search(_NAMES[sign], text, re.IGNORECASE))
