"""Office files by hand, from what stands in their parts, and translations written into them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from localize import formats
from localize.inline import place
from tests.formats.test_archive import packed

if TYPE_CHECKING:
    from collections.abc import Callable

    from localize.document import Alignment, Document, Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:styleId="Old"><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:style>'
    '<w:style w:styleId="Latin"><w:rPr><w:lang w:val="la"/></w:rPr></w:style>'
)


def relations(**targets: str) -> bytes:
    """Write a part of relationships, by type."""
    named = "".join(
        f'<Relationship Id="r{n}" Type="{REL}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{named}</Relationships>'.encode()


def docx(body: str, **more: str) -> bytes:
    """Make a DOCX file; *more* are other parts by kind: header, footer, footnotes, endnotes, comments; core: its properties."""
    spaces = (
        f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>'
    )
    others = {"styles": STYLES, **more}
    core = others.pop("core", "")
    return packed(
        ("[Content_Types].xml", types.encode()),
        ("_rels/.rels", relations(officeDocument="word/document.xml", **{"core-properties": "core.xml"} if core else {})),
        *([("core.xml", f"<cp:coreProperties {CORE}>{core}</cp:coreProperties>".encode())] if core else ()),
        ("word/document.xml", f"<w:document {spaces}><w:body>{body}</w:body></w:document>".encode()),
        ("word/_rels/document.xml.rels", relations(**{kind: f"{kind}.xml" for kind in others})),
        *((f"word/{kind}.xml", f"<w:{kind} {spaces}>{text}</w:{kind}>".encode()) for kind, text in others.items()),
    )  # fmt: skip


def parsed(data: bytes, name: str = "docx") -> Document:
    """Read a file."""
    return formats.parse(data, path=f"a.{name}", using=formats.FORMATS[name])


def seen(data: bytes, name: str = "docx") -> list[str]:
    """Show the units of a file, codes in double brackets, what is protected with a stroke."""
    return [shown(unit.source) for unit in parsed(data, name).units]


def shown(source: Text) -> str:
    """Show codes as brackets."""
    parts, done = "", 0
    for code in source.codes:
        if code.kind != "literal":
            mark = {"open": "[", "close": "]", "empty": "*"}[code.kind] + ("" if code.translate else "|")
            parts += source.plain[done : code.at] + mark
            done = code.at
    return parts + source.plain[done:]


def translated(
    data: bytes, how: Callable[[str], str] | dict[str, str], name: str = "docx", language: str = "pt"
) -> bytes:
    """Translate the units of a file by a function or by a table, with their codes put in place."""
    document = parsed(data, name)
    targets: dict[str, Text] = {}
    for unit in document.units:
        plain = unit.source.plain
        target = how.get(plain, plain) if isinstance(how, dict) else how(plain)
        targets[unit.id] = place(unit.source, target, word_by_word(plain, target)).text
    return formats.save(document, targets, language)


def word_by_word(source: str, target: str) -> Alignment:
    """Align the words of two texts one by one, if there are as many in both."""
    words, others = (
        [found.span() for found in re.finditer(r"[^\s\u2011.]+", text)] for text in (source, target)
    )
    return tuple(zip(words, others, strict=True)) if len(words) == len(others) else ()


def member(data: bytes, name: str) -> str:
    """Unpack a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name).decode()


def body(data: bytes) -> str:
    """Give what stands in the body of a DOCX file."""
    found = re.search(r"<w:body>(.*)</w:body>", member(data, "word/document.xml"), re.DOTALL)
    assert found
    return found[1]


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_SPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}{name}:1.0"'
    for prefix, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
_ODF_SPACES += (
    ' xmlns:officeooo="http://openoffice.org/2009/office" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
DEFAULTS = (
    '<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties/>'
    '<style:text-properties fo:language="en" fo:country="GB"/></style:default-style></office:styles>'
)
AUTOMATIC = (
    '<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    '</style:style><style:style style:name="R" style:family="text"><style:text-properties officeooo:rsid="00a1"/></style:style>'
    '<style:style style:name="C" style:family="text" style:parent-style-name="Source_20_Text"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/></office:automatic-styles>'
)


def odt(
    text: str, *, styles: str = DEFAULTS, automatic: str = AUTOMATIC, mimetype: str = "text", **more: str
) -> bytes:
    """Make an ODT file; *more* are other members, dots in their names written as underscores."""
    content = f"<office:document-content {_ODF_SPACES}>{automatic}<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    others = {name.replace("_", ".").replace("META.INF.", "META-INF/"): value for name, value in more.items()}
    return packed(
        ("mimetype", f"application/vnd.oasis.opendocument.{mimetype}".encode()),
        ("content.xml", content.encode()),
        ("styles.xml", f"<office:document-styles {_ODF_SPACES}>{styles}</office:document-styles>".encode()),
        *((name, value.encode()) for name, value in others.items()),
    )


def words(data: bytes) -> str:
    """Give what stands in the text of an ODT file."""
    found = re.search(r"<office:text>(.*)</office:text>", member(data, "content.xml"), re.DOTALL)
    assert found
    return found[1]


def pptx(*slides: str, **more: str) -> bytes:
    """Make a PPTX file of slides, each the content of its shapes; *more* are parts that the first slide uses."""
    kind = "application/vnd.openxmlformats-officedocument.presentationml"
    spaces = (
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{REL}"'
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/ppt/presentation.xml" '
        f'ContentType="{kind}.presentation.main+xml"/></Types>'
    )
    order = "".join(f'<p:sldId r:id="s{n}"/>' for n in range(len(slides)))
    named = "".join(
        f'<Relationship Id="s{n}" Type="{REL}/slide" Target="slides/slide{len(slides) - n}.xml"/>'
        for n in reversed(range(len(slides)))
    )
    named += f'<Relationship Id="m" Type="{REL}/slideMaster" Target="master.xml"/>'
    master = '<a:lvl1pPr algn="l" rtl="0"><a:defRPr lang="en-US"/></a:lvl1pPr>'
    first = len(slides)
    return packed(
        ("[Content_Types].xml", types.encode()),
        ("_rels/.rels", relations(officeDocument="ppt/presentation.xml")),
        ("ppt/presentation.xml", f"<p:presentation {spaces}><p:sldIdLst>{order}</p:sldIdLst></p:presentation>".encode()),
        ("ppt/_rels/presentation.xml.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{named}</Relationships>'.encode()),
        ("ppt/master.xml", f"<p:sldMaster {spaces}>{master}</p:sldMaster>".encode()),
        *((f"ppt/slides/slide{first - n}.xml", f"<p:sld {spaces}>{text}</p:sld>".encode()) for n, text in enumerate(slides)),
        (f"ppt/slides/_rels/slide{first}.xml.rels", relations(**{kind: f"{kind}.xml" for kind in more})),
        *((f"ppt/slides/{kind}.xml", f"<p:{kind} {spaces}>{text}</p:{kind}>".encode()) for kind, text in more.items()),
    )  # fmt: skip


def slide(data: bytes, number: int = 1) -> str:
    """Give what stands on a slide of a PPTX file."""
    found = re.search(r"<p:sld [^>]*>(.*)</p:sld>", member(data, f"ppt/slides/slide{number}.xml"), re.DOTALL)
    assert found
    return found[1]
