"""What all tests share: the shipped model, loaded once; laws that a busy machine does not break."""

from __future__ import annotations

import pytest
from hypothesis import settings

from localize.engines.argos import ArgosEngine
from localize.engines.packages import shipped_folder

settings.register_profile("localize", deadline=None)
settings.load_profile("localize")


@pytest.fixture(scope="session")
def argos() -> ArgosEngine:
    """Load the engine with the shipped model, English to Portuguese."""
    return ArgosEngine({"models": [str(shipped_folder())]})
