"""The header row of a glossary: which column holds what."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from localize.languages import NAMES, LanguageTagError, normalise
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLAIN = ("id", "kind", "domain", "status", "case", "note", "definition", "guard")
"""Columns that describe the concept."""

BY_LANGUAGE = ("variants", "forms", "forbidden", "deprecated", "gender", "number")
"""Columns that describe the term of one language: the name, a colon, the language."""

MOST_COLUMNS = 1_000

_ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd "
    "ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr "
    "ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu id"
)
"""Two-letter language codes of ISO 639-1; a header cell of two other letters is a slip, not a language."""

_ISO_639_3 = (
    "ast bal ban bcl bho bik brx bug ceb chr ckb cnh cnr crh csb dgo doi dsb fil frp fur gag gcf gcr gil gom grc gsw haw hil hmn "
    "hne hsb iba ilo jam kab kmr kok krc kri krl lad lij lld lmo ltg lus lzh mai mfe mhr mni mnw mos mwl mwr myv nan nap "
    "nds nqo nso pag pam pap pcm pms prs quc rcf rmy rue sah sat scn sco shi shn sma smj smn sms srn syr szl tet tmh tpi "
    "tyv tzm udm vec vep war wuu yue zgh zza"
)
"""Three-letter codes of languages that have none of two letters and are written by newsrooms and translators; other
words of three letters are slips."""

_SCRIPTS = (
    "adlm arab aran armn beng bopo cans cher cyrl deva ethi geor grek gujr guru hang hani hans hant hebr hira jpan kana "
    "khmr knda kore laoo latn mlym mong mtei mymr nkoo olck orya rohg sinh sund syrc taml telu tfng thaa thai tibt yiii"
)
"""Scripts of ISO 15924 that languages of today are written in; ``en_Term`` is no English in the script Term."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds.

    Attributes:
        role: ``term``, a name in ``PLAIN`` or ``BY_LANGUAGE``, or empty for a column without a name.
        language: BCP 47 tag; empty for the columns in ``PLAIN``.
    """

    role: str
    language: str = ""

    @property
    def name(self) -> str:
        """Write the column's name as the contract spells it: ``en``, ``forms:pt``, ``kind``."""
        if self.role == "term":
            return self.language
        return f"{self.role}:{self.language}" if self.language else self.role


def parse(header: Sequence[str]) -> tuple[tuple[Column, ...], tuple[tuple[str, str], ...]]:
    """Read a header row.

    ``id`` is always the concept's id, never Indonesian: write ``id-ID`` for that language.

    Returns:
        One column a cell, in order, and the problems as (cell, message). A column whose name is not understood
        has an empty role, like one without a name.
    """
    columns: list[Column] = []
    problems: list[tuple[str, str]] = []
    for cell in header[:MOST_COLUMNS]:
        name = cell.strip()
        column = _column(name)
        if not column.role and name:
            problems.append((_short(name), _unknown(name, header)))
        elif column.role and column in columns:
            problems.append((column.name, Message("stands twice in the header; keep one of the two")))
        columns.append(column)
    if len(header) > MOST_COLUMNS:
        problems.append(
            ("header", Message("has more than %(most)s columns; is this a glossary?", most=MOST_COLUMNS))
        )
    problems += _widows(columns)
    return tuple(columns), tuple(problems)


def _column(name: str) -> Column:
    """Tell what a header cell names; an empty role when nothing."""
    lower = name.lower()
    if lower in PLAIN:
        return Column(lower)
    role, colon, tag = lower.partition(":")
    if not colon:
        language = _language(name)
        return Column("term", language) if language else Column("")
    language = _language(tag.strip())
    return Column(role.strip(), language) if language and role.strip() in BY_LANGUAGE else Column("")


def _language(text: str) -> str:
    """Give the BCP 47 tag that a header cell spells, or nothing."""
    try:
        tag = normalise(text)
    except LanguageTagError:
        return ""
    code, *rest = tag.split("-")
    if rest and len(rest[0]) == 4 and rest[0].lower() not in _SCRIPTS.split():
        return ""
    known = tag in NAMES or code in NAMES or code in _ISO_639_1.split() or code in _ISO_639_3.split()
    return tag if known else ""


def _unknown(name: str, header: Sequence[str]) -> str:
    """Say what is wrong with an unknown column, with the nearest valid name."""
    if len(header) == 1 and ";" in name:
        return Message("the columns seem to be separated by semicolons; save the file with commas")
    if len(header) == 1 and "\t" in name:
        return Message("the columns seem to be separated by tabs; save the file with commas")
    role, colon, tag = name.lower()[:64].partition(":")
    roles = get_close_matches(role, BY_LANGUAGE if colon else PLAIN, n=1, cutoff=0.5)
    if colon and roles and roles[0] == role.strip():
        return Message(
            "'%(tag)s' is no known language; write tags like pt, pt-BR or zh-Hant", tag=_short(tag)
        )
    if roles:
        return Message("is no known column; did you mean '%(name)s'?", name=f"{roles[0]}{colon}{tag}")
    valid = ", ".join((*PLAIN, *(f"{role}:<language>" for role in BY_LANGUAGE)))
    return Message(
        "is no known column; a column is a language tag (en, pt-BR) or one of %(names)s", names=valid
    )


def _widows(columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    """Find columns about terms of a language that has no column of its own."""
    have = {column.language for column in columns if column.role == "term"}
    for column in columns:
        if column.language and column.language not in have:
            yield (
                column.name,
                Message("has no column '%(language)s' beside it; add that column", language=column.language),
            )


def _short(text: str) -> str:
    """Cut a cell for a message."""
    return text if len(text) <= 40 else text[:39] + "…"
