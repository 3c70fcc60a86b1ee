"""From sentences to drafts: each once, addresses carried through, capitals, long sentences, loops."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Draft
from localize.drafting import _WINDOW, Drafter, Source
from localize.engines import load
from localize.languages import Pair
from localize.searching import initial_case
from tests.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Alignment
    from localize.engines import Engine
    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")
WORDS = {
    "the minister": "o ministro", "write to": "escreva para", "see": "veja", "or": "ou", "run": "execute", "now": "agora",
    "peace talks": "negociações de paz", "resigned": "renunciou", "war": "guerra", "and": "e", "breaking news": "última hora",
    "he said": "ele disse", "budget": "orçamento", "passed": "aprovado", "common rules": "regras comuns", "in": "em",
}  # fmt: skip


def drafted(engine: Engine, *sources: str | Source) -> list[Draft]:
    asked = [source if isinstance(source, Source) else Source(source) for source in sources]
    return Drafter(engine, PAIR).draft(asked)


def written(engine: Engine, *sources: str | Source) -> list[str]:
    return [draft.text for draft in drafted(engine, *sources)]


def rendered(source: str, draft: Draft, words: str) -> list[str]:
    """List the target spans of words of a source."""
    start = source.index(words)
    span = start, start + len(words)
    return [
        draft.text[slice(*target)]
        for origin, target in draft.alignment
        if origin[0] < span[1] and span[0] < origin[1]
    ]


def test_an_address_alone_is_copied_and_the_engine_is_not_asked() -> None:
    engine = Lexicon(WORDS)
    alone = ["https://example.org/war", "press@example.org", "budget.pdf"]
    assert written(engine, *alone) == alone
    assert "XQ1" not in engine.asked  # the stand-in alone


def test_each_sentence_is_translated_once_and_stands_where_it_stood() -> None:
    engine = Lexicon(WORDS)
    sources = ["War and war.", "The minister resigned.", "War and war.", "In war.", "The minister resigned."]
    assert written(engine, *sources) == [
        "Guerra e guerra.",
        "O ministro renunciou.",
        "Guerra e guerra.",
        "Em guerra.",
        "O ministro renunciou.",
    ]
    assert sorted(engine.asked) == ["In war.", "The minister resigned.", "War and war."]


def test_the_caller_is_told_of_every_sentence_copies_included() -> None:
    told: list[int] = []
    distinct = _WINDOW + 10
    numbers = [i % distinct for i in range(2 * distinct + 5)]
    sources = [Source(f"War {number}.") for number in numbers]
    drafts = Drafter(Lexicon(WORDS), PAIR).draft(sources, advance=told.append)
    assert [draft.text for draft in drafts] == [f"Guerra {number}." for number in numbers]
    assert sum(told) == len(numbers)
    assert len(told) == 2


def test_no_sentences_are_no_drafts() -> None:
    engine = Lexicon(WORDS)
    assert drafted(engine) == []
    assert engine.asked == []


@pytest.mark.parametrize("text", ["", "15,000", "***", "— 2024 —", "3.5 / 4", "…"])
def test_what_has_no_letters_is_copied_without_asking(text: str) -> None:
    engine = Lexicon(WORDS)
    (draft,) = drafted(engine, text)
    assert draft.text == text
    assert engine.asked == []


def test_addresses_ride_through_as_stand_ins() -> None:
    engine = Lexicon(WORDS)
    text = "Write to press@example.org or see https://example.org/war/now."
    (draft,) = drafted(engine, text)
    assert draft.text == "Escreva para press@example.org ou veja https://example.org/war/now."
    assert rendered(text, draft, "press@example.org") == ["press@example.org"]
    assert not any("example" in asked for asked in engine.asked)


def test_protected_spans_come_through_unchanged() -> None:
    text = "Run war and peace now"
    (draft,) = drafted(Lexicon(WORDS), Source(text, ((4, 17),)))
    assert draft.text == "Execute war and peace agora"
    assert rendered(text, draft, "war and peace") == ["war and peace"]


def test_a_protected_span_that_holds_an_address_is_one_span() -> None:
    text = "Run curl example.org/war and war"
    assert written(Lexicon(WORDS), Source(text, ((4, 24),))) == ["Execute curl example.org/war e guerra"]


def test_an_engine_that_changes_every_stand_in_still_keeps_what_is_protected() -> None:
    """What stands between protected spans is then translated by itself."""
    engine = Lexicon(WORDS, rewrite=lambda _: "?")
    text = "Write to a@example.org or see example.org now."
    (draft,) = drafted(engine, text)
    assert draft.text == "Escreva para a@example.org ou veja example.org agora."
    assert rendered(text, draft, "a@example.org") == ["a@example.org"]
    assert rendered(text, draft, "now") == ["agora"]


class _Forgetful(Lexicon):
    """Drops stand-ins from short sentences only, so that it seems to leave them alone."""

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        drafts = super().translate(sources, pair)
        return [Draft(re.sub(r"XQ\d", "", draft.text)) if len(draft.text) < 20 else draft for draft in drafts]


def test_a_stand_in_that_was_lost_brings_the_address_back() -> None:
    assert written(_Forgetful(WORDS), "See example.org.") == ["Veja example.org."]


def test_a_placeholder_for_a_number_rides_as_a_number_or_else_as_letters() -> None:
    source = Source("See %d or now", ((4, 6),))
    engine = Lexicon(WORDS)
    assert written(engine, source) == ["Veja %d ou agora"]
    assert any(re.search(r"See \d\d or", asked) for asked in engine.asked)
    spelled = _Spelling(WORDS)
    assert written(spelled, source) == ["Veja %d ou agora"]
    assert "See XQ1 or now" in spelled.asked


class _Spelling(Lexicon):
    """Writes numbers in words."""

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        drafts = super().translate(sources, pair)
        return [Draft(re.sub(r"\b\d\d\b", "trinta e sete", draft.text)) for draft in drafts]


def test_a_headline_in_capitals_is_read_as_words_and_comes_back_in_capitals() -> None:
    engine = Lexicon(WORDS)
    assert written(engine, "PEACE TALKS IN WAR: BUDGET PASSED") == [
        "NEGOCIAÇÕES DE PAZ EM GUERRA: ORÇAMENTO APROVADO"
    ]
    assert engine.asked == ["Peace Talks in War: Budget Passed", "Peace talks in war: budget passed"]


def test_acronyms_in_a_headline_keep_their_capitals_on_the_way() -> None:
    engine = Lexicon(WORDS)
    text = "NATO BUDGET PASSED"
    assert written(engine, Source(text, acronyms=((0, 4),))) == ["NATO ORÇAMENTO APROVADO"]
    assert engine.asked == ["NATO Budget Passed"]


@pytest.mark.parametrize("text", ["NATO", "UNESCO", "G20", "U.S."])
def test_an_acronym_alone_is_no_headline(text: str) -> None:
    engine = Lexicon(WORDS)
    assert written(engine, text) == [text]
    assert engine.asked == [text]


def test_a_section_of_one_word_is_read_as_a_word() -> None:
    engine = Lexicon({"abroad": "no exterior"})
    assert written(engine, "ABROAD") == ["NO EXTERIOR"]
    assert engine.asked == ["Abroad"]


def test_an_acronym_of_the_glossary_that_is_a_word_is_asked_for_in_its_capitals() -> None:
    engine = Lexicon({})
    assert written(engine, Source("BRICS", acronyms=((0, 5),)), Source("SALTS", acronyms=((0, 5),))) == [
        "BRICS",
        "SALTS",
    ]
    assert engine.asked == ["BRICS", "SALTS"]


def test_a_headline_that_the_engine_gives_back_keeps_its_own_letters() -> None:
    assert written(load("echo", {}), "MCDONALD’S AND O'NEILL", "STRAẞE UND MAẞE") == [
        "MCDONALD’S AND O'NEILL",
        "STRAẞE UND MAẞE",
    ]


def test_a_headline_is_aligned_although_it_was_rewritten() -> None:
    text = "THE MINISTER RESIGNED NOW"
    (draft,) = drafted(Lexicon(WORDS), text)
    assert draft.text == "O MINISTRO RENUNCIOU AGORA"
    assert rendered(text, draft, "RESIGNED") == ["RENUNCIOU"]


def test_a_long_sentence_is_cut_and_joined_with_its_own_gaps() -> None:
    engine = Lexicon(WORDS)
    clause = "the minister resigned in war, he said and the minister resigned now"
    text = ";  ".join([clause] * 12) + "."
    (draft,) = drafted(engine, text)
    translated = "o ministro renunciou em guerra, ele disse e o ministro renunciou agora"
    assert draft.text == ";  ".join([translated] * 12) + "."
    assert max(map(len, engine.asked)) <= 400
    assert all(text[a:b].lower() in WORDS for (a, b), _ in draft.alignment)
    last = [draft.text[slice(*target)] for origin, target in draft.alignment if origin[0] >= len(text) - 4]
    assert last == ["agora"]


def test_a_long_word_is_no_trouble() -> None:
    text = "a" * 5000
    (draft,) = drafted(Lexicon({}), text)
    assert draft.text == text


def test_the_score_of_a_long_sentence_is_that_of_its_worst_part() -> None:
    class Unsure(Lexicon):
        def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
            return [Draft(d.text, d.alignment, -float(len(d.text))) for d in super().translate(sources, pair)]

    (draft,) = drafted(Unsure({}), "war and peace; " * 40)
    assert draft.score is not None
    assert -400 <= draft.score < -100


@pytest.mark.parametrize(
    ("source", "made", "wanted"),
    [
        ("common rules", "Regras comuns", "regras comuns"),
        ("common rules", "regras comuns", "regras comuns"),
        ("Common rules", "regras comuns", "Regras comuns"),
        ("“common” rules", "“Regras” comuns", "“regras” comuns"),
        ("rules of NATO", "OTAN: regras", "OTAN: regras"),
        ("talks with Lula", "Lula conversa", "Lula conversa"),
        ("iPhone sales fell", "As vendas caíram", "As vendas caíram"),
        ("15,000 people", "15.000 pessoas", "15.000 pessoas"),
        ("…", "Sim", "Sim"),
        ("rules", "", ""),
        ("Streets", "ßtraßen", "ßtraßen"),
    ],
)
def test_a_target_begins_as_its_source_does(source: str, made: str, wanted: str) -> None:
    assert initial_case(source, made) == wanted


@given(st.text(max_size=20), st.text(max_size=20))
def test_only_the_case_of_one_letter_is_ever_changed(source: str, target: str) -> None:
    made = initial_case(source, target)
    assert made.casefold() == target.casefold()
    assert sum(a != b for a, b in zip(made, target, strict=False)) <= 1


class _Looping(Lexicon):
    """Goes round and round, unless it is led or searches wider."""

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        return [Draft(draft.text + " de" * 6) for draft in super().translate(sources, pair)]

    def versions(self, sources: Sequence[str], pair: Pair) -> list[tuple[Draft, ...]]:
        return [(draft,) for draft in Lexicon.translate(self, sources, pair)]

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:  # noqa: ARG002
        assert len(sources) == len(targets)
        return [() for _ in sources]


def test_a_draft_that_goes_round_is_searched_again_wider() -> None:
    assert written(_Looping(WORDS), "The minister resigned.") == ["O ministro renunciou."]


@given(st.lists(st.text(st.sampled_from("ab AB.@/é \n"), max_size=12), max_size=6))
def test_the_echo_gives_every_sentence_back_to_the_letter(texts: list[str]) -> None:
    drafts = drafted(load("echo", {}), *texts)
    assert [draft.text for draft in drafts] == texts
    for text, draft in zip(texts, drafts, strict=True):
        assert all(text[a:b] == draft.text[c:d] for (a, b), (c, d) in draft.alignment)


@pytest.mark.model
def test_the_order_of_sentences_changes_nothing(argos: ArgosEngine) -> None:
    sources = [
        Source(f"The minister of {name} met {count} people.")
        for name in ("Peru", "Chile")
        for count in range(2, 12)
    ]
    sources.append(Source("Write to press@example.org for the BUDGET."))
    drafts = Drafter(argos, PAIR).draft(sources)
    random.Random(3).shuffle(order := list(range(len(sources))))
    assert Drafter(argos, PAIR).draft([sources[i] for i in order]) == [drafts[i] for i in order]
    assert "press@example.org" in drafts[-1].text


@pytest.mark.model
def test_a_real_headline_is_translated_in_capitals(argos: ArgosEngine) -> None:
    (text,) = written(argos, "PARLIAMENT APPROVES NEW BUDGET")
    assert text == "PARLAMENTO APROVA NOVO ORÇAMENTO"


def test_the_number_of_an_item_is_not_shown_to_the_engine() -> None:
    engine = Lexicon(WORDS)
    (draft,) = drafted(engine, "(a) See now")
    assert (draft.text, engine.asked) == ("(a) Veja agora", ["See now"])
    assert rendered("(a) See now", draft, "(a)") == ["(a) "]


def test_a_dateline_is_translated_apart_from_the_report() -> None:
    engine = Lexicon(WORDS)
    text = "KABUL, Oct 12 (AFP) - War and war in war now."
    assert written(engine, text) == ["KABUL, Oct 12 (AFP) - Guerra e guerra em guerra agora."]
    assert sorted(engine.asked) == ["KABUL, Oct 12 (AFP)", "War and war in war now."]


def test_a_label_in_capitals_is_read_as_a_word_and_comes_back_in_capitals() -> None:
    engine = Lexicon(WORDS)
    assert written(engine, "PEACE TALKS: See now") == ["NEGOCIAÇÕES DE PAZ: Veja agora"]
    assert engine.asked == ["Peace Talks: See now"]


@pytest.mark.model
def test_a_stop_that_the_engine_drops_is_put_back(argos: ArgosEngine) -> None:
    assert argos.translate(["All rights reserved."], PAIR)[0].text == "Todos os direitos reservados"
    assert written(argos, "All rights reserved.", "All rights reserved") == [
        "Todos os direitos reservados.",
        "Todos os direitos reservados",
    ]
