"""``localize translate``: article files in, translated article files out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from localize.cli import settings
from localize.cli.matches import show_matches
from localize.cli.reports import ReportTo
from localize.cli.run import Run
from localize.cli.stream import translate_stream
from localize.conventions import Conventions
from localize.exchange import EXPORT_FORMATS
from localize.formats import FORMATS

if TYPE_CHECKING:
    from localize.config import Config

STREAM = Path("-")


@click.command(epilog="Example: localize translate articles --to pt --to es --export po")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="[PATH]...")
@settings.language_options
@settings.glossary_options
@settings.memory_options
@click.option("--output", type=click.Path(path_type=Path), metavar="DIR", help="Default: output.")
@click.option(
    "--export",
    multiple=True,
    metavar="FORMAT",
    help=f"Bilingual files beside the translations, for people and their tools: {', '.join(EXPORT_FORMATS)}. Repeatable.",
)
@click.option(
    "--back",
    is_flag=True,
    default=None,
    help="Translate back, too, for who does not read the target: a column of the page that --export html makes.",
)
@click.option(
    "--engine",
    metavar="NAME",
    help="argos, firefox, apertium, several such as argos+apertium in order of preference, auto for all that are "
    "installed, or echo, which changes nothing. Default: argos.",
)
@click.option("--beam", type=int, help="Width of the search. Default: what each model was made for.")
@click.option("--threads", type=int, help="Default: one a core.")
@click.option("--jobs", type=int, help="Processes side by side, each with a model of its own. Default: 1.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but findings, warnings and errors.")
@click.option(
    "--conventions",
    type=click.Choice(get_args(Conventions)),
    help="When quotation marks, numbers and dates are written as the target's region does: for targets with a region "
    "such as pt-PT (the default), always, or never.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; tell what is out of date and why, and then exit with 1."
)
@click.option(
    "--force", is_flag=True, help="Write all anew, also in place of edited files, which are put aside."
)
@click.option("--no-state", is_flag=True, help="Forget earlier runs, remember nothing: translate everything.")
@click.option(
    "--dry-run", is_flag=True, help="Show where terms apply and where not, and why; translate nothing."
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="Of text files that are not UTF-8 and do not say what they are, such as windows-1252. Default: told by their words.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    help="Of standard input. Default: text.",
)
@click.option(
    "--on-bad",
    type=click.Choice(["keep-draft", "keep-source", "fail"]),
    help="What becomes of a translation that is a copy, loops, or has lost numbers or sentences, after other "
    "searches: keep it, keep the source in its place, or make it an error. Default: keep-draft.",
)
@settings.report_options
def translate(
    paths: tuple[Path, ...],
    *,
    check: bool,
    force: bool,
    no_state: bool,
    quiet: bool,
    dry_run: bool,
    format_: str | None,
    **options: Any,
) -> int:
    """Translate article files into one or more languages.

    PATH is a file or a folder; a folder stands for all articles in it. Translations go to
    output/LANGUAGE/RELATIVE PATH. With - as PATH, standard input is translated to standard output. Without PATH,
    all folders of the project are translated, which localize.toml lists under [[folders]].

    The exit code is 0 when all is well, 1 when a check found errors, 2 when something could not be read, written or
    translated.
    """
    report_to = ReportTo.take(options)
    given = settings.glossary_paths(options.pop("glossary"), none=options.pop("no_glossary"))
    if options.pop("no_memory"):
        options["memory"] = []
    if no_state:
        options["state"] = False
    config = settings.resolve(glossary=given, domains=options.pop("domain"), **options).changed(_with_page)
    if not (paths or config.folders):
        raise click.UsageError(
            "name article files or folders, or - for standard input; there is no project, which names its own ([[folders]] in localize.toml)"
        )
    if not (config.to or (config.folders and STREAM not in paths)):
        raise click.UsageError("name a language to translate into, such as --to pt")
    if STREAM in paths:
        if len(paths) > 1 or check or dry_run or config.export:
            raise click.UsageError("- stands alone: no other PATH, no --check, --dry-run, --export or --back")
        return translate_stream(config, format_ or "text", report_to)
    if format_:
        raise click.UsageError("--format is for standard input; files tell their format by their names")
    if dry_run:
        return show_matches(paths, config)
    run = Run(config, report_to, force=force, quiet=quiet)
    return run.check(paths) if check else run.go(paths)


def _with_page(config: Config) -> Config:
    """Add the page for review that translations back are shown on."""
    wanted = config.back and "html" not in config.export
    return replace(config, export=(*config.export, "html")) if wanted else config
