"""Names that an engine takes for words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from localize.document import Draft
from localize.glossary.naming.names import Names, Sighting
from localize.glossary.repair.grammar import grammar_for
from localize.glossary.repair.versions import Versions
from localize.languages import Pair
from tests.glossary.drafts import draft, matched
from tests.lexicon import Lexicon

if TYPE_CHECKING:
    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")


class Shy(Lexicon):
    """Translates words of names in short sentences, and leaves them alone in others."""

    def __init__(self, words: dict[str, str], *, shy: tuple[str, ...]) -> None:
        super().__init__(words)
        self.shy = shy

    def _draft(self, source: str) -> Draft:
        if any(name in source for name in self.shy) and len(source) > 40:
            return Draft(source)
        return super()._draft(source)


WORDS = {
    "west": "oeste",
    "white": "branca",
    "house": "casa",
    "seven": "sete",
    "corners": "cantos",
    "sang": "cantou",
}


def damaged(
    engine: Lexicon | ArgosEngine, *pairs: tuple[str, Draft], documents: tuple[int, ...] = ()
) -> list[list[str]]:
    """List for each sentence and its draft the names that have to be made whole."""
    names = Names(Versions(engine, PAIR, grammar_for("pt")), PAIR)
    numbers = documents or (0,) * len(pairs)
    found = names.damaged(
        [Sighting(number, source, made, ()) for number, (source, made) in zip(numbers, pairs, strict=True)]
    )
    for (source, _), matches in zip(pairs, found, strict=True):
        assert all(source[slice(*match.span)] == match.target.text for match in matches)
    return [[match.target.text for match in matches] for matches in found]


def test_a_name_that_the_engine_keeps_elsewhere_must_be_kept_here() -> None:
    engine = Shy(WORDS, shy=("Kanye West",))
    assert damaged(engine, ("Kanye West sang.", Draft("Kanye Oeste cantou."))) == [["Kanye West"]]


def test_a_name_that_is_translated_everywhere_has_a_translation() -> None:
    engine = Shy(WORDS, shy=())
    assert damaged(engine, ("The White House sang.", Draft("A Casa Branca cantou."))) == [[]]


def test_a_name_that_came_through_is_not_asked_about() -> None:
    engine = Shy(WORDS, shy=("Kanye West",))
    assert damaged(engine, ("Kanye West sang.", Draft("Kanye West cantou."))) == [[]]
    assert engine.asked == []


def test_a_name_is_asked_about_once() -> None:
    engine = Shy(WORDS, shy=("Kanye West",))
    sentence = ("Kanye West sang.", Draft("Kanye Oeste cantou."))
    assert damaged(engine, sentence, sentence) == [["Kanye West"], ["Kanye West"]]
    assert len(engine.asked) == len(set(engine.asked))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Painted Corners sang.", "Painted Corners"),
        ("On Monday Kanye West sang.", "Kanye West"),
        ("But Kanye West sang.", "Kanye West"),
        ("He met Kanye West’s band.", "Kanye West"),
        ("He met the J. R. West band.", "J. R. West"),
        ("Nobody met the Heart of West.", "Heart of West"),
        ("Fans of Kanye West sang.", "Kanye West"),
        ("Egypt’s Peter West sang.", "Peter West"),
        ("Nobody met İpek Şahin.", "İpek Şahin"),
        ("Actress Zoë West sang.", "Zoë West"),
        ("Peter West Sang In Vienna Last Night", "Peter West"),
        ("Nobody met Ludwig van West.", "Ludwig van West"),
        ("Finance Minister Peter West sang.", "Peter West"),
        ("Attorney General Peter West sang.", "Peter West"),
        ("Judge Peter West’s band sang.", "Peter West"),
        ("Peter General West sang.", "Peter General West"),
    ],
)
def test_a_name_is_a_run_of_capitals_without_what_opens_the_sentence_or_a_person_s_title(
    source: str, name: str
) -> None:
    assert damaged(Lexicon({"x": "x"}), (source, Draft(""))) == [[name]]


@pytest.mark.parametrize(
    "source", ["Nobody sang.", "KANYE WEST SANG", "The West sang.", "he met kanye west", "", "I do."]
)
def test_one_word_or_a_headline_is_no_run(source: str) -> None:
    engine = Shy(WORDS, shy=())
    assert damaged(engine, (source, Draft(""))) == [[]]
    assert engine.asked == []


def test_a_name_that_only_called_keeps_is_one_where_its_translations_differ() -> None:
    class Wavering(Shy):
        def _draft(self, source: str) -> Draft:
            made = super()._draft(source)
            odd = replace(made, text=made.text.replace("Cantos", "Esquinas"))
            return odd if "article" in source else made

    source, made = "He met Seven Corners people.", Draft("he met sete cantos people.")
    called = ("called Seven Corners",)
    assert damaged(Wavering(WORDS, shy=called), (source, made)) == [["Seven Corners"]]
    assert damaged(Shy(WORDS, shy=called), (source, made)) == [[]]


def test_behind_an_article_a_name_is_one_only_where_called_keeps_it() -> None:
    made = Draft("Os sete cantos cantaram.")
    elsewhere = ("about Seven Corners", "article, Seven Corners", "report on Seven Corners")
    source = "Nobody met the Seven Corners."
    assert damaged(Shy(WORDS, shy=elsewhere), (source, made)) == [[]]
    assert damaged(Shy(WORDS, shy=(*elsewhere, "called Seven Corners")), (source, made)) == [
        ["Seven Corners"]
    ]


def test_a_misspelled_name_is_made_whole_without_asking() -> None:
    source, made = (
        "Joko Widodo sang.",
        draft("Joko Widodo sang.", "Joko Wido cantou.", "Joko=Joko", "Widodo=Wido"),
    )
    engine = Shy(WORDS, shy=())
    assert damaged(engine, (source, made)) == [["Joko Widodo"]]
    assert engine.asked == []


def test_one_foreign_word_with_a_letter_wrong_is_made_whole() -> None:
    source = "They left Świdnica."
    assert damaged(
        Shy(WORDS, shy=()), (source, draft(source, "Deixaram Swidnica.", "Świdnica=Swidnica"))
    ) == [["Świdnica"]]
    assert damaged(
        Shy(WORDS, shy=()), (source, draft(source, "Deixaram Schweidnitz.", "Świdnica=Schweidnitz"))
    ) == [[]]


def test_the_word_for_a_thing_may_be_translated_beside_its_name() -> None:
    source = "He left Harvard University."
    made = draft(
        source, "Ele deixou a Universidade de Harvard.", "Harvard=Harvard", "University=Universidade"
    )
    assert damaged(Shy(WORDS, shy=("Harvard University",)), (source, made)) == [[]]


def test_a_place_whose_kind_alone_was_translated_has_its_name_already() -> None:
    engine = Shy({"hospital": "hospital", "regional": "regional"}, shy=("Balkh Regional Hospital",))
    made = draft("She works at Balkh Regional Hospital.", "Ela trabalha no Hospital Regional Balkh.")
    assert damaged(engine, ("She works at Balkh Regional Hospital.", made)) == [[]]


def test_a_name_of_which_only_the_kind_was_kept_is_made_whole() -> None:
    engine = Shy({"ambassador": "embaixador"}, shy=("Ambassador Bridge",))
    made = draft("They closed Ambassador Bridge.", "Eles fecharam o Embaixador Bridge.")
    assert damaged(engine, ("They closed Ambassador Bridge.", made)) == [["Ambassador Bridge"]]


def test_a_body_that_says_in_common_words_what_it_is_has_a_translation() -> None:
    engine = Shy({"press": "imprensa", "office": "escritório"}, shy=("Press Office",))
    made = draft("They wrote to the Press Office.", "Eles escreveram para o Escritório de Imprensa.")
    assert damaged(engine, ("They wrote to the Press Office.", made)) == [[]]


def test_a_glossary_term_is_no_name_of_ours() -> None:
    source = "The White House sang."
    engine = Shy(WORDS, shy=("White House",))
    names = Names(Versions(engine, PAIR, grammar_for("pt")), PAIR)
    matches = matched("en,pt,kind\nWhite House,Casa Branca,organisation\n", source)
    assert names.damaged([Sighting(0, source, Draft("A Casa Branca cantou."), matches)]) == [()]
    assert engine.asked == []


def test_the_last_word_of_a_person_s_name_is_kept_alone_in_the_same_document_only() -> None:
    engine = Shy(WORDS, shy=("Kanye West", "Peter West"))
    first = ("Peter West sang.", Draft("Peter West cantou."))
    second = ("West fell.", Draft("Oeste caiu."))
    assert damaged(engine, first, second, documents=(0, 0)) == [[], ["West"]]
    assert damaged(engine, first, second, documents=(0, 1)) == [[], []]
    assert damaged(engine, first, ("In the West, Peter sang.", Draft("No Oeste, Peter cantou."))) == [[], []]


def test_the_rest_of_a_body_s_name_is_not_put_back_where_its_beginning_was_translated() -> None:
    words = {"food": "alimentos", "drug": "drogas", "administration": "administração"}
    engine = Shy(words, shy=("Drug Administration",))
    source = "They wrote to the Food and Drug Administration."
    made = draft(source, "They wrote to the alimentos and drogas administração.")
    assert damaged(engine, (source, made)) == [[]]


def test_behind_the_word_for_a_thing_stands_its_name() -> None:
    source, made = "The charity House to West sang.", Draft("A caridade casa ao oeste cantou.")
    engine = Shy(WORDS, shy=())
    assert damaged(engine, (source, made)) == [["House to West"]]


def test_a_short_form_is_no_word_with_of_behind_or_an_article_before_it() -> None:
    first = ("Peter West sang.", Draft("Peter West cantou."))
    engine = Shy(WORDS, shy=("Peter West",))
    assert damaged(engine, first, ("West of the town they sang.", Draft("A oeste cantaram."))) == [[], []]
    assert damaged(engine, first, ("They sang in the West.", Draft("Cantaram no oeste."))) == [[], []]
    assert damaged(engine, first, ("The fans of West sang.", Draft("Os fãs cantaram."))) == [[], ["West"]]


def test_a_name_that_is_kept_once_is_kept_all_through_a_document() -> None:
    engine = Shy(WORDS, shy=("met Corners House", "called Corners House", "about Corners House"))
    met = ("Nobody met Corners House.", Draft("Nobody met casa dos cantos."))
    opening = ("Corners House sang.", Draft("Cantos da casa cantaram."))
    assert damaged(engine, met, opening) == [["Corners House"]] * 2
    assert damaged(engine, met, opening, documents=(0, 1)) == [["Corners House"], []]


def test_a_name_that_came_through_as_often_as_not_is_kept_all_through_a_document() -> None:
    engine = Shy(WORDS, shy=())
    kept = ("Nobody met Corners House.", Draft("Ninguém conheceu Corners House."))
    lost = ("The Corners House sang.", Draft("A casa dos cantos cantou."))
    assert damaged(engine, kept, lost) == [[], ["Corners House"]]
    assert damaged(engine, kept, lost, lost) == [[], [], []]
    assert damaged(engine, kept, lost, documents=(0, 1)) == [[], []]


def test_a_single_word_inside_a_sentence_is_asked_about() -> None:
    engine = Shy({"target": "alvo", "heaven": "céu"}, shy=("Target",))
    hired = ("They were hired by Target.", Draft("They were hired by alvo."))
    fell = ("Stones fell from Heaven.", Draft("Stones fell from céu."))
    assert damaged(engine, hired, fell) == [["Target"], []]


def test_a_pronoun_with_a_capital_makes_a_title() -> None:
    engine = Shy({"march": "marcha", "lives": "vidas"}, shy=())
    pair = ("It was called by March for Our Lives.", Draft("It was called by marcha for Our vidas."))
    assert damaged(engine, pair) == [["March for Our Lives"]]
    assert len(engine.asked) == 0


def test_a_team_with_an_article_is_kept_where_the_engine_keeps_it_as_what_somebody_is_called() -> None:
    engine = Shy({"golden": "dourados", "foxes": "raposas"}, shy=("called Golden Foxes",))
    scored = ("The Golden Foxes scored.", Draft("Os raposas dourados scored."))
    sat = ("The Golden Foxes sat.", Draft("Os raposas dourados sat."))
    assert damaged(engine, scored) == [["Golden Foxes"]]
    assert damaged(engine, sat) == [[]]


def test_a_name_without_an_article_is_kept_where_the_engine_keeps_it_as_what_somebody_is_called() -> None:
    engine = Shy({"widow": "viúva", "support": "apoio"}, shy=("called Widow Support",))
    helped = ("Widow Support helped.", Draft("O apoio helped."))
    people = ("Widow Support people helped.", Draft("O apoio people helped."))
    assert damaged(engine, helped) == [["Widow Support"]]
    assert damaged(engine, people) == [[]]


class Stubborn(Lexicon):
    """Spells a name its own way in sentences over a length."""

    def __init__(self, name: str, own: str, *, longest: int) -> None:
        super().__init__({})
        self.spelled = (name, own)
        self.longest = longest

    def _draft(self, source: str) -> Draft:
        name, own = self.spelled
        return Draft(source.replace(name, own) if len(source) > self.longest else source)


@pytest.mark.parametrize(("longest", "found"), [(0, []), (60, ["Addis Ababa"])])
def test_a_place_that_is_always_spelled_otherwise_has_a_name_of_its_own_in_the_target(
    longest: int, found: list[str]
) -> None:
    engine = Stubborn("Addis Ababa", "Addis Abeba", longest=longest)
    source, target = "They met in Addis Ababa.", "Eles se reuniram em Addis Abeba."
    made = draft(source, target, "Addis=Addis", "Ababa=Abeba")
    assert damaged(engine, (source, made)) == [found]


def test_doctors_without_borders_have_a_name_in_every_language() -> None:
    engine = Shy(WORDS, shy=("Doctors Without Borders",))
    pair = ("Doctors Without Borders sang.", Draft("Médicos Sem Fronteiras cantou."))
    assert damaged(
        engine, pair, ("They met Doctors Without Borders.", Draft("Doctors Without Borders."))
    ) == [
        [],
        [],
    ]


def test_people_who_have_joined_for_something_have_a_name_but_not_those_of_a_country() -> None:
    words = {"farmers": "agricultores", "for": "para", "change": "mudança", "germany": "Alemanha"}
    engine = Shy(words, shy=())
    joined = ("Farmers for Change sang.", Draft("Agricultores para a Mudança cantou."))
    country = ("Farmers for Germany sang.", Draft("Agricultores para a Alemanha cantaram."))
    assert damaged(engine, joined, country) == [["Farmers for Change"], []]


def test_what_the_world_publishes_and_what_has_a_usual_name_is_none() -> None:
    engine = Shy(
        {"economic": "econômica", "outlook": "perspectiva", "road": "rota"},
        shy=("World Economic Outlook", "Silk Road"),
    )
    outlook = ("They read World Economic Outlook.", Draft("Eles leram Perspectiva Econômica Mundial."))
    road = ("They went along Silk Road.", Draft("Eles foram pela Rota da Seda."))
    assert damaged(engine, outlook, road) == [[], []]


def test_the_beginning_of_a_body_s_name_that_was_translated_is_none() -> None:
    engine = Shy(WORDS, shy=("National Oceanic",))
    source = "The National Oceanic and Atmospheric Administration sang."
    assert damaged(engine, (source, Draft("A Administração Oceânica e Atmosférica Nacional cantou."))) == [[]]


def test_an_initial_is_no_short_form() -> None:
    engine = Shy(WORDS, shy=())
    first = ("James S sang.", Draft("James S cantou."))
    second = ("He left the U.S. then.", Draft("Ele deixou os EUA então."))
    assert damaged(engine, first, second, documents=(0, 0)) == [[], []]


def test_no_sentences_have_no_names() -> None:
    assert damaged(Shy(WORDS, shy=())) == []


@pytest.mark.model
def test_real_names_are_told_from_bodies_with_a_name_in_every_language(argos: ArgosEngine) -> None:
    pairs = [
        (
            "Kanye West released an album.",
            draft(
                "Kanye West released an album.",
                "Kanye Ocidente lançou um álbum.",
                "Kanye=Kanye",
                "West=Ocidente",
            ),
        ),
        (
            "The White House declined.",
            draft("The White House declined.", "A Casa Branca recusou.", "White House=Casa Branca"),
        ),
        (
            "The European Union agreed.",
            draft(
                "The European Union agreed.", "A União Europeia concordou.", "European Union=União Europeia"
            ),
        ),
    ]
    assert damaged(argos, *pairs) == [["Kanye West"], [], []]
