"""Make the source sentences of a distillation: hold a development set out, shuffle, and vary the rest.

A news tool sees headlines, capitals, bylines, dates, captions and cut sentences as well as prose. The teacher says what
their translation is, so that varied sources are all that a student needs to follow it there.
"""

import argparse
import calendar
import gzip
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

NAME = re.compile(r"\b[A-ZÁÂÉÍÓÚÇ][a-zà-ÿ]{3,}\b")
ONSETS = (
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
)
VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou", "ia")
ENDS = ("l", "n", "r", "s", "k", "m", "nd", "rt", "x", "z", "")
QUOTES = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Language:
    """What the variations say in a language.

    The shapes take `day`, `month`, `year`, `time`, `name` (of the month), `who`, `where`, `when` and `text`.
    """

    small: frozenset[str]
    months: Sequence[str]
    dates: Sequence[str]
    bylines: Sequence[str]
    said: Sequence[str]
    currencies: Sequence[str]
    amounts: Sequence[str]


NUMERIC = (
    "{day:02}/{month:02}/{year} {time}",
    "{day:02}/{month:02}/{year}",
    "{year}-{month:02}-{day:02} {time}",
    "{time}",
)
ANYWHERE = (
    "{who}, {when}",
    "{capitals} — {text}",
    "{where}, {when} — {text}",
    "{when}",
    "{when} - {text}",
)
LANGUAGES = {
    "en": Language(
        small=frozenset(["a", "an", "the", "of", "in", "on", "to", "and", "for", "at", "by", "with"]),
        months=calendar.month_name[1:],
        dates=(
            *NUMERIC,
            "{name} {day}, {year}",
            "{day} {name} {year}",
            "Published {name} {day}, {year}, {time}",
            "Updated on {day:02}/{month:02}/{year} at {time}",
        ),
        bylines=(
            *ANYWHERE,
            "By {who}",
            "By {who}, {where}",
            "Photo: {who}/{where}",
            "{who} is a reporter in {where}.",
        ),
        said=("{who} said", "{who} told reporters", "{who} added", "{who} wrote", "according to {who}"),
        currencies=("US$", "£", "€", ""),
        amounts=("", "%", " million", "m"),
    ),
    "pt": Language(
        small=frozenset(
            [
                "a",
                "o",
                "as",
                "os",
                "um",
                "uma",
                "de",
                "da",
                "do",
                "das",
                "dos",
                "em",
                "na",
                "no",
                "nas",
                "nos",
                "e",
                "para",
                "por",
                "com",
                "ao",
                "à",
                "que",
            ]
        ),
        months=(
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ),
        dates=(
            *NUMERIC,
            "{day} de {name} de {year}",
            "{day}.{month}.{year}",
            "Publicado em {day} de {name} de {year}, {time}",
            "Atualizado em {day:02}/{month:02}/{year} às {time}",
        ),
        bylines=(
            *ANYWHERE,
            "Por {who}",
            "Por {who}, {where}",
            "Foto: {who}/{where}",
            "{who} é repórter em {where}.",
        ),
        said=("disse {who}", "afirmou {who}", "acrescentou {who}", "escreveu {who}", "segundo {who}"),
        currencies=("R$ ", "US$ ", "€ ", ""),
        amounts=("", "%", " milhões", " mil"),
    ),
}
Vary = Callable[[str, random.Random, Language], str]


def invent_name(chance: random.Random) -> str:
    """Invent a name that no corpus holds."""
    syllables = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(chance.randint(1, 3)))
    return ("".join(syllables) + chance.choice(ENDS)).capitalize()


def invent_date(chance: random.Random, words: Language) -> str:
    """Invent a date, a time or both as article pages print them."""
    month = chance.randint(1, 12)
    return chance.choice(words.dates).format(
        day=chance.randint(1, 28),
        month=month,
        year=chance.randint(1990, 2030),
        time=f"{chance.randint(0, 23):02}{chance.choice('h:')}{chance.randint(0, 59):02}",
        name=words.months[month - 1],
    )


def invent_person(chance: random.Random) -> str:
    """Invent a first and a last name."""
    return f"{invent_name(chance)} {invent_name(chance)}"


def title(text: str, chance: random.Random, words: Language) -> str:
    """Write a headline with capitals."""
    kept = text.rstrip(".").split(" ")[: chance.randint(4, 14)]
    return " ".join(w if i and w in words.small else w[:1].upper() + w[1:] for i, w in enumerate(kept))


