"""A sentence and its translation as bilingual files hold them, whatever their format."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from localize.document import State, Text
from localize.errors import FormatError
from localize.languages import LanguageTagError, Pair, normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Segment
    from localize.exchange.rows import FileResult

MOST_BYTES = 256 * 1024 * 1024
"""Of a bilingual file."""

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Bitext:
    """A segment with its translation, outside of its document.

    Attributes:
        source: With inline codes; a code of the target has the ``id`` that it has in the source.
        target: Not empty.
        pair: Two BCP 47 tags.
        state: As in XLIFF 2; None where the file does not say.
        document: Path of the article, and ``segment``, the segment's id in it; empty when not known.
        previous: Plain text of the sentence before, empty at the beginning of the document; None when not known.
        following: Plain text of the sentence after.
        origin: What made the first draft, or where the translation was found; may be empty.
        who: Who approved it, and ``when`` (as TMX writes it, ``20261124T101500Z``), if somebody said.
        note: For the next reader.
        as_written: True when markup stands among the characters of ``plain``, as PO files have it, and there are no
            codes.
        line: Place in the file that it was read from, from 1; 0 when there is none.
    """

    source: Text
    target: Text
    pair: Pair
    state: State | None = None
    document: str = ""
    segment: str = ""
    previous: str | None = None
    following: str | None = None
    origin: str = ""
    who: str = ""
    when: str = ""
    note: str = ""
    as_written: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """An approved translation of a similar sentence, for a reviewer to use or not.

    Attributes:
        source: The similar sentence.
        target: Its approved translation.
        similarity: In percent, below 100.
        document: The article that it was approved in; may be empty.
    """

    source: Text
    target: Text
    similarity: int
    document: str = ""


@dataclass(slots=True)
class Intake:
    """One bilingual file that is being read.

    Attributes:
        path: For messages.
        left: (line, reason) of every entry that was not taken.
        encoding: Of text files; empty: told by the file.
    """

    path: str
    left: list[tuple[int, str]] = field(default_factory=list)
    encoding: str = ""

    def leave(self, line: int, reason: str) -> None:
        """Remember an entry that is not taken, and why."""
        self.left.append((line, reason))

    def refuse(self, message: str, *, place: int = 0, hint: str = "") -> NoReturn:
        """Give the whole file up."""
        raise FormatError(message, path=self.path, line=place, hint=hint)

    def pair(self, source: str, target: str, line: int) -> Pair | None:
        """Read two language tags; None, and a note of it, when one of them is none."""
        try:
            return Pair(normalise(source.strip()), normalise(target.strip()))
        except LanguageTagError as error:
            self.leave(
                line, str(error) if source.strip() and target.strip() else "its languages are not named"
            )
            return None


def bitexts(result: FileResult, state: State | None = None) -> tuple[Bitext, ...]:
    """Give the translations of a file, each with its neighbours; *state* takes the place of their own."""
    pair = Pair(result.document.language or "und", result.language)
    around = contexts([translation.segment for translation in result.translations])
    return tuple(
        Bitext(
            without_literals(one.segment.source),
            without_literals(one.target),
            pair,
            state or one.state,
            result.document.path,
            one.segment.id,
            previous,
            following,
            one.origin,
        )
        for one, (previous, following) in zip(result.translations, around, strict=True)
    )


def contexts(segments: Sequence[Segment]) -> list[tuple[str, str]]:
    """Give the sentence before and the one after each segment of a document, plain; empty at the ends."""
    texts = ["", *(segment.source.plain for segment in segments), ""]
    return list(zip(texts[:-2], texts[2:], strict=True))


def as_written(text: Text) -> str:
    """Write a text with its markup, but on one line: spellings of a line break are what they stand for."""
    codes = tuple(code for code in text.codes if code.kind != "literal" or not _breaks(code.markup))
    return without_chaff(Text(text.plain, codes)).render()


def without_chaff(text: Text) -> Text:
    """Leave out the elements that office programs write between words and that are nothing to a reader."""
    codes = (c for c in text.codes if c.kind != "literal" or c.length or "<" not in c.markup)
    return Text(text.plain, tuple(codes))


def without_literals(text: Text) -> Text:
    """Leave out codes that only spell characters another way; whoever writes the text spells them anew."""
    return Text(text.plain, tuple(code for code in text.codes if code.kind != "literal"))


def squeeze(text: str) -> str:
    """Write a text so that equal sentences are equal: NFC, single spaces."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _breaks(markup: str) -> bool:
    return "\n" in markup or "\r" in markup
