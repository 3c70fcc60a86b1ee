"""Damage bilingual files in every way, and see that each is either read or refused with a reason.

python -m tests.exchange.fuzz tmx 100000
"""

from __future__ import annotations

import sys
import time

from localize.errors import LocalizeError
from localize.exchange import tmx
from localize.exchange.taking import take_bytes
from tests.formats.fuzz import main

SECONDS = 3.0
"""Processor time that one small file may take; most take less than a millisecond."""
SAMPLES = {
    "tmx": b'<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="en" segtype="sentence"/><body>'
    b'<tu tuid="1"><note>Mind the case.</note><prop type="state">final</prop><prop type="prev"></prop>'
    b'<tuv xml:lang="en"><seg>The <bpt i="1" x="1">&lt;b&gt;</bpt>Secretary<ept i="1">&lt;/b&gt;</ept>-General arrived<ph x="2">&lt;br/&gt;</ph>.'
    b'</seg></tuv><tuv xml:lang="pt" changedate="20261124T101500Z"><seg>O <hi>secret\xc3\xa1rio</hi>-geral <it pos="begin" x="3">&lt;i&gt;</it>'
    b'chegou<sub>nota</sub>.<ut>x</ut></seg></tuv></tu><tu><tuv lang="en"><seg>Nobody &amp; nothing</seg></tuv><tuv lang="es"><seg>Nadie'
    b"</seg></tuv><tuv lang='fr'><seg>Personne</seg></tuv></tu></body></tmx>",
    "xliff": b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="pt"><file id="f" original="a.md"><group '
    b'id="g"><unit id="u" name="p1"><notes><note category="reviewer">Why?</note></notes><originalData><data id="d1">&lt;b&gt;<cp hex="0001"/>'
    b'</data></originalData><segment id="s1" state="final"><source>The <pc id="1" dataRefStart="d1">Secretary</pc>-General <mrk id="n2" '
    b'translate="no">UN</mrk> arrived.</source><target>O <pc id="1">secret\xc3\xa1rio</pc>-geral chegou.</target></segment><ignorable><source> '
    b'</source></ignorable><segment state="reviewed"><source>Nobody knew<ph id="2"/> <sc id="3"/>why<ec startRef="3"/></source><target>Ningu'
    b'\xc3\xa9m<ph id="2"/></target></segment></unit></group></file></xliff>',
    "xliff12": b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="en" target-language="pt" '
    b'datatype="plaintext"><body><group id="g"><trans-unit id="1" approved="yes"><source>The <g id="1">Secretary</g>-General<x id="2"/></source>'
    b'<seg-source><mrk mtype="seg" mid="0">The <g id="1">Secretary</g>-General<x id="2"/></mrk></seg-source><target state="final"><mrk mtype="seg" '
    b'mid="0">O <g id="1">secret\xc3\xa1rio</g>-geral<x id="2"/></mrk></target><note from="reviewer">Why?</note><alt-trans><source>a</source>'
    b'<target>b</target></alt-trans></trans-unit><trans-unit id="2"><source>Nobody <bpt id="3">&lt;i&gt;</bpt>knew<ept id="3">&lt;/i&gt;</ept>'
    b'<it id="4" pos="open">x</it></source><target state="translated">Ningu\xc3\xa9m <ph id="5"/></target></trans-unit></group></body></file></xliff>',
    "po": b'# Translator\nmsgid ""\nmsgstr ""\n"Language: pt\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Source-Language: en\\n"\n\n'
    b'#. note\n#: a.md:3\nmsgctxt "u1/1"\nmsgid "The Secretary-General "\n"arrived.\\n"\nmsgstr "O secret\xc3\xa1rio-geral chegou.\\n"\n\n#, fuzzy\n'
    b'#| msgid "Nobody"\nmsgid "Nobody knew"\nmsgstr "Ningu\xc3\xa9m"\n\nmsgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d dia"\nmsgstr[1] '
    b'"%d dias"\n\n#~ msgid "old"\n#~ msgstr "velho"\n',
}  # fmt: skip


def survives(data: bytes) -> bool:
    """Read a file, write what it gave as TMX, and read that; tell whether the reader took it.

    Raises:
        AssertionError: What was read is not what was written, or it took too long.
    """
    started = time.process_time()
    try:
        taken = take_bytes(data, "a", least="initial")
    except LocalizeError:
        return False
    written = tmx.write(taken.entries, "en")
    again = take_bytes(written.encode(), "b", least="initial")
    assert tmx.write(again.entries, "en") == written
    assert time.process_time() - started < SECONDS
    return True


if __name__ == "__main__":
    sys.exit(main(SAMPLES, lambda _name, data: survives(data)))
