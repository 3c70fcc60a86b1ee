"""Where the reports of a run go, and the baseline that they are measured against."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from localize import writing
from localize.cli import console
from localize.cli.layout import count
from localize.exchange import REPORT_FORMATS, Baseline, Report

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from localize.config import Config

_OUTPUT = Path("-")
_MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class ReportTo:
    """Where reports go and as what.

    Attributes:
        targets: Path and key of ``REPORT_FORMATS`` of each; ``-`` is standard output.
        renew: Whether the baseline is written anew.
    """

    targets: tuple[tuple[Path, str], ...] = ()
    renew: bool = False

    @classmethod
    def take(cls, options: dict[str, Any]) -> ReportTo:
        """Take the options of ``settings.report_options`` that are no settings out of the others.

        Raises:
            UsageError: It is not clear which format belongs to which file.
        """
        files, kinds = options.pop("report"), options.pop("report_format")
        return cls(_paired(files, kinds), options.pop("write_baseline"))

    @property
    def takes_output(self) -> bool:
        """Tell whether standard output is a report's, so that lines for people go to standard error."""
        return any(path == _OUTPUT for path, _ in self.targets)

    def baseline(self, config: Config, *, blind: Collection[str] = ()) -> Baseline:
        """Load the baseline of a configuration; an empty one where there is none.

        Args:
            config: Names the file.
            blind: Checks that the run cannot do.

        Raises:
            UsageError: One is to be written, but none is named.
            InputError: It cannot be read.
            FormatError: It is no baseline.
        """
        if config.baseline is None:
            if self.renew:
                raise click.UsageError("name the file to write with --baseline")
            return Baseline()
        if self.renew and not os.path.lexists(config.baseline):
            return Baseline()
        return Baseline.load(config.baseline, blind=blind)

    def write(self, report: Report) -> None:
        """Write the reports of a run.

        Raises:
            OutputError: A file cannot be written.
        """
        for path, kind in self.targets:
            text = REPORT_FORMATS[kind](report)
            if path == _OUTPUT:
                click.echo(text, nl=False)
            else:
                writing.write(path, text.encode(), hint="name another file with --report")
                console.remark("note", f"the report is in {path}")

    def settle(self, baseline: Baseline, config: Config) -> bool:
        """Write the baseline anew, or tell what in it is known and what is stale; gives whether all is known now.

        Raises:
            OutputError: It cannot be written.
        """
        if config.baseline is None:
            return False
        gone = {entry.place.file for entry in baseline.entries if not Path(entry.place.file).exists()}
        if self.renew:
            data = baseline.renewed(gone).encode()
            writing.write(config.baseline, data, hint="name another file with --baseline")
            console.remark("note", f"what was found is known now, in {config.baseline}")
            return True
        if baseline.known:
            known = count(baseline.known, "known finding is", "known findings are")
            console.remark("note", f"{known} left out ({config.baseline})")
        stale = baseline.stale(gone)
        for entry in stale[:_MOST_TOLD]:
            place, said = entry.place, f"{entry.check} {entry.message}"
            console.remark("note", f"not found any more: {place.file} ({place.language}): {said}")
        if stale:
            more = f", {len(stale):,} in all" if len(stale) > _MOST_TOLD else ""
            console.remark("hint", f"--write-baseline takes what is not found any more out{more}")
        return False


def _paired(files: Sequence[Path], kinds: Sequence[str]) -> tuple[tuple[Path, str], ...]:
    """Give each file its format; one that is left over goes to standard output."""
    if not kinds:
        kinds = ["json"] * min(len(files), 1)
    if len(files) == len(kinds) - 1:
        files = [*files, _OUTPUT]
    if len(files) != len(kinds):
        raise click.UsageError("give each --report a --report-format, in the same order")
    if len({os.path.realpath(path) for path in files}) < len(files):
        raise click.UsageError("two reports cannot go to one place")
    return tuple(zip(files, kinds, strict=True))
