"""Findings about files as a whole, which no check of sentences can make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.checks import OF_FILES
from localize.document import Finding
from localize.exchange import Rule
from localize.languages import name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Severity

BLOCKS_DIFFER, OUTPUT_EDITED, WRONG_LANGUAGE = OF_FILES


def blocks_differ(sources: int, targets: int, path: str) -> Finding:
    """Report a translation that has more or fewer blocks (paragraphs, headings, items) than its article.

    Such a file can be compared with its article no further. Translate the article again, or give the translation the
    blocks of the article.
    """
    message = f"{path} has {targets} blocks, the article {sources}: translate it again"
    return Finding(BLOCKS_DIFFER, "error", message)


def edited_output(edited: Sequence[str]) -> Finding:
    """Report a translation that is out of date, but that somebody has edited, so that it was left as it is.

    Each run says so until the file is a translation of the article again. To keep the wording of a person, put it into an
    export (such as `--export po` writes beside the translation), take that with `localize memory import`, and translate
    with --force: that puts the edited file aside and writes a new one, in which approved sentences stand.
    """
    message = f"{', '.join(edited)} was edited by hand and is out of date: left as it is"
    return Finding(OUTPUT_EDITED, "warning", message)


def wrong_language(found: str, target: str) -> Finding:
    """Report a translation that as a whole is in another language than it should be.

    It is told by its letters, and only where they leave no doubt: a model that answers in another language, or a file
    that was put in the wrong folder. See with `localize model list` which model was used.
    """
    message = f"the translation is in {name(found)} ({found}), not in {name(target)} ({target})"
    return Finding(WRONG_LANGUAGE, "error", message)


def _rule(function: object, severity: Severity) -> Rule:
    lines = [line.strip() for line in (function.__doc__ or "").strip().splitlines()]
    return Rule(lines[0], "\n".join(lines), severity)


RULES = {
    BLOCKS_DIFFER: _rule(blocks_differ, "error"),
    OUTPUT_EDITED: _rule(edited_output, "warning"),
    WRONG_LANGUAGE: _rule(wrong_language, "error"),
}
"""What each of these findings means, by name."""


def explain(check: str) -> str:
    """Say what a finding of ``RULES`` means, the way ``checks.explain`` does."""
    return f"{check} ({RULES[check].severity})\n\n{RULES[check].help}"
