"""Apertium: rules and dictionaries, from the packages of Debian and others, without a model.

Apertium gives text and nothing else: no alignment, no scores, no way to lead it. It marks words that it does not
know, and forms that it cannot make; ``unknown`` tells them, drafts do not show them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from localize.document import Draft
from localize.engines.pipes import Pipes
from localize.engines.routes import preferred, reachable, route
from localize.errors import EngineError, LocalizeError
from localize.languages import Pair, from_apertium

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.engines.base import Engine

COMMAND = "apertium"
_WRAPPER = "apertium-wblank-mode"
"""Writes the pipeline of a mode with null flush in every part of it."""
_MODE = re.compile(r"([a-z]{2,3}(?:_[A-Z]{2})?)-([a-z]{2,3}(?:_[A-Z]{2})?)\.mode")
_DATA = re.compile(r"'(/[^']+)'")
_END = "[][%d\n]"
"""What ends a request: the break that Apertium's own reader of text files writes at the end of a paragraph,
with a number in it; blanks come through."""
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_RESERVED = re.compile(r"[\\\[\]{}^$/<>|]")
_SWALLOWED = re.compile(r"[*#@~]+")
"""Marks of Apertium's own: written as blanks, which come through."""
# Marks: * a word that is not in the dictionaries, # one that cannot be inflected, @ one without a translation.
_READ = re.compile(r"\[((?:\\.|[^\\\]])*)\]|\\(.)|([*#@]+)(?=([^\W_][\w’'-]*)?)|([^\\\[*#@]+)|(.)", re.DOTALL)
_PACKAGES = (
    "af-nl", "afr-nld", "arg-cat", "bel-rus", "br-fr", "cat-ita", "cat-srd", "dan-nor", "en-gl", "eng-cat",
    "eng-spa", "eo-ca", "eo-en", "eo-es", "eo-fr", "es-ast", "es-gl", "es-pt", "es-ro", "eu-en", "eu-es", "fr-es",
    "fra-cat", "fra-frp", "hbs-eng", "hbs-mkd", "hbs-slv", "ind-zlm", "isl-eng", "isl-swe", "mkd-bul", "mkd-eng",
    "nno-nob", "oc-ca", "oc-es", "oci-fra", "pol-szl", "por-cat", "pt-gl", "rus-ukr", "spa-arg", "spa-ast",
    "spa-cat", "spa-ita", "srd-ita", "swe-dan", "swe-nor", "urd-hin",
)  # fmt: skip
"""Debian's packages of language pairs (Debian 12), without ``apertium-``; many translate one way only."""


class Mode(NamedTuple):
    """One direction of an installed pair."""

    pair: Pair
    path: Path

    @property
    def name(self) -> str:
        """Name it the way Apertium does: ``eng-spa``."""
        return self.path.stem


class Reply(NamedTuple):
    """What Apertium made of a sentence: the text without marks, and the words that had one."""

    text: str
    unknown: tuple[str, ...]


