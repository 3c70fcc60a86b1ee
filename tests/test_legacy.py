"""Encodings of text that does not name its own."""

from __future__ import annotations

import pytest

from localize.legacy import likely
from tests.pace import least_seconds

FRENCH = "Le président a été reçu à l’Élysée, où il a déjeuné. « Ça ira », dit-il."
RUSSIAN = "Президент прибыл в Женеву. Переговоры начнутся завтра."
HEBREW = "הנשיא הגיע לז'נבה. השיחות יתחילו מחר."
GREEK = "Ο πρόεδρος έφτασε στη Γενεύη. Οι συνομιλίες αρχίζουν αύριο."
POLISH = "Prezydent przybył do Genewy. Rozmowy rozpoczną się jutro w południe."
HUNGARIAN = "Az elnök megérkezett Genfbe. A tárgyalások holnap kezdődnek, és egy hétig tartanak; a felek bíznak a sűrű egyeztetésben."
TURKISH = "Cumhurbaşkanı Cenevre'ye geldi. Görüşmeler yarın başlıyor; İsviçre'nin başkentinde kimse çok şey beklemiyor, ağır bir hava var."
LATVIAN = (
    "Prezidents ieradās Ženēvā. Sarunas sāksies rīt, un tās turpināsies visu nedēļu, ja puses vienosies."
)
ICELANDIC = (
    "Forsetinn kom til Genfar. Viðræðurnar hefjast á morgun og þær standa í viku; enginn býst við miklu."
)
ESTONIAN = "President jõudis Genfi. Läbirääkimised algavad homme ja kestavad terve nädala; keegi ei oota õnnelikku lõppu."
PORTUGUESE = (
    "O presidente chegou a Genebra. As negociações começam amanhã; ninguém espera soluções nem decisões."
)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (HUNGARIAN, "cp1250"),
        (TURKISH, "cp1254"),
        (LATVIAN, "cp1257"),
        (ICELANDIC, "cp1252"),
        (ESTONIAN, "cp1252"),
        (PORTUGUESE, "cp1252"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (HEBREW, "cp1255"),
        (GREEK, "cp1253"),
        (POLISH, "cp1250"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
    ],
)
def test_words_tell_in_which_encoding_they_are(text: str, codec: str) -> None:
    assert likely(text.encode(codec)) == codec


@pytest.mark.parametrize(
    "data",
    [
        "Le président".encode() + b" \xe9 " + " a été reçu à Genève, où il a déjeuné".encode(),
        "日本の大統領が到着した。".encode("shift_jis"),
        bytes(range(128, 256)),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "Café\x07".encode("cp1252"),
    ],
    ids=["UTF-8 with a mistake", "Shift JIS", "all bytes", "a picture", "a bell"],
)
def test_what_no_encoding_makes_words_of_is_told_to_be_in_none(data: bytes) -> None:
    assert likely(data) == ""


@pytest.mark.parametrize(
    "filler", [b"x", b"\xe9", b"\x97", b"x\x97"], ids=["letters", "accents", "dashes", "both"]
)
def test_a_word_without_end_takes_no_time(filler: bytes) -> None:
    data = filler * 40_000 + " Le président a été reçu".encode("cp1252")
    assert least_seconds(lambda: likely(data)) < 2
