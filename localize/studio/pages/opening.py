"""Reviews being opened: on the engine's thread, kept as long as nothing that they depend on has changed."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from localize.batch import settings_for
from localize.errors import InputError
from localize.glossary import load as load_glossary
from localize.studio.reviewing import Reviewer, articles_of, glossary_files, memory_files, standing
from localize.studio.workspace import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from localize.batch import Article
    from localize.config import Config
    from localize.engines import Engine
    from localize.studio.reviewing import Review
    from localize.studio.visit import Visit
    from localize.studio.workspace import State

T = TypeVar("T")


@dataclass(slots=True)
class Progress:
    """How many segments of an article are done, and how many there are; 0 before that is known."""

    done: int = 0
    total: int = 0

    def announce(self, total: int) -> None:
        """Take in how many there are."""
        self.total = total

    def advance(self, done: int) -> None:
        """Take in that more are done."""
        self.done += done


@dataclass(frozen=True, slots=True)
class Opening:
    """A review that is being made, or was.

    Attributes:
        mark: What it depends on.
        future: Gives it.
        progress: How far it is.
    """

    mark: tuple[object, ...]
    future: Future[Review]
    progress: Progress

    @property
    def failed(self) -> bool:
        """Tell whether there will never be a review."""
        return self.future.cancelled() or (self.future.done() and self.future.exception() is not None)


def begin(visit: Visit, article: Article, target: str, *, source: str = "") -> Opening:
    """Begin to open a review; the last one is kept as long as nothing that it depends on has changed."""
    state = visit.desk.workspace.state()
    mark = _mark(visit, article, target, state)
    kept = visit.desk.kept.get("article")
    if isinstance(kept, Opening) and kept.mark == mark and not kept.failed:
        return kept
    progress = Progress()

    def run(engine: Engine) -> Review:
        return _reviewer(visit, engine, state, article).open(
            article, target, source=source, advance=progress.advance, announce=progress.announce
        )

    opening = Opening(mark, visit.desk.work(run), progress)
    visit.desk.kept["article"] = opening
    return opening


def _mark(visit: Visit, article: Article, target: str, state: State) -> tuple[object, ...]:
    """Give all that a review depends on, to be compared."""
    files = (article.path, *memory_files(visit.desk.config))
    return (state, str(article.path), target, *map(stamp, files))


def open_review(visit: Visit, path: str, target: str, *, source: str = "") -> tuple[Review, Article]:
    """Open a review, and wait for it."""
    article = article_of(visit, path)
    opening = begin(visit, article, target_of(visit, target), source=source)
    return fresh(opening.future.result(), visit.desk.config), article


def fresh(opened: Review, config: Config) -> Review:
    """Look again at what stands in the output folder."""
    return replace(opened, standing=standing(opened.result, config))


def change(
    visit: Visit,
    opened: Review,
    segments: Collection[str],
    act: Callable[[Reviewer, Review], None] = lambda _reviewer, _review: None,
) -> tuple[Review, tuple[str, ...]]:
    """Change what is approved of an article, and write it again; what no approval concerns is not made anew.

    Args:
        visit: The request.
        opened: The article as the page showed it.
        segments: Ids of those that are concerned.
        act: Changes the memory.

    Returns:
        The article as it is now, and files that stay as they are, since somebody has edited them by hand.
    """
    article, (source, target) = opened.article, opened.pair
    state = visit.desk.workspace.state()

    def task(reviewer: Reviewer) -> tuple[Review, tuple[str, ...]]:
        latest = _latest(visit, opened)
        act(reviewer, latest)
        now = reviewer.settle(latest, segments)
        edited = reviewer.put(now) if now else reviewer.write(article, target, source=source)
        now = now or reviewer.open(article, target, source=source)
        done: Future[Review] = Future()
        done.set_result(now)
        visit.desk.kept["article"] = Opening(_mark(visit, article, target, state), done, Progress())
        return now, edited

    now, edited = work(visit, task, article)
    return fresh(now, visit.desk.config), edited


def _latest(visit: Visit, opened: Review) -> Review:
    """Give a review with what other tabs have approved since it was shown."""
    kept = visit.desk.kept.get("article")
    if isinstance(kept, Opening) and kept.future.done() and not kept.failed:
        found = kept.future.result()
        if (found.article, found.pair) == (opened.article, opened.pair):
            return found
    return opened


def work(visit: Visit, task: Callable[[Reviewer], T], article: Article | None = None) -> T:
    """Do something on the engine's thread, with the settings that an article has, and wait for it."""
    state = visit.desk.workspace.state()

    def run(engine: Engine) -> T:
        return task(_reviewer(visit, engine, state, article))

    return visit.desk.work(run).result()


def _reviewer(visit: Visit, engine: Engine, state: State, article: Article | None) -> Reviewer:
    """Make a reviewer; the folders of a project have settings of their own, a glossary among them."""
    project = visit.desk.config
    config = project if article is None else settings_for(article.path, project)
    # The workspace has open what all folders use.
    glossary = load_glossary(glossary_files(config)) if project.folders else state.glossary
    return Reviewer(engine, glossary, config)


def article_of(visit: Visit, path: str) -> Article:
    """Find the article of a name that a page sent; nothing but the project's articles can be opened."""
    for article in articles_of(visit.desk.articles, visit.desk.config):
        if str(article.path) == path:
            return article
    raise InputError(visit.say("is no article of this project"), path=path[:200])


def target_of(visit: Visit, target: str) -> str:
    """Take a language that a page sent, if it is one of the project's."""
    known = (*visit.desk.config.to, *visit.desk.workspace.state().languages, "pt")
    if target not in known:
        raise InputError(visit.say("is no language of this project"), path=target[:40])
    return target
