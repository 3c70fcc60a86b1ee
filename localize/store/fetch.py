"""Bytes over HTTP: in pieces that survive cuts, never more than expected, never by another protocol.

A download goes on where it stopped, in the same run or a later one, as long as the server still has the same file
(RFC 9110, sections 13.1.5 and 14: ``If-Range`` with a strong validator, ``Content-Range`` that fits).
"""

from __future__ import annotations

import http.client
import json
import re
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from localize.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

LARGEST = 4 * 2**30
"""Bytes above which no package is fetched; the largest of Argos' index has 0.3 GB."""

_CHUNK = 1 << 16
_TIMEOUT = 30.0
"""Seconds in which the server must send something."""
_ATTEMPTS = 1000
_IDLE_ATTEMPTS = 5
"""Attempts in a row that bring nothing before an address is given up."""
_HINT = "run the same command again to go on where it stopped, or install from a file"

_BROKEN = (OSError, http.client.HTTPException)


class _RefusedError(Exception):
    """This address will not give the file, however often it is asked."""


@dataclass(slots=True)
class _State:
    """What is known of the file that is being fetched; kept beside it."""

    link: str = ""
    validator: str = ""
    total: int = 0


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from https to http."""

    def redirect_request(  # noqa: PLR0917 - urllib's signature
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Any:
        if not is_address(newurl) or (req.type == "https" and urlsplit(newurl).scheme != "https"):
            fp.close()
            raise _RefusedError(f"it redirects to {newurl[:200]}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_address(text: str) -> bool:
    """Tell whether a text is an address that can be fetched, http or https."""
    return bool(re.match(r"https?://[^\s/]", text, re.IGNORECASE))


def _open(link: str, headers: dict[str, str]) -> Any:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    named = {"User-Agent": "localize", "Accept-Encoding": "identity", **headers}
    try:
        request = urllib.request.Request(link, headers=named)  # noqa: S310 - the opener knows http and https only
        return opener.open(request, timeout=_TIMEOUT)
    except ValueError as error:
        raise _RefusedError(f"not an address ({error})") from error


def fetch_bytes(link: str, *, limit: int, hint: str) -> bytes:
    """Fetch a small file.

    Raises:
        ModelError: It cannot be reached, is cut off, or has more bytes than *limit*.
    """
    try:
        with _open(link, {}) as response:
            data: bytes = response.read(limit + 1)
            expected = _length(response)
    except (*_BROKEN, _RefusedError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        raise ModelError(f"cannot be fetched ({reason(error)})", place=link, hint=hint) from error
    if len(data) > limit:
        raise ModelError(f"is larger than {limit} bytes", place=link, hint=hint)
    if expected and len(data) != expected:
        raise ModelError(f"was cut off after {len(data)} of {expected} bytes", place=link, hint=hint)
    return data


def download(
    links: Sequence[str],
    part: Path,
    *,
    size: int = 0,
    advance: Callable[[int, int], None],
    pause: float = 1.0,
) -> str:
    """Fetch a file from the first address that gives it, going on with what *part* has already.

    Args:
        links: Addresses of the same file.
        part: Receives the bytes; beside it, with ``.json`` added, stands what is known of the file meanwhile.
        size: Bytes that the file must have; 0: not known.
        advance: Told the bytes that are there and how many there will be (0: not known).
        pause: Seconds before an attempt is repeated that brought nothing; doubled each time.

    Returns:
        The address that gave it.

    Raises:
        ModelError: None does; what came stays in *part*.
    """
    problems: list[str] = []
    for link in links:
        idle = most = 0
        for _ in range(_ATTEMPTS):
            most = max(most, _size(part))
            try:
                _attempt(link, part, size, advance)
            except _RefusedError as error:
                problems.append(f"{link}: {error}")
                break
            except urllib.error.HTTPError as error:
                problem = f"{link}: HTTP {error.code} {error.reason}"
                error.close()
            except _BROKEN as error:
                problem = f"{link}: {reason(error)}"
            else:
                return link
            idle = idle + 1 if _size(part) <= most else 0
            if idle >= _IDLE_ATTEMPTS:
                problems.append(problem)
                break
            if idle:
                time.sleep(pause * 2 ** (idle - 1))
        else:
            problems.append(f"{link}: cut off {_ATTEMPTS} times")
    raise ModelError(f"cannot be fetched ({'; '.join(problems)})", place=links[0], hint=_HINT)


def _attempt(link: str, part: Path, size: int, advance: Callable[[int, int], None]) -> None:
    """Fetch what is missing over one connection.

    Raises:
        _RefusedError: The address has not got this file.
        OSError: The connection broke; so does ``http.client.HTTPException``.
    """
    state = _remembered(part, link)
    have = _size(part) if state.link else 0
    if have and have == state.total:
        return
    headers = {"Range": f"bytes={have}-", "If-Range": state.validator} if have and state.validator else {}
    if have and not state.validator:
        headers = {"Range": f"bytes={have}-"}
    try:
        response = _open(link, headers)
    except urllib.error.HTTPError as error:
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            forget(part)  # the file is another one now
        elif error.code < 500 and error.code not in {408, 425, 429}:
            error.close()
            raise _RefusedError(f"HTTP {error.code} {error.reason}") from error
        raise
    with response:
        place = _place(response, have, state)
        if place is None:
            forget(part)
            raise ConnectionAbortedError("it sent another piece than it was asked for")
        have, total = place
        _expect(total, size)
        with _disk(part):
            _remember(part, _State(link, _validator(response), total))
            file = part.open("r+b" if have else "wb")
        with file:
            if have:
                file.truncate(file.seek(have))
            while chunk := response.read(_CHUNK):
                have += len(chunk)
                _expect(have, size, at_most=True)
                with _disk(part):
                    file.write(chunk)
                    file.flush()
                advance(have, total)
    if have < (total or size):
        raise ConnectionResetError(f"cut off after {have} of {total or size} bytes")
    _expect(have, size)


@contextmanager
def _disk(part: Path) -> Iterator[None]:
    """Tell trouble with our own file from trouble with the network."""
    try:
        yield
    except OSError as error:
        raise ModelError(
            f"cannot be written: {error.strerror or error}",
            place=str(part),
            hint="make room, or name another folder",
        ) from error


def _place(response: Any, have: int, state: _State) -> tuple[int, int] | None:
    """Tell from a response where its bytes belong and how many the file has; 0 when it does not say.

    None: it is a piece of another file than the one that was begun.
    """
    length = _length(response)
    if response.status != http.HTTPStatus.PARTIAL_CONTENT:
        return 0, length
    said = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", response.headers.get("Content-Range", ""))
    if not said or int(said[1]) != have or (state.total and int(said[2]) != state.total):
        return None
    return have, int(said[2])


def _expect(count: int, size: int, *, at_most: bool = False) -> None:
    """Refuse a file of a size other than the index says, or beyond all measure."""
    if count > LARGEST:
        raise _RefusedError(f"more than {LARGEST:,} bytes: no package")
    if size and count and (count > size if at_most else count != size):
        raise _RefusedError(f"it has {count:,} bytes where the index says {size:,}")


def _length(response: Any) -> int:
    text = response.headers.get("Content-Length", "")
    return int(text) if re.fullmatch(r"\d{1,15}", text) else 0


def _validator(response: Any) -> str:
    """Give what tells a later request whether the file is still the same; weak tags do not count."""
    tag = str(response.headers.get("ETag", ""))
    return tag if tag.startswith('"') else str(response.headers.get("Last-Modified", ""))


def _beside(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _remembered(part: Path, link: str) -> _State:
    """Recall what is known of a begun file; nothing when it came from another address."""
    try:
        data = json.loads(_beside(part).read_text(encoding="utf-8"))
        state = _State(str(data["link"]), str(data["validator"]), int(data["total"]))
    except (OSError, ValueError, KeyError, TypeError):
        return _State()
    return state if state.link == link else _State()


def _remember(part: Path, state: _State) -> None:
    _beside(part).write_text(json.dumps(asdict(state)), encoding="utf-8")


def forget(part: Path) -> None:
    """Remove what came of a download."""
    part.unlink(missing_ok=True)
    _beside(part).unlink(missing_ok=True)


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def reason(error: Exception) -> str:
    """Say in a few words why a connection failed."""
    cause = getattr(error, "reason", None) or error
    if isinstance(cause, TimeoutError):
        return f"no answer within {_TIMEOUT:.0f} s"
    if isinstance(cause, OSError) and cause.strerror:
        return str(cause.strerror)
    return str(cause) or type(cause).__name__
