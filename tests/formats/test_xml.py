"""XML as events with places, and the tricks of XML refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.errors import FormatError
from localize.formats import xml
from localize.xmltext import escaped, printable

ARTICLE = (
    '\ufeff<?xml version="1.0"?>\r\n<!-- draft --><t:doc xmlns:t="urn:t" xmlns=\'urn:other\' t:lang = "en" n="1"><t:p>Müller &amp; '
    "S&#xF6;hne\r\n\U0001f600</t:p><br/><![CDATA[a < b]]><?go on?></t:doc>\n"
)


def shape(text: str) -> list[tuple[str, str, str]]:
    """Give kind, name and piece of each event."""
    found = xml.events(text, {"urn:t": "x"}, path="a.xml")
    return [(one.kind, one.name or one.data, text[one.start : one.end]) for one in found]


def test_events_cover_the_text_and_have_the_prefixes_of_the_caller() -> None:
    assert [one for one in shape(ARTICLE) if one[0] != "other"] == [
        ("start", "x:doc", """<t:doc xmlns:t="urn:t" xmlns='urn:other' t:lang = "en" n="1">"""),
        ("start", "x:p", "<t:p>"),
        ("text", "Müller ", "Müller "),
        ("text", "&", "&amp;"),
        ("text", " S", " S"),
        ("text", "ö", "&#xF6;"),
        ("text", "hne", "hne"),
        ("text", "\n", "\r\n"),
        ("text", "\U0001f600", "\U0001f600"),
        ("end", "x:p", "</t:p>"),
        ("start", "urn:other br", "<br/>"),
        ("end", "urn:other br", ""),
        ("text", "a < b", "a < b"),
        ("end", "x:doc", "</t:doc>"),
    ]
    assert "".join(piece for _, _, piece in shape(ARTICLE)) == ARTICLE[1:], "all but the byte order mark"


def test_attributes_have_the_prefixes_of_the_caller_too() -> None:
    (start,) = [
        one
        for one in xml.events(ARTICLE, {"urn:t": "x"}, path="a.xml")
        if one.name == "x:doc" and one.kind == "start"
    ]
    assert start.attributes == {"x:lang": "en", "n": "1"}


def test_places_can_count_from_elsewhere() -> None:
    assert [one.start for one in xml.events("<a>b</a>", {}, path="a.xml", at=100)] == [100, 103, 104]


def test_an_entity_of_a_dtd_that_nobody_reads_is_an_event() -> None:
    page = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><p>a&nbsp;b</p>'
    assert ("entity", "nbsp", "&nbsp;") in shape(page)


@given(st.text(), st.integers(0, 3))
def test_escaped_text_is_read_as_it_was(text: str, repeat: int) -> None:
    page = f'<a q="{escaped(text)}">{escaped(text)}</a>' + "\n" * repeat
    plain = "".join(one.data for one in xml.events(page, {}, path="a"))
    assert plain == printable(text)
    assert "".join(piece for _, _, piece in shape(page)) == page


def test_text_of_any_size_is_covered() -> None:
    page = "<a>" + "é\n<b>" * 40_000 + "x" * 200_000 + "</b>" * 40_000 + "</a>"
    with pytest.raises(FormatError, match=r"a\.xml:\d+:\d+: nests more than 500 elements"):
        shape(page)
    page = "<a>" + "é\n<b>&lt;</b>" * 40_000 + "ö" * 200_000 + "</a>"
    assert "".join(piece for _, _, piece in shape(page)) == page


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<a>", r"a\.docx: member 'b\.xml' is no well-formed XML \(no element found\) \(line 1, column 4\)"),
        ("<a>\n</b>", r"mismatched tag\) \(line 2, column 3\)"),
        ("", "no element found"),
        ("<a>&x;</a>", "undefined entity"),
        ("<a>\x01</a>", "not well-formed"),
        ("<w:a/>", "unbound prefix"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares the entity 'x'"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares the entity 'x'"),
        ('<!DOCTYPE a [<!ENTITY % x "y">%x;]><a/>', "declares the entity 'x'"),
    ],
)  # fmt: skip
def test_bad_xml_is_refused_with_its_place(page: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        list(xml.events(page, {}, path="a.docx", part="b.xml"))


@pytest.mark.parametrize(
    "piece", ["<a", "<!--", "<![CDATA[", '<a b="', "<?", "&", "<a " + "b" * 99, "<a>", "</a>"]
)
def test_junk_is_refused_in_bounded_time(piece: str) -> None:
    page = "<x>" + piece + " " * 4_000_000 + piece * 1000
    started = time.process_time()
    with pytest.raises(FormatError):
        list(xml.events(page, {}, path="a"))
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        ("<a>é</a>".encode(), "utf-8"),
        ("\ufeff<a>é</a>".encode(), "utf-8"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".encode("latin-1"), "iso-8859-1"),
        ('<?xml version="1.0" encoding="windows-1251"?><a>ж</a>'.encode("cp1251"), "windows-1251"),
        ('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é</a>'.encode("utf-16-le"), "utf-16-le"),
        ('<?xml version="1.0" encoding="UTF-16"?><a>é</a>'.encode("utf-16-be"), "utf-16-be"),
        ('<?xml version="1.0" encoding="UTF-16"?><a>é</a>'.encode(), "utf-8"),
    ],
)
def test_the_encoding_is_the_one_that_the_file_tells(data: bytes, codec: str) -> None:
    text, found = xml.decode(data, path="a.xml")
    assert found == codec
    assert xml.encode(text, codec) == data
    assert any(one.data in {"é", "ж"} for one in xml.events(text, {}, path="a.xml"))


@pytest.mark.parametrize(
    "name", ["rot13", "base64", "idna", "utf-7", "klingon", "unicode_escape", "punycode"]
)
def test_what_is_no_encoding_is_refused(name: str) -> None:
    data = f'<?xml version="1.0" encoding="{name}"?><a>x\\x41</a>'.encode()
    with pytest.raises(FormatError, match=rf"a\.docx: member 'b\.xml' cannot be read in the encoding {name}"):
        xml.decode(data, path="a.docx", part="b.xml")


def test_characters_that_an_encoding_lacks_become_references() -> None:
    assert xml.encode("<a>é ж</a>", "iso-8859-1") == b"<a>\xe9 &#1078;</a>"
