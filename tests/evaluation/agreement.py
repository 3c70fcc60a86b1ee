"""Does the determiner before a Portuguese term agree with it? A table of its own, not the project's grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from localize.document import Span
    from tests.evaluation.rows import Wanted

_FOUR = """
    o a os as | do da dos das | no na nos nas | ao à aos às | pelo pela pelos pelas
    um uma uns umas | num numa nuns numas | dum duma duns dumas
    este esta estes estas | deste desta destes destas | neste nesta nestes nestas
    esse essa esses essas | desse dessa desses dessas | nesse nessa nesses nessas
    aquele aquela aqueles aquelas | daquele daquela daqueles daquelas | naquele naquela naqueles naquelas
    meu minha meus minhas | seu sua seus suas | nosso nossa nossos nossas | cujo cuja cujos cujas
    algum alguma alguns algumas | nenhum nenhuma nenhuns nenhumas | todo toda todos todas
    outro outra outros outras | muito muita muitos muitas | pouco pouca poucos poucas
    tanto tanta tantos tantas | quanto quanta quantos quantas | ambo amba ambos ambas | vário vária vários várias
    dois duas dois duas
"""
"""Masculine singular, feminine singular, masculine plural, feminine plural; a line or a bar ends a word."""
_ADJECTIVES = """
    novo nova novos novas | antigo antiga antigos antigas | velho velha velhos velhas
    primeiro primeira primeiros primeiras | segundo segunda segundos segundas | terceiro terceira terceiros terceiras
    último última últimos últimas | único única únicos únicas | próximo próxima próximos próximas
    próprio própria próprios próprias | mesmo mesma mesmos mesmas | bom boa bons boas | mau má maus más
    longo longa longos longas | pequeno pequena pequenos pequenas | alto alta altos altas
    grande grande grandes grandes | atual atual atuais atuais | principal principal principais principais
    maior maior maiores maiores | menor menor menores menores | recente recente recentes recentes
    importante importante importantes importantes | possível possível possíveis possíveis
"""
"""Adjectives that may stand between a determiner and its noun."""
_NUMERALS = frozenset(
    re.findall(r"\w+", "três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta cem mil")
)
"""Numbers without gender; they may stand there, too, and so may digits."""
_FAR = 3
"""Adjectives and numerals that are passed on the way from the term to its determiner."""
_WORD = re.compile(r"[^\W_]+")
_BARE_PREPOSITION = re.compile(r"\b(?:to|at|in|on|for|into|onto|with|of|by|from)\s+$", re.IGNORECASE)
_FEMININE = re.compile("(?:a|ã|triz)s?$")


class Cell(NamedTuple):
    """Gender and number, each empty where it is not told."""

    gender: str
    number: str

    def clashes(self, other: Cell) -> bool:
        """Tell whether two cells contradict each other."""
        return any(a and b and a != b for a, b in zip(self, other, strict=True))


def _table(words: str) -> Mapping[str, Cell]:
    cells: dict[str, Cell] = {}
    for forms in re.split(r"[|\n]", words):
        for i, form in enumerate(forms.split()):
            told = Cell("mf"[i % 2], ("sg", "pl")[i // 2])
            known = cells.get(form, told)
            cells[form] = Cell(*(a if a == b else "" for a, b in zip(known, told, strict=True)))
    return cells


def agrees(source_before: str, text: str, span: Span, term: Wanted) -> bool | None:
    """Tell whether the determiner before a term agrees with it; None when there is none.

    Source: determiner agreement of the study on terms, section A3. The determiner may be fused with a preposition,
    and adjectives and numerals may stand between; they have to agree, too. "a" before a word that is not feminine singular is
    the preposition where the English term stands right after one ("to Moscow").

    Args:
        source_before: What stands before the term in the source.
        text: The output.
        span: The term in it.
        term: What it is.
    """
    noun = cell_of(text[slice(*span)], term)
    determiners, adjectives = _table(_FOUR), _table(_ADJECTIVES)
    right, clash = span[0], False
    for word in list(reversed([*_WORD.finditer(text, 0, span[0])]))[: _FAR + 1]:
        form = word.group().lower()
        if not text[word.end() : right].isspace():
            return None
        cell = determiners.get(form)
        if cell is not None:
            if form == "a" and _BARE_PREPOSITION.search(source_before):
                return None
            return not (clash or cell.clashes(noun))
        if form in adjectives:
            clash = clash or adjectives[form].clashes(noun)
        elif form not in _NUMERALS and not form.isdigit():
            return None
        right = word.start()
    return None


def cell_of(form: str, term: Wanted) -> Cell:
    """Tell gender and number of a form of a term from what the set says of the lemma.

    The heads are compared, part by part where they are compounds: a feminine ending that the lemma has not makes a
    feminine ("primeira-ministra"), another head in "s" a plural. An unchanged head in "s" tells nothing ("lápis").
    """
    heads = (word.split()[0].lower() for word in (form, term.lemma))
    changed = [(a, b) for a, b in zip(*(head.split("-") for head in heads), strict=False) if a != b]
    feminine = any(_FEMININE.search(a) and not _FEMININE.search(b) for a, b in changed)
    gender = "f" if feminine else term.gender
    if term.number or any(a.endswith("s") for a, _ in changed):
        return Cell(gender, term.number or "pl")
    return Cell(gender, "" if term.lemma.split()[0].endswith("s") and not changed else "sg")
