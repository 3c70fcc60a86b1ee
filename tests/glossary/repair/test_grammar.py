"""What the grammars of four languages know: plurals, feminines, determiners, agreement."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.glossary.repair.grammar import Determiner, Features, Grammar, grammar_for

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "es", "fr", "it", "pt")
MS, FS, MP, FP = Features(False, False), Features(True, False), Features(False, True), Features(True, True)
CELLS = (MS, FS, MP, FP)
WORDS = st.text(st.characters(categories=["L", "Nd"], include_characters="-'’ "), max_size=24)

PLURALS = {
    "en": """
        war crime > war crimes; interest rate > interest rates; policy > policies; day > days; woman > women;
        human > humans; German > Germans; spokesman > spokesmen; bus > buses; hostage crisis > hostage crises;
        arms embargo > arms embargoes; leaf > leaves; wife > wives; aircraft > aircraft; social media > social media; NGO > NGOs;
        Head of State > Heads of State; vote of no confidence > votes of no confidence; prime minister > prime ministers
        peace talks > peace talks; armed forces > armed forces; sanctions > sanctions; human rights > human rights
        lens > lenses; process > processes; gas > gases; census > censuses; expense > expenses
    """,
    "pt": """
        cidadão > cidadãos; capitão > capitães; míssil > mísseis; nuclear > nucleares; país > países
        juiz > juízes; raiz > raízes; irmão > irmãos; mão > mãos; pão > pães; cão > cães; alemão > alemães
        eleição > eleições; região > regiões; avião > aviões; leão > leões; órgão > órgãos; órfão > órfãos
        bênção > bênçãos; cristão > cristãos; afegão > afegãos; grão > grãos; chão > chãos; escrivão > escrivães
        guardião > guardiões; vulcão > vulcões; campeão > campeões; acórdão > acórdãos; cirurgião > cirurgiões
        cidadã > cidadãs; manhã > manhãs; hotel > hotéis; papel > papéis; coronel > coronéis; túnel > túneis
        nível > níveis; possível > possíveis; réptil > répteis; projétil > projéteis; civil > civis; fuzil > fuzis
        perfil > perfis; lençol > lençóis; farol > faróis; sol > sóis; gol > gols; azul > azuis; canal > canais
        tribunal > tribunais; general > generais; mal > males; cônsul > cônsules; homem > homens; refém > reféns
        ordem > ordens; viagem > viagens; fim > fins; jardim > jardins; som > sons; comum > comuns; álbum > álbuns
        hífen > hifens; líder > líderes; mulher > mulheres; embaixador > embaixadores; cor > cores; dólar > dólares
        caráter > caracteres; júnior > juniores; voz > vozes; cruz > cruzes; rapaz > rapazes; francês > franceses
        mês > meses; gás > gases; lápis > lápis; ônibus > ônibus; vírus > vírus; crise > crises; tórax > tórax
        chefe > chefes; ministra > ministras; rei > reis; lei > leis; herói > heróis; europeu > europeus
        chapéu > chapéus; mãe > mães; avó > avós; avô > avôs; café > cafés; táxi > táxis; réu > réus; céu > céus
        degrau > degraus; pneu > pneus; chip > chips; iceberg > icebergs; drone > drones; Filho > Filhos
        porta-voz > porta-vozes; secretário-geral > secretários-gerais; guarda-costas > guarda-costas
        guarda-chuva > guarda-chuvas; guarda costeira > guardas costeiras; porta giratória > portas giratórias
        primeiro-ministro > primeiros-ministros; vice-presidente > vice-presidentes; ex-presidente > ex-presidentes
        cessar-fogo > cessar-fogos; procurador-geral > procuradores-gerais; tenente-coronel > tenentes-coronéis
        decreto-lei > decretos-leis; arranha-céu > arranha-céus; porta-aviões > porta-aviões; sem-teto > sem-teto
        carro-bomba > carros-bomba; palavra-chave > palavras-chave; célula-tronco > células-tronco
        norte-americano > norte-americanos; sul-coreano > sul-coreanos; abaixo-assinado > abaixo-assinados
        recém-nascido > recém-nascidos; força-tarefa > forças-tarefa; Estado-membro > Estados-membros
        chefe de gabinete > chefes de gabinete; ministro da Defesa > ministros da Defesa
        arma de destruição em massa > armas de destruição em massa; prisão perpétua > prisões perpétuas
        crime contra a humanidade > crimes contra a humanidade; míssil balístico > mísseis balísticos
        veículo aéreo não tripulado > veículos aéreos não tripulados; caixa d'água > caixas d'água; CEO > CEOs; ONG > ONGs
    """,
    "es": """
        casa > casas; café > cafés; sofá > sofás; menú > menús; israelí > israelíes; iraní > iraníes; ley > leyes
        rey > reyes; juez > jueces; voz > voces; luz > luces; portavoz > portavoces; nación > naciones
        misión > misiones; avión > aviones; misil > misiles; tribunal > tribunales; líder > líderes; país > países
        mes > meses; interés > intereses; francés > franceses; autobús > autobuses; gas > gases; dios > dioses
        compás > compases; crisis > crisis; tesis > tesis; análisis > análisis; virus > virus; lunes > lunes
        capitán > capitanes; alemán > alemanes; rehén > rehenes; jardín > jardines; común > comunes
        joven > jóvenes; orden > órdenes; imagen > imágenes; crimen > crímenes; examen > exámenes
        origen > orígenes; margen > márgenes; régimen > regímenes; volumen > volúmenes; dictamen > dictámenes
        tren > trenes; bien > bienes; carácter > caracteres; cáncer > cánceres; dólar > dólares; mujer > mujeres
        embajador > embajadores; árbol > árboles; cárcel > cárceles; túnel > túneles; reloj > relojes
        club > clubes; álbum > álbumes; récord > récords; déficit > déficits; robot > robots; fax > faxes
        lobby > lobbies; hombre > hombres; afgano > afganos; talibán > talibanes; yihadista > yihadistas
        primer ministro > primeros ministros; gran potencia > grandes potencias; buen oficio > buenos oficios
        secretario general > secretarios generales; fiscal general > fiscales generales; ex presidente > ex presidentes
        ministro de Defensa > ministros de Defensa; alto el fuego > altos el fuego; guerra civil > guerras civiles
        jefe de Gabinete > jefes de Gabinete; arma nuclear > armas nucleares; guarda forestal > guardas forestales
        coche bomba > coches bomba; portaaviones > portaaviones; guardacostas > guardacostas; ONG > ONG
    """,
    "fr": """
        maison > maisons; président > présidents; pays > pays; voix > voix; nez > nez; prix > prix; élu > élus
        général > généraux; tribunal > tribunaux; journal > journaux; hôpital > hôpitaux; régional > régionaux
        national > nationaux; global > globaux; verbal > verbaux; tribal > tribaux; cheval > chevaux; mal > maux
        bal > bals; carnaval > carnavals; festival > festivals; récital > récitals; naval > navals; fatal > fatals
        final > finals; natal > natals; banal > banals; chacal > chacals; travail > travaux; bail > baux
        corail > coraux; vitrail > vitraux; émail > émaux; détail > détails; rail > rails; email > emails
        bureau > bureaux; drapeau > drapeaux; eau > eaux; noyau > noyaux; landau > landaus; feu > feux; lieu > lieux
        pneu > pneus; bleu > bleus; enjeu > enjeux; bijou > bijoux; trou > trous; œil > yeux; ciel > cieux
        monsieur > messieurs; madame > mesdames; nouveau > nouveaux; beau > beaux; Égyptien > Égyptiens
        premier ministre > premiers ministres; secrétaire général > secrétaires généraux; avocat général > avocats généraux
        vice-président > vice-présidents; ex-président > ex-présidents; haut-commissaire > hauts-commissaires
        porte-parole > porte-parole; porte-avions > porte-avions; porte d'entrée > portes d'entrée
        garde-côte > garde-côtes; garde forestier > gardes forestiers; cessez-le-feu > cessez-le-feu
        arc-en-ciel > arcs-en-ciel; non-lieu > non-lieux; sous-marin > sous-marins; sous-préfet > sous-préfets
        sans-abri > sans-abri; demi-frère > demi-frères; timbre-poste > timbres-poste; grand-mère > grands-mères
        franco-allemand > franco-allemands; sud-coréen > sud-coréens; nord-américain > nord-américains
        chef d'État > chefs d'État; coup d’État > coups d’État; projet d'accord commercial > projets d'accord commercial
        projet de loi > projets de loi; ministre des Affaires étrangères > ministres des Affaires étrangères
        missile balistique > missiles balistiques; arme de destruction massive > armes de destruction massive; ONG > ONG
    """,
    "it": """
        casa > case; problema > problemi; programma > programmi; sistema > sistemi; tema > temi; clima > climi
        diploma > diplomi; fantasma > fantasmi; giornalista > giornalisti; terrorista > terroristi; lista > liste
        pista > piste; intervista > interviste; rivista > riviste; banca > banche; bottega > botteghe
        collega > colleghi; monarca > monarchi; duca > duchi; poeta > poeti; pilota > piloti; atleta > atleti
        astronauta > astronauti; papa > papi; provincia > province; camicia > camicie; farmacia > farmacie
        strategia > strategie; energia > energie; spiaggia > spiagge; allergia > allergie; ciliegia > ciliegie
        faccia > facce; bugia > bugie; arma > armi; ala > ali; norma > norme; riforma > riforme; vittima > vittime
        fiamma > fiamme; mano > mani; uomo > uomini; dio > dei; moglie > mogli; serie > serie; specie > specie
        crisi > crisi; re > re; città > città; virtù > virtù; caffè > caffè; virus > virus; leader > leader
        auto > auto; foto > foto; radio > radio; euro > euro; amico > amici; nemico > nemici; politico > politici
        medico > medici; critico > critici; greco > greci; pubblico > pubblici; tecnico > tecnici; storico > storici
        romantico > romantici; antico > antichi; incarico > incarichi; sindaco > sindaci; austriaco > austriaci
        farmaco > farmaci; tedesco > tedeschi; turco > turchi; banco > banchi; fuoco > fuochi; luogo > luoghi
        lago > laghi; dialogo > dialoghi; catalogo > cataloghi; psicologo > psicologi; archeologo > archeologi
        studio > studi; zio > zii; rinvio > rinvii; esercizio > esercizi; figlio > figli; tempio > templi; uovo > uova
        belga > belgi; legge > leggi; giudice > giudici; direttore > direttori; elezione > elezioni; porta > porte
        banca centrale > banche centrali; arma nucleare > armi nucleari; uomo politico > uomini politici
        missile balistico > missili balistici; guerra civile > guerre civili; vice presidente > vice presidenti
        primo ministro > primi ministri; segretario generale > segretari generali; ex presidente > ex presidenti
        ministro degli Esteri > ministri degli Esteri; capo di Stato > capi di Stato; capo dello Stato > capi dello Stato
        portavoce > portavoce; Stato membro > Stati membri; cessate il fuoco > cessate il fuoco; autorità > autorità
        mandato d'arresto > mandati d'arresto; carro armato > carri armati; franco-tedesco > franco-tedeschi; ONG > ONG
    """,
}

FEMININES = {
    "pt": """
        presidente > presidente; cidadão > cidadã; capitão > capitã; irmão > irmã; campeão > campeã; alemão > alemã
        cirurgião > cirurgiã; juiz > juíza; senador > senadora; deputado > deputada; ministro > ministra
        embaixador > embaixadora; professor > professora; cantor > cantora; senhor > senhora; ator > atriz
        imperador > imperatriz; rei > rainha; príncipe > princesa; duque > duquesa; conde > condessa; barão > baronesa
        leão > leoa; patrão > patroa; sultão > sultana; europeu > europeia; judeu > judia; réu > ré; herói > heroína
        francês > francesa; espanhol > espanhola; jornalista > jornalista; agente > agente; líder > líder
        soldado > soldado; general > general; superior > superior; mau > má; bom > boa; poeta > poeta; chefe > chefe
        primeiro-ministro > primeira-ministra; secretário-geral > secretária-geral; porta-voz > porta-voz
        procurador-geral > procuradora-geral; vice-presidente > vice-presidente; ex-ministro > ex-ministra
        chefe de gabinete > chefe de gabinete; ministro da Defesa > ministra da Defesa; presidente eleito > presidente eleita
        norte-americano > norte-americana
    """,
    "es": """
        ministro > ministra; primer ministro > primera ministra; presidente > presidenta; juez > jueza; rey > reina
        vicepresidente > vicepresidenta; príncipe > princesa; duque > duquesa; conde > condesa; barón > baronesa
        senador > senadora; embajador > embajadora; director > directora; doctor > doctora; profesor > profesora
        señor > señora; portavoz > portavoz; periodista > periodista; líder > líder; jefe > jefa; alcalde > alcaldesa
        diputado > diputada; canciller > canciller; capitán > capitana; alemán > alemana; inglés > inglesa
        español > española; campeón > campeona; bailarín > bailarina; emperador > emperatriz; actor > actriz
        héroe > heroína; general > general; estudiante > estudiante; soldado > soldado; testigo > testigo
        menor > menor; concejal > concejala; comisario > comisaria; joven > joven; fiscal general > fiscal general
        secretario general > secretaria general; senador electo > senadora electa; ministro del Interior > ministra del Interior
    """,
    "fr": """
        président > présidente; ministre > ministre; premier ministre > première ministre; député > députée; élu > élue
        vice-président > vice-présidente; porte-parole > porte-parole; sénateur > sénatrice; directeur > directrice
        ambassadeur > ambassadrice; acteur > actrice; auteur > autrice; gouverneur > gouverneure
        procureur > procureure; professeur > professeure; ingénieur > ingénieure; successeur > successeure
        docteur > docteure; chercheur > chercheuse; joueur > joueuse; chanteur > chanteuse; rapporteur > rapporteuse
        chef > cheffe; chef de cabinet > cheffe de cabinet; veuf > veuve; actif > active; juge > juge; maire > maire
        roi > reine; prince > princesse; empereur > impératrice; duc > duchesse; comte > comtesse
        chancelier > chancelière; conseiller > conseillère; policier > policière; avocat général > avocate générale
        secrétaire général > secrétaire générale; Allemand > Allemande; Français > Française; citoyen > citoyenne
        européen > européenne; musicien > musicienne; actuel > actuelle; patron > patronne; grec > grecque
        turc > turque; public > publique; blanc > blanche; heureux > heureuse; commandant > commandante
        candidat > candidate; soldat > soldate; héros > héroïne; nouveau > nouvelle; cadet > cadette
        préfet > préfète; témoin > témoin; médecin > médecin; otage > otage; haut-commissaire > haute-commissaire
    """,
    "it": """
        ministro > ministra; primo ministro > prima ministra; presidente > presidente; direttore > direttrice
        senatore > senatrice; ambasciatore > ambasciatrice; attore > attrice; dottore > dottoressa
        professore > professoressa; studente > studentessa; avvocato > avvocata; deputato > deputata
        sindaco > sindaca; re > regina; principe > principessa; duca > duchessa; conte > contessa
        barone > baronessa; infermiere > infermiera; cancelliere > cancelliera; consigliere > consigliera
        assessore > assessora; giudice > giudice; giornalista > giornalista; portavoce > portavoce; leader > leader
        generale > generale; campione > campionessa; eroe > eroina; capo > capo; tedesco > tedesca; inglese > inglese
        segretario generale > segretaria generale; procuratore generale > procuratrice generale
        presidente eletto > presidente eletta; ministro degli Esteri > ministra degli Esteri
    """,
}

FEMININE_PLURALS = {
    "pt": "secretário-geral > secretárias-gerais; cidadão > cidadãs; juiz > juízas; embaixador > embaixadoras",
    "es": "juez > juezas; embajador > embajadoras; francés > francesas; capitán > capitanas",
    "fr": "sénateur > sénatrices; député > députées; secrétaire général > secrétaires générales",
    "it": "direttore > direttrici; ministro > ministre; giornalista > giornaliste; collega > colleghe; atleta > atlete",
}

FEMININE_HEADS = {
    "pt": """eleição questão gestão razão rebelião região união opinião prisão multidão televisão universidade viagem
        liberdade crise análise cor ditadura""",
    "es": "unión región cuestión rebelión nación razón ciudad libertad crisis frontera ministra",
    "fr": "région union opinion prison nation société liberté page rébellion actrice",
    "it": "unione regione questione elezione città libertà guerra direttrice ribellione",
}
MASCULINE_HEADS = {
    "pt": "governo ministério movimento terrorismo coração governador ministros",
    "es": "gobierno ejército tratado mensaje movimiento terrorismo gobernador",
    "fr": "gouvernement bureau moteur terrorisme message processeur bataillon",
    "it": "governo movimento terrorismo dottore armamento",
}
UNTOLD_HEADS = {
    "pt": "mão problema sistema jornalista avião dia planeta foto tribo capital ONG porta-voz guarda-chuva",
    "es": "mano problema sistema periodista día planeta foto central señal análisis ONG",
    "fr": "comité traité député stade enfant silence valeur ONU porte-parole",
    "it": "mano problema giornalista giudice codice foto poeta capitale centrale ONU",
}


def grammar(language: str) -> Grammar:
    found = grammar_for(language)
    assert found is not None
    return found


def table(text: str) -> Iterator[tuple[str, str]]:
    for item in re.split(r"[;\n]", text):
        if item.strip():
            before, after = item.split(" > ")
            yield before.strip(), after.strip()


def cases(tables: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(language, *row) for language, text in tables.items() for row in table(text)]


@pytest.mark.parametrize(("language", "word", "plural"), cases(PLURALS))
def test_a_term_has_the_plural_that_a_school_grammar_gives(language: str, word: str, plural: str) -> None:
    assert grammar(language).inflect(word, plural=True) == plural


@pytest.mark.parametrize(("language", "word", "feminine"), cases(FEMININES))
def test_a_title_has_the_feminine_that_newspapers_write(language: str, word: str, feminine: str) -> None:
    assert grammar(language).inflect(word, feminine=True) == feminine


@pytest.mark.parametrize(("language", "word", "both"), cases(FEMININE_PLURALS))
def test_a_title_has_a_feminine_plural(language: str, word: str, both: str) -> None:
    assert grammar(language).inflect(word, plural=True, feminine=True) == both


def heads(tables: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, head) for language, words in tables.items() for head in words.split()]


@pytest.mark.parametrize(("language", "head"), heads(FEMININE_HEADS))
def test_an_ending_that_is_always_feminine_says_so(language: str, head: str) -> None:
    assert grammar(language).guess(head) == Features(feminine=True)


@pytest.mark.parametrize(("language", "head"), heads(MASCULINE_HEADS))
def test_an_ending_that_is_always_masculine_says_so(language: str, head: str) -> None:
    assert grammar(language).guess(head) == Features(feminine=False)


@pytest.mark.parametrize(("language", "head"), heads(UNTOLD_HEADS))
def test_an_ending_that_may_deceive_says_nothing(language: str, head: str) -> None:
    assert grammar(language).guess(head) == Features()


def test_the_head_of_a_phrase_tells_its_gender_and_prefixes_are_no_heads() -> None:
    assert grammar("pt").guess("região autônoma") == Features(feminine=True)
    assert grammar("pt").guess("vice-ministro da Defesa") == Features(feminine=False)
    assert grammar("es").guess("ex ministra") == Features(feminine=True)


DETERMINERS = [
    # language, determiner as it stands, features wanted, word that comes next, determiner wanted
    ("pt", "o", FS, "corte", "a"), ("pt", "da", MS, "tribunal", "do"), ("pt", "pelo", FS, "corte", "pela"),
    ("pt", "pelos", FP, "tropas", "pelas"), ("pt", "à", MS, "conselho", "ao"), ("pt", "nas", MP, "países", "nos"),
    ("pt", "numa", MS, "tribunal", "num"), ("pt", "deste", FP, "leis", "destas"), ("pt", "sua", MP, "chefes", "seus"),
    ("pt", "Qualquer", MP, "casos", "quaisquer"), ("pt", "três", FP, "leis", "três"), ("pt", "mau", FS, "fase", "má"),
    ("es", "el", FS, "corte", "la"), ("es", "del", FS, "corte", "de la"), ("es", "de la", MS, "tribunal", "del"),
    ("es", "a la", MS, "consejo", "al"), ("es", "al", FP, "tropas", "a las"), ("es", "la", FS, "arma nuclear", "el"),
    ("es", "del", FP, "armas", "de las"), ("es", "de la", FS, "área", "del"), ("es", "una", FS, "águila", "un"),
    ("es", "primer", FS, "ley", "primera"), ("es", "su", MP, "jefes", "sus"), ("es", "cuatro", FP, "leyes", "cuatro"),
    ("fr", "le", FS, "cour", "la"), ("fr", "la", MS, "tribunal", "le"), ("fr", "la", MS, "accord", "l'"),
    ("fr", "l'", FS, "cour", "la"), ("fr", "L’", MS, "traité", "le"), ("fr", "du", FS, "cour", "de la"),
    ("fr", "de la", MS, "tribunal", "du"), ("fr", "de l'", MS, "tribunal", "du"), ("fr", "du", FS, "OTAN", "de l'"),
    ("fr", "au", FS, "ONU", "à l'"), ("fr", "à la", MP, "rebelles", "aux"), ("fr", "ce", MS, "accord", "cet"),
    ("fr", "sa", FS, "alliance", "son"), ("fr", "la", FS, "Haute Autorité", "la"), ("fr", "l'", FS, "hausse", "la"),
    ("fr", "le", MS, "hôpital", "l'"), ("fr", "le", MS, "héros", "le"), ("fr", "du", MS, "harcèlement", "du"),
    ("fr", "de", MS, "onze", None), ("fr", "le", MS, "Yémen", "le"), ("fr", "nouvelle", MS, "accord", "nouvel"),
    ("fr", "vieille", MS, "ami", "vieil"), ("fr", "deux", FP, "lois", "deux"), ("fr", "la", MS, "onzième", "le"),
    ("it", "il", FS, "corte", "la"), ("it", "il", MS, "accordo", "l'"), ("it", "la", MS, "stato", "lo"),
    ("it", "della", MS, "esercito", "dell'"), ("it", "della", MS, "stato", "dello"), ("it", "dell'", FS, "legge", "della"),
    ("it", "dell’", MS, "governo", "del"), ("it", "dei", MP, "Stati Uniti", "degli"), ("it", "al", MP, "esperti", "agli"),
    ("it", "sul", MS, "zar", "sullo"), ("it", "nel", FS, "Unione europea", "nell'"), ("it", "un", FS, "arma", "un'"),
    ("it", "una", MS, "psicologo", "uno"), ("it", "un'", MS, "accordo", "un"), ("it", "quel", MS, "schema", "quello"),
    ("it", "quei", MP, "amici", "quegli"), ("it", "il", MS, "iugoslavo", "lo"), ("it", "la", MS, "shock", "lo"),
    ("it", "lo", MS, "segretario", "il"), ("it", "tre", FP, "leggi", "tre"), ("it", "dal", MS, "gnomo", "dallo"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "wanted", "following", "new"), DETERMINERS)
def test_a_determiner_takes_the_form_of_another_noun(
    language: str, old: str, wanted: Features, following: str, new: str | None
) -> None:
    determiner = grammar(language).determiner(old)
    assert (determiner and grammar(language).form(determiner, wanted, following)) == new


@pytest.mark.parametrize(
    ("language", "word", "following", "told"),
    [
        ("pt", "da", "Corte", FS),
        ("pt", "aos", "ministros", MP),
        ("pt", "grandes", "potências", Features(plural=True)),
        ("pt", "dois", "ministros", Features(feminine=False)),
        ("es", "el", "tribunal", MS),
        ("es", "el", "arma", Features(plural=False)),
        ("es", "La", "Corte", FS),
        ("fr", "l’", "alliance", Features(plural=False)),
        ("fr", "les", "alliances", Features(plural=True)),
        ("fr", "son", "chef", MS),
        ("fr", "son", "alliance", Features(plural=False)),
        ("fr", "cet", "accord", MS),
        ("it", "dell'", "esercito", Features(plural=False)),
        ("it", "gli", "esperti", MP),
        ("it", "un'", "arma", FS),
    ],
)
def test_a_determiner_tells_gender_and_number_where_its_forms_differ(
    language: str, word: str, following: str, told: Features
) -> None:
    determiner = grammar(language).determiner(word)
    assert determiner is not None
    assert grammar(language).told(determiner, word, following) == told


@pytest.mark.parametrize(
    ("language", "preposition", "features", "following", "fused"),
    [
        ("pt", "", MS, "Brasil", "o"),
        ("pt", "de", MP, "EUA", "dos"),
        ("pt", "em", FS, "Ucrânia", "na"),
        ("pt", "por", FS, "Rússia", "pela"),
        ("pt", "a", FS, "China", "à"),
        ("es", "de", MS, "Reino Unido", "del"),
        ("fr", "de", MP, "États-Unis", "des"),
        ("fr", "à", MS, "Royaume-Uni", "au"),
        ("it", "in", MP, "Stati Uniti", "negli"),
        ("it", "di", MS, "Regno Unito", "del"),
    ],
)
def test_the_article_fuses_with_a_preposition(
    language: str, preposition: str, features: Features, following: str, fused: str
) -> None:
    article = grammar(language).article(preposition)
    assert article is not None
    assert grammar(language).form(article, features, following) == fused


def test_a_preposition_that_never_fuses_has_no_article() -> None:
    assert grammar("pt").article("sobre") is None
    assert grammar("es").article("en") is None


@pytest.mark.parametrize(
    ("language", "name", "takes"),
    [
        ("pt", "Brasil", True),
        ("pt", "Estados Unidos", True),
        ("pt", "Portugal", False),
        ("pt", "Haia", False),
        ("pt", "Lisboa", False),
        ("es", "Reino Unido", True),
        ("es", "Francia", False),
        ("fr", "Canada", True),
        ("fr", "France", False),
        ("it", "Stati Uniti", True),
        ("it", "Francia", False),
    ],
)
def test_an_article_is_put_in_only_before_places_that_always_have_one(
    language: str, name: str, *, takes: bool
) -> None:
    assert grammar(language).takes_article(name) == takes


ADJECTIVES = [
    ("pt", "eleita", MS, "eleito"), ("pt", "eleito", FP, "eleitas"), ("pt", "nacional", FP, "nacionais"),
    ("pt", "nucleares", MS, "nuclear"), ("pt", "responsável", FP, "responsáveis"), ("pt", "francês", FP, "francesas"),
    ("pt", "europeias", MS, "europeu"), ("pt", "cristã", MP, "cristãos"), ("pt", "conservadora", MS, "conservador"),
    ("pt", "socialista", MS, "socialista"), ("pt", "socialistas", FS, "socialista"), ("pt", "democrata", MP, "democratas"),
    ("pt", "indígena", MP, "indígenas"), ("pt", "civis", FS, "civil"), ("pt", "superior", FP, "superiores"),
    ("pt", "fortes", FS, "forte"), ("pt", "norte-americano", FS, "norte-americana"), ("pt", "simples", FP, "simples"),
    ("pt", "produtora", MP, "produtores"), ("pt", "jovem", FP, "jovens"), ("pt", "comuns", FS, "comum"),
    ("pt", "presas", MS, "preso"), ("pt", "surpresa", MP, "surpresos"), ("pt", "francesa", MS, "francês"),
    ("pt", "prevista", MS, "previsto"), ("pt", "ativistas", MS, "ativista"), ("pt", "alemã", MP, "alemães"),
    ("pt", "judeu", FS, "judia"), ("pt", "gestão", FS, "gestão"), ("pt", "fáceis", FS, "fácil"), ("pt", "útil", FP, "úteis"),
    ("es", "elegida", MS, "elegido"), ("es", "nacionales", FS, "nacional"), ("es", "francés", FS, "francesa"),
    ("es", "alemana", MP, "alemanes"), ("es", "socialista", MP, "socialistas"), ("es", "españoles", FS, "española"),
    ("es", "israelí", FP, "israelíes"), ("es", "capaces", FS, "capaz"), ("es", "conservador", FS, "conservadora"),
    ("fr", "européenne", MS, "européen"), ("fr", "national", FP, "nationales"), ("fr", "nationaux", FS, "nationale"),
    ("fr", "ukrainien", FS, "ukrainienne"), ("fr", "élu", FS, "élu"), ("fr", "économique", MP, "économiques"),
    ("fr", "publique", MS, "public"), ("fr", "allemande", MS, "allemand"), ("fr", "importants", FS, "importante"),
    ("fr", "française", MP, "français"), ("fr", "supérieur", FS, "supérieure"), ("fr", "financière", MS, "financier"),
    ("it", "italiana", MS, "italiano"), ("it", "politico", FP, "politiche"), ("it", "pubblica", MP, "pubblici"),
    ("it", "tedesca", MP, "tedeschi"), ("it", "straordinario", MP, "straordinari"), ("it", "nazionali", FS, "nazionale"),
    ("it", "socialista", MP, "socialisti"), ("it", "militari", FS, "militari"), ("it", "lunga", MP, "lunghi"),
    ("it", "superiore", FP, "superiori"), ("it", "francese", MP, "francesi"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "adjective", "features", "agreeing"), ADJECTIVES)
def test_an_adjective_agrees_or_stays_as_it_is(
    language: str, adjective: str, features: Features, agreeing: str
) -> None:
    assert grammar(language).agree(adjective, features) == agreeing


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("pt", "decidiu", "decidiram"),
        ("pt", "é", "são"),
        ("pt", "ela", "ele"),
        ("pt", "faz", "fazem"),
        ("pt", "anunciou", "anunciaram"),
        ("es", "anunció", "anunciaron"),
        ("es", "fue", "fueron"),
        ("fr", "décide", "décident"),
        ("fr", "est", "sont"),
        ("it", "decide", "decidono"),
        ("it", "ha", "hanno"),
    ],
)
def test_a_verb_may_follow_its_subject_into_the_other_number(language: str, one: str, other: str) -> None:
    assert grammar(language).conjugates(one, other)
    assert grammar(language).conjugates(other, one)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("pt", "decidiu", "declararam"),
        ("pt", "decidiu", "decidirá"),
        ("pt", "corte", "cortes"),
        ("es", "dijo", "dieron"),
        ("fr", "reste", "résident"),
        ("it", "dice", "dispongono"),
    ],
)
def test_other_verbs_and_nouns_are_not_taken_for_forms_of_one_verb(
    language: str, one: str, other: str
) -> None:
    assert not grammar(language).conjugates(one, other)


def test_forms_are_the_plural_and_for_people_the_feminines() -> None:
    assert grammar("pt").forms("míssil") == ("míssil", "mísseis")
    assert grammar("pt").forms("juiz", person=True) == ("juiz", "juízes", "juíza", "juízas")
    assert grammar("fr").forms("porte-parole", person=True) == ("porte-parole",)


def test_words_in_capitals_and_with_digits_are_not_inflected() -> None:
    assert grammar("es").inflect("ONG", plural=True) == "ONG"
    assert grammar("pt").inflect("acordo OTAN", plural=True) == "acordos OTAN"
    assert grammar("pt").inflect("ONG", feminine=True) == "ONG"
    assert grammar("pt").inflect("G20", plural=True) == "G20"
    assert grammar("pt").inflect("míssil S-400", plural=True) == "mísseis S-400"


def test_features_merge_what_is_known_with_what_is_told() -> None:
    assert Features(None, True).merge(Features(True, False)) == FP
    assert MS.merge(FP) == MS
    assert [cell.cell for cell in CELLS] == [0, 1, 2, 3]
    assert Features().cell == 0


def test_a_region_has_the_grammar_of_its_language_and_others_have_none() -> None:
    assert grammar_for("pt-BR") is not None
    assert grammar("pt-BR").language == "pt"
    assert grammar_for("de") is None
    assert grammar_for("../pt") is None


def raw(language: str) -> dict[str, dict[str, list[list[str]]]]:
    path = files("localize.glossary.repair") / "grammars" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_the_languages_with_a_grammar_are_those_tested_here() -> None:
    found = (files("localize.glossary.repair") / "grammars").iterdir()
    assert sorted(path.name.removesuffix(".toml") for path in found) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_has_the_shape_that_the_code_reads(language: str) -> None:
    data = raw(language)
    assert set(data) <= {
        "language",
        "acronym_plural",
        "derived",
        "head",
        "of",
        "titles",
        "vowel",
        "impure",
        "not_silent",
        "determiners",
        "paradigms",
        "verbs",
        "nouns",
        "names",
    }
    assert str(data["language"]) == language
    rows = [cells for determiner in determiners(language) for cells in determiner.cells.values()]
    assert {len(row) for row in [*rows, *data["paradigms"]["rows"], *data["nouns"]["adjectives"]]} == {4}
    pairs = [*data["paradigms"]["number_only"], *data["nouns"]["adjectives_number"], *data["verbs"]["pairs"]]
    assert {len(pair) for pair in pairs} == {2}
    assert all(isinstance(text, str) and text for row in [*rows, *pairs] for text in row)
    assert all(one != other for one, other in data["verbs"]["pairs"])
    assert {gender for _, gender in data["nouns"]["gender"]} <= {"m", "f", ""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_compiles_and_is_bounded(language: str) -> None:
    data = raw(language)
    tables = [data["nouns"].get(name, []) for name in ("plural", "plural_feminine", "feminine", "gender")]
    patterns = [pattern for rows in tables for pattern, _ in rows]
    patterns += [str(data[name]) for name in ("vowel", "impure") if name in data]
    for pattern in patterns:
        assert not re.search(r"(?<!\\)[*+]|\{\d+,\}", pattern), pattern
        assert re.compile(pattern).groups <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pattern_stands_twice(language: str) -> None:
    for name in ("plural", "feminine", "gender"):
        patterns = [pattern for pattern, _ in raw(language)["nouns"][name]]
        assert len(set(patterns)) == len(patterns)


def determiners(language: str) -> list[Determiner]:
    return list(grammar(language).determiners)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_belongs_to_two_determiners_but_where_a_language_has_homonyms(language: str) -> None:
    """``des`` is the article and its fusion; the first in the file wins."""
    homonyms = {"fr": {"des"}, "it": {"dei", "delle", "degli"}}
    seen: dict[str, int] = {}
    for index, determiner in enumerate(determiners(language)):
        for form in {form for cells in determiner.cells.values() for form in cells}:
            assert seen.setdefault(form, index) == index or form in homonyms.get(language, set()), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_determiner_tells_nothing_that_contradicts_the_cell_that_it_was_written_for(language: str) -> None:
    for determiner in determiners(language):
        for sound, cells in determiner.cells.items():
            for features, form in zip(CELLS, cells, strict=True):
                told = determiner.features(form, sound)
                assert told.feminine in {None, features.feminine}
                assert told.plural in {None, features.plural}


@given(st.sampled_from(LANGUAGES), WORDS, st.sampled_from(CELLS))
def test_agreement_is_reached_at_once(language: str, word: str, features: Features) -> None:
    once = grammar(language).agree(word, features)
    assert grammar(language).agree(once, features) == once


@given(st.sampled_from(LANGUAGES), WORDS, st.sampled_from(CELLS))
def test_inflection_never_fails_and_keeps_the_number_of_words(
    language: str, phrase: str, features: Features
) -> None:
    plural, feminine = bool(features.plural), bool(features.feminine)
    made = grammar(language).inflect(phrase, plural=plural, feminine=feminine)
    assert len(made.split()) == len(phrase.split())
    assert grammar(language).inflect(phrase) == phrase


@given(st.sampled_from(LANGUAGES), WORDS)
def test_a_lemma_is_always_among_its_own_forms(language: str, phrase: str) -> None:
    assert grammar(language).forms(phrase, person=True)[0] == phrase
    assert grammar(language).guess(phrase).plural is None


@pytest.mark.parametrize(
    ("language", "word", "singular"),
    [
        ("pt", "enviarão", "enviará"),
        ("pt", "enviaram", "enviou"),
        ("pt", "venderam", "vendeu"),
        ("pt", "abriram", "abriu"),
        ("pt", "disseram", "disse"),
        ("pt", "mantiveram", "manteve"),
        ("pt", "propõem", "propõe"),
        ("pt", "declaram", "declara"),
        ("pt", "dizem", "diz"),
        ("pt", "saírem", "sair"),
        ("es", "enviarán", "enviará"),
        ("es", "enviaron", "envió"),
        ("es", "vendieron", "vendió"),
    ],
)
def test_a_verb_of_many_may_become_one_of_one(language: str, word: str, singular: str) -> None:
    one = Features(feminine=True, plural=False)
    assert singular in grammar(language).inflections(word, one, renumbered=True)
    assert singular not in grammar(language).inflections(word, one, renumbered=False)


def test_a_word_keeps_its_number_where_the_noun_does() -> None:
    one = Features(feminine=True, plural=False)
    assert grammar("pt").inflections("chamados", one, renumbered=False) == ()
    assert grammar("pt").inflections("chamado", one, renumbered=False) == ("chamada",)
    assert "chamada" in grammar("pt").inflections("chamados", one, renumbered=True)
