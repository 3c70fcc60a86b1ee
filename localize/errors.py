"""Everything that localize raises on purpose.

::

    LocalizeError
    ├── ConfigError        configuration file: path and key
    ├── InputError         a path that is missing, unreadable, too large, or holds no article
    ├── FormatError        an article file that its reader refuses: path, line, column
    ├── GlossaryError      a glossary file: path and row
    ├── DetectionError     the language cannot be told: candidates
    ├── OutputError        a result that cannot be written
    └── EngineError        an engine or model that cannot do it
        ├── UnknownEngineError
        ├── UnsupportedPairError
        └── ModelError     a model package, an index of them or a download: place

A bad *translation* is a ``Finding``, never an exception. Each message says what, where, and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class LocalizeError(Exception):
    """Base of all errors that a user can mend.

    Attributes:
        hint: What to do about it, a sentence or a command; may be empty.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross to another process as it is, whatever its class is made from."""
        return _again, (type(self), self.args, self.__dict__)


def _again(
    kind: type[LocalizeError], args: tuple[object, ...], fields: Mapping[str, object]
) -> LocalizeError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(fields)
    return error


class ConfigError(LocalizeError):
    """A configuration value that is unknown or wrong; the line counts from 1, 0 when unknown."""

    def __init__(self, message: str, *, path: str, line: int = 0, key: str = "", hint: str = "") -> None:
        place = f"{path}:{line}" if line else path
        place = f"{place}: {key}" if key else place
        super().__init__(f"{place}: {message}", hint=hint)
        self.path = path
        self.line = line
        self.key = key


class InputError(LocalizeError):
    """A path that cannot be read as an article or a folder of articles."""

    def __init__(self, message: str, *, path: str, hint: str = "") -> None:
        super().__init__(f"{path}: {message}", hint=hint)
        self.path = path


class FormatError(LocalizeError):
    """A file that the reader of its format refuses; line and column count from 1, 0 when unknown."""

    def __init__(self, message: str, *, path: str, line: int = 0, column: int = 0, hint: str = "") -> None:
        place = ":".join([path, *(str(n) for n in (line, column) if n)])
        super().__init__(f"{place}: {message}", hint=hint)
        self.path = path
        self.line = line
        self.column = column


class GlossaryError(LocalizeError):
    """A glossary that cannot be used; all problems of a file are collected in one error.

    Attributes:
        problems: One message a problem, each beginning with ``path:row: column:``.
    """

    def __init__(self, problems: Sequence[str], *, path: str, hint: str = "") -> None:
        super().__init__("\n".join(problems), hint=hint)
        self.path = path
        self.problems = tuple(problems)


class DetectionError(LocalizeError):
    """The language of a text cannot be told.

    Attributes:
        candidates: (BCP 47 tag, confidence 0 to 1), best first.
    """

    def __init__(self, message: str, *, candidates: Sequence[tuple[str, float]] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.candidates = tuple(candidates)


class OutputError(LocalizeError):
    """A result that cannot be written."""

    def __init__(self, message: str, *, path: str, hint: str = "") -> None:
        super().__init__(f"{path}: {message}", hint=hint)
        self.path = path


class EngineError(LocalizeError):
    """An engine or a model that cannot do what is asked."""


class UnknownEngineError(EngineError):
    """No engine of that name."""


class UnsupportedPairError(EngineError):
    """No installed model leads from the source to the target language."""

    def __init__(self, source: str, target: str, *, available: Sequence[str], hint: str = "") -> None:
        have = ", ".join(available) or "none"
        super().__init__(f"no model translates {source} to {target} (installed: {have})", hint=hint)
        self.source = source
        self.target = target
        self.available = tuple(available)


class ModelError(EngineError):
    """A model package, an index of packages, or a download that cannot be used.

    Attributes:
        place: File, folder or address.
    """

    def __init__(self, message: str, *, place: str, hint: str = "") -> None:
        super().__init__(f"{place}: {message}", hint=hint)
        self.place = place
