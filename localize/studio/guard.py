"""Who may talk to the page: this computer's browser, with the token of the address that was opened, and no other page."""

from __future__ import annotations

import hmac
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, RedirectResponse

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 8 * 1024 * 1024
"""Of the body of a request."""
MOST_UPLOADED = 256 * 1024 * 1024
"""Of one that brings a file: what glossaries and bilingual files may have at a prompt, too."""
UPLOADING = frozenset({"/import", "/articles"})
"""Addresses that take files."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_READING = frozenset({"GET", "HEAD"})
_FRESH = "Open the address that localize studio has printed; it holds the token that lets you in.\n"


class Guard:
    """Let in requests of our own page, and refuse all others before the application sees them.

    * ``Host`` must name the address that is served, so that no other name can be made to lead here (DNS rebinding).
    * The token of the opened address is exchanged for a cookie that scripts cannot read and other sites cannot send.
    * A request that changes something must come from our own pages (``Origin``), and one that another page makes
      (``Sec-Fetch-Site``) is refused whatever it wants, but for following a link.
    """

    def __init__(self, app: ASGIApp, *, token: str, session: str, hosts: Collection[str]) -> None:
        """Stand before an application.

        Args:
            app: What is guarded.
            token: Expected in the first address.
            session: Value of the cookie; a secret of its own.
            hosts: Values of ``Host`` that are served, such as ``127.0.0.1:8000``.
        """
        self._app = app
        self._token = token
        self._session = session
        self._hosts = frozenset(hosts)
        self._cookie = f"localize_{next(iter(sorted(hosts))).rpartition(':')[2]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out.setdefault(name, value)
            await send(message)

        answer = self._refusal(scope, headers) or self._welcome(scope) or self._unknown(headers)
        if answer is not None:
            await answer(scope, receive, dressed)
            return
        limit = most(scope["path"])
        try:
            await self._app(scope, _limited(receive, limit), dressed)
        except ClientDisconnect:  # the body was cut off, or whoever sent it has gone
            await _too_much(limit)(scope, receive, dressed)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """Refuse what does not come from our own page."""
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return PlainTextResponse("This address is not served.\n", 421)
        if origin is not None and origin != f"http://{host}":
            return PlainTextResponse("Another page may not ask here.\n", 403)
        site, mode = headers.get("sec-fetch-site", ""), headers.get("sec-fetch-mode", "")
        reading = scope["method"] in _READING
        follows_link = reading and mode == "navigate" and headers.get("sec-fetch-dest") == "document"
        if site not in {"", "same-origin", "none"} and not follows_link:
            return PlainTextResponse("Another page may not ask here.\n", 403)
        if not reading and origin is None and site != "same-origin":
            return PlainTextResponse("A change must come from our own page.\n", 403)
        limit = most(scope["path"])
        if _length(headers) > limit:
            return _too_much(limit)
        return None

    def _welcome(self, scope: Scope) -> Response | None:
        """Exchange the token of an address for the cookie."""
        if scope["method"] != "GET" or b"token=" not in scope["query_string"]:
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            return PlainTextResponse(f"The token is wrong or old. {_FRESH}", 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._cookie, self._session, httponly=True, samesite="strict", path="/")
        return answer

    def _unknown(self, headers: Headers) -> Response | None:
        """Refuse a browser that has not come with the token."""
        cookies = SimpleCookie(headers.get("cookie", ""))
        given = cookies[self._cookie].value if self._cookie in cookies else ""
        if hmac.compare_digest(given.encode(), self._session.encode()):
            return None
        return PlainTextResponse(_FRESH, 403)


def _too_much(limit: int) -> Response:
    return PlainTextResponse(f"More than {limit // 2**20} MB are too much.\n", 413)


def _length(headers: Headers) -> int:
    """Give the length that a request states; 0 when it states none."""
    stated = headers.get("content-length", "0")
    return int(stated) if stated.isascii() and stated.isdigit() else 0


def most(path: str) -> int:
    """Give how many bytes a body may have at an address."""
    return MOST_UPLOADED if path in UPLOADING else MOST_BYTES


def _limited(receive: Receive, limit: int) -> Receive:
    """Cut off a body that is longer than it said."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            return {"type": "http.disconnect"}
        return message

    return counted
