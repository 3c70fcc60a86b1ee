"""Firefox models from a server that cuts connections and lies: whole and right, or not at all."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
import zstandard

from localize.errors import ModelError
from localize.languages import Pair
from localize.store import Locks, ModelOffer, Store, read_models
from localize.store.lock import read
from localize.store.mozilla import parse
from tests.store.foxes import BASE, FILES, digest, gzipped, listed, packed, records, registry, stocked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.build import Server

EN_ES = Pair("en", "es")
NAME = "firefox-en_es-3_0"
WEIGHTS = "model.enes.intgemm.alphas.bin"
VOCABULARY = "vocab.enes.spm"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "models")


def locks(store: Store, **how: bool) -> Locks:
    return Locks([store.lock_path()], **how)


def offered(server: Server, **how: Any) -> ModelOffer:
    return read_models(stocked(server, **how)).newest()[EN_ES]


def whole(store: Store) -> bool:
    """Tell whether the model is there; what is there must be right and nothing else."""
    folders = [path for path in store.folder.iterdir() if path.is_dir() and path.name != ".part"]
    for path in folders:
        assert path.name == NAME
        assert {name: (path / name).read_bytes() for name in FILES} == FILES
        assert store.problems(path) == []
    return len(folders) == 1


def test_a_model_is_fetched_unpacked_and_written_down(store: Store, server: Server) -> None:
    result = store.install_model(offered(server), locks(store))
    assert (result.name, result.path, result.fresh) == (NAME, store.folder / NAME, True)
    assert whole(store)
    assert read(store.lock_path()) == {NAME: result.entry}
    assert result.entry.size == sum(map(len, FILES.values()))
    assert sorted(path.name for path in (store.folder / ".part").iterdir()) == ["firefox-en-es.busy"]


def test_what_is_there_is_not_fetched_again(store: Store, server: Server) -> None:
    offer = offered(server)
    store.install_model(offer, locks(store))
    server.shelves.clear()
    assert not store.install_model(offer, locks(store)).fresh
    (store.folder / NAME / VOCABULARY).write_bytes(b"")
    with pytest.raises(ModelError, match="cannot be fetched"):
        store.install_model(offer, locks(store), pause=0)


def test_progress_counts_the_bytes_of_all_files(store: Store, server: Server) -> None:
    offer = offered(server)
    told: list[tuple[int, int]] = []
    store.install_model(offer, locks(store), advance=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (offer.size, offer.size)


def test_fifty_cuts_of_the_line_never_leave_a_broken_model(store: Store, server: Server) -> None:
    step = len(packed(FILES[WEIGHTS])) // 51
    offer = offered(server, cuts=[step] * 50)
    assert store.install_model(offer, locks(store)).fresh
    assert whole(store)
    asked = server.shelves[f"/cdn/{BASE}/{WEIGHTS}.zst"].asked
    assert len(asked) == 51
    assert asked[-1] == f"bytes={50 * step}-"


def test_fifty_interrupted_installs_never_leave_a_broken_model(store: Store, server: Server) -> None:
    offer = offered(server)
    interrupted = 0
    for after in range(50):
        calls = 0

        def stop(_done: int, _total: int, after: int = after) -> None:
            nonlocal calls
            calls += 1
            if calls > after % 6:
                raise KeyboardInterrupt

        try:
            store.install_model(offer, locks(store), advance=stop)
        except KeyboardInterrupt:
            interrupted += 1
            assert not whole(store)
        else:
            assert whole(store)
            store.remove(EN_ES, "firefox")
    assert interrupted >= 25
    store.install_model(offer, locks(store))
    assert whole(store)


KILLED = """
import sys, time
from pathlib import Path
from localize.languages import Pair
from localize.store import Locks, Store, read_models
store = Store(Path(sys.argv[1]))
def advance(done, total):
    print(flush=True)
    time.sleep(0.05)
