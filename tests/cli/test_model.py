from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from localize.engines.packages import shipped_folder

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def test_the_model_that_ships_is_listed(desk: Desk) -> None:
    done = desk("model", "list")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "en-pt  English to Portuguese: translate-en_pt 1.2",
        "pt-en  Portuguese to English: translate-pt_en 1.0",
    ]


def test_json_says_where_it_is(desk: Desk) -> None:
    row, _ = map(json.loads, desk("model", "list", "--json").stdout.splitlines())
    assert (row["source"], row["target"], row["packages"]) == ("en", "pt", ["translate-en_pt 1.2"])
    assert (Path(row["paths"][0]) / "metadata.json").is_file()


def test_pairs_through_a_pivot_are_listed_with_their_packages(desk: Desk) -> None:
    shipped = shipped_folder() / "translate-en_pt-1_2"
    package = Path("mine/pt_es")
    (package / "model").mkdir(parents=True)
    shutil.copy(shipped / "sentencepiece.model", package)
    metadata = json.loads((shipped / "metadata.json").read_text(encoding="utf-8"))
    metadata |= {"from_code": "pt", "to_code": "es", "package_version": "2.1"}
    (package / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    desk.put("localize.toml", 'models = "mine"\n')
    assert desk("model", "list").stdout.splitlines() == [
        "en-es  English to Spanish: translate-en_pt 1.2 + translate-pt_es 2.1",
        "en-pt  English to Portuguese: translate-en_pt 1.2",
        "pt-en  Portuguese to English: translate-pt_en 1.0",
        "pt-es  Portuguese to Spanish: translate-pt_es 2.1",
    ]
