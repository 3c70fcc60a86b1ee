from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from localize.errors import ModelError
from localize.languages import Pair
from localize.store import Locks, Offer, Store
from localize.store.lock import read
from tests.store.build import WEIGHTS, members, package, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.build import Server

EN_ES = Pair("en", "es")
NAME = "translate-en_es-1_9"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "models")


def locks(store: Store, **how: bool) -> Locks:
    return Locks([store.lock_path()], **how)


def saved(folder: Path, data: bytes) -> Path:
    path = folder / "en_es.argosmodel"
    path.write_bytes(data)
    return path


def whole(store: Store) -> bool:
    """Tell whether the folder holds exactly one package that is as it was packed, and nothing broken."""
    folders = [path for path in store.folder.iterdir() if path.is_dir() and path.name != ".part"]
    assert all((path / "model" / "model.bin").read_bytes() == WEIGHTS for path in folders)
    assert all(store.problems(path) == [] for path in folders)
    return len(folders) == 1


def test_a_file_from_disk_becomes_an_installed_package(store: Store, tmp_path: Path) -> None:
    result = store.install_file(saved(tmp_path, package()), locks(store))
    assert (result.name, result.path, result.fresh) == (NAME, store.folder / NAME, True)
    (found,) = store.packages()
    assert (found.pair, found.version, found.path) == (EN_ES, "1.9", store.folder / NAME)
    assert store.problems(found.path) == []
    assert read(store.lock_path()) == {NAME: result.entry}


def test_a_package_from_a_server_becomes_an_installed_one(store: Store, server: Server) -> None:
    data = package()
    offer = Offer(EN_ES, "1.9", (server.put("en_es", data),), size=len(data))
    assert store.install_offer(offer, locks(store)).entry.size == len(data)
    assert whole(store)


def test_installing_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = saved(tmp_path, package())
    first = store.install_file(path, locks(store))
    before = (first.path / "model" / "model.bin").stat()
    assert not store.install_file(path, locks(store)).fresh
    after = (first.path / "model" / "model.bin").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_installing_again_mends_a_damaged_package(store: Store, tmp_path: Path) -> None:
    path = saved(tmp_path, package())
    installed = store.install_file(path, locks(store)).path
    (installed / "model" / "model.bin").write_bytes(b"")
    assert store.install_file(path, locks(store)).fresh
    assert whole(store)


def test_a_newer_version_takes_the_place_of_an_older_one(store: Store, tmp_path: Path) -> None:
    store.install_file(saved(tmp_path, package()), locks(store))
    store.install_file(saved(tmp_path, package(package_version="1.10")), locks(store))
    assert [found.version for found in store.packages()] == ["1.10"]


def test_the_package_of_a_region_stays_when_that_of_its_language_comes_and_goes(
    store: Store, tmp_path: Path
) -> None:
    for code in ("es-MX", "es"):
        store.install_file(saved(tmp_path, package(to_code=code)), locks(store))
    assert [str(found.pair) for found in store.packages()] == ["en-es", "en-es-MX"]
    assert store.remove(EN_ES) == (NAME,)
    assert [str(found.pair) for found in store.packages()] == ["en-es-MX"]


def test_what_the_index_says_must_be_true(store: Store, server: Server) -> None:
    link = server.put("en_es", package())
    with pytest.raises(ModelError, match="the index says ffff"):
        store.install_offer(Offer(EN_ES, "1.9", (link,), sha256="f" * 64), locks(store))
    with pytest.raises(ModelError, match="is a package for en-es, the index says en-fr"):
        store.install_offer(Offer(Pair("en", "fr"), "1.9", (link,)), locks(store))
    assert store.packages() == ()


def test_a_file_that_changed_since_it_was_first_seen_is_refused(store: Store, tmp_path: Path) -> None:
    store.install_file(saved(tmp_path, package()), locks(store))
    store.remove(EN_ES)
    changed = saved(tmp_path, package(weights=WEIGHTS[::-1]))
    with pytest.raises(ModelError, match=f"{NAME} has changed"):
        store.install_file(changed, locks(store))
    assert store.packages() == ()
    assert store.install_file(changed, locks(store, accept=True)).fresh


