"""Damage files in every way, and see that each reader either reads them or says what is wrong with them.

python -m tests.formats.fuzz docx 100000
"""

from __future__ import annotations

import io
import random
import re
import sys
import time
import zipfile
from functools import partial
from typing import TYPE_CHECKING

from localize import formats
from localize.errors import LocalizeError
from localize.inline import place
from tests.formats.samples import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from localize.document import Text

SECONDS = 3.0
"""Processor time that one small file may take; most take a few milliseconds."""
PIECES = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "<w:br/>", "<w:tab/>", "<w:ins>", "</w:ins>", "<w:sdt>", "<w:sdtContent>",
    '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<text:p>", "</text:p>", "<text:span>",
    "</text:span>", "<text:s/>", '<text:s text:c="99999999999"/>', "<text:a>", "<text:note>", "<a:p>", "</a:p>", "<a:r/>",
    "<a:t>x</a:t>", "&amp;", "&#0;", "&#x10FFFF;", "&nbsp;", "<![CDATA[x]]>", "<!-- -->", "<?x?>", "]]>", "<", ">", '"', "'", "&",
    '<!DOCTYPE a [<!ENTITY x "y">]>', "xmlns=''", "xmlns:w='u'", " ", "\n", "\t", "\r", "\0", "\ufeff", "\u2011", "\u00a0", "\ud7ff",
    "\ufffe", "\u202e", "\U0001f600", "x" * 5000, "**", "_", "`", "[", "](", "| a |", "---\n", "# ", "> ", "- ", "<b>", "</b>",
    "!!! note\n    ", ":::tip a b\n", "[[a|b]]", "![[a]]", "==", "%%", "^2^", ": ", "[!NOTE] x\n", ' "a")',
    "<p>", "{{", "}}", "$", "\\", "-->", "00:00:01,000 --> 00:00:04,000\n", "WEBVTT\n", "NOTE\n", "{\\an8}",
]  # fmt: skip
"""What is put in; some of it is dangerous."""


WORDS = [
    " ",
    "\n",
    "a b. C",
    "\u2011",
    "&amp;",
    "\u00a0 ",
    "\u202e",
    "x" * 5000,
    "<!-- -->",
    "<?x?>",
    "<![CDATA[ a < b ]]>",
    "Ж",
    "\t",
]
_TAG = re.compile(r"<(/?)([\w:.-]+)[^<>]*?(/?)>")


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Damage a file: its bytes, or what is in one of its members."""
    if data.startswith(b"PK") and dice.random() < 0.8:
        return _repacked(data, dice)
    if dice.random() < 0.5:
        return _bytes(data, dice)
    return _text(data.decode("utf-8", "surrogateescape"), dice).encode("utf-8", "surrogateescape")


def _repacked(data: bytes, dice: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        chosen = dice.choice(names)
        for name in names:
            content = old.read(name)
            if name == chosen:
                fate = dice.random()
                if fate < 0.02:
                    continue
                text = content.decode("utf-8", "surrogateescape")
                content = _text(text, dice).encode("utf-8", "surrogateescape")
                content = _bytes(content, dice) if fate < 0.1 else content
            new.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def _bytes(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at, end = sorted((dice.randint(0, len(changed)), dice.randint(0, len(changed))))
        deed = dice.randint(0, 3)
        if deed == 0 and at < len(changed):
            changed[at] = dice.randint(0, 255)
        elif deed == 1:
            changed[at:at] = dice.randbytes(dice.randint(1, 8))
        elif deed == 2:
            del changed[at : min(end, at + 40)]
        else:
            changed[at:at] = changed[at : min(end, at + 200)]
    return bytes(changed)


def _elements(text: str) -> list[tuple[int, int]]:
    """Find where elements stand, from the start of the first tag to the end of the last."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for tag in _TAG.finditer(text):
        if tag[3]:
            found.append(tag.span())
        elif not tag[1]:
            stack.append((tag[2], tag.start()))
        elif stack and stack[-1][0] == tag[2]:
            found.append((stack.pop()[1], tag.end()))
    return found


