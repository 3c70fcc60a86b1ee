"""Files as people have them that are in order and look as if they were not: one of each kind, by name."""

from __future__ import annotations

_PO = 'msgid ""\nmsgstr ""\n"Language: pt\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
_ENTRY = 'msgid "The minister left."\nmsgstr ""\n'
_SRT = "1\n00:00:01,000 --> 00:00:04,000\nThe minister left\nthe room.\n\n2\n00:00:05,000 --> 00:00:08,000\nHe came back.\n"
_VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\nThe minister left\nthe room.\n\n00:05.000 --> 00:08.000\nHe came back.\n"


def _xliff(body: str, head: str = '<?xml version="1.0"?>\n', more: str = "") -> str:
    return (
        f'{head}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"{more}><file original="a" source-language="en" '
        f'target-language="pt" datatype="x"><body>{body}</body></file></xliff>\n'
    )


_UNIT = '<trans-unit id="1"><source>The minister left.</source></trans-unit>'
_FILES: dict[str, str | bytes] = {
    "obsolete.po": f'{_PO}{_ENTRY}\n#~ msgid "old"\n#~ msgstr "velho"\n\n#~| msgid "older"\n#~ msgid "x"\n#~ msgstr ""\n',
    "previous.po": f'{_PO}#, fuzzy\n#| msgctxt "menu"\n#| msgid "The ministers left."\nmsgctxt "menu"\n{_ENTRY}',
    "no-header.po": _ENTRY,
    "crlf.po": (_PO + _ENTRY).replace("\n", "\r\n"),
    "cr.po": (_PO + _ENTRY).replace("\n", "\r"),
    "twice.po": f"{_PO}{_ENTRY}\n{_ENTRY}",
    "kde.po": _PO + 'msgid "_: Comment for translators\\n"\n"The minister left."\nmsgstr ""\n',
    "comment-inside.po": _PO + '#: a\n\nmsgid "The minister left."\n# odd comment\nmsgstr ""\n',
    "no-last-line-end.po": (_PO + _ENTRY).rstrip(),
    "header-last.po": f"{_ENTRY}\n{_PO}",
    "template.pot": _PO.replace("UTF-8", "CHARSET").replace("Language: pt", "Language: ") + _ENTRY,
    "groups.xlf": _xliff(f'<group id="g"><note>hi</note>{_UNIT}</group><bin-unit id="b" mime-type="image/png"><bin-source/></bin-unit>'),
    "alternatives.xlf": _xliff(
        '<trans-unit id="1"><source>The minister left.</source><target state="new"/><alt-trans><source>The ministers left.</source>'
        "<target>Os ministros saíram.</target></alt-trans></trans-unit>"
    ),
    "segments.xlf": _xliff(
        '<trans-unit id="1"><source>One came. Two left.</source><seg-source><mrk mtype="seg" mid="0">One came.</mrk> '
        '<mrk mtype="seg" mid="1">Two left.</mrk></seg-source></trans-unit>'
    ),
    "utf16.xlf": b"\xff\xfe" + _xliff(_UNIT, '<?xml version="1.0" encoding="UTF-16"?>\n').encode("utf-16-le"),
    "prefix.xlf": _xliff(_UNIT, more=' xmlns:x="urn:other"').replace("<source>", "<source x:a='b'>"),
    "doctype.xlf": _xliff(_UNIT, '<!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "http://a.example/xliff.dtd">\n'),
    "comments.en.json": '// head\n{\n  /* block */ "a": "The minister left.", // tail\n  "b": ["x y",],\n}\n',
    "bom.en.json": b'\xef\xbb\xbf{"a":"The minister left."}',
    "twice.en.json": '{"a":"The minister left.","a":"He came back."}',
    "surrogates.en.json": '{"a":"The \\ud83d\\ude00 minister \\/ \\u00e9 left."}',
    "anchors.en.yml": "base: &b\n  a: The minister left.\nother:\n  <<: *b\n  c: He came back.\nalias: *b\n",
    "documents.en.yml": "%YAML 1.2\n---\na: The minister left. # tail\n---\nb: He came back.\n...\n",
    "complex.en.yml": "? complex key\n: The minister left.\n? [a, b]\n: He came back.\n? |\n  block key\n: - one two\n",
    "blocks.en.yml": "a: |2+\n    indented more\n\nb: >-\n  Folded\n  text here.\n\n  Second part.\n",
    "norway.en.yml": 'no: "Norway is cold"\nyes: on\nx: NO\ny: 12:30:45\nw: ~\nv:\n',
    "conditional.html": "<!--[if IE 6]><p>Old browser here.</p><![endif]--><!--[if !IE]><!--><p>New browser here.</p><!--<![endif]-->",
    "unclosed.html": "<p>One <b>came<p>Two <i>left</b> now</i><div>Three <p>four</div>five<br>six<hr>seven",
    "references.html": "<p>AT&T &copy 2020 &notit; &unknown; &lt;b&gt; R&D left.</p>",
    "frames.html": '<HTML><HEAD><TITLE>A set</TITLE></HEAD><FRAMESET><FRAME title="Menu frame"><NOFRAMES><BODY>No frames.</BODY></NOFRAMES></FRAMESET></HTML>',
    "broken.html": '<p>The <b minister left.</p><p class="x>He came back.</p>',
    "latin.html": '<meta charset="iso-8859-1"><p>The caf\xe9 closed.</p>'.encode("latin-1"),
    "cdata.xhtml": '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><script>//<![CDATA[\na<b && c\n//]]></script><p>The <br/>minister left.</p></body></html>',
    "table.md": "| Name of it | Age |\n|:---|---:|\n| John **Smith** | 3 |\n| a \\| b | `c\\|d` |\n",
    "notes.md": "The minister left.[^1] He came[^note] back.\n\n[^1]: By train.\n\n[^note]: A long note.\n\n    Second part of it.\n",
    "deep.md": "> " * 50 + "deep text\n",
    "returns.md": "# Hi there\r\rThe minister left.\r",
    "setext.md": "The end\n=======\n\nSub title\n---\n\n***\n\nText  \nhard break\n",
    "short-times.srt": "1\n0:0:1,0 --> 0:0:4,00\nThe minister left.\n",
    "no-numbers.srt": _SRT.replace("1\n00", "00").replace("2\n00", "00"),
    "positions.srt": _SRT.replace("04,000\n", "04,000  X1:40 X2:600 Y1:20 Y2:50\n").replace("The", "{\\an8}The"),
    "overlapping.srt": "\ufeff" + _SRT.replace("05,000", "02,000").replace("\n", "\r\n"),
    "blank-in-cue.srt": _SRT.replace("left\n", "left\n\n"),
    "everything.vtt": "WEBVTT - Title\nKind: captions\n\nNOTE\nA note\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\nintro\n"
    + _VTT[8:].replace("04.000", "04.000 region:fred align:start line:0").replace("minister", "<c.yellow>minister</c>"),
    "karaoke.vtt": _VTT.replace("left", "<00:02.000><c> left</c>").replace("He", "<v.loud Ann>He"),
    "mixed-line-ends.txt": "The minister left.\r\nHe came back.\n\rAnd left\ragain.\n",
    "odd-breaks.txt": "The minister left.\f\nHe came back.\x0bAgain.\x1cFile\x85next\u2028line\u2029end\n",
    "utf32.txt": b"\xff\xfe\0\0" + "The minister left.\n".encode("utf-32-le"),
    "list.txt": "Agenda\n======\n\n1. The minister left.\n2. He came back.\n\n  * one item\n\n\tindented text here\n",
}  # fmt: skip
STRANGE = {name: text if isinstance(text, bytes) else text.encode("utf-8") for name, text in _FILES.items()}
"""Bytes by name; the extension says what they are."""
REFUSED: dict[str, tuple[bytes, str]] = {
    "single-quotes.json": (b"{'a': 'The minister left.'}", "expected a key in double quotes"),
    "lines.json": (b'{"a": "b c"}\n{"a": "d e"}\n', "expected the end of the file"),
    "open-quote.po": (b'msgid "a"\n"b\nmsgstr ""\n', "a string does not end"),
    "tab.yml": (b"a: b: c\n", "mapping values are not allowed here"),
    "headless.vtt": (_VTT[8:].encode(), "does not begin with the line WEBVTT"),
    "picture.txt": (b"The minister\0left.\n", "is NUL"),
    "half-a-pair.txt": (b"The \xed\xa0\x80 minister.\n", "is not UTF-8"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "office file of before 2007"),
    "text.docx": (b"hello", "is no zip archive"),
}
"""Files that cannot be read, and what is said of each."""
