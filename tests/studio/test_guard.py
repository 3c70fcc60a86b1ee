"""A hostile page in the same browser, and a stranger on the same computer, can neither read nor write."""

from __future__ import annotations

import socket
from contextlib import suppress
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from localize.studio.guard import MOST_BYTES, MOST_UPLOADED
from tests.studio.conftest import HOST, OURS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from starlette.testclient import TestClient

SECRET = "Secretary-General"
"""Stands in the glossary; whoever sees it has read it."""


def test_the_token_of_the_address_lets_in_and_is_gone_from_the_address(stranger: TestClient) -> None:
    answer = stranger.get("/?token=the-token")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "samesite=strict" in cookie
    assert "httponly" in cookie
    assert "the-token" not in cookie
    assert SECRET in stranger.get("/").text


@pytest.mark.parametrize(
    "address", ["/", "/?token=", "/?token=the-toke", "/?token=wrong", "/static/studio.css"]
)
def test_without_the_token_nothing_is_read(stranger: TestClient, address: str) -> None:
    answer = stranger.get(address)
    assert answer.status_code == 403
    assert SECRET not in answer.text
    assert "set-cookie" not in answer.headers


def test_without_the_token_nothing_is_written(stranger: TestClient) -> None:
    assert stranger.post("/language", data={"language": "pt"}, headers=OURS).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1:1", "127.0.0.1", "[::1]:8765", ""]
)
def test_a_name_that_was_made_to_lead_here_is_not_served(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert SECRET not in answer.text


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", f"https://{HOST}", "http://127.0.0.1:1", ""]
)
def test_a_post_of_another_origin_is_refused_even_with_the_cookie(client: TestClient, origin: str) -> None:
    answer = client.post("/language", data={"language": "pt"}, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_post_that_does_not_say_where_it_comes_from_is_refused(client: TestClient) -> None:
    assert client.post("/language", data={"language": "pt"}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_may_not_fetch_ours(client: TestClient, site: str) -> None:
    for mode in ("cors", "no-cors", "navigate"):
        answer = client.get(
            "/", headers={"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": "iframe"}
        )
        assert answer.status_code == 403
        assert SECRET not in answer.text


def test_our_own_form_is_taken(client: TestClient) -> None:
    answer = client.post("/language", data={"language": "pt"}, headers=OURS)
    assert answer.status_code == 303
    assert "Buscar no" in client.get("/").text


def test_every_answer_forbids_foreign_code_frames_and_keeping(client: TestClient) -> None:
    for address in ("/", "/static/studio.css", "/nowhere", "/?token=wrong"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"


def test_an_upload_without_end_is_refused(client: TestClient) -> None:
    for address, most in (("/language", MOST_BYTES), ("/import", MOST_UPLOADED)):
        answer = client.post(address, content=b"x", headers={**OURS, "Content-Length": str(most + 1)})
        assert answer.status_code == 413


def test_an_upload_that_does_not_say_how_long_it_is_ends_at_the_limit(address: str) -> None:
    place = urlsplit(address)
    connection = HTTPConnection(place.netloc, timeout=20)
    connection.request("GET", f"/?{place.query}")
    greeting = connection.getresponse()
    greeting.read()
    sent = 0

    def parts() -> Iterator[bytes]:
        nonlocal sent
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        while sent < 20 * MOST_BYTES:
            sent += 1 << 20
            yield bytes(1 << 20)

    headers = {
        "Origin": f"http://{place.netloc}",
        "Cookie": greeting.headers["set-cookie"].partition(";")[0],
        "Content-Type": "multipart/form-data; boundary=x",
    }
    with suppress(BrokenPipeError, ConnectionResetError):
        connection.request("POST", "/undo", parts(), headers, encode_chunked=True)
        assert connection.getresponse().status == 413
    assert sent < 20 * MOST_BYTES
    connection.close()


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/po/pt.po"]
)
def test_only_the_assets_are_served_as_files(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in {404, 405}


def test_it_listens_on_the_loopback_interface_only(address: str) -> None:
    port = urlsplit(address).port
    assert port
    socket.create_connection(("127.0.0.1", port), timeout=5).close()
    with pytest.raises(ConnectionRefusedError):
        # Linux has the whole net 127.0.0.0/8; whoever listens on all interfaces answers here, too.
        socket.create_connection(("127.0.0.2", port), timeout=5)


def test_a_hostile_page_in_the_same_browser_neither_reads_nor_writes(
    browser: Browser, address: str, project: Path
) -> None:
    before = (project / "glossaries" / "news.csv").read_bytes()
    context = browser.new_context()
    ours = context.new_page()
    ours.goto(address)
    assert SECRET in ours.content()
    home = f"http://127.0.0.1:{urlsplit(address).port}"
    evil = context.new_page()
    # Served by the browser itself: a page with an address of its own, on the same computer as far as it knows.
    evil.route(
        "http://evil.localhost/**",
        lambda route: route.fulfill(body="<h1>Hello</h1>", content_type="text/html"),
    )
    evil.goto("http://evil.localhost/")
    read = evil.evaluate(
        """async (home) => {
            const got = [];
            for (const mode of ["cors", "no-cors"]) {
                try { got.push(await (await fetch(home + "/", {mode, credentials: "include"})).text()); }
                catch (error) { got.push("refused"); }
            }
            return got;
        }""",
        home,
    )
    assert read == ["refused", "refused"]
    statuses: list[int] = []
    evil.on("response", lambda response: statuses.append(response.status))
    evil.evaluate(
        """(home) => {
            document.body.innerHTML = `<form method="post" action="${home}/language"><input name="language" value="pt"></form>`;
            document.forms[0].submit();
        }""",
        home,
    )
    evil.wait_for_url(f"{home}/language")
    assert statuses == [403]
    ours.reload()
    assert ours.locator("html").get_attribute("lang") == "en"
    assert (project / "glossaries" / "news.csv").read_bytes() == before
    context.close()
