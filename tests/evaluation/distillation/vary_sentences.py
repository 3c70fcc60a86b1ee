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
from pathlib import Path

NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
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
Vary = Callable[[str, random.Random], str]


def invent_name(chance: random.Random) -> str:
    """Invent a name that no corpus holds."""
    syllables = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(chance.randint(1, 3)))
    return ("".join(syllables) + chance.choice(ENDS)).capitalize()


def invent_date(chance: random.Random) -> str:
    """Invent a date, a time or both as article pages print them."""
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1990, 2030)
    hour, minute = chance.randint(0, 23), chance.randint(0, 59)
    name = chance.choice(calendar.month_name[1:])
    shapes = (
        f"{day:02}/{month:02}/{year} {hour:02}h{minute:02}",
        f"{day:02}/{month:02}/{year}",
        f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}",
        f"{name} {day}, {year}",
        f"{day} {name} {year}",
        f"Published {name} {day}, {year}, {hour:02}:{minute:02}",
        f"Updated on {day:02}/{month:02}/{year} at {hour:02}h{minute:02}",
        f"{hour:02}:{minute:02}",
    )
    return chance.choice(shapes)


def title(text: str, chance: random.Random) -> str:
    """Write a headline with capitals."""
    small = {"a", "an", "the", "of", "in", "on", "to", "and", "for", "at", "by", "with"}
    words = text.rstrip(".").split(" ")[: chance.randint(4, 14)]
    return " ".join(w if i and w in small else w[:1].upper() + w[1:] for i, w in enumerate(words))


def capitals(text: str, chance: random.Random) -> str:
    """Write a line, or its first words, in capitals."""
    words = text.split(" ")
    if chance.random() < 0.3:
        cut = chance.randint(1, 4)
        return " ".join(words[:cut]).upper() + " " + " ".join(words[cut:])
    return " ".join(words[: chance.randint(2, 16)]).upper()


def fragment(text: str, chance: random.Random) -> str:
    """Cut some words out of a sentence, as captions and list items are."""
    words = text.rstrip(".!?").split(" ")
    length = chance.randint(1, max(1, min(9, len(words))))
    start = chance.randint(0, len(words) - length)
    return " ".join(words[start : start + length])


def quote(text: str, chance: random.Random) -> str:
    """Put a sentence in quotation marks, whole or with a speaker."""
    left, right = chance.choice(QUOTES)
    body = text.strip("\"'“”")
    if chance.random() < 0.5:
        return f"{left}{body}{right}"
    verb = chance.choice(["said", "told reporters", "added", "wrote", "according to"])
    who = f"{invent_name(chance)} {invent_name(chance)}"
    tail = f"{verb} {who}" if verb == "according to" else f"{who} {verb}"
    return f"{left}{body.rstrip('.')},{right} {tail}."


def byline(text: str, chance: random.Random) -> str:
    """Write a byline, a dateline, a caption or a bare date."""
    who = f"{invent_name(chance)} {invent_name(chance)}"
    place = NAME.findall(text)
    where = chance.choice(place) if place else invent_name(chance)
    shapes = (
        f"By {who}",
        f"By {who}, {where}",
        f"{who}, {invent_date(chance)}",
        f"{where.upper()} — {text}",
        f"{where}, {invent_date(chance)} — {text}",
        f"Photo: {who}/{where}",
        f"{who} is a reporter in {where}.",
        invent_date(chance),
        f"{invent_date(chance)} - {text}",
    )
    return chance.choice(shapes)


def rename(text: str, chance: random.Random) -> str:
    """Put invented names where names stand."""
    return NAME.sub(lambda found: invent_name(chance) if chance.random() < 0.7 else found[0], text)


def renumber(text: str, chance: random.Random) -> str:
    """Change the figures, or add an amount."""
    if re.search(r"\d", text):
        return re.sub(r"\d", lambda _: str(chance.randint(0, 9)), text)
    return f"{text.rstrip('.')} ({chance.choice(['US$', '£', '€', ''])}{chance.randint(1, 9999)}{chance.choice(['', '%', ' million', 'm'])})."


VARIATIONS: tuple[tuple[float, Vary], ...] = (
    (0.06, title),
    (0.05, capitals),
    (0.06, fragment),
    (0.04, quote),
    (0.03, byline),
    (0.06, rename),
    (0.03, renumber),
    (0.02, lambda text, _: text.lower()),
)


def vary(text: str, chance: random.Random) -> str:
    """Vary a sentence, or more often leave it as it is."""
    draw = chance.random()
    for share, variation in VARIATIONS:
        if draw < share:
            return variation(text, chance).strip() or text
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
    options = parser.parse_args()
    opened = gzip.open if options.sentences.suffix == ".gz" else open
    with opened(options.sentences, "rt", encoding="utf-8") as lines:
        texts = sorted({" ".join(line.split()) for line in lines} - {""})
    chance = random.Random(options.seed)
    chance.shuffle(texts)
    held, rest = texts[: options.dev], texts[options.dev :]
    options.out.mkdir(parents=True, exist_ok=True)
    always = [variation for _, variation in VARIATIONS]
    varied = [chance.choice(always)(text, chance).strip() or text for text in held[: options.dev // 2]]
    train = []
    for _ in range(options.passes):
        chance.shuffle(rest)
        train += lengthen([vary(text, chance) for text in rest], chance)
    for name, content in (("dev", held), ("dev-varied", varied), ("train", train)):
        (options.out / f"{name}.txt").write_text("\n".join(content) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
