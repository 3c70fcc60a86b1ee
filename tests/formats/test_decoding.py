from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize import formats
from localize.document import Document, Text
from localize.errors import FormatError, InputError, OutputError
from localize.formats.decoding import decode, decode_untold, encode, load

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "“Não”, disse o secretário‑geral em Łódź. 中文"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_stays_in_the_text(mark: bytes, codec: str) -> None:
    data = mark + SENTENCE.encode(codec)
    text, encoding = decode(data, path="a.txt")
    assert (text, encoding) == (("\ufeff" if mark else "") + SENTENCE, codec)
    assert encode(Document("a.txt", "text", text, (), encoding=encoding), text) == data


def test_other_encodings_are_refused_with_the_place_and_the_remedy() -> None:
    with pytest.raises(FormatError) as caught:
        decode("First line\nO secretário".encode("cp1252"), path="old.txt")
    assert str(caught.value) == "old.txt:2: byte 19 (0xE1) is not UTF-8: invalid continuation byte"
    assert caught.value.hint == (
        "name its encoding with --encoding, or convert it: iconv -f WINDOWS-1252 -t UTF-8 'old.txt' > utf-8.txt"
    )


def test_a_subtitle_in_an_old_encoding_is_read_by_its_words_and_translated_in_utf_8() -> None:
    data = "1\n00:00:01,000 --> 00:00:04,000\nLe président est arrivé.\n".encode("cp1252")
    document = formats.parse(data, path="a.srt", using=formats.FORMATS["srt"])
    assert formats.guessed(document) == "Windows-1252"
    assert formats.save(document, {}, "pt") == data
    written = formats.save(document, {document.units[0].id: Text("O presidente está cá – já")}, "pt")
    assert written.decode().splitlines()[2] == "O presidente está cá – já"


def test_who_knows_the_encoding_can_say_it() -> None:
    assert decode_untold("日本".encode("shift_jis"), path="a", otherwise="Shift_JIS") == ("日本", "shift_jis")
    assert decode_untold("é".encode(), path="a", otherwise="cp1252") == ("é", "utf-8"), (
        "what is UTF-8 stays it"
    )
    with pytest.raises(FormatError, match="no encoding is called 'latin-99'"):
        decode_untold(b"\xff", path="a", otherwise="latin-99")
    with pytest.raises(FormatError, match="is neither UTF-8 nor ascii"):
        decode_untold(b"\xff", path="a", otherwise="ascii")


def test_a_truncated_utf_16_file_is_refused() -> None:
    with pytest.raises(FormatError, match=r"a\.txt: byte 4 .* is not UTF-16-LE"):
        decode(b"\xff\xfea\x00b", path="a.txt")


@pytest.mark.parametrize(
    ("data", "offset"), [(b"PK\x03\x04\x00\x00", 4), ("Olá\0".encode(), 4), ("Hi".encode("utf-16-le"), 1)]
)
def test_binary_files_are_refused(data: bytes, offset: int) -> None:
    with pytest.raises(FormatError, match=f"byte {offset} is NUL"):
        decode(data, path="a.txt")


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        formats.read(tmp_path / "none.txt")


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        formats.read(tmp_path / "folder.md")


def test_a_file_may_be_as_large_as_the_limit_but_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 1000)
    assert len(load(path, limit=1000)) == 1000
    with pytest.raises(
        InputError, match=r"1,000 bytes are too large for one article; the limit is 999 bytes"
    ):
        formats.read(path, limit=999)


def test_the_default_limit_is_64_mebibytes(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(InputError, match=r"104,857,600 bytes are too large .* 67,108,864"):
        formats.read(path)


def test_a_lone_surrogate_cannot_be_written() -> None:
    with pytest.raises(OutputError, match=r"a\.txt: the character U\+D800 cannot be written as UTF-8"):
        encode(Document("a.txt", "text", "", ()), "a\ud800")


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    st.sampled_from(["text", "markdown"]),
)
def test_any_utf_8_text_is_read_and_written_byte_for_byte(text: str, name: str) -> None:
    data = text.encode()
    document = formats.parse(data, path="a", using=formats.FORMATS[name])
    assert formats.save(document, {}, "pt") == data


def test_japanese_mail_is_no_ascii() -> None:
    data = "大臣は部屋を出た。\n".encode("iso2022_jp")
    assert decode_untold(data, path="a.txt") == ("大臣は部屋を出た。\n", "iso2022_jp")
    assert decode_untold(b"a \x1b$ b", path="a.txt") == ("a \x1b$ b", "utf-8")