def _rearranged(text: str, dice: random.Random) -> str:
    """Take out, repeat, move or nest whole elements, so that the text stays well-formed."""
    for _ in range(dice.randint(1, 5)):
        elements = _elements(text)
        if not elements:
            break
        (start, end), (at, _last) = dice.choice(elements), dice.choice(elements)
        element = text[start:end]
        deed = dice.randint(0, 4)
        if deed == 0:
            text = text[:start] + text[end:]
        elif deed == 1 and end - start < 5000:
            text = text[:at] + element + text[at:]
        elif deed == 2 and not start < at < end:
            text = text[:start] + text[end:]
            at -= (end - start) * (at >= end)
            text = text[:at] + element + text[at:]
        elif deed == 3:
            inner = element.find(">") + 1
            text = text[:start] + element[:inner] * 2 + element[inner:] + text[end:] if inner else text
            closing = element.rfind("</")
            text = text[: end + inner] + element[closing:] + text[end + inner :] if closing >= 0 else text
        else:
            inner = text.find(">", start) + 1
            text = text[:inner] + dice.choice(WORDS) + text[inner:]
    return text


def _text(text: str, dice: random.Random) -> str:
    if dice.random() < 0.6 and "<" in text:
        return _rearranged(text, dice)
    for _ in range(dice.randint(1, 4)):
        marks = [at for at, character in enumerate(text) if character in '<>&"\n'] or [0]
        at, end = sorted((dice.choice(marks), dice.choice(marks)))
        deed = dice.randint(0, 4)
        if deed == 0:
            text = text[:at] + dice.choice(PIECES) + text[at:]
        elif deed == 1:
            text = text[:at] + text[end:]
        elif deed == 2:
            text = text[:end] + text[at:end] * dice.choice([1, 1, 2, 30]) + text[end:]
        elif deed == 3:
            text = text[:at] + text[end:] + text[at:end]
        else:
            text = (
                text[:at] + dice.choice(PIECES) + text[end:] if end - at < 100 else text[:at] + text[at + 1 :]
            )
        text = text[:100_000]
    return text


def survives(name: str, data: bytes) -> bool:
    """Read a file, translate it, and read the translation; tell whether the reader took it.

    Raises:
        AssertionError: Something is wrong with what was read, or it took too long.
    """
    using = formats.FORMATS[name]
    started = time.process_time()
    try:
        document = formats.parse(data, path="a", using=using)
    except LocalizeError:
        return False
    assert formats.save(document, {}, "pt") == data
    targets: dict[str, Text] = {}
    places = [(unit.span[0], -unit.span[1]) for unit in document.units]
    assert places == sorted(places)
    for unit in document.units[:30]:
        assert unit.source.render() == document.text[slice(*unit.span)]
        targets[unit.id] = place(unit.source, f"{unit.source.plain} <&> mais", ()).text
    for language in ("pt", "ar"):
        formats.parse(formats.save(document, targets, language), path="b", using=using)
    assert time.process_time() - started < SECONDS
    return True


def inputs(sample: bytes, count: int, seed: int = 0) -> Iterator[bytes]:
    """Yield damaged files; the same ones for the same seed."""
    for number in range(count):
        yield damaged(sample, random.Random(f"{seed} {number}"))


def attempt(name: str, sample: bytes, copes: Callable[[bytes], bool], *, count: int, seed: int) -> int:
    """Try damaged files, and print those that a reader cannot cope with.

    Args:
        name: Of the sample, for what is printed.
        sample: What is damaged.
        copes: Tells whether the reader took a file, and raises where something is wrong with what it read.
        count: Number of files.
        seed: Of the damage.

    Returns:
        How many were not coped with.
    """
    read = bad = 0
    for number, data in enumerate(inputs(sample, count, seed)):
        try:
            read += copes(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it has been found
            bad += 1
            if bad <= 10:
                print(f"{name} {number}: {type(error).__name__}: {error}"[:300], flush=True)
    print(f"{name}: {count:,} inputs, {read:,} read, {count - read - bad:,} refused, {bad} not coped with")
    return bad


def main(samples: Mapping[str, bytes], survives: Callable[[str, bytes], bool]) -> int:
    """Run from the command line: the name of a sample, the number of files, and perhaps a seed."""
    name, count, *more = sys.argv[1:]
    seed = int(more[0]) if more else 0
    return min(1, attempt(name, samples[name], partial(survives, name), count=int(count), seed=seed))


if __name__ == "__main__":
    sys.exit(main(SAMPLES, survives))