offer = read_models(sys.argv[2]).newest()[Pair("en", "es")]
store.install_model(offer, Locks([store.lock_path()]), advance=advance)
"""


@pytest.mark.parametrize("steps", [1, 3])
def test_a_killed_install_leaves_nothing_that_the_next_cannot_use(
    store: Store, server: Server, steps: int
) -> None:
    words = [sys.executable, "-c", KILLED, str(store.folder), stocked(server)]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(steps):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert not whole(store)
    assert store.install_model(offered(server), locks(store)).fresh
    assert whole(store)


def test_two_installs_at_once_are_fine(store: Store, server: Server) -> None:
    offer = offered(server)
    with ThreadPoolExecutor(2) as pool:
        fresh = list(pool.map(lambda _: store.install_model(offer, locks(store)).fresh, range(2)))
    assert sorted(fresh) == [False, True]
    assert whole(store)


@pytest.mark.parametrize(
    ("lie", "said"),
    [
        ({"attachment": {"size": 7}}, "where the index says 7"),
        ({"attachment": {"hash": "f" * 64}}, f"the index says {'f' * 64}"),
        ({"decompressedHash": "e" * 64}, f"the index says {'e' * 64}"),
        ({"decompressedSize": 30_001}, "unpacks to 30,000 bytes where the index says 30,001"),
        ({"decompressedSize": 20_000}, "unpacks to more than 20,000 bytes"),
    ],
)
def test_an_index_that_lies_of_one_file_installs_nothing(
    store: Store, server: Server, lie: dict[str, Any], said: str
) -> None:
    place = stocked(server)
    told = records({name: data for name, data in FILES.items() if name != VOCABULARY})
    told += records({VOCABULARY: FILES[VOCABULARY]}, **lie)
    server.put(place.removeprefix(f"{server.address}/"), listed(told))
    with pytest.raises(ModelError, match=said):
        store.install_model(read_models(place).newest()[EN_ES], locks(store), pause=0)
    assert not whole(store)
    assert read(store.lock_path()) == {}


def unsaid(*, size: bool = False) -> list[dict[str, Any]]:
    """Write records that say nothing that a file could be checked against."""
    told = records()
    for one in told:
        one["decompressedHash"] = ""
        one["attachment"] |= {"hash": "", "size": 0}
        if not size:
            one["decompressedSize"] = 0
    return told


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed(FILES[VOCABULARY])[:-100], "is damaged: "),
        (packed(FILES[VOCABULARY])[:4] + b"junk and more junk", "is damaged"),
        (gzipped(FILES[VOCABULARY])[:-100], "is damaged"),
        (gzipped(FILES[VOCABULARY])[:-4] + b"junk", "is damaged"),
        (packed(bytes(60_000_000)), "is refused: it unpacks to more than"),
        (gzipped(bytes(60_000_000)), "is refused: it unpacks to more than"),
        (zstandard.ZstdCompressor(write_content_size=False).compress(b"pieces"), "it cannot be checked"),
        (b"", "is empty"),
    ],
)
def test_a_damaged_file_is_found_even_where_the_index_says_nothing(
    store: Store, server: Server, data: bytes, said: str
) -> None:
    place = stocked(server)
    server.put(place.removeprefix(f"{server.address}/"), listed(unsaid()))
    server.put(f"cdn/{BASE}/{VOCABULARY}.zst", data)
    with pytest.raises(ModelError, match=said):
        store.install_model(read_models(place).newest()[EN_ES], locks(store), pause=0)
    assert not whole(store)


def test_a_model_that_changed_since_it_was_first_seen_is_refused(store: Store, server: Server) -> None:
    store.install_model(offered(server), locks(store))
    store.remove(EN_ES, "firefox")
    changed = {**FILES, VOCABULARY: FILES[VOCABULARY][::-1]}
    offer = read_models(stocked(server, changed)).newest()[EN_ES]
    with pytest.raises(ModelError, match=f"{NAME} has changed"):
        store.install_model(offer, locks(store))
    assert not whole(store)
    assert store.install_model(offer, locks(store, accept=True)).fresh


def test_how_a_server_packs_it_is_no_change(store: Store, server: Server) -> None:
    first = store.install_model(offered(server), locks(store))
    store.remove(EN_ES, "firefox")
    place = stocked(server)
    server.put(place.removeprefix(f"{server.address}/"), listed(unsaid(size=True)))
    for name, data in FILES.items():
        server.put(f"cdn/{BASE}/{name}.zst", gzipped(data))
    again = store.install_model(read_models(place).newest()[EN_ES], locks(store, strict=True))
    assert again.entry == first.entry


def test_the_registry_serves_gzip_and_a_sum_of_the_weights_only(store: Store, server: Server) -> None:
    for name, data in FILES.items():
        server.put(f"models/en-es/run_1/exported/{name}.gz", gzipped(data))
    (offer,) = parse(registry(server.address), "models.json").offers
    result = store.install_model(offer, locks(store))
    assert {name: (result.path / name).read_bytes() for name in FILES} == FILES
    server.put(f"models/en-es/run_1/exported/{VOCABULARY}.gz", gzipped(b"another"))
    store.remove(EN_ES, "firefox")
    with pytest.raises(ModelError, match="has changed"):
        store.install_model(offer, locks(store))


def test_a_copy_on_disk_installs_without_a_network(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "usb"
    (copy / BASE).mkdir(parents=True)
    (copy / "records.json").write_bytes(listed(records()))
    for name, data in FILES.items():
        (copy / BASE / f"{name}.zst").write_bytes(packed(data))
    offer = read_models(str(copy / "records.json")).newest()[EN_ES]
    assert store.install_model(offer, locks(store)).fresh
    assert whole(store)
    assert len(list((copy / BASE).iterdir())) == 3, "the copy itself stays"
    shutil.rmtree(copy)
    store.remove(EN_ES, "firefox")
    with pytest.raises(ModelError, match="cannot be read"):
        store.install_model(offer, locks(store))


def test_a_newer_version_takes_the_place_of_an_older_one(store: Store, server: Server) -> None:
    place = stocked(server)
    store.install_model(read_models(place).newest()[EN_ES], locks(store))
    server.put(place.removeprefix(f"{server.address}/"), listed(records(version="3.1")))
    store.install_model(read_models(place).newest()[EN_ES], locks(store))
    assert [path.name for path in store.folder.glob("firefox-*")] == ["firefox-en_es-3_1"]


def test_the_sum_of_a_model_is_that_of_its_files(store: Store, server: Server) -> None:
    lines = "".join(f"{digest(data)}  {name}\n" for name, data in sorted(FILES.items()))
    assert store.install_model(offered(server), locks(store)).entry.content == digest(lines.encode())
