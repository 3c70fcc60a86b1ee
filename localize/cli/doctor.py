"""``localize doctor``: what is installed here, whether it works, and what is missing."""

from __future__ import annotations

import platform
import time
from typing import TYPE_CHECKING, NamedTuple, Protocol

import click

from localize import __version__, engines
from localize.cli import console, settings
from localize.detection import Detector
from localize.engines import firefox, packages
from localize.engines.base import DirectEngine
from localize.errors import EngineError, LocalizeError
from localize.languages import Pair, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.config import Config
    from localize.engines import Engine

SENTENCES = {
    "ar": "البيت أبيض.", "ca": "La casa és blanca.", "cs": "Dům je bílý.", "da": "Huset er hvidt.",
    "de": "Das Haus ist weiß.", "el": "Το σπίτι είναι λευκό.", "en": "The house is white.", "es": "La casa es blanca.",
    "et": "Maja on valge.", "eu": "Etxea zuria da.", "fi": "Talo on valkoinen.", "fr": "La maison est blanche.",
    "gl": "A casa é branca.", "hi": "घर सफ़ेद है।", "hr": "Kuća je bijela.", "hu": "A ház fehér.", "id": "Rumah itu putih.",
    "it": "La casa è bianca.", "ja": "その家は白い。", "ko": "그 집은 하얗다.", "nb": "Huset er hvitt.", "nl": "Het huis is wit.",
    "nn": "Huset er kvitt.", "oc": "L'ostal es blanc.", "pl": "Dom jest biały.", "pt": "A casa é branca.",
    "ro": "Casa este albă.", "ru": "Дом белый.", "sk": "Dom je biely.", "sl": "Hiša je bela.", "sv": "Huset är vitt.",
    "tr": "Ev beyaz.", "uk": "Будинок білий.", "vi": "Ngôi nhà màu trắng.", "zh": "房子是白色的。",
}  # fmt: skip
"""What is translated on trial, by language: the house is white."""


class Show(Protocol):
    """Writes a fact: its kind, its name, and what else is known."""

    def __call__(self, kind: str, what: str, **more: object) -> None:
        """Write the fact."""
        ...


class Trial(NamedTuple):
    """A sentence through one model.

    Attributes:
        problem: What went wrong; empty when it came through.
    """

    pair: Pair
    origin: str
    source: str
    target: str
    seconds: float
    problem: str


@click.command(epilog="Example: localize doctor")
@click.option("--engine", "only", metavar="NAME", help="Look at this engine alone.")
@click.option("--no-trial", is_flag=True, help="Do not translate the test sentences.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: kind, and what belongs to it.")
def doctor(*, only: str | None, no_trial: bool, as_json: bool) -> int:
    """Show what is installed: versions, engines, models and where they lie, and translate a sentence with each model.

    An engine that is not installed is no fault; one that fails is, and so is a pair of the project's settings (from,
    to) that nothing here can translate. The exit code is 1 when there is a fault.
    """
    config = settings.resolve()
    show: Show = _json if as_json else _line
    show("version", f"localize {__version__}", python=platform.python_version(), system=platform.platform())
    for path in packages.places([config.models] if config.models else []):
        show("models", str(path), there=path.is_dir())
    for path in firefox.folders()[1:]:
        show("models", str(path), there=path.is_dir())
    show("detector", Detector().detect("").detector)
    faults, working = 0, []
    for one in [only] if only else [key for key in engines.ENGINES if key != "echo"]:
        try:
            engine = engines.load(
                one, {"models": [config.models] if config.models else [], "pivots": config.pivots}
            )
        except EngineError as error:
            show("engine", one, problem=str(error), hint=error.hint)
            faults += bool(only)
            continue
        show("engine", one, signature=engine.signature, pairs=len(engine.pairs()))
        working.append(engine)
        for trial in _trials(engine, silent=no_trial):
            faults += bool(trial.problem)
            show("model", str(trial.pair), **_described(trial))
    return int(faults + _missing(config, working, show) > 0)


def _trials(engine: Engine, *, silent: bool) -> Iterator[Trial]:
    """Translate a sentence in every direction that has a model of its own."""
    pairs = engine.direct() if isinstance(engine, DirectEngine) else engine.pairs()
    for pair in sorted(pairs):
        source = SENTENCES.get(pair.source.partition("-")[0], "2024")
        started = time.perf_counter()
        origin = target = problem = ""
        try:
            origin = engine.origin(pair).removeprefix(f"{engine.signature}: ")
            target = "" if silent else engine.translate([source], pair)[0].text
            problem = "" if silent or target.strip() else "nothing came back"
        except LocalizeError as error:
            problem = f"{error}; {error.hint}" if error.hint else str(error)
        yield Trial(pair, origin, source, target, time.perf_counter() - started, problem)
    getattr(engine, "close", lambda: None)()


def _described(trial: Trial) -> dict[str, object]:
    said: dict[str, object] = {"model": trial.origin}
    if trial.problem:
        return said | {"problem": trial.problem}
    if trial.target:
        said |= {"source": trial.source, "target": trial.target, "seconds": round(trial.seconds, 2)}
    return said


def _missing(config: Config, working: list[Engine], show: Show) -> int:
    """Look at the pairs that the project's settings name; gives how many nothing can translate."""
    faults = 0
    for target in config.to if config.source else ():
        pair = Pair(config.source, target)
        able = [engine.signature.split()[0] for engine in working if _serves(engine, pair)]
        if able:
            show("project", str(pair), by=", ".join(able))
        else:
            faults += 1
            what = f"nothing translates {name(pair.source)} to {name(pair.target)}"
            show("project", str(pair), problem=what, hint=f"localize model available {pair}")
    return faults


def _serves(engine: Engine, pair: Pair) -> bool:
    try:
        engine.origin(pair)
    except EngineError:
        return False
    return True


def _json(kind: str, what: str, **more: object) -> None:
    console.json_line({"kind": kind, "name": what, **more})


def _line(kind: str, what: str, **more: object) -> None:
    """Write a fact as a line for people."""
    problem, hint = more.pop("problem", ""), more.pop("hint", "")
    indent = "  " if kind == "model" else ""
    if kind == "model" and "target" in more:
        told = f"{more['model']}: {more['source']} -> {more['target']}  ({more['seconds']} s)"
    elif kind == "models":
        told = "looked in" if more["there"] else "not there"
    else:
        told = ", ".join(
            f"{value}" if key in {"signature", "model"} else f"{key} {value}" for key, value in more.items()
        )
    shown = "; ".join(filter(None, (told, f"{problem}" if problem else "")))
    shown = f": {shown}" if shown else ""
    console.line(
        f"{indent}{kind} {what}{shown}" if kind != "version" else f"{what} ({shown.removeprefix(': ')})"
    )
    if hint:
        console.remark("hint", str(hint))
