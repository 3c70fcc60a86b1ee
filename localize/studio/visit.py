"""One request, as a page sees it: what was sent, and the means to answer in the reader's language."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from localize import __version__
from localize.glossary.table.rows import split_name
from localize.messages import tell
from localize.studio import labels, words
from localize.studio.guard import MOST_UPLOADED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from localize.studio.desk import Desk

PLACES = {
    "/": "Glossary",
    "/suggestions": "Suggestions",
    "/problems": "Problems",
    "/try": "Try a sentence",
    "/articles": "Articles",
    "/exchange": "Import and export",
}
"""Where the bar at the top leads."""
LANGUAGE_COOKIE = "localize_language"


class Visit:
    """A request and the way to answer it.

    Attributes:
        desk: What all pages share.
        language: Of the pages.
        form: Fields that were posted; without files.
    """

    def __init__(self, desk: Desk, request: Request, form: FormData | None = None) -> None:
        self.desk = desk
        self.request = request
        self._form = form
        chosen = request.cookies.get(LANGUAGE_COOKIE, "")
        self.language = (
            chosen if chosen in words.LANGUAGES else words.choose(request.headers.get("accept-language", ""))
        )
        self._words = words.words(self.language)

    @property
    def is_part(self) -> bool:
        """Tell whether a part of the page is wanted, not the whole."""
        headers = self.request.headers
        return headers.get("hx-request") == "true" and "hx-history-restore-request" not in headers

    def asked(self, name: str) -> str:
        """Give a value of the address; empty when it is not there."""
        return self.request.query_params.get(name, "")

    def sent(self, name: str) -> str:
        """Give a value of the form; empty when it is not there."""
        value = self._form.get(name, "") if self._form is not None else ""
        return value if isinstance(value, str) else ""

    @property
    def fields(self) -> dict[str, str]:
        """Give all values of the form."""
        items = self._form.multi_items() if self._form is not None else ()
        return {name: value for name, value in items if isinstance(value, str)}

    def file(self, name: str) -> tuple[str, bytes]:
        """Give name and bytes of an uploaded file; both empty when there is none."""
        value = self._form.get(name) if self._form is not None else None
        if value is None or isinstance(value, str):
            return "", b""
        return value.filename or "", value.file.read()

    def say(self, text: str, **values: object) -> str:
        """Write a message in the reader's language; it is written in English here."""
        return self._words.gettext(text) % values if values else self._words.gettext(text)

    def tell(self, message: str) -> str:
        """Write a message of another part in the reader's language."""
        return tell(message, self._words.gettext)

    def count(self, one: str, many: str, number: int) -> str:
        """Write a message with a number, ``%(num)s``."""
        return self._words.ngettext(one, many, number) % {"num": words.number(number, self.language)}

    def page(self, template: str, /, **values: object) -> Response:
        """Answer with a template."""
        return self.answer(template, values)

    def answer(
        self,
        template: str,
        values: Mapping[str, object],
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Answer with a template; what the page is to say first goes with a whole page only."""
        state = self.desk.workspace.state()
        notices, self.desk.notices = ([], self.desk.notices) if self.is_part else (self.desk.notices, [])
        text = (
            _environment(self.language)
            .get_template(template)
            .render(
                broken=state.broken,
                journal=self.desk.journal,
                language=self.language,
                most_uploaded=MOST_UPLOADED,
                languages=words.LANGUAGES,
                navigation=[(path, self.say(label)) for path, label in PLACES.items()],
                notices=notices,
                path=self.request.url.path,
                version=__version__,
                **values,
            )
        )
        return HTMLResponse(text, status, dict(headers or {}))

    def elsewhere(self, path: str, /, *, fragment: str = "", **values: str) -> Response:
        """Lead the browser to another page, and there to the element of an id."""
        place = f"{path}?{urlencode(values)}" if values else path
        place += f"#{fragment}" if fragment else ""
        if self.is_part:
            return HTMLResponse("", 200, {"HX-Redirect": place})
        return RedirectResponse(place, 303)


def place(path: str) -> str:
    """Give a page to go back to: the one that was sent, if it is one of ours that needs no more than its address."""
    return path if path in {*PLACES, "/changes"} else "/"


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("localize.studio"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(words.words(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters["number"] = partial(words.number, language=language)
    say = words.words(language).gettext
    environment.filters["language"] = partial(labels.language, say=say)
    environment.filters["language_name"] = partial(labels.title, say=say)
    environment.filters["column_name"] = partial(labels.column, say=say)
    environment.filters["role_name"] = lambda role: say(labels.COLUMNS[role])
    environment.filters["value_name"] = partial(labels.value, say=say)
    environment.filters["cell_text"] = partial(labels.cell, say=say)
    environment.filters["told"] = partial(tell, say=say)
    environment.filters["verdict_name"] = lambda verdict: say(labels.VERDICTS[verdict])
    environment.filters["direction"] = words.direction
    environment.tests["term"] = lambda column: split_name(column)[0] == "term"
    return environment
