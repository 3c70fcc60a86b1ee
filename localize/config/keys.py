"""The settings of a run, and the one table of their keys: a new setting is a field and a line here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal, get_args

from localize.checks import CHECKS, OF_FILES
from localize.config.values import Key, Table, address, language, one_of, path, text, whole, yes_or_no
from localize.conventions import Conventions
from localize.document import Severity
from localize.exchange import EXPORT_FORMATS, FailOn
from localize.guards import Checking, OnBad

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from localize.config.folders import Folder

Foreign = Literal["keep", "translate"]
"""What becomes of a paragraph in a language that is neither the article's nor the target."""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a run. Keys in files and options have the names of the fields, but for ``from``.

    Attributes:
        source: Language of the articles (key ``from``), a BCP 47 tag; empty: each file's is detected.
        to: Target languages.
        glossary: Files and folders; None: the folder ``glossaries``, if there is one; empty: no glossary.
        memory: Approved translations, files and folders; None: the folder ``memory``, if there is one; empty: none.
        fuzzy: Similarity in percent from which approved translations of similar sentences are used; 0: none are.
        exclude: Files and folders that are left out of those that are named, as patterns.
        output: Folder that receives ``<language>/<relative path>``.
        engine: Name of an engine; ``pivots``: languages that it goes over by preference;
            ``beam``: width of its search, 0: what the model was made for.
        threads: Of one engine, 0: one a core; ``jobs``: processes side by side.
        fail_on: Weight from which on a finding makes the run fail.
        export: Bilingual files to write beside the articles.
        baseline: File of known findings, which do not count; None: none are known.
        back: Translate the translations back, for the review page.
        exclude_checks: Checks that are not run.
        severities: What findings of a check weigh, where it is not the usual; sorted by check.
        on_bad: What becomes of a translation that a guard holds against, after other searches.
        domains: Glossary domains to use; empty: all.
        models: A folder of models beside the shipped and installed ones; ``index``: address or file of more,
            ``firefox_index`` of Firefox's.
        foreign: Whether a quotation in a third language is kept as it is or translated like the rest.
        conventions: When quotation marks, numbers and dates are written as the target's region does.
        encoding: Of text files that are not UTF-8 and do not say what they are; empty: told by their words.
        front_matter: Keys of an article's front matter whose values are prose.
        strings: Keys of JSON and YAML files whose strings are translated, as patterns (``title``, ``menu.*``, ``!menu.id``);
            empty: all that people read, as far as can be told.
        subtitle_columns: Characters of a line of subtitles; ``subtitle_lines``: of a cue; ``subtitle_speed``: characters that
            can be read in a second, 0: time does not matter. What needs more gets it.
        max_size: Bytes above which an article is refused.
        state: Remember below the output folder what was done, so that the next run does only what is new.
        origins: Where each key's value came from: a file, a variable, ``command line``; absent: the default.
        folders: Of a project, in the order of the file; empty: there is none, paths say which articles are meant.
        root: Folder of a project's file, else the current one: the folders ``glossaries`` and ``memory`` are looked for there.
        under: Of a folder of a project: below ``<output>/<language>/``, translations lie under this path.
        base: Of a folder of a project: the output folder of the project; None: ``output``.
    """

    source: str = ""
    to: tuple[str, ...] = ()
    glossary: tuple[Path, ...] | None = None
    memory: tuple[Path, ...] | None = None
    fuzzy: int = 0
    exclude: tuple[str, ...] = ()
    output: Path = Path("output")
    engine: str = "argos"
    pivots: tuple[str, ...] = ()
    beam: int = 0
    threads: int = 0
    jobs: int = 1
    fail_on: FailOn = "error"
    export: tuple[str, ...] = ()
    back: bool = False
    baseline: Path | None = None
    exclude_checks: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    on_bad: OnBad = "keep-draft"
    domains: tuple[str, ...] = ()
    models: Path | None = None
    index: str = ""
    firefox_index: str = ""
    foreign: Foreign = "keep"
    conventions: Conventions = "region"
    encoding: str = ""
    front_matter: tuple[str, ...] = ("title", "subtitle", "description", "summary", "excerpt")
    strings: tuple[str, ...] = ()
    subtitle_columns: int = 42
    subtitle_lines: int = 2
    subtitle_speed: int = 17
    max_size: int = 20_000_000
    state: bool = True
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    folders: tuple[Folder, ...] = ()
    root: Path = Path()
    under: PurePath = field(default_factory=PurePath)
    base: Path | None = None

    @property
    def checking(self) -> Checking:
        """Give the settings about checks in one piece."""
        return Checking(self.exclude_checks, dict(self.severities), self.on_bad)

    def changed(self, change: Callable[[Config], Config]) -> Config:
        """Change the settings of a project and of all its folders."""
        folders = tuple(replace(folder, config=change(folder.config)) for folder in self.folders)
        return replace(change(self), folders=folders)

    @property
    def targets(self) -> tuple[str, ...]:
        """List the target languages of a run: of a project, those of all its folders."""
        every = [target for folder in self.folders for target in folder.config.to]
        return tuple(dict.fromkeys(every)) or self.to

    @property
    def home(self) -> Path:
        """Give the output folder in which runs remember what they have done: one for all folders of a project."""
        return self.output if self.base is None else self.base


KEYS: dict[str, Key] = {
    "from": Key("source", language),
    "to": Key("to", language, many=True),
    "glossary": Key("glossary", path, many=True),
    "memory": Key("memory", path, many=True),
    "fuzzy": Key("fuzzy", whole(0, 100)),
    "exclude": Key("exclude", text, many=True),
    "output": Key("output", path),
    "engine": Key("engine", text),
    "pivots": Key("pivots", language, many=True),
    "beam": Key("beam", whole(0, 64)),
    "threads": Key("threads", whole(0, 1024)),
    "jobs": Key("jobs", whole(1, 1024)),
    "fail_on": Key("fail_on", one_of(get_args(FailOn))),
    "export": Key("export", one_of(EXPORT_FORMATS), many=True),
    "back": Key("back", yes_or_no),
    "baseline": Key("baseline", path),
    "exclude_checks": Key("exclude_checks", one_of((*CHECKS, *OF_FILES)), many=True),
    "severities": Table("severities", one_of((*CHECKS, *OF_FILES)), value=one_of(get_args(Severity))),
    "on_bad": Key("on_bad", one_of(get_args(OnBad))),
    "domains": Key("domains", text, many=True),
    "models": Key("models", path),
    "index": Key("index", address),
    "firefox_index": Key("firefox_index", address),
    "foreign": Key("foreign", one_of(get_args(Foreign))),
    "conventions": Key("conventions", one_of(get_args(Conventions))),
    "encoding": Key("encoding", text),
    "front_matter": Key("front_matter", text, many=True),
    "strings": Key("strings", text, many=True),
    "subtitle_columns": Key("subtitle_columns", whole(10, 200)),
    "subtitle_lines": Key("subtitle_lines", whole(1, 10)),
    "subtitle_speed": Key("subtitle_speed", whole(0, 100)),
    "max_size": Key("max_size", whole(1, 2**40)),
    "state": Key("state", yes_or_no),
}
"""Every key there is, in the order in which it is shown."""