def test_what_the_lock_does_not_know_is_refused_when_it_must(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is not recorded"):
        store.install_file(saved(tmp_path, package()), locks(store, strict=True))
    assert store.packages() == ()


def test_a_package_that_does_not_load_is_not_installed(tmp_path: Path) -> None:
    def probe(folder: Path) -> None:
        raise ModelError("the package does not load", place=folder.name)

    store = Store(tmp_path / "models", probe)
    with pytest.raises(ModelError, match="does not load"):
        store.install_file(saved(tmp_path, package()), locks(store))
    assert store.packages() == ()
    assert read(store.lock_path()) == {}


def test_a_damaged_download_is_thrown_away_so_that_the_next_begins_anew(store: Store, server: Server) -> None:
    data = bytearray(package())
    data[data.index(WEIGHTS[50_000:50_100])] ^= 1
    offer = Offer(EN_ES, "1.9", (server.put("en_es", bytes(data)),))
    with pytest.raises(ModelError, match="is damaged"):
        store.install_offer(offer, locks(store))
    server.put("en_es", package())
    assert store.install_offer(offer, locks(store)).fresh


def test_fifty_cuts_of_the_line_never_leave_a_broken_model(store: Store, server: Server) -> None:
    data = package()
    step = len(data) // 51
    offer = Offer(EN_ES, "1.9", (server.put("en_es", data, cuts=[step] * 50),), size=len(data))
    assert store.install_offer(offer, locks(store)).fresh
    assert whole(store)
    assert len(server.shelves["/en_es"].asked) == 51


def test_fifty_interrupted_installs_never_leave_a_broken_model(store: Store, server: Server) -> None:
    data = package()
    offer = Offer(EN_ES, "1.9", (server.put("en_es", data),), size=len(data))
    interrupted = 0
    for after in range(50):
        calls = 0

        def stop(_done: int, _total: int, after: int = after) -> None:
            nonlocal calls
            calls += 1
            if calls > after % 10:
                raise KeyboardInterrupt

        try:
            store.install_offer(offer, locks(store), advance=stop)
        except KeyboardInterrupt:
            interrupted += 1
        else:
            assert whole(store)
            store.remove(EN_ES)
        assert store.packages() == () or whole(store)
    assert interrupted >= 25
    store.install_offer(offer, locks(store))
    assert whole(store)


KILLED = """
import sys
from pathlib import Path
from localize.languages import Pair
from localize.store import Locks, Offer, Store
store = Store(Path(sys.argv[1]))
def advance(done, total):
    print(flush=True)
    import time; time.sleep(0.02)
offer = Offer(Pair("en", "es"), "1.9", (sys.argv[2],))
store.install_offer(offer, Locks([store.lock_path()]), advance=advance)
"""


@pytest.mark.parametrize("steps", [1, 4, 6])
def test_a_killed_install_leaves_nothing_that_the_next_cannot_use(
    store: Store, server: Server, steps: int
) -> None:
    link = server.put("en_es", package())
    words = [sys.executable, "-c", KILLED, str(store.folder), link]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(steps):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert store.packages() == ()
    assert store.install_offer(Offer(EN_ES, "1.9", (link,)), locks(store)).fresh
    assert whole(store)


def test_two_installs_at_once_end_in_one_package(store: Store, server: Server) -> None:
    link = server.put("en_es", package())
    with ThreadPoolExecutor(4) as pool:
        results = list(
            pool.map(lambda _: store.install_offer(Offer(EN_ES, "1.9", (link,)), locks(store)), range(4))
        )
    assert sorted(result.fresh for result in results) == [False, False, False, True]
    assert whole(store)


def test_installs_of_different_pairs_do_not_wait_for_one_another(store: Store, server: Server) -> None:
    link = server.put("en_es", package())
    other = server.put("en_fr", package(to_code="fr"))
    first: list[float] = []

    def slow(_done: int, _total: int) -> None:
        if not first:
            store.install_offer(Offer(Pair("en", "fr"), "1.9", (other,)), locks(store))
            first.append(time.monotonic())

    store.install_offer(Offer(EN_ES, "1.9", (link,)), locks(store), advance=slow)
    assert [found.pair for found in store.packages()] == [EN_ES, Pair("en", "fr")]


def test_only_what_is_named_is_removed(store: Store, tmp_path: Path) -> None:
    store.install_file(saved(tmp_path, package()), locks(store))
    store.install_file(saved(tmp_path, package(to_code="fr")), locks(store))
    assert store.remove(EN_ES) == (NAME,)
    assert store.remove(EN_ES) == ()
    assert [found.pair for found in store.packages()] == [Pair("en", "fr")]


def test_every_difference_is_named(store: Store, tmp_path: Path) -> None:
    path = store.install_file(saved(tmp_path, package()), locks(store)).path
    (path / "README.md").write_text("# Something else\n")
    (path / "sentencepiece.model").unlink()
    (path / "model" / "vmap.txt").write_text("x")
    assert store.problems(path) == [
        f"{path / 'sentencepiece.model'} is missing",
        f"{path / 'README.md'} has changed",
        f"{path / 'model' / 'vmap.txt'} does not belong to the package",
    ]


def test_a_file_that_was_replaced_by_a_link_is_an_error(store: Store, tmp_path: Path) -> None:
    path = store.install_file(saved(tmp_path, package()), locks(store)).path
    shutil.move(path / "README.md", tmp_path / "README.md")
    (path / "README.md").symlink_to(tmp_path / "README.md")
    with pytest.raises(ModelError, match=r"README\.md: is a link"):
        store.problems(path)


def test_a_record_inside_a_package_is_not_believed(store: Store, tmp_path: Path) -> None:
    forged = members() | {f"{NAME}/localize.json": b'{"files": {}}'}
    path = store.install_file(saved(tmp_path, zipped(forged)), locks(store)).path
    assert store.problems(path) == []
    (path / "localize.json").unlink()
    assert "has no record" in store.problems(path)[0]


def test_a_file_that_is_not_there_is_an_error(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"gone\.argosmodel: cannot be read"):
        store.install_file(tmp_path / "gone.argosmodel", locks(store))


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "models").write_bytes(b"notes")
    store = Store(tmp_path / "models")
    with pytest.raises(ModelError, match="cannot be written"):
        store.install_file(saved(tmp_path, package()), locks(store))
