"""What was written since the page was opened, and how it is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.errors import LocalizeError
from localize.studio.pages.review import settle_again
from localize.studio.visit import place

if TYPE_CHECKING:
    from starlette.responses import Response

    from localize.studio.journal import Change
    from localize.studio.visit import Visit


def show(visit: Visit) -> Response:
    """List the changes, the last one first."""
    return visit.page("changes.html", changes=list(reversed(visit.desk.journal.done)))


def undo(visit: Visit) -> Response:
    """Take the last change back."""
    with visit.desk.workspace.lock:
        change = visit.desk.journal.undo()
    return _told(visit, change, visit.say("Undone: %(what)s", what=_what(change)))


def redo(visit: Visit) -> Response:
    """Do again what was taken back."""
    with visit.desk.workspace.lock:
        change = visit.desk.journal.redo()
    return _told(visit, change, visit.say("Done again: %(what)s", what=_what(change)))


def _told(visit: Visit, change: Change | None, text: str) -> Response:
    visit.desk.notices = [text] if change else [visit.say("There is nothing to undo.")]
    if change and change.review:
        try:
            return settle_again(visit, change.review)
        except LocalizeError as error:  # the memory is as it was; the article is gone, or has changed
            visit.desk.notices.append(str(error))
    return visit.elsewhere(place(visit.sent("back")))


def _what(change: Change | None) -> str:
    return (
        f"{change.label} “{change.concept}”" if change and change.concept else change.label if change else ""
    )
