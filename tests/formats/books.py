"""Two books written by hand: one with what EPUB 3 has, one with what EPUB 2 has. EPUBCheck says nothing about them."""

from __future__ import annotations

from tests.formats.test_archive import packed

_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_NCX = (
    '<?xml version="1.0" encoding="UTF-8"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="en"><head>'
    '<meta name="dtb:uid" content="urn:uuid:1b0a2c5e-1111-4222-8333-444455556666"/></head><docTitle><text>The end of the story</text>'
    '</docTitle><navMap><navPoint id="n1" playOrder="1"><navLabel><text>The first day</text></navLabel><content src="one.xhtml"/>'
    "</navPoint></navMap></ncx>"
)
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en" dir="ltr">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:1b0a2c5e-1111-4222-8333-444455556666</dc:identifier>
<dc:title id="t">The end of the story</dc:title><meta refines="#t" property="title-type">main</meta><dc:language>en</dc:language>
<dc:creator>Anna Smith</dc:creator><dc:description>A book about &lt;b&gt;ends&lt;/b&gt; &amp; beginnings.</dc:description>
<meta property="dcterms:modified">2026-11-20T00:00:00Z</meta><meta property="media:duration">0:00:04</meta>
<meta property="media:duration" refines="#s">0:00:04</meta><meta property="rendition:layout">reflowable</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml" media-overlay="s" properties="mathml svg"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="map" href="map.svg" media-type="image/svg+xml"/>
<item id="s" href="one.smil" media-type="application/smil+xml"/><item id="m" href="one.mp3" media-type="audio/mpeg"/></manifest>
<spine toc="ncx"><itemref idref="one"/><itemref idref="two" properties="rendition:layout-pre-paginated"/>
<itemref idref="map" properties="rendition:layout-pre-paginated"/><itemref idref="nav" linear="no"/></spine></package>
"""
_NAV = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en"><head><title>Contents of the book</title></head>
<body><nav epub:type="toc"><h1>Contents of the book</h1><ol><li><a href="one.xhtml">The first day</a><ol><li><a href="one.xhtml#p1">The <em>second</em> part</a></li></ol></li>
<li><a href="two.xhtml">The flag</a></li></ol></nav><nav epub:type="landmarks" hidden=""><ol><li><a epub:type="bodymatter" href="one.xhtml">Start of the text</a></li></ol></nav>
<nav epub:type="page-list" hidden=""><ol><li><a href="one.xhtml#p1">1</a></li></ol></nav><p><a href="map.svg">The map</a> <a href="nav.xhtml">Contents</a></p></body></html>
"""
_ONE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en"><head><title>The first day</title>
<style><![CDATA[p > b { color: red }]]></style></head><body epub:type="bodymatter"><section epub:type="chapter"><h1 id="p1">The first day</h1>
<p id="w1">The <b>Secretary</b>-General arrived &amp; said <i>nothing</i>.<a epub:type="noteref" href="#f1" id="r1">1</a><br/>Nobody knew why.</p>
<p>The minister said: <ruby>word<rp>(</rp><rt>note</rt><rp>)</rp></ruby>, and <span xml:lang="fr" lang="fr">voilà</span>.</p>
<p>The sum is <math xmlns="http://www.w3.org/1998/Math/MathML" alttext="a plus b"><mi>a</mi><mo>+</mo><mtext>and so</mtext><mi>b</mi></math> at most.</p>
<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A flag in the wind</title><text x="1" y="5">The flag</text></svg>
<figcaption>The flag of the <strong>island</strong>.</figcaption></figure><table><caption>The votes</caption><tr><th>Name of it</th><td>They left.</td></tr></table>
<aside epub:type="footnote" id="f1"><p>He came by train. <a href="#r1">Back</a></p></aside></section></body></html>
"""
_TWO = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>The flag</title><meta name="viewport" content="width=600, height=800"/></head>
<body><p style="position:absolute;top:1px">The flag fell<br/>at night.</p></body></html>
"""
_MAP = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" xml:lang="en"><title>The map of the island</title><text x="9" y="9">The harbour</text></svg>
"""
_SMIL = """<?xml version="1.0"?>
<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body><par id="a"><text src="one.xhtml#w1"/><audio src="one.mp3" clipBegin="0s" clipEnd="4s"/></par></body></smil>
"""
_OLDER_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:identifier id="id">urn:uuid:1b0a2c5e-1111-4222-8333-444455556666</dc:identifier>
<dc:title>The end of the story</dc:title><dc:language>en-GB</dc:language><dc:creator opf:role="aut" opf:file-as="Smith, Anna">Anna Smith</dc:creator>
</metadata><manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine toc="ncx"><itemref idref="one"/></spine>
<guide><reference type="text" title="Start of the text" href="one.xhtml"/></guide></package>
"""
_OLDER_ONE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-GB"><head><title>The first day</title></head><body><h1>The first day</h1>
<p>The <b>Secretary</b>-General arrived&nbsp;&mdash; and <acronym title="United Nations">UN</acronym> people left.<br/>Nobody knew why.</p></body></html>
"""


def _book(**members: str) -> bytes:
    head = (("mimetype", b"application/epub+zip"), ("META-INF/container.xml", _CONTAINER.encode()))
    return packed(*head, *((f"EPUB/{name}", content.encode()) for name, content in members.items()))


FULL = _book(
    **{"package.opf": _PACKAGE, "nav.xhtml": _NAV, "toc.ncx": _NCX, "one.xhtml": _ONE, "two.xhtml": _TWO},
    **{"map.svg": _MAP, "one.smil": _SMIL, "one.mp3": "ID3"},
)
OLDER = _book(
    **{"package.opf": _OLDER_PACKAGE, "toc.ncx": _NCX},
    **{"one.xhtml": _OLDER_ONE},
)
