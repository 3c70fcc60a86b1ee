"""Which form of a term a place needs."""

from __future__ import annotations

import pytest

from localize.glossary.repair.grammar import Features
from localize.glossary.repair.wording import features_for, form_for
from tests.glossary.drafts import grammar, matched

NOTHING = Features()
MS, FS, MP, FP = Features(False, False), Features(True, False), Features(False, True), Features(True, True)


def features(csv: str, source: str, before: Features = NOTHING, asked: Features = NOTHING) -> Features:
    (match,) = matched(csv, source)
    return features_for(match, before, asked, grammar())


def form(csv: str, source: str, wanted: Features) -> str:
    (match,) = matched(csv, source)
    return form_for(match, wanted, grammar())


@pytest.mark.parametrize(
    ("csv", "source", "before", "asked", "told"),
    [
        # number: the entry's, else the source's, else the draft's
        ("en,pt,number:pt\ntroop,tropas,pl\n", "A troop.", MS, NOTHING, FP),
        ("en,pt\nmissile,míssil\n", "Two missiles.", NOTHING, NOTHING, Features(None, True)),
        ("en,pt\nmissile,míssil\n", "A missile.", NOTHING, NOTHING, Features(None, False)),
        ("en,pt\naid,ajuda\n", "The aid.", MP, NOTHING, FP),
        (
            "en,pt,variants:en\nGovernor-General,governador-geral,Governors-General\n",
            "The Governors-General.",
            NOTHING,
            MS,
            MP,
        ),
        (
            "en,pt,variants:en\nvote of no confidence,voto de desconfiança,no-confidence vote\n",
            "A no-confidence vote.",
            NOTHING,
            MS,
            MS,
        ),
        # a plural entry and a name have a number of their own
        ("en,pt\npolls,pesquisas\n", "The polls.", MS, FP, FP),
        ("en,pt,kind\nHouse,Câmara,organisation\n", "The House.", MP, FS, FS),
        ("en,pt\ncrisis,crise\n", "The crises.", NOTHING, FS, FP),
        ("en,pt,kind\nNGO,ONG,acronym\n", "Two NGOs.", NOTHING, FS, FP),
        ("en,pt,kind\nOAS,OEA,acronym\n", "The OAS.", NOTHING, FS, FS),
        ("en,pt,gender:pt\nMember State,Estado-membro,m\n", "The Member States.", NOTHING, NOTHING, MP),
        (
            "en,pt,variants:en\nmember state,Estado-membro,member country|member countries\n",
            "The member countries.",
            NOTHING,
            MS,
            MP,
        ),
        ("en,pt\nNetherlands,Países Baixos\n", "The Netherlands.", NOTHING, MP, MP),
        ("en,pt\nvirus,vírus\n", "Two viruses.", NOTHING, MS, MP),
        # gender: the entry's, else the bearer's for people, else the engine's, else the ending's
        ("en,pt,gender:pt\nbill,proposta,f\n", "A bill.", MS, MS, FS),
        ("en,pt,kind\njudge,juiz,title\n", "A judge.", FS, MS, FS),
        ("en,pt,kind\njudge,juiz,title\n", "A judge.", NOTHING, FS, Features(None, False)),
        ("en,pt,gender:pt\nhost,anfitrião,mf\n", "A host.", FP, MS, FP),
        ("en,pt\nbridge,ponte\n", "A bridge.", MS, FS, FS),
        ("en,pt\nelection,eleição\n", "An election.", MS, NOTHING, FS),
        ("en,pt\nbridge,ponte\n", "A bridge.", MS, NOTHING, Features(None, False)),
    ],
)
def test_gender_and_number_come_from_whoever_knows_best(
    csv: str, source: str, before: Features, asked: Features, told: Features
) -> None:
    assert features(csv, source, before, asked) == told


@pytest.mark.parametrize(
    ("csv", "source", "wanted", "written"),
    [
        ("en,pt\nmissile,míssil\n", "A missile.", MS, "míssil"),
        ("en,pt\nmissile,míssil\n", "Two missiles.", MP, "mísseis"),
        (
            "en,pt\nweapon of mass destruction,arma de destruição em massa\n",
            "Weapons of mass destruction.",
            FP,
            "armas de destruição em massa",
        ),
        # people have feminines, things do not
        ("en,pt,kind\njudge,juiz,title\n", "A judge.", FS, "juíza"),
        ("en,pt,kind\njudge,juiz,title\n", "The judges.", FP, "juízas"),
        ("en,pt\nmissile,míssil\n", "A missile.", FS, "míssil"),
        ("en,pt,kind,gender:pt\nmidwife,parteira,title,f\n", "A midwife.", FS, "parteira"),
        # what the entry lists goes before what grammar makes
        ("en,pt,forms:pt\nspokesman,porta-voz,porta-vozes\n", "Spokesmen.", MP, "porta-vozes"),
        ("en,pt,forms:pt\nmidfielder,médio,médios-centro\n", "Midfielders.", MP, "médios-centro"),
        (
            "en,pt,kind,forms:pt\nchair,presidente,title,presidenta|presidentes|presidentas\n",
            "The chairs.",
            MP,
            "presidentes",
        ),
        # names, plural entries and what is not translated stay as they are written
        ("en,pt,kind\nHouse,Câmara,organisation\n", "Two Houses.", FP, "Câmara"),
        ("en,pt\npolls,pesquisas\n", "The polls.", FP, "pesquisas"),
        ("en,pt,number:pt\ntroop,tropas,pl\n", "The troops.", FP, "tropas"),
        ("en,kind\nboeing,do-not-translate\n", "A boeing.", MP, "boeing"),
        ("en,pt\ncrisis,crise\n", "The crises.", FP, "crises"),
        ("en,pt,kind\nNGO,ONG,acronym\n", "Two NGOs.", FP, "ONGs"),
        ("en,pt,kind\nOAS,OEA,acronym\n", "The OAS.", FS, "OEA"),
    ],
)
def test_the_form_has_the_features_that_are_wanted(
    csv: str, source: str, wanted: Features, written: str
) -> None:
    assert form(csv, source, wanted) == written


@pytest.mark.parametrize(
    ("source", "plural"),
    [
        ("They blamed climate change for it.", False),
        ("Climate change is to blame.", False),
        ("They spoke of climate change.", False),
        ("Every climate change in history.", True),
        ("Climate change conferences are held often.", True),
        ("Climate change and war are to blame.", True),
        ("The climate change's costs.", True),
    ],
)
def test_one_thing_stays_one_though_the_draft_has_a_word_in_the_plural(source: str, *, plural: bool) -> None:
    (match,) = matched("en,pt,gender:pt\nclimate change,crise climática,f\n", source)
    assert features_for(match, FP, NOTHING, grammar(), source=source) == Features(True, plural)
