"""One small file of each format, with the same sentence in it: part of a word in bold, a link, a break, a note.

A new format needs a line here, and the contract of all formats (``test_contract.py``) holds for it.
"""

from __future__ import annotations

from tests.formats.office.build import docx, odt, pptx
from tests.formats.test_archive import packed

BOLD = "The **Secretary**-General arrived.\n\n- Nobody knew why & when\n"
PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>The end</title></head><body><p title="A tip">The '
    '<b>Secretary</b>-General <a href="x">arrived</a>.<br/>Nobody knew why &amp; <img src="a" alt="A flag"/> when</p></body></html>'
)
_WORD = (
    '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">The </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>'
    "<w:t>Secretary</w:t></w:r><w:r><w:t>-General </w:t></w:r><w:hyperlink><w:r><w:t>arrived</w:t></w:r></w:hyperlink><w:r>"
    '<w:t>.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    '<w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Figure 1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nobody knew &amp; asked why</w:t><w:br/>'
    "<w:t>when</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>A box</w:t></w:r></w:p></w:txbxContent></w:pict><w:t xml:space='preserve'> it was</w:t>"
    "</w:r></w:p></w:tc></w:tr></w:tbl>"
)
_NOTE = "<w:footnote><w:p><w:r><w:t>By train.</w:t></w:r></w:p></w:footnote>"
_WORDS = (
    '<text:h>The end</text:h><text:p>The <text:span text:style-name="B">Secretary</text:span>-General <text:a>arrived</text:a>.'
    "<text:note><text:note-body><text:p>By train.</text:p></text:note-body></text:note> It was <text:page-number>3</text:page-number>"
    '</text:p><text:list><text:list-item><text:p>Nobody knew &amp; asked why<text:line-break/>when<text:s text:c="2"/>it was<draw:frame>'
    "<draw:text-box><text:p>A box</text:p></draw:text-box><svg:desc>A flag</svg:desc></draw:frame></text:p></text:list-item></text:list>"
)
_SLIDE = (
    '<p:sp><p:nvPr><p:cNvPr descr="A flag"/><p:ph type="title"/></p:nvPr><p:txBody><a:p><a:pPr algn="l"/><a:r><a:rPr lang="en-US"/>'
    '<a:t>The </a:t></a:r><a:r><a:rPr lang="en-US" b="1"/><a:t>Secretary</a:t></a:r><a:r><a:rPr lang="en-US"/><a:t>-General arrived.'
    "</a:t></a:r><a:endParaRPr/></a:p><a:p><a:r><a:t>Nobody knew &amp; asked why</a:t></a:r><a:br/><a:r><a:t>when</a:t></a:r></a:p></p:txBody>"
    "</p:sp>"
)
_OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The end</dc:title>'
    '<dc:language>en</dc:language><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="n" href="n.ncx" '
    'media-type="application/x-dtbncx+xml"/><spine><itemref idref="a"/></spine></package>'
)
_NCX = '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><text>The end</text></ncx>'


def _epub() -> bytes:
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<rootfile full-path="x.opf"/>',
        "x.opf": _OPF,
        "n.ncx": _NCX,
        "a.xhtml": f'<?xml version="1.0"?>{PAGE}',
    }
    return packed(*((name, content.encode()) for name, content in members.items()))


SAMPLES = {
    "text": BOLD.encode(),
    "markdown": BOLD.encode(),
    "html": PAGE.encode(),
    "srt": b"1\n00:00:01,000 --> 00:00:04,000\nThe <b>Secretary</b>-General\narrived.\n\n"
    b"2\n00:00:05,000 --> 00:00:08,000\nNobody knew why & when\n",
    "vtt": b"WEBVTT\n\n00:01.000 --> 00:04.000\nThe <b>Secretary</b>-General\narrived.\n\n"
    b"00:05.000 --> 00:08.000\nNobody knew why &amp; when\n",
    "json": b'{"lead": "The <b>Secretary</b>-General arrived. Nobody knew why, {name}.", "n": 3, "list": ["A tip"]}\n',
    "yaml": b"# talks\nlead: The <b>Secretary</b>-General arrived. Nobody knew %s.\nmore:\n  - 'A tip'\n  - true\n",
    "po": b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "The <b>Secretary</b>-General arrived."\nmsgstr ""\n\n'
    b'#: a.c:3\nmsgid "Nobody knew %s & why"\nmsgid_plural "Nobody knew %d"\nmsgstr[0] ""\nmsgstr[1] ""\n',
    "xliff": b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f"><unit id="u"><segment><source>The '
    b'<pc id="1">Secretary</pc>-General arrived.</source></segment><segment><source>Nobody knew <ph id="2"/> &amp; why</source></segment>'
    b"</unit></file></xliff>",
    "docx": docx(_WORD, footnotes=_NOTE, core="<dc:title>The end</dc:title><dc:language>en</dc:language>"),
    "odt": odt(
        _WORDS,
        meta_xml=f"<office:meta {_OFFICE}><dc:title>The end</dc:title><dc:language>en</dc:language></office:meta>",
    ),
    "pptx": pptx(_SLIDE, _SLIDE, notesSlide="<a:p><a:r><a:t>By train.</a:t></a:r></a:p>"),
    "epub": _epub(),
}
