"""Rules of a language as data: read ``rules/<language>.toml`` once, when the language is first met."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from localize.errors import ConfigError
from localize.languages import base, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMON = "und"
"""BCP 47 for "undetermined": rules that all languages share, and all that a language without a file has."""

ABBREVIATIONS = ("never", "may_end", "before_starter", "after_number", "before_number")
"""The classes of abbreviations: every entry belongs to one."""

LISTS = (
    *ABBREVIATIONS,
    *("starters", "goes_on", "speech", "not_speech", "after_quote", "after_stop", "names", "stops"),
)
FLAGS = {"ordinals": False, "full_stop": True, "ellipsis_ends": True}
"""Keys of a rules file that are true or false, with their defaults."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a language adds to the rules that hold in every script. The fields are the keys of the TOML files.

    Attributes:
        never: Abbreviations that never end a sentence (titles, "p.ex"). Entries of the five abbreviation
            classes have no final period; lower case stands for every capitalisation.
        may_end: Abbreviations that end a sentence before a capital letter ("etc", "a.m").
        before_starter: Abbreviations that end one only before a starter ("U.S.").
        after_number: Abbreviations that may end one after a number, never otherwise; case counts.
        before_number: Abbreviations before a number only ("no", "art"), plain words elsewhere.
        starters: Words that show that a sentence begins, lower case.
        goes_on: Words that do not begin one after a ``may_end`` abbreviation ("p.m. Monday"), lower case.
        speech: Verbs that name the speaker after a quotation.
        not_speech: Words in which a verb of ``speech`` means something else.
        after_quote: Beginnings that carry a sentence on after a closing quotation mark.
        after_stop: Beginnings that carry a sentence on after any full stop.
        names: Names that end in ``!`` or ``?``, lower case.
        stops: Further marks that end sentences (the Greek question mark).
        ordinals: "3." means "third".
        full_stop: A period ends sentences.
        ellipsis_ends: An ellipsis before anything but lower case ends sentences.
        chains: Beginnings of abbreviations of several parts: "p.ex" is met as "p." before "ex.".
        endings: Entries of ``before_number`` that begin with a hyphen are endings of words; here without it.
    """

    never: frozenset[str]
    may_end: frozenset[str]
    before_starter: frozenset[str]
    after_number: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]
    goes_on: frozenset[str]
    speech: frozenset[str]
    not_speech: frozenset[str]
    after_quote: tuple[str, ...]
    after_stop: tuple[str, ...]
    names: frozenset[str]
    stops: str
    ordinals: bool
    full_stop: bool
    ellipsis_ends: bool
    chains: frozenset[str]
    endings: tuple[str, ...]


class _File(NamedTuple):
    """A rules file, checked."""

    lists: dict[str, frozenset[str]]
    flags: dict[str, bool]


def rules(language: str, abbreviations: frozenset[str] = frozenset()) -> Rules:
    """Give the rules of a language, with a glossary's abbreviations added.

    Script and region do not matter. A language without a file has the rules common to all.

    Args:
        language: BCP 47 tag.
        abbreviations: Join ``never`` in every capitalisation, unless the language classes them already. A single
            word may lack its final period; of several words those count that have one.

    Raises:
        LanguageTagError: ``language`` is no tag.
        ConfigError: A rules file of the installation is damaged.
    """
    tag = base(normalise(language))
    return _extended(tag, abbreviations) if abbreviations else _load(tag)


@lru_cache(maxsize=16)
def _extended(language: str, abbreviations: frozenset[str]) -> Rules:
    known = _load(language)
    classed = known.may_end | known.before_starter | known.after_number | known.before_number
    added = frozenset(word.lower() for text in abbreviations for word in _given(text)) - classed - {""}
    return replace(known, never=known.never | added, chains=known.chains | _chains(added))


def _given(text: str) -> Iterator[str]:
    """Yield what a glossary's term says about abbreviations: "St. Louis" says that "St." is one, not "Louis"."""
    words = text.split()
    if len(words) == 1 or text.endswith("."):
        yield entry(text)
    yield from (entry(word) for word in words[:-1] if word.endswith("."))


@cache
def _load(language: str) -> Rules:
    common = read(COMMON)
    lists, flags = common if language == COMMON else _under(read(language), common)
    return Rules(
        never=lists["never"],
        may_end=lists["may_end"],
        before_starter=lists["before_starter"],
        after_number=lists["after_number"],
        before_number=lists["before_number"],
        starters=lists["starters"],
        goes_on=lists["goes_on"],
        speech=lists["speech"],
        not_speech=lists["not_speech"],
        after_quote=tuple(sorted(lists["after_quote"])),
        after_stop=tuple(sorted(lists["after_stop"])),
        names=lists["names"],
        stops="".join(sorted(lists["stops"])),
        **{**FLAGS, **flags},
        chains=frozenset().union(*(_chains(lists[name]) for name in ABBREVIATIONS)),
        endings=tuple(sorted(word[1:] for word in lists["before_number"] if word.startswith("-"))),
    )


def read(language: str) -> _File:
    """Read one rules file and those that it is ``like``; a language without a file has empty lists.

    Raises:
        ConfigError: It is not TOML, a key is unknown, or a value has the wrong type.
    """
    source = files(__package__).joinpath("rules", f"{language}.toml")
    return parse(source.read_text(encoding="utf-8") if source.is_file() else "", path=str(source))


def parse(text: str, *, path: str) -> _File:
    """Parse a rules file, and read those that it is ``like``. Errors are those of ``read``."""
    try:
        table: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(error), path=path, hint="mend it or reinstall localize") from error
    like = table.pop("like", None)
    own = check(table, path=path)
    return _under(own, read(str(like))) if like else own


def check(table: dict[str, object], *, path: str) -> _File:
    """Check keys and types of a rules file; lists that it leaves out are empty.

    Raises:
        ConfigError: A key is unknown, or a value has the wrong type.
    """
    lists = dict.fromkeys(LISTS, frozenset[str]())
    flags: dict[str, bool] = {}
    for key, value in table.items():
        match value:
            case list() if key in LISTS and all(isinstance(word, str) for word in value):
                lists[key] = frozenset(map(entry, value) if key in ABBREVIATIONS else value)
            case bool() if key in FLAGS:
                flags[key] = value
            case _:
                known = f"lists of strings: {', '.join(LISTS)}; true or false: {', '.join(FLAGS)}; like"
                raise ConfigError("unknown key, or value of the wrong type", path=path, key=key, hint=known)
    return _File(lists, flags)


def entry(text: str) -> str:
    """Write an abbreviation as rules know it: no period at the end, no space after those inside."""
    return re.sub(r"\.\s+", ".", " ".join(text.split()).rstrip("."))


def _under(own: _File, other: _File) -> _File:
    """Add to a language's rules those of another that do not contradict them."""
    classed = frozenset[str]().union(*(own.lists[name] for name in ABBREVIATIONS))
    lists = {
        name: words | (other.lists[name] - classed if name in ABBREVIATIONS else other.lists[name])
        for name, words in own.lists.items()
    }
    return _File(lists, {**other.flags, **own.flags})


def _chains(entries: frozenset[str]) -> frozenset[str]:
    parts = [word.lower().split(".") for word in entries if "." in word]
    return frozenset(".".join(word[:size]) for word in parts for size in range(2, len(word) + 1))