def capitals(text: str, chance: random.Random, _: Language) -> str:
    """Write a line, or its first words, in capitals."""
    words = text.split(" ")
    if chance.random() < 0.3:
        cut = chance.randint(1, 4)
        return " ".join(words[:cut]).upper() + " " + " ".join(words[cut:])
    return " ".join(words[: chance.randint(2, 16)]).upper()


def fragment(text: str, chance: random.Random, _: Language) -> str:
    """Cut some words out of a sentence, as captions and list items are."""
    words = text.rstrip(".!?").split(" ")
    length = chance.randint(1, max(1, min(9, len(words))))
    start = chance.randint(0, len(words) - length)
    return " ".join(words[start : start + length])


def quote(text: str, chance: random.Random, words: Language) -> str:
    """Put a sentence in quotation marks, whole or with a speaker."""
    left, right = chance.choice(QUOTES)
    body = text.strip("\"'“”")
    if chance.random() < 0.5:
        return f"{left}{body}{right}"
    return f"{left}{body.rstrip('.')},{right} {chance.choice(words.said).format(who=invent_person(chance))}."


def byline(text: str, chance: random.Random, words: Language) -> str:
    """Write a byline, a dateline, a caption or a bare date."""
    place = NAME.findall(text)
    where = chance.choice(place) if place else invent_name(chance)
    return chance.choice(words.bylines).format(
        who=invent_person(chance),
        where=where,
        capitals=where.upper(),
        when=invent_date(chance, words),
        text=text,
    )


def rename(text: str, chance: random.Random, _: Language) -> str:
    """Put invented names where names stand."""
    return NAME.sub(lambda found: invent_name(chance) if chance.random() < 0.7 else found[0], text)


def renumber(text: str, chance: random.Random, words: Language) -> str:
    """Change the figures, or add an amount."""
    if re.search(r"\d", text):
        return re.sub(r"\d", lambda _: str(chance.randint(0, 9)), text)
    amount = f"{chance.choice(words.currencies)}{chance.randint(1, 9999)}{chance.choice(words.amounts)}"
    return f"{text.rstrip('.')} ({amount})."


VARIATIONS: tuple[tuple[float, Vary], ...] = (
    (0.06, title),
    (0.05, capitals),
    (0.06, fragment),
    (0.04, quote),
    (0.03, byline),
    (0.06, rename),
    (0.03, renumber),
    (0.02, lambda text, _, __: text.lower()),
)


def vary(text: str, chance: random.Random, words: Language) -> str:
    """Vary a sentence, or more often leave it as it is."""
    draw = chance.random()
    for share, variation in VARIATIONS:
        if draw < share:
            return variation(text, chance, words).strip() or text
        draw -= share
    return text


def lengthen(texts: Sequence[str], chance: random.Random) -> list[str]:
    """Leave out many of the shortest sentences and join some neighbours, for a model that is to see long segments."""
    longer: list[str] = []
    for text in texts:
        words = len(text.split())
        if words < 5 and chance.random() < 0.4:
            continue
        if words > 4 and longer and len(longer[-1].split()) + words < 70 and chance.random() < 0.15:
            longer[-1] += f" {text}"
        else:
            longer.append(text)
    return longer


def main() -> None:
    """Write `dev.txt`, `dev-varied.txt` and `train.txt`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, help="one sentence a line, plain or .gz")
    parser.add_argument("out", type=Path, help="folder for dev.txt, dev-varied.txt and train.txt")
    parser.add_argument("--dev", type=int, default=1500, help="sentences held out (default: %(default)s)")
    parser.add_argument(
        "--passes", type=int, default=2, help="times the corpus is gone through (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=20240917)
    parser.add_argument(
        "--language", choices=LANGUAGES, default="en", help="what the sentences are in (default: %(default)s)"
    )
    options = parser.parse_args()
    words = LANGUAGES[options.language]
    opened = gzip.open if options.sentences.suffix == ".gz" else open
    with opened(options.sentences, "rt", encoding="utf-8") as lines:
        texts = sorted({" ".join(line.split()) for line in lines} - {""})
    chance = random.Random(options.seed)
    chance.shuffle(texts)
    held, rest = texts[: options.dev], texts[options.dev :]
    options.out.mkdir(parents=True, exist_ok=True)
    always = [variation for _, variation in VARIATIONS]
    varied = [chance.choice(always)(text, chance, words).strip() or text for text in held[: options.dev // 2]]
    train = []
    for _ in range(options.passes):
        chance.shuffle(rest)
        train += lengthen([vary(text, chance, words) for text in rest], chance)
    for name, content in (("dev", held), ("dev-varied", varied), ("train", train)):
        (options.out / f"{name}.txt").write_text("\n".join(content) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
