"""How results look on a screen: lines of text, made from rows of the report and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from localize.exchange import VERDICTS, term_lines
from localize.languages import name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from localize.batch import Recognition
    from localize.config import Config
    from localize.detection import Detection
    from localize.exchange import FindingRow, TermLine, TermRow

_LINE = 100
"""Characters of a line on which the repairs of a term still fit; longer ones get lines of their own."""


def kept(path: str, languages: Iterable[str]) -> str:
    """Say which blocks of an article were left as they are: ``a.md: 2 blocks in French left untranslated``."""
    counts = Counter(languages)
    told = ", ".join(
        f"{count} block{'s' * (count > 1)} in {name(tag)}" for tag, count in sorted(counts.items())
    )
    return f"{path}: {told} left untranslated"


def finding(row: FindingRow, config: Config) -> str:
    """Write a finding on one line; if a run has several targets, its language stands behind it."""
    return f"{row} ({row.language})" if len(config.targets) > 1 else str(row)


def recognised(found: Recognition) -> str:
    """Name the language of an article and how it is known: ``English (0.99)``."""
    if found.language is None:
        how = "front matter alone" if found.how == "titles" else found.how
        return f"{how}, copied" if found.wordless else "unknown language"
    if found.detection is not None:
        return f"{name(found.language)} ({_floor(found.detection.confidence):.2f})"
    return f"{name(found.language)} ({'--from' if found.how == 'told' else 'declared'})"


def detected(detection: Detection) -> str:
    """Write a detection: ``English (en) 0.99``, or that it cannot be told, with the candidates."""
    if detection.language is not None:
        return f"{name(detection.language)} ({detection.language}) {_floor(detection.confidence):.2f}"
    guesses = ", ".join(f"{name(tag)} ({tag}) {_floor(share):.2f}" for tag, share in detection.candidates[:3])
    return (
        f"cannot tell; best guesses: {guesses}" if guesses else "cannot tell: too little text that is words"
    )


def _floor(share: float) -> float:
    """Cut a share to two decimals: 1.00 is shown for certainty only."""
    return int(share * 100) / 100


def terms(rows: Iterable[TermRow]) -> list[str]:
    """Lay out what became of the glossary's terms, a table a target language; nothing when none was met."""
    lines: list[str] = []
    for language, of_language in term_lines(rows).items():
        lines += _table(f"Glossary terms, {name(language)}", of_language)
    return lines


def _table(title: str, lines: Sequence[TermLine]) -> Iterator[str]:
    """Put the counts first, so that they stand in columns however long the terms are."""
    yield ""
    yield f"{'  '.join(VERDICTS)}  {title}"
    for line in lines:
        counts = "  ".join(f"{line.counts.get(verdict) or '':>{len(verdict)}}" for verdict in VERDICTS)
        row = f"{counts}  {line.source} -> {line.target}"
        whole = f"{row}  ({'; '.join(line.changes)})" if line.changes else row
        if len(whole) <= _LINE:
            yield whole
        else:
            yield row
            yield from (f"{' ' * (len(counts) + 4)}{change}" for change in line.changes)


def totals(data: Mapping[str, object], seconds: float, *, unchanged: int = 0) -> str:
    """Write the totals of a report; *unchanged* is the number of files that needed nothing."""
    verdicts, severities = data["terms"], data["findings"]
    assert isinstance(verdicts, dict)
    assert isinstance(severities, dict)
    found = ", ".join(count(severities[kind], kind, f"{kind}s") for kind in ("error", "warning", "note"))
    files, segments = data["files"], data["segments"]
    assert isinstance(files, int)
    assert isinstance(segments, int)
    same = f" ({unchanged:,} unchanged)" if unchanged else ""
    return (
        f"{count(files, 'file', 'files')}{same}, {count(segments, 'segment', 'segments')}, {seconds:.1f} s"
        f" | terms: {', '.join(f'{n} {verdict}' for verdict, n in verdicts.items())} | findings: {found}"
    )


def count(number: int, one: str, many: str) -> str:
    """Write a number with its noun: ``1 file``, ``2 files``."""
    return f"{number:,} {one if number == 1 else many}"
