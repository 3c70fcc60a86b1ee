"""The application: which address is answered by what."""

from __future__ import annotations

import logging
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from localize.errors import GlossaryError, LocalizeError
from localize.studio.guard import Guard
from localize.studio.pages import (
    articles,
    changes,
    concept,
    concepts,
    exchange,
    problems,
    review,
    suggestions,
    trying,
)
from localize.studio.visit import LANGUAGE_COOKIE, Visit, place
from localize.studio.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from localize.studio.desk import Desk


_LOG = logging.getLogger("uvicorn.error")

READING: dict[str, Callable[[Visit], Response]] = {
    "/": concepts.show,
    "/concept": concept.show,
    "/history": concept.history,
    "/articles": articles.show,
    "/article": review.show,
    "/article/segment": review.edit,
    "/article/export": articles.export,
    "/suggestions": suggestions.show,
    "/problems": problems.show,
    "/try": trying.show,
    "/exchange": exchange.show,
    "/export": exchange.export,
    "/changes": changes.show,
}
"""Pages that change nothing, by address."""

WRITING: dict[str, Callable[[Visit], Response]] = {
    "/concept": concept.save,
    "/concept/check": concept.check,
    "/concept/language": concept.add_language,
    "/concept/remove": concept.remove,
    "/try": trying.answer,
    "/article/segment": review.approve,
    "/article/withdraw": review.withdraw,
    "/article/write": articles.write,
    "/articles": articles.take,
    "/suggestions": suggestions.start,
    "/suggestions/propose": suggestions.propose,
    "/suggestions/add": suggestions.add,
    "/suggestions/dismiss": suggestions.dismiss,
    "/import": exchange.read,
    "/import/add": exchange.add,
    "/undo": changes.undo,
    "/redo": changes.redo,
}
"""What is posted, by address."""


def application(desk: Desk, *, token: str, session: str, hosts: Collection[str]) -> ASGIApp:
    """Make the application of a desk.

    Args:
        desk: What the pages work on.
        token: Lets a browser in that opens ``/?token=...``.
        session: Value of the cookie that it gets then.
        hosts: Values of ``Host`` under which the pages are served.
    """
    routes: list[Route | Mount] = [
        Route(path, partial(_answer, desk, page), methods=["GET"]) for path, page in READING.items()
    ]
    routes += [Route(path, partial(_answer, desk, page), methods=["POST"]) for path, page in WRITING.items()]
    routes.append(Route("/language", _language, methods=["POST"]))
    routes.append(Mount("/static", StaticFiles(directory=str(files("localize.studio") / "static"))))
    handlers = {404: partial(_nowhere, desk)}
    return Guard(
        Starlette(routes=routes, exception_handlers=handlers), token=token, session=session, hosts=hosts
    )


async def _answer(desk: Desk, page: Callable[[Visit], Response], request: Request) -> Response:
    """Let a page answer, on a thread, and show what is wrong where it cannot."""
    if request.method != "POST":
        return await _attempt(page, Visit(desk, request))
    async with request.form(max_files=1, max_fields=2_000) as form:
        return await _attempt(page, Visit(desk, request, form))


async def _nowhere(desk: Desk, request: Request, _error: Exception) -> Response:
    """Say that there is no such page."""
    visit = Visit(desk, request)
    return await run_in_threadpool(_told, visit, [visit.say("There is no such page.")], "", 404)


async def _attempt(page: Callable[[Visit], Response], visit: Visit) -> Response:
    try:
        return await run_in_threadpool(page, visit)
    except LocalizeError as error:
        return await run_in_threadpool(_wrong, visit, error)
    except Exception as error:  # noqa: BLE001 - the last place there is
        _LOG.exception("%s %s", visit.request.method, visit.request.url.path)
        said = visit.say(
            "This is a bug in localize: %(what)s",
            what=f"{type(error).__name__}: {error}",
        )
        hint = visit.say("The window in which the studio runs says more; please report it.")
        return await run_in_threadpool(_told, visit, [said], hint, 500)


def _wrong(visit: Visit, error: LocalizeError) -> Response:
    lines = error.problems if isinstance(error, GlossaryError) else str(error).splitlines()
    return _told(visit, lines, error.hint, 200 if visit.is_part else 422)


def _told(visit: Visit, lines: Sequence[str], hint: str, status: int) -> Response:
    """Show lines where the browser wants a part of a page, else as a page."""
    told = {"lines": lines[:20], "hint": hint}
    if visit.is_part:
        headers = {"HX-Retarget": "#notices", "HX-Reswap": "innerHTML", "HX-Push-Url": "false"}
        return visit.answer("parts/error.html", told, status=status, headers=headers)
    return visit.answer("error.html", told, status=status)


async def _language(request: Request) -> Response:
    """Remember in which language the pages are wanted."""
    form = await request.form(max_files=0, max_fields=10)
    answer = RedirectResponse(place(str(form.get("back", ""))), 303)
    chosen = str(form.get("language", ""))
    if chosen in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, chosen, httponly=True, samesite="strict", max_age=31_536_000)
    return answer
