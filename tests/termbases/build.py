"""Termbases for tests: rows, and what reading bytes gives."""

from __future__ import annotations

from hypothesis import strategies as st

from localize.glossary.table.csvfile import VALUES, parse_bytes
from localize.glossary.table.rows import Row, header, names_in, to_csv
from localize.termbases import Reading, Writing, export, load

RICH: list[Row] = [
    {
        "id": "secretary-general",
        "en": "Secretary-General",
        "pt": "secretário-geral",
        "kind": "title",
        "domain": "diplomacy",
        "case": "fold",
        "note": "Not secretary.\nNever minister.",
        "definition": "Head of the secretariat of an organisation of states.",
        "variants:en": "Sec.-Gen.|Secretary General",
        "variants:pt": "secretário geral",
        "forms:pt": "secretária-geral|secretários-gerais",
        "gender:pt": "m",
        "deprecated:pt": "secretário general",
        "forbidden:pt": "secretário-general",
    },
    {"id": "24-hours", "en": "round the clock", "pt": "24 horas por dia", "number:pt": "pl"},
    {"en": "Human Rights Watch", "kind": "do-not-translate", "guard": "off"},
    {"en": "White Russia", "pt": "Rússia Branca", "status": "deprecated", "domain": "geography"},
    {"en": "AT&T <Inc.>", "pt": '=SOMA(1;2) "entre aspas"', "note": "-1; @x; 'y"},
]


def read(
    data: bytes | str, name: str = "terms.csv", *, using: str = "", source: str = "", target: str = ""
) -> Reading:
    """Read the bytes of a file."""
    reading = Reading(name, source, target)
    load(data.encode() if isinstance(data, str) else data, reading, using)
    return reading


def written(rows: list[Row], name: str, *, source: str = "en", target: str = "pt") -> bytes:
    """Write rows in a format."""
    return export(rows, name, Writing(header(names_in(rows)), source, target))


def is_glossary(reading: Reading) -> bool:
    """Tell whether what was read can be a glossary file as it is."""
    sheet, problems = parse_bytes(to_csv(reading.rows).encode(), "made.csv")
    assert sheet, [str(problem) for problem in problems]
    return len(sheet.rows) == len(reading.rows)


_WORDS = (
    "summit", "cúpula", "de", "O'Neill", "北京", "Ж", "𝔘", "ﬁ", "e\u0301", "#MeToo", "AT&T", "&amp;", "<b>", "]]>", '"', '""',
    "'", "=1+1", "'=x", "''-y", "+1", "-gate", "@x", ",", ";", "_x0041_", "_x", "a|b", "|", "%s", "\\", "n/a", "0", "true", "en", "\u200d",
)  # fmt: skip
"""Words that a format could take amiss."""
TERM = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join)
ITEM = TERM.filter(lambda text: "|" not in text)
ITEMS = st.lists(ITEM, min_size=1, max_size=3, unique=True).map("|".join)
PROSE = st.lists(TERM, min_size=1, max_size=3).map("\n".join)
LANGUAGES = ("en", "pt", "pt-PT", "zh-Hant")


@st.composite
def row(draw: st.DrawFn) -> Row:
    """Draw a row of a glossary, whose terms each say something of their own."""
    tags = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=3, unique=True))
    cells: dict[str, str] = {}
    for tag in tags:
        cells[tag] = draw(TERM)
        used = {cells[tag]}
        for role in ("variants", "deprecated", "forbidden"):
            items = [item for item in draw(st.lists(ITEM, max_size=2, unique=True)) if item not in used]
            used.update(items)
            if items:
                cells[f"{role}:{tag}"] = "|".join(items)
        optional = {
            "forms": ITEMS,
            "gender": st.sampled_from(VALUES["gender"]),
            "number": st.sampled_from(VALUES["number"]),
        }
        for role, values in optional.items():
            if draw(st.booleans()):
                cells[f"{role}:{tag}"] = draw(values)
    about = {
        "kind": st.sampled_from(VALUES["kind"]),
        "case": st.sampled_from(VALUES["case"]),
        "guard": st.sampled_from(VALUES["guard"]),
        "domain": TERM,
        "note": PROSE,
        "definition": PROSE,
    }
    for name, values in about.items():
        if draw(st.booleans()):
            cells[name] = draw(values)
    status = draw(st.sampled_from(["", "preferred", "admitted", "deprecated"]))
    if status:
        cells["status"] = status
    if status == "deprecated":
        cells = {
            name: cell for name, cell in cells.items() if not name.startswith(("variants:", "deprecated:"))
        }
    return cells


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Draw the rows of a glossary, each with or without an id."""
    drawn = draw(st.lists(row(), min_size=1, max_size=4))
    ids = draw(st.lists(TERM, min_size=len(drawn), max_size=len(drawn), unique=True))
    return [
        {"id": name, **cells} if draw(st.booleans()) else cells
        for name, cells in zip(ids, drawn, strict=True)
    ]
