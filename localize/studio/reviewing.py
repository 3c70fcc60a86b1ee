"""A translated article under review: made as ``translate`` makes it, approved sentence by sentence, written again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from localize.batch import Batch, Failed, Kept, Recogniser, exclusion, find, parts, prepared, read, render
from localize.batch import languages as translated_into
from localize.batch.calls import RememberingEngine
from localize.batch.state import State
from localize.document import Text
from localize.errors import InputError
from localize.exchange.bitext import Bitext, as_written, contexts
from localize.languages import Pair
from localize.memory import Book, Change, Memory, files
from localize.pipeline import Localizer
from localize.studio.settling import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from localize.batch import Article
    from localize.config import Config
    from localize.document import Translation
    from localize.engines import Engine
    from localize.exchange import FileResult
    from localize.glossary import Glossary

MEMORY = Path("memory")
"""Where approved translations are kept when the configuration names no folder."""
GLOSSARIES = Path("glossaries")
"""Where the glossary is when the configuration names none."""


@dataclass(frozen=True, slots=True)
class Review:
    """A translation as it would be written now.

    Attributes:
        article: The article.
        pair: From which language into which one.
        result: Its segments with their translations, verdicts and findings.
        standing: ``same``: the file in the output folder is this translation; ``other``: it is another one, an older
            one or one that somebody has edited; ``missing``: there is none.
        made: What the engine made of segments that are approved by now, by id, for who withdraws that.
    """

    article: Article
    pair: Pair
    result: FileResult
    standing: str
    made: Mapping[str, Translation] = field(default_factory=dict)

    @property
    def approved(self) -> int:
        """Count the segments that people have approved."""
        return sum(is_approved(one) for one in self.result.translations)

    def find(self, segment: str) -> Translation | None:
        """Give the translation of a segment by its id."""
        return next((one for one in self.result.translations if one.segment.id == segment), None)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Makes reviews; everything runs on the engine's thread.

    Attributes:
        engine: Translates what nobody has approved.
        glossary: Of this moment.
        config: Of the project, or of the folder of it that the articles are in.
    """

    engine: Engine
    glossary: Glossary
    config: Config

    def open(
        self,
        article: Article,
        target: str,
        *,
        source: str = "",
        advance: Callable[[int], None] = lambda _done: None,
        announce: Callable[[int], None] = lambda _total: None,
    ) -> Review:
        """Translate an article, with what is approved in its places.

        Args:
            article: One of the project.
            target: BCP 47 tag.
            source: The article's language, when it is known already.
            advance: Told how many segments were finished since it was last called.
            announce: Told how many there are.

        Raises:
            InputError: It cannot be read, has no words, or is in the target language already.
            EngineError: No model leads there.
        """
        config = self._config(target)
        recogniser = Recogniser(self.engine, config.to, told=source or config.source)
        document = read(article.path, config)
        found = recogniser.recognise(document)
        told = recogniser.source(found, document.path, target)
        if found.wordless:
            raise InputError("has no words to translate", path=document.path)
        if told is None:
            raise InputError(
                "is in that language already", path=document.path, hint="choose another language"
            )
        foreign = recogniser.foreign(document, told, target, keep=config.foreign == "keep")
        document = prepared(document, told, foreign)
        state = State(config.home if config.state else None, warn=lambda _message: None)
        memory = self._memory()
        try:
            engine = RememberingEngine(self.engine, state)
            localizer = Localizer(
                engine,
                self.glossary,
                config.domains,
                config.checking,
                memory,
                config.fuzzy,
                config.conventions,
            )
            (result,) = localizer.translate([document], target, advance=advance, announce=announce)
        finally:
            state.close()
            memory.close()
        output = config.output / target / article.relative
        result = replace(result, output=str(output))
        return Review(article, Pair(told, target), result, standing(result, self.config))

    def approve(self, review: Review, segment: str, text: str) -> None:
        """Keep a person's translation of a segment in the memory.

        Args:
            review: As it was shown.
            segment: Its id.
            text: On one line, with the markup that the source has.
        """
        segments = [one.segment for one in review.result.translations]
        found = review.find(segment)
        assert found is not None
        previous, following = contexts(segments)[segments.index(found.segment)]
        entry = Bitext(
            Text(as_written(found.segment.source)),
            Text(text),
            review.pair,
            "reviewed",
            review.result.document.path,
            segment,
            previous,
            following,
            found.origin,
            as_written=True,
        )
        Book(self.folder).add([entry])

    def settle(self, review: Review, segments: Collection[str]) -> Review | None:
        """Have some segments as the memory has them now, and all others as they were.

        Args:
            review: As it was.
            segments: Ids of those whose approval has changed; sentences that are the same go with them.

        Returns:
            None where only the engine could tell what one of them is now.
        """
        memory = self._memory()
        try:
            return settled(review, segments, memory, self.config.checking)
        finally:
            memory.close()

    def put(self, review: Review) -> tuple[str, ...]:
        """Write a review's translation to its place; gives the files that somebody has edited, which then stay."""
        if self.config.export or self.config.back:
            return self.write(review.article, review.pair.target, source=review.pair.source)
        config = self._config(review.pair.target)
        return Batch(self.engine, self.glossary, config).put(review.result)

    def kept(self) -> dict[Path, bytes]:
        """Give the files of the memory that approvals go to, with what they hold."""
        return {path: path.read_bytes() for path in sorted(self.folder.glob("*.tmx"))}

    def take(self, entries: Sequence[Bitext]) -> Change:
        """Keep what people have reviewed in another program in the memory."""
        return Book(self.folder).add(entries)

    def withdraw(self, review: Review, segment: str) -> int:
        """Take what was approved for a segment in its place out of the memory; gives how many entries that were."""
        path = review.result.document.path

        def is_it(entry: Bitext) -> bool:
            return (entry.pair, entry.document, entry.segment) == (review.pair, path, segment)

        return Book(self.folder).remove(is_it)

    def write(self, article: Article, target: str, *, source: str = "") -> tuple[str, ...]:
        """Write a translation to its place as ``translate`` does.

        Returns:
            Files that somebody has edited by hand and that were left as they are, for that reason.

        Raises:
            LocalizeError: It cannot be translated or written.
        """
        memory = self._memory()
        try:
            config = self._config(target)
            config = replace(config, source=source or config.source)
            (event,) = Batch(self.engine, self.glossary, config, memory=memory).run([article])
        finally:
            memory.close()
        if isinstance(event, Failed):
            raise event.error
        return event.edited if isinstance(event, Kept) else ()

    def _config(self, target: str) -> Config:
        return replace(self.config, to=(target,))

    def _memory(self) -> Memory:
        return Memory.open(_memory_paths(self.config), index=self.config.home / ".localize" / "memory.sqlite")

    @property
    def folder(self) -> Path:
        """Give the folder that approved translations are written to."""
        folders = [one for one in self.config.memory or () if not one.is_file()]
        return folders[0] if folders else self.config.root / MEMORY


