"""Translate the training sentences with the student as it is now, chunk by chunk, for on-policy distillation.

Each chunk becomes a file of `source<TAB>translation` lines. The package folder is loaded again whenever its model
changes, so that later chunks come from a better student. Most translations are greedy; some are sampled, which shows
the student prefixes that it would not choose, as forced terms do.
"""

# mypy: disable-error-code="import-not-found, import-untyped"

import argparse
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import ctranslate2
import sentencepiece


def read_sources(path: Path) -> Iterator[str]:
    """Give the sentences of a text file, or the translations of a folder of chunks, waiting for new ones."""
    if path.is_file():
        yield from (line.rstrip("\n") for line in path.open(encoding="utf-8"))
        return
    number = 0
    while True:
        chunk = path / f"{number:05}.tsv"
        while not chunk.exists():
            if (path / "end").exists():
                return
            time.sleep(20)
        yield from (line.rstrip("\n").split("\t")[1] for line in chunk.open(encoding="utf-8") if "\t" in line)
        number += 1


def main() -> None:
    """Translate until the sentences end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="package folder of student_package.py")
    parser.add_argument(
        "sources", type=Path, help="a text file, or a folder of chunks of the other direction"
    )
    parser.add_argument("out", type=Path, help="folder for the chunks")
    parser.add_argument("--chunk", type=int, default=4000, help="sentences a chunk (default: %(default)s)")
    parser.add_argument(
        "--ahead", type=int, default=20, help="chunks made beyond the last one read (default: %(default)s)"
    )
    parser.add_argument(
        "--sampled", type=int, default=6, help="one sentence in this many is sampled (default: %(default)s)"
    )
    parser.add_argument(
        "--temperature", type=float, default=0.8, help="of the sampling (default: %(default)s)"
    )
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    pieces = sentencepiece.SentencePieceProcessor(str(options.package / "sentencepiece.model"))
    loaded, translator = 0.0, None
    sources = read_sources(options.sources)
    number = 0
    while texts := list(islice(sources, options.chunk)):
        out = options.out / f"{number:05}.tsv"
        number += 1
        if out.exists():
            continue
        while number - len(list(options.out.glob("*.read"))) > options.ahead:
            time.sleep(10)
        model = options.package / "model"
        changed = (model / "model.bin").stat().st_mtime
        if translator is None or changed != loaded:
            translator = ctranslate2.Translator(
                str(model), compute_type="int8", inter_threads=1, intra_threads=1
            )
            loaded = changed
        began = time.monotonic()
        tokens = pieces.encode(texts, out_type=str)
        results: list[list[str]] = [[]] * len(texts)
        sampled = [i for i in range(len(texts)) if i % options.sampled == 0]
        greedy = [i for i in range(len(texts)) if i % options.sampled]
        for chosen, topk, temperature in ((greedy, 1, 1.0), (sampled, 20, options.temperature)):
            batch = translator.translate_batch(
                [tokens[i][:120] for i in chosen],
                beam_size=1,
                sampling_topk=topk,
                sampling_temperature=temperature,
                max_batch_size=2048,
                batch_type="tokens",
                max_decoding_length=160,
            )
            for i, result in zip(chosen, batch, strict=True):
                results[i] = result.hypotheses[0]
        lines = [f"{text}\t{pieces.decode(result)}\n" for text, result in zip(texts, results, strict=True)]
        draft = out.with_suffix(".part")
        draft.write_text("".join(lines), encoding="utf-8")
        draft.rename(out)
        print(f"{out.name}: {len(texts) / (time.monotonic() - began):.0f} sentences a second", flush=True)
    (options.out / "end").touch()


if __name__ == "__main__":
    main()
