from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from localize.errors import ModelError
from localize.store.fetch import download, fetch_bytes, is_address

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.build import Server

FILE = bytes(range(256)) * 1000


class Meter:
    """Remembers what a download said of its progress."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.seen.append((done, total))


def get(links: list[str], part: Path, *, size: int = 0) -> bytes:
    download(links, part, size=size, advance=Meter(), pause=0.0)
    return part.read_bytes()


def refused(links: list[str], part: Path, *, size: int = 0) -> str:
    with pytest.raises(ModelError) as caught:
        get(links, part, size=size)
    return str(caught.value)


def test_a_file_arrives_as_it_is_and_progress_is_told(server: Server, tmp_path: Path) -> None:
    meter = Meter()
    link = server.put("model", FILE)
    assert download([link], tmp_path / "part", size=len(FILE), advance=meter) == link
    assert (tmp_path / "part").read_bytes() == FILE
    assert meter.seen[-1] == (len(FILE), len(FILE))
    assert [done for done, _ in meter.seen] == sorted(done for done, _ in meter.seen)


def test_a_download_that_is_cut_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, cuts=[100_000, 50_000])
    assert get([link], tmp_path / "part") == FILE
    assert server.shelves["/model"].asked == ["", "bytes=100000-", "bytes=150000-"]


def test_fifty_cuts_in_a_row_do_no_harm(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, cuts=[1 + 97 * i for i in range(50)])
    assert get([link], tmp_path / "part") == FILE
    assert len(server.shelves["/model"].asked) == 51


def test_a_later_run_goes_on_where_an_earlier_one_stopped(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, cuts=[200_000], status=[])
    shelf = server.shelves["/model"]

    def stop(done: int, _total: int) -> None:
        if done >= 100_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download([link], tmp_path / "part", advance=stop)
    have = (tmp_path / "part").stat().st_size
    assert have >= 100_000
    shelf.cuts.clear()
    assert get([link], tmp_path / "part") == FILE
    assert shelf.asked == ["", f"bytes={have}-"]


def test_a_file_that_changed_meanwhile_is_fetched_from_the_beginning(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, cuts=[100_000, 0, 0, 0, 0, 0])
    assert "cut off" in refused([link], tmp_path / "part")
    other = FILE[::-1]
    server.put("model", other, etag='"2"')
    assert get([link], tmp_path / "part") == other


def test_a_shorter_file_in_its_place_is_noticed_too(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, cuts=[100_000, 0, 0, 0, 0, 0], etag="")
    refused([link], tmp_path / "part")
    server.put("model", FILE[:50_000], etag="")
    assert get([link], tmp_path / "part") == FILE[:50_000]


def test_a_server_without_ranges_starts_over(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, cuts=[100_000], ranges=False)
    assert get([link], tmp_path / "part") == FILE


def test_a_wrong_piece_is_never_glued_on(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, cuts=[100_000], piece=10)
    assert get([link], tmp_path / "part") == FILE


def test_a_server_that_always_cuts_at_the_same_place_is_given_up(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, cuts=[1000] * 50, ranges=False)
    assert "cut off after 1000 of 256000 bytes" in refused([link], tmp_path / "part")


def test_a_busy_server_is_asked_again(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, status=[503, 429, 500])
    assert get([link], tmp_path / "part") == FILE


def test_what_is_not_there_is_not_asked_for_again(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, status=[410])
    assert "HTTP 410" in refused([link], tmp_path / "part")
    assert len(server.shelves["/model"].asked) == 1


def test_another_address_is_tried_when_one_fails(server: Server, tmp_path: Path) -> None:
    good = server.put("mirror/model", FILE)
    assert get([f"{server.address}/gone", good], tmp_path / "part") == FILE


def test_when_all_addresses_fail_each_is_named_with_its_reason(server: Server, tmp_path: Path) -> None:
    message = refused([f"{server.address}/a", f"{server.address}/b"], tmp_path / "part")
    assert f"{server.address}/a: HTTP 404" in message
    assert f"{server.address}/b: HTTP 404" in message


@pytest.mark.parametrize("size", [len(FILE) - 1, len(FILE) + 1])
def test_a_size_other_than_the_index_says_is_refused(server: Server, tmp_path: Path, size: int) -> None:
    link = server.put("model", FILE)
    assert f"256,000 bytes where the index says {size:,}" in refused([link], tmp_path / "part", size=size)


def test_a_server_that_sends_more_than_it_says_is_stopped(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, length=0)
    assert "where the index says 1,000" in refused([link], tmp_path / "part", size=1000)
    assert (tmp_path / "part").stat().st_size <= 1000


def test_a_server_that_promises_more_than_it_has_is_given_up(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, length=10**6)
    assert "cannot be fetched" in refused([link], tmp_path / "part")


def test_a_file_beyond_all_measure_is_refused_before_it_is_fetched(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE, length=10**12)
    assert "no package" in refused([link], tmp_path / "part")
    assert not (tmp_path / "part").exists()


def test_redirects_are_followed(server: Server, tmp_path: Path) -> None:
    server.put("elsewhere", FILE)
    assert get([server.put("model", b"", moved="/elsewhere")], tmp_path / "part") == FILE


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/model"])
def test_a_redirect_to_another_protocol_is_not_followed(server: Server, tmp_path: Path, target: str) -> None:
    link = server.put("model", b"", moved=target)
    assert "edirect" in refused([link], tmp_path / "part")


def test_a_server_that_is_down_is_named(tmp_path: Path, socket_enabled: None) -> None:  # noqa: ARG001
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        link = f"http://127.0.0.1:{free.getsockname()[1]}/model"
        assert "Connection refused" in refused([link], tmp_path / "part")


def test_a_full_disk_is_an_error_of_the_disk_not_of_the_network(server: Server, tmp_path: Path) -> None:
    link = server.put("model", FILE)
    (tmp_path / "part").symlink_to("/dev/full")
    with pytest.raises(ModelError, match=r"part: cannot be written: No space left on device"):
        get([link], tmp_path / "part")
    assert len(server.shelves["/model"].asked) == 1


def test_small_files_are_fetched_whole(server: Server) -> None:
    assert fetch_bytes(server.put("index.json", b"[]"), limit=10, hint="") == b"[]"


@pytest.mark.parametrize(
    ("how", "problem"),
    [
        ({"cuts": [3]}, "cut off after 3 of 20 bytes"),
        ({"status": [503]}, "HTTP Error 503|Service Unavailable"),
        ({"length": 0, "data": b"x" * 200}, "larger than 100 bytes"),
    ],
)
def test_a_small_file_that_is_not_whole_is_an_error(
    server: Server, how: dict[str, object], problem: str
) -> None:
    data = how.pop("data", b"x" * 20)
    assert isinstance(data, bytes)
    with pytest.raises(ModelError, match=problem):
        fetch_bytes(server.put("index.json", data, **how), limit=100, hint="")


@pytest.mark.parametrize(
    "text", ["file:///etc/passwd", "ftp://a/b", "models/index.json", "https://", "c:\\index"]
)
def test_only_http_is_an_address(text: str) -> None:
    assert not is_address(text)