def articles_of(paths: Sequence[Path], config: Config) -> tuple[Article, ...]:
    """List the articles of a project: those that were named, else those of its folders.

    Without folders in the configuration, those are meant that have translations in the output folder.

    Raises:
        ConfigError: A folder of the project cannot be used.
        InputError: A path cannot be used.
    """
    if config.folders:
        return tuple(article for part in parts(paths, config) for article in part.articles)
    named = tuple(paths) or tuple(_translated(config.output))
    if not named:
        return ()
    return find(named, output=config.output, targets=config.to, exclusion=exclusion(config))


def _translated(output: Path) -> dict[Path, None]:
    """List the articles below the current folder that have translations; a translation without its article is passed over."""
    found: dict[Path, None] = {}
    for target in translated_into(output):
        try:
            translations = find([output / target], output=output)
        except InputError:  # the folder has none
            continue
        found |= {Path(one.relative): None for one in translations if Path(one.relative).is_file()}
    return found


def glossary_files(config: Config) -> tuple[Path, ...]:
    """List the glossary files and folders of a configuration that there are."""
    default = (config.root / GLOSSARIES,)
    return tuple(one for one in (default if config.glossary is None else config.glossary) if one.exists())


def memory_files(config: Config) -> tuple[Path, ...]:
    """List the files of approved translations that a project has now."""
    every = (config, *(folder.config for folder in config.folders))
    return files(tuple(dict.fromkeys(path for one in every for path in _memory_paths(one))))


def is_approved(translation: Translation) -> bool:
    """Tell whether people have approved a translation for exactly this sentence."""
    return translation.state in {"reviewed", "final"}


def _memory_paths(config: Config) -> list[Path]:
    default = (config.root / MEMORY,)
    return [one for one in (default if config.memory is None else config.memory) if one.exists()]


def standing(result: FileResult, config: Config) -> str:
    """Tell how the file in the output folder stands to a translation, as ``Review`` says."""
    path = Path(result.output)
    if not path.is_file():
        return "missing"
    return "same" if path.read_bytes() == render(result, config)[path] else "other"