class ApertiumEngine:
    """Translate with installed Apertium pairs, pivoting when there is no direct one.

    Args:
        options: ``pivots``: preferred ones.

    Raises:
        EngineError: Apertium is not installed.
    """

    def __init__(self, options: Mapping[str, object]) -> None:
        self._prefer = preferred(options)
        command = shutil.which(COMMAND)
        if command is None or shutil.which(_WRAPPER) is None:
            raise EngineError(
                "Apertium is not installed here",
                hint="apt-get install apertium, and a pair: apertium-eng-spa",
            )
        self.modes = {mode.pair: mode for mode in reversed(list(_modes(_folder(Path(command)))))}
        self._pipes: dict[Pair, Pipes] = {}
        self.signature = f"apertium ({_version(command)})"

    def pairs(self) -> frozenset[Pair]:
        """List the directions that installed pairs serve, pivots included."""
        return reachable(self.modes)

    def direct(self) -> frozenset[Pair]:
        """List the directions that a mode of their own serves."""
        return frozenset(self.modes)

    def steps(self, pair: Pair) -> tuple[tuple[Engine, Pair], ...]:
        """List the steps of the route: this engine, and the direction of each model."""
        return tuple((self, step) for step in self._route(pair))

    def origin(self, pair: Pair) -> str:
        """Name the modes along the route, each with a sum over its data: ``apertium (3.8.3): eng-spa 1f0c2d3e``."""
        steps = [self.modes[step] for step in self._route(pair)]
        return f"{self.signature}: {' + '.join(f'{step.name} {fingerprint(step.path)}' for step in steps)}"

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Translate sentences; same length, same order; each result depends on its own source only.

        A sentence on which Apertium fails comes back empty.
        """
        texts = list(sources)
        for step in self._route(pair):
            texts = [reply.text for reply in self._ask(texts, step)]
        return [Draft(text) for text in texts]

    def unknown(self, sources: Sequence[str], pair: Pair) -> list[tuple[str, ...]]:
        """List for each sentence the words that Apertium marks on the way: not known, or not to be inflected."""
        texts, found = list(sources), [()] * len(sources)  # type: list[str], list[tuple[str, ...]]
        for step in self._route(pair):
            replies = self._ask(texts, step)
            found = [(*old, *reply.unknown) for old, reply in zip(found, replies, strict=True)]
            texts = [reply.text for reply in replies]
        return found

    def close(self) -> None:
        """End the processes; the engine starts them again when it is asked again."""
        while self._pipes:
            self._pipes.popitem()[1].close()

    def _route(self, pair: Pair) -> tuple[Pair, ...]:
        return route(pair, self.modes, prefer=self._prefer, hint=hint(pair))

    def _ask(self, texts: Sequence[str], step: Pair) -> list[Reply]:
        if step not in self._pipes:
            self._pipes[step] = Pipes(_pipeline(self.modes[step].path))
        asked = [i for i, text in enumerate(texts) if text.strip()]
        answers = self._pipes[step].ask([escape(texts[i]) for i in asked], end=_END)
        replies = [Reply("", ())] * len(texts)
        for i, answer in zip(asked, answers, strict=True):
            replies[i] = read(answer)
        return replies


def escape(text: str) -> str:
    """Write plain text for Apertium's stream: reserved characters escaped, marks of ours out of its reach.

    Characters that steer a terminal, and half characters, become spaces; a typographic apostrophe within a word
    becomes the straight one, which is in the dictionaries.
    """
    text = _UNSAFE.sub(" ", text)
    text = re.sub(r"(?<=\w)’(?=\w)", "'", text)
    text = _RESERVED.sub(r"\\\g<0>", text)
    return _SWALLOWED.sub(r"[\g<0>]", text)


def read(answer: str) -> Reply:
    """Read what comes back: escapes undone, marks taken off, single spaces."""
    parts: list[str] = []
    unknown: list[str] = []
    for found in _READ.finditer(answer):
        blank, escaped, marks, word, plain, other = found.groups()
        if blank is not None:
            parts.append(re.sub(r"\\(.)", r"\1", blank))
        elif marks:
            unknown += [word] if word else []
        else:
            parts.append(escaped or plain or other)
    return Reply(re.sub(r"\s+", " ", "".join(parts)).strip(), tuple(unknown))


def hint(pair: Pair) -> str:
    """Say what to install for a pair: the package that has both languages, or else those that have one of them."""
    named = {package: {from_apertium(code) for code in package.split("-")} for package in _PACKAGES}
    both = [package for package, tags in named.items() if {pair.source, pair.target} <= tags]
    if both:
        return f"apt-get install apertium-{both[-1]}"
    one = [f"apertium-{package}" for package, tags in named.items() if {pair.source, pair.target} & tags]
    return f"Debian has no such pair; with one of the languages: {', '.join(one) or 'none'}"


def fingerprint(mode: Path) -> str:
    """Sum up the data that a mode uses: eight hexadecimal digits of a SHA-256; Debian's files have no versions."""
    total = sha256()
    try:
        text = mode.read_text(encoding="utf-8")
        for name in sorted(set(_DATA.findall(text))):
            total.update(Path(name).read_bytes())
    except OSError as error:
        raise EngineError(
            f"{mode}: its data cannot be read ({error})", hint="install that apertium package again"
        ) from error
    return total.hexdigest()[:8]


def _folder(command: Path) -> Path:
    """Give the folder of the modes that belong to a command."""
    return command.resolve().parent.parent / "share" / "apertium" / "modes"


def _modes(folder: Path) -> Iterator[Mode]:
    """Yield the directions of a folder, full names (``spa``) before short ones; dialects of other kinds are none."""
    for path in sorted(folder.glob("*.mode"), key=lambda path: (-len(path.stem), path.stem)):
        found = _MODE.fullmatch(path.name)
        if found:
            try:
                yield Mode(Pair(from_apertium(found[1]), from_apertium(found[2])), path)
            except LocalizeError:
                continue


def _pipeline(mode: Path) -> str:
    """Write the shell's pipeline of a mode."""
    try:
        made = subprocess.run(  # noqa: S603 - paths of installed packages
            [_WRAPPER, "-z", str(mode)], capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineError(
            f"{mode}: not understood by {_WRAPPER} ({error})", hint="update Apertium"
        ) from error
    return made.stdout


def _version(command: str) -> str:
    try:
        told = subprocess.run(  # noqa: S603 - found by shutil.which
            [command, "-V"], capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineError(f"{command}: does not run ({error})", hint="install apertium again") from error
    found = re.search(r"\d+(?:\.\d+)+", told.stdout + told.stderr)
    return found[0] if found else "unknown version"
