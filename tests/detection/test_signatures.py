"""Languages that langdetect does not know, told by their own letters and little words."""

from __future__ import annotations

import pytest

from localize.detection import Detector
from localize.detection.signatures import signed


@pytest.mark.parametrize(
    ("text", "script", "language"),
    [
        ("Sakinlər çoxdan səs-küydən şikayət edirlər", "LATIN", "az"),
        ("La loĝantoj plendas pri la bruo ĉirkaŭ la haveno", "LATIN", "eo"),
        ("Íbúar hafa lengi kvartað yfir hávaðanum við höfnina og það", "LATIN", "is"),
        ("Il-kunsill iddeċieda li jerġa jibni l-port il-qadim wara l-għargħar", "LATIN", "mt"),
        ("Мешканцы даўно скардзяцца на шум, і цяпер рада вырашыла гэта", "CYRILLIC", "be"),
        ("Тұрғындар қоймалардың шуы мен иісіне көптен бері шағымданады", "CYRILLIC", "kk"),
        ("Тургундар кампалардын ызы-чуусуна көптөн бери нааразы болуп келет, эми жаңы чечим чыкты", "CYRILLIC", "ky"),
        ("Оршин суугчид агуулахын дуу чимээний талаар удаан хугацаанд гомдоллосон өнөөдөр үүнийг", "CYRILLIC", "mn"),
        ("Становници се већ дуго жале на буку и мирис", "CYRILLIC", "sr"),
        ("O concello presentou unha proposta que xa foi criticada tamén polos veciños", "LATIN", "gl"),
        ("Penduduk kecewa kerana bahagian itu ditutup, iaitu sahaja pelabuhan lama", "LATIN", "ms"),
        ("Dei som bur der, har ikkje fått noko svar frå kommunen", "LATIN", "nn"),
    ],
)  # fmt: skip
def test_a_language_without_a_profile_is_told_by_its_own_signs(text: str, script: str, language: str) -> None:
    found = signed(text, script)
    assert found is not None
    assert found[0] == language


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Guðrún Þórðardóttir said that the volcano was quiet", "LATIN"),
        ("O governo apresentou uma proposta que já foi criticada também pelos moradores", "LATIN"),
        ("El gobierno presentó una propuesta que ya fue criticada también por los vecinos", "LATIN"),
        ("Warga kecewa karena bagian itu ditutup, yaitu hanya pelabuhan lama", "LATIN"),
        ("Il est du pays, et le maire du village aussi", "LATIN"),
        ("Ті, хто там живе, ще й досі не мають її відповіді", "CYRILLIC"),
        ("Жители давно жалуются на шум и запах", "CYRILLIC"),
        ("Жителите веќе долго се жалат на бучавата", "CYRILLIC"),
    ],
)
def test_names_and_neighbours_are_not_mistaken_for_it(text: str, script: str) -> None:
    assert signed(text, script) is None


def test_a_foreign_word_in_a_long_text_is_a_quotation() -> None:
    text = "the council has voted to rebuild the old harbour which is closed to ships " * 20 + "agus tá seo"
    assert signed(text, "LATIN") is None


def test_an_article_in_galician_is_galician_without_the_extra() -> None:
    text = (
        "O concello presentou onte unha proposta que xa foi criticada polos veciños do porto. Dixo tamén que as"
        " obras durarán dous anos máis do previsto, e que cómpre unha nova votación despois do verán."
    )
    assert Detector(backend="langdetect").detect(text).language == "gl"
