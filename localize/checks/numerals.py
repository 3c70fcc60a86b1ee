"""Numbers as languages write them: number words, months, decimal signs. Data only, kept by hand.

A language without a table is treated leniently by the check: small and round numbers may be words there.
"""

from __future__ import annotations

from fractions import Fraction

_HALF = Fraction(1, 2)

WORDS: dict[str, dict[str, int | Fraction]] = {
    "en": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
        "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "hundreds": 100,
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
        "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
        "twentieth": 20, "thirtieth": 30, "hundredth": 100, "once": 1, "twice": 2, "thrice": 3, "single": 1,
        "both": 2, "pair": 2, "couple": 2, "half": _HALF, "quarter": 4, "quarters": 4, "thirds": 3,
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
        "eighties": 80, "nineties": 90, "noon": 12, "midday": 12, "midnight": 0, "dozen": 12, "dozens": 12,
        "thousand": 10**3, "thousands": 10**3, "million": 10**6, "millions": 10**6, "billion": 10**9,
        "billions": 10**9, "trillion": 10**12, "trillions": 10**12, "lakh": 10**5, "crore": 10**7,
    },
    "pt": {
        "zero": 0, "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6,
        "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13, "catorze": 14,
        "quatorze": 14, "quinze": 15, "dezesseis": 16, "dezasseis": 16, "dezessete": 17, "dezassete": 17,
        "dezoito": 18, "dezenove": 19, "dezanove": 19, "vinte": 20, "trinta": 30, "quarenta": 40,
        "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80, "noventa": 90, "cem": 100, "cento": 100,
        "centenas": 100, "duzentos": 200, "duzentas": 200, "trezentos": 300, "trezentas": 300,
        "quatrocentos": 400, "quatrocentas": 400, "quinhentos": 500, "quinhentas": 500, "seiscentos": 600,
        "seiscentas": 600, "setecentos": 700, "setecentas": 700, "oitocentos": 800, "oitocentas": 800,
        "novecentos": 900, "novecentas": 900, "primeiro": 1, "primeira": 1, "primeiros": 1, "primeiras": 1,
        "segundo": 2, "segunda": 2, "terceiro": 3, "terceira": 3, "quarto": 4, "quarta": 4, "quinto": 5,
        "quinta": 5, "sexto": 6, "sexta": 6, "sétimo": 7, "sétima": 7, "oitavo": 8, "oitava": 8, "nono": 9,
        "nona": 9, "décimo": 10, "décima": 10, "vigésimo": 20, "vigésima": 20, "trigésimo": 30,
        "trigésima": 30, "centésimo": 100, "ambos": 2, "ambas": 2, "dupla": 2, "meio": _HALF, "meia": _HALF,
        "metade": _HALF, "terço": 3, "terços": 3, "quartos": 4, "único": 1, "única": 1, "meio-dia": 12,
        "meia-noite": 0, "dúzia": 12, "dúzias": 12, "mil": 10**3, "milhares": 10**3, "milhão": 10**6,
        "milhões": 10**6, "bilhão": 10**9, "bilhões": 10**9, "bilião": 10**12, "biliões": 10**12,
        "trilhão": 10**12, "trilhões": 10**12,
    },
    "es": {
        "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
        "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14,
        "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20,
        "veintiuno": 21, "veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23,
        "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28,
        "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
        "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100, "cientos": 100, "doscientos": 200,
        "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400, "cuatrocientas": 400,
        "quinientos": 500, "quinientas": 500, "seiscientos": 600, "seiscientas": 600, "setecientos": 700,
        "setecientas": 700, "ochocientos": 800, "ochocientas": 800, "novecientos": 900, "novecientas": 900,
        "primer": 1, "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercer": 3, "tercero": 3,
        "tercera": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6, "sexta": 6,
        "séptimo": 7, "séptima": 7, "octavo": 8, "octava": 8, "noveno": 9, "novena": 9, "décimo": 10,
        "décima": 10, "ambos": 2, "ambas": 2, "par": 2, "medio": _HALF, "media": _HALF, "mitad": _HALF,
        "tercio": 3, "tercios": 3, "cuartos": 4, "mediodía": 12, "medianoche": 0, "docena": 12, "docenas": 12,
        "mil": 10**3, "miles": 10**3, "millón": 10**6, "millones": 10**6, "millardo": 10**9,
        "billón": 10**12, "billones": 10**12, "trillón": 10**18, "trillones": 10**18,
    },
    "fr": {
        "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
        "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
        "septante": 70, "huitante": 80, "nonante": 90, "cent": 100, "cents": 100, "centaine": 100,
        "centaines": 100, "premier": 1, "première": 1, "premiers": 1, "second": 2, "seconde": 2, "deuxième": 2,
        "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8,
        "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "quinzième": 15, "vingtième": 20,
        "trentième": 30, "centième": 100, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
        "cinquantaine": 50, "demi": _HALF, "demie": _HALF, "moitié": _HALF, "tiers": 3, "quart": 4,
        "quarts": 4, "midi": 12, "minuit": 0, "douzaine": 12, "douzaines": 12, "mille": 10**3, "millier": 10**3,
        "milliers": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
        "billion": 10**12, "billions": 10**12, "trillion": 10**18, "trillions": 10**18,
    },
    "de": {
        "null": 0, "ein": 1, "eins": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3,
        "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
        "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
        "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
        "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100, "hunderte": 100,
        "erste": 1, "ersten": 1, "erster": 1, "erstes": 1, "zweite": 2, "zweiten": 2, "zweiter": 2,
        "dritte": 3, "dritten": 3, "dritter": 3, "vierte": 4, "vierten": 4, "fünfte": 5, "fünften": 5,
        "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9, "zehnte": 10, "beide": 2, "beiden": 2, "paar": 2,
        "halb": _HALF, "halbe": _HALF, "hälfte": _HALF, "drittel": 3, "viertel": 4, "mittag": 12,
        "mitternacht": 0, "dutzend": 12, "tausend": 10**3, "tausende": 10**3, "million": 10**6,
        "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "billion": 10**12, "billionen": 10**12,
        "trillion": 10**18, "trillionen": 10**18,
    },
    "it": {
        "zero": 0, "un": 1, "uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6,
        "sette": 7, "otto": 8, "nove": 9, "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13,
        "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19,
        "venti": 20, "vent": 20, "trenta": 30, "trent": 30, "quaranta": 40, "quarant": 40, "cinquanta": 50,
        "cinquant": 50, "sessanta": 60, "sessant": 60, "settanta": 70, "settant": 70, "ottanta": 80,
        "ottant": 80, "novanta": 90, "novant": 90, "cento": 100, "centinaia": 100, "primo": 1, "prima": 1,
        "primi": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3, "quarto": 4, "quarta": 4, "quinto": 5,
        "quinta": 5, "sesto": 6, "sesta": 6, "settimo": 7, "settima": 7, "ottavo": 8, "ottava": 8, "nono": 9,
        "nona": 9, "decimo": 10, "decima": 10, "entrambi": 2, "entrambe": 2, "paio": 2, "mezzo": _HALF,
        "mezza": _HALF, "metà": _HALF, "terzi": 3, "quarti": 4, "mezzogiorno": 12, "mezzanotte": 0,
        "dozzina": 12, "dozzine": 12, "mille": 10**3, "mila": 10**3, "migliaia": 10**3, "milione": 10**6,
        "milioni": 10**6, "miliardo": 10**9, "miliardi": 10**9, "bilione": 10**12, "bilioni": 10**12,
    },
    "zh": {"百": 100, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12},
    "ja": {"百": 100, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12},
    "ko": {"백": 100, "천": 10**3, "만": 10**4, "억": 10**8, "조": 10**12},
}  # fmt: skip
"""By primary language subtag, case-folded. From 1000 on, and at 12 and 100, a word multiplies what stands before it.

Sources: usage of the languages; for the long scale (``billón``, ``billion``, ``Billion`` = 10^12) and the Brazilian
``bilhão`` (10^9) against the European ``bilião`` (10^12), the dictionaries of the respective academies.
"""

