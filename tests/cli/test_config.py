from __future__ import annotations

import json
from typing import TYPE_CHECKING

from localize.config import KEYS

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import Desk


def test_every_key_is_shown_with_its_value_and_origin(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put("localize.toml", 'to = ["pt", "es"]\nbeam = 4\n')
    monkeypatch.setenv("LOCALIZE_OUTPUT", "site")
    lines = desk("config", "show").stdout.splitlines()
    assert [line.split(" = ")[0] for line in lines] == list(KEYS)
    assert 'to = ["pt", "es"]  (localize.toml)' in lines
    assert 'output = "site"  (LOCALIZE_OUTPUT)' in lines
    assert 'engine = "argos"  (default)' in lines
    assert "glossary = not set  (default)" in lines


def test_json_has_an_object_a_key(desk: Desk) -> None:
    rows = [json.loads(line) for line in desk("config", "show", "--json").stdout.splitlines()]
    assert rows[1] == {"key": "to", "value": [], "origin": "default"}
