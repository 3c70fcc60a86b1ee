"""What changes around a noun when another noun takes its place: determiners, plurals, feminines, as data.

One TOML file a language in ``grammars/``; a language without one is repaired without agreement.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from localize.glossary.repair.respelling import respell, rules
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Cells = tuple[str, str, str, str]
"""Masculine singular, feminine singular, masculine plural, feminine plural."""

_STEM = 3
"""Letters that two forms of a verb share at least."""

Sound = Literal["plain", "vowel", "impure"]


class Features(NamedTuple):
    """Gender and number of a noun; None where the form does not tell."""

    feminine: bool | None = None
    plural: bool | None = None

    def merge(self, other: Features) -> Features:
        """Keep what is known, fill what is not."""
        return Features(
            other.feminine if self.feminine is None else self.feminine,
            other.plural if self.plural is None else self.plural,
        )

    @property
    def cell(self) -> int:
        """Give the index into ``Cells``; unknown counts as masculine and singular."""
        return 2 * bool(self.plural) + bool(self.feminine)


@dataclass(frozen=True, slots=True)
class Determiner:
    """A word that agrees with the noun it stands before.

    Attributes:
        cells: Its forms by the sound of the word that follows.
        definite: True for the article and what is fused with it.
        preposition: The preposition that is fused with it, or empty.
    """

    cells: Mapping[Sound, Cells]
    definite: bool = False
    preposition: str = ""

    def features(self, word: str, sound: Sound = "plain") -> Features:
        """Tell gender and number from the form that stands before a sound; None where two cells are alike."""
        cells = {i for i, form in enumerate(self.cells.get(sound, self.cells["plain"])) if form == word}
        cells = cells or {i for forms in self.cells.values() for i, form in enumerate(forms) if form == word}
        genders = {bool(i % 2) for i in cells}
        numbers = {i >= 2 for i in cells}
        return Features(
            genders.pop() if len(genders) == 1 else None, numbers.pop() if len(numbers) == 1 else None
        )


class Grammar:
    """Agreement rules of one language."""

    def __init__(self, data: Mapping[str, object]) -> None:
        raw: dict[str, list[dict[str, object]]] = data  # type: ignore[assignment]  # checked by tests/glossary
        nouns: dict[str, list[list[str]]] = data["nouns"]  # type: ignore[assignment]
        paradigms: dict[str, list[list[str]]] = data["paradigms"]  # type: ignore[assignment]
        verbs: dict[str, list[list[str]]] = data["verbs"]  # type: ignore[assignment]
        names: dict[str, list[str]] = data["names"]  # type: ignore[assignment]
        words: dict[str, list[str]] = {**data["nouns"], **data["paradigms"]}  # type: ignore[dict-item]
        self.language = str(data["language"])
        self._sounds = {
            name: re.compile(str(data[name]), re.IGNORECASE) for name in ("impure", "vowel") if name in data
        }
        self._not_silent = frozenset(data.get("not_silent", ()))  # type: ignore[call-overload]
        self.determiners = (
            *(_determiner(row) for row in raw["determiners"]),
            *(Determiner({"plain": _cells(row)}) for row in paradigms["rows"]),
            *(Determiner({"plain": (a, a, b, b)}) for a, b in paradigms["number_only"]),
        )
        self._by_form = {
            form: determiner
            for determiner in reversed(self.determiners)
            for cells in determiner.cells.values()
            for form in cells
        }
        self._elided = {pair[0]: pair[1] for pair in paradigms.get("elided", [])}
        self.before_article = frozenset(words["before_article"])
        curly = [elided.replace("'", "’") for elided in self._elided.values()]
        self.prepositions = frozenset((*words["prepositions"], *self._elided.values(), *curly))
        self.adverbs = frozenset(words.get("adverbs", ()))
        self._acronym_plural = str(data.get("acronym_plural", ""))
        self._head_last = data.get("head") == "last"
        self.has_gender = bool(nouns["gender"])
        self.of = str(data.get("of", ""))
        self.titles_either = data.get("titles") == "either"
        self._complement = frozenset(words["complement"])
        self._invariable = frozenset(words["invariable"])
        self._adjectives = (
            *(_cells(row) for row in nouns["adjectives"]),
            *((a, a, b, b) for a, b in nouns["adjectives_number"]),
        )
        self._pairs = frozenset((a, b) for one, two in verbs["pairs"] for a, b in ((one, two), (two, one)))
        self._verb_plural = str(verbs["plural_ending"])
        self._verb_plurals = rules(verbs.get("plural", []))
        self._verb_singulars = rules(verbs.get("singular", []))
        self._plural = rules(nouns["plural"])
        self._plural_feminine = (*rules(nouns.get("plural_feminine", [])), *self._plural)
        self._feminine = rules(nouns["feminine"])
        self._gender = rules(nouns["gender"])
        self._with_article = frozenset(names["with_article"])
        self._derived = {row[0]: tuple(row[1:]) for row in data.get("derived", ())}  # type: ignore[attr-defined]

    def determiner(self, word: str) -> Determiner | None:
        """Find the determiner that a word, or two that fuse, is a form of; letter case is ignored."""
        return self._by_form.get(_straight(word))

    def article(self, preposition: str = "") -> Determiner | None:
        """Give the definite article, alone or fused with a preposition."""
        full = self.preposition(preposition, "")
        return next((d for d in self.determiners if d.definite and d.preposition == full), None)

    def preposition(self, word: str, following: str) -> str:
        """Write a preposition as it stands before a word, elided or not."""
        elided = _straight(word)
        full = next((whole for whole, short in self._elided.items() if short == elided), elided)
        return self._elided.get(full, full) if self._sound(following) == "vowel" else full

    def form(self, determiner: Determiner, features: Features, following: str) -> str:
        """Write a determiner for a noun; *following* is the word that comes next."""
        sound = self._sound(following)
        cells = determiner.cells.get(sound) or determiner.cells["plain"]
        return cells[features.cell]

    def told(self, determiner: Determiner, word: str, following: str) -> Features:
        """Tell gender and number of a noun from a determiner's form, given the word that comes next."""
        return determiner.features(_straight(word), self._sound(following))

    def takes_article(self, name: str) -> bool:
        """Tell whether a place is known to stand with the definite article."""
        return name in self._with_article

    def derived(self, name: str) -> tuple[str, ...]:
        """List the adjectives and inhabitants of a place that render it as well."""
        return self._derived.get(name, ())

    def inflect(self, phrase: str, *, plural: bool = False, feminine: bool = False) -> str:
        """Inflect the head group of a lemma: every word before the first complement, or the last of them.

        A word that is no noun or adjective of the language (all capitals, digits) stays as it is, but for the plural
        of an acronym where the language marks it ("ONGs").
        """
        parts = re.split(r"([\s-]+)", phrase)
        group = [*takewhile(lambda i: not self._completes(parts[i]), range(0, len(parts), 2))]
        for i in group[-1:] if self._head_last else group:
            word = parts[i]
            if i == 0 and plural and word.isalpha() and word.isupper() and len(word) > 1:
                parts[i] += self._acronym_plural
            if not word.isalpha() or (word.isupper() and len(word) > 1) or self._fixed(parts, i):
                continue
            if feminine:
                word = respell(self._feminine, word)
            if plural:
                word = respell(self._plural_feminine if feminine else self._plural, word)
            parts[i] = word
        return "".join(parts)

    def _completes(self, word: str) -> bool:
        """Tell whether a word begins a complement: "de", "d'"."""
        lower = _straight(word)
        return lower in self._complement or lower[: lower.find("'") + 1] in self._complement

    def _fixed(self, parts: Sequence[str], i: int) -> bool:
        """Tell whether a word never changes: anywhere ("vice"), before a hyphen ("porta-") or not first ("-chave")."""
        word = parts[i].lower()
        first = f"{word}-" in self._invariable and parts[i + 1 : i + 2] == ["-"]
        return word in self._invariable or first or (i > 0 and f"-{word}" in self._invariable)

    def agree(self, adjective: str, features: Features) -> str:
        """Inflect an adjective that stands next to a noun; one of no known pattern stays as it is."""
        cells, ending = self._pattern(adjective)
        return adjective[: -len(ending)] + cells[features.cell] if ending else adjective

    def _pattern(self, adjective: str) -> tuple[Cells, str]:
        """Find the longest ending of adjectives that a word has, or is; empty where it has none."""
        endings = ((ending, cells) for cells in self._adjectives for ending in cells)
        fitting = [
            (cells, ending)
            for ending, cells in endings
            if adjective.endswith(ending)
            and len(adjective) - len(ending) not in ({1} if ending[3:] else {0, 1})
        ]
        return max(fitting, key=lambda item: len(item[1]), default=(("", "", "", ""), ""))

    def _numbered(self, word: str, *, plural: bool) -> bool:
        """Tell whether an adjective may have a number."""
        cells, ending = self._pattern(word)
        return ending in cells[2 * plural : 2 * plural + 2]

    def conjugates(self, one: str, other: str) -> bool:
        """Tell whether two different words are forms of one verb or pronoun that differ in number or gender."""
        if (one, other) in self._pairs:
            return True
        singular, plural = sorted((one, other), key=lambda word: word.endswith(self._verb_plural))
        shared = next(
            (i for i, (a, b) in enumerate(zip(singular, plural, strict=False)) if a != b), len(singular)
        )
        return (
            plural.endswith(self._verb_plural)
            and not singular.endswith(self._verb_plural)
            and shared >= max(_STEM, len(singular) - 2)
        )

    def inflections(self, word: str, features: Features, *, renumbered: bool) -> tuple[str, ...]:
        """List what a word away from a noun may be where the noun gets other features; nothing is known for sure.

        Args:
            word: In small letters: an adjective, participle, pronoun or verb, or something that only looks like one.
            features: Of the noun.
            renumbered: True when the noun had another number.
        """
        determiner = self.determiner(word)
        stem, hyphen, last = word.rpartition("-")
        made = [stem + hyphen + b for a, b in sorted(self._pairs) if a == last]
        if renumbered:
            rules = [self._verb_plurals] if features.plural else [(rule,) for rule in self._verb_singulars]
            made += [respell(rule, word) for rule in rules]
        told = self.told(determiner, word, "x").plural if determiner else features.plural
        if determiner and (renumbered or told is None or told == bool(features.plural)):
            made.append(self.form(determiner, features, "x"))
        elif not determiner and (renumbered or self._numbered(word, plural=bool(features.plural))):
            made.append(self.agree(word, features))
        return tuple(form for form in dict.fromkeys(made) if form != word)

    def forms(self, lemma: str, *, person: bool = False) -> tuple[str, ...]:
        """List the forms that count as the lemma: plural, and for people the feminines."""
        made = [lemma, self.inflect(lemma, plural=True)]
        if person:
            made += [self.inflect(lemma, feminine=True), self.inflect(lemma, plural=True, feminine=True)]
        return tuple(dict.fromkeys(made))

    def guess(self, phrase: str) -> Features:
        """Tell gender and number from the head's ending, as far as the ending tells."""
        parts = re.split(r"([\s-]+)", phrase)
        while len(parts) > 2 and parts[0].lower() in self._invariable:
            del parts[:2]
        head = parts[0]
        if not head.isalpha() or head.isupper() or self._fixed(parts, 0):
            return Features()
        ending = next((gender for pattern, gender in self._gender if pattern.search(head.lower())), "")
        return Features({"m": False, "f": True}.get(ending))

    def _sound(self, word: str) -> Sound:
        first = re.split(r"[\s\-'’]", word.lower(), maxsplit=1)[0]
        if first in self._not_silent or first.removesuffix("s") in self._not_silent:
            return "plain"
        if "impure" in self._sounds and self._sounds["impure"].match(word):
            return "impure"
        return "vowel" if "vowel" in self._sounds and self._sounds["vowel"].match(word) else "plain"


@cache
def grammar_for(language: str) -> Grammar | None:
    """Load the grammar of a language (pt-BR has that of pt); None when there is no file for it."""
    path = files("localize.glossary.repair") / "grammars" / f"{base(language)}.toml"
    if not path.is_file():
        return None
    return Grammar(tomllib.loads(path.read_text(encoding="utf-8")))


def _determiner(row: Mapping[str, object]) -> Determiner:
    sounds: dict[Sound, Cells] = {"plain": _cells(row["cells"])}  # type: ignore[arg-type]
    if "vowel" in row:
        sounds["vowel"] = _cells(row["vowel"])  # type: ignore[arg-type]
    if "impure" in row:
        sounds["impure"] = _cells(row["impure"])  # type: ignore[arg-type]
    return Determiner(sounds, bool(row.get("definite")), str(row.get("preposition", "")))


def _cells(row: Sequence[str]) -> Cells:
    a, b, c, d = row
    return a, b, c, d


def _straight(word: str) -> str:
    return word.lower().replace("’", "'")