CONNECTORS = {"en": {"and", "a"}, "pt": {"e"}, "es": {"y"}, "fr": {"et"}, "de": {"und"}, "it": {"e"}}
"""Words that may stand between the words of one number."""

COMPOUNDING = {"de", "it"}
"""Languages that write number words without spaces between their parts."""

ABBREVIATIONS = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mi": 10**6, "mio": 10**6, "bn": 10**9, "b": 10**9,
    "bi": 10**9, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mld": 10**9, "tn": 10**12, "tri": 10**12,
}  # fmt: skip
"""Short for a multiplier after digits, in any language; as each can be a unit too, it may also mean nothing."""

MONTHS = {
    "en": "january february march april may june july august september october november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
"""Month names in order, case-folded. Their first letters, three at least, stand for them too."""

_POINT = {"bn", "cy", "en", "ga", "gu", "he", "hi", "ja", "km", "kn", "ko", "ml", "mr", "ms", "mt", "my", "ne", "pa",
          "si", "ta", "te", "th", "tl", "zh"}  # fmt: skip
_EITHER = {"ar", "es", "fa", "sw", "und", "ur"}


def decimal_signs(language: str) -> str:
    """Give the decimal signs in use, the first choice first: ``.``, ``,`` or both where usage varies.

    Source: Unicode CLDR number symbols. Spanish follows either, by country.
    """
    primary = language.partition("-")[0]
    if primary in _EITHER:
        return ",."
    return "." if primary in _POINT or language == "de-CH" else ","
