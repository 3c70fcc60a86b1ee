"""Measure a package against its teacher: likeness of the translations, repetition, length, alignment and speed.

There are no references here, only the teacher's translations, which are what the student should give. Tune on these;
public test sets are for the end.
"""

# mypy: disable-error-code="import-not-found, import-untyped"

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import ctranslate2
import sentencepiece
import torch
from marian_model import Network, read_marian
from pair_batches import EOS, pad
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from teacher_translate import open_teacher


def repeated(texts: Sequence[str], length: int = 4) -> float:
    """Give the share of word 4-grams that stand in the same text already."""
    again = total = 0
    for text in texts:
        words = text.split()
        grams = [tuple(words[i : i + length]) for i in range(len(words) - length + 1)]
        again += len(grams) - len(set(grams))
        total += len(grams)
    return again / max(total, 1)


def agree(
    folder: Path, translator: ctranslate2.Translator, pairs: Sequence[tuple[list[str], list[str]]]
) -> float:
    """Give how often both align a token of the teacher's translation, forced on the student, to the same source token."""
    model = read_marian(next(folder.glob("model.*.bin")))
    pieces = sentencepiece.SentencePieceProcessor(str(next(folder.glob("vocab.*.spm"))))
    network = Network.of(model)
    teacher = {k: torch.from_numpy(v) for k, v in model.arrays.items()}
    same = total = 0
    for source, target in pairs:
        ids, mask = pad([[*pieces.piece_to_id(source), EOS]])
        prefix, _ = pad([[*pieces.piece_to_id(target), EOS]])
        with torch.no_grad():
            memory = network.encode(teacher, ids, mask)
            taught = network.decode(teacher, memory, mask, prefix).alignment[0].argmax(-1).tolist()
        forced = translator.translate_batch(
            [source],
            target_prefix=[target],
            beam_size=1,
            return_attention=True,
            max_decoding_length=len(target),
        )[0]
        learnt = [max(range(len(row)), key=row.__getitem__) for row in forced.attention[0][: len(target)]]
        same += sum(a == b for a, b in zip(learnt, taught, strict=False))
        total += len(learnt)
    return same / max(total, 1)


def main() -> None:
    """Print the figures of each development file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path, help="folder of the teacher")
    parser.add_argument("package", type=Path, help="package folder of the student")
    parser.add_argument(
        "dev", type=Path, nargs="+", help="source<TAB>teacher's translation, of teacher_translate.py"
    )
    parser.add_argument("--aligned", type=int, default=200, help="sentences aligned (default: %(default)s)")
    parser.add_argument(
        "--timed", type=int, default=0, help="sentences timed, with the teacher (default: %(default)s)"
    )
    parser.add_argument(
        "--show", type=int, default=0, help="differing translations shown (default: %(default)s)"
    )
    options = parser.parse_args()
    torch.set_num_threads(1)
    pieces = sentencepiece.SentencePieceProcessor(str(options.package / "sentencepiece.model"))
    student = ctranslate2.Translator(
        str(options.package / "model"), compute_type="int8", inter_threads=1, intra_threads=1
    )

    def translate(texts: Sequence[str]) -> list[str]:
        batch = student.translate_batch(
            pieces.encode(texts, out_type=str), beam_size=1, max_batch_size=2048, batch_type="tokens"
        )
        return [pieces.decode(result.hypotheses[0]) for result in batch]

    bleu, chrf = BLEU(), CHRF(word_order=2)
    for path in options.dev:
        rows = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")]
        sources, taught = [row[0] for row in rows], [row[1] for row in rows]
        learnt = translate(sources)
        length = sum(map(len, learnt)) / sum(map(len, taught))
        print(
            f"{path.name}: {len(rows)} sentences, {bleu.corpus_score(learnt, [taught])}, {chrf.corpus_score(learnt, [taught])}",
            f"same {sum(a == b for a, b in zip(learnt, taught, strict=True)) / len(rows):.3f}, length {length:.4f},",
            f"repeated 4-grams {repeated(learnt):.4f} (teacher {repeated(taught):.4f})",
            flush=True,
        )
        pairs = [
            (pieces.encode(a, out_type=str), pieces.encode(b, out_type=str))
            for a, b in rows[: options.aligned]
        ]
        if pairs:
            print(
                f"{path.name}: aligned as the teacher's {agree(options.teacher, student, pairs):.4f}",
                flush=True,
            )
        for source, a, b in [x for x in zip(sources, taught, learnt, strict=True) if x[1] != x[2]][
            : options.show
        ]:
            print(f"  source  {source}\n  teacher {a}\n  student {b}")
        if options.timed:
            teacher = open_teacher(options.teacher)
            for _ in range(3):
                began = time.process_time()
                for text in sources[: options.timed]:
                    teacher.translate(text)
                middle = time.process_time()
                translate(sources[: options.timed])
                teacher_pace = options.timed / (middle - began)
                student_pace = options.timed / (time.process_time() - middle)
                print(
                    f"sentences a CPU second: teacher {teacher_pace:.0f}, student {student_pace:.0f}, {student_pace / teacher_pace:.2f} times"
                )
    print(bleu.get_signature(), chrf.get_signature())


if __name__ == "__main__":
    main()
