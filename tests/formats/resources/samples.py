"""Files of strings as programs have them: a few of each kind, with what is awkward about it."""

from __future__ import annotations

I18NEXT = """{
    "title": "Ministers meet in Brussels",
    "welcome": "Welcome, {{name}}! You have <strong>{{count}}</strong> new messages.",
    "item_one": "{{count}} file was deleted",
    "item_other": "{{count}} files were deleted",
    "nested": {"help": "Read the <a href=\\"/help\\">help page</a>.\\nThen write to us.", "url": "https://example.org/a", "n": 3.50},
    "linked": "$t(title) and more",
    "list": ["One thing", true, null, "Caf\\u00e9"]
}
"""
ICU = """{
  "votes": "{count, plural, =0 {No member has voted} one {# member has voted} other {# members have voted}}",
  "invited": "{gender, select, female {She invited {guests, plural, one {a guest} other {# guests}}} other {They came}}",
  "quoted": "It''s {name}''s turn: '{'not this'}'"
}
"""
ARB = """{
  "@@locale": "en_US",
  "greeting": "Hello {name}",
  "@greeting": {"description": "Shown at the top", "placeholders": {"name": {"type": "String"}}}
}
"""
COMMENTED = """// Texts of the site
{
  "a": "The talks go on", /* why? */
  "b": "They ended",
}
"""
CHROME = '{"hello": {"message": "Hello $USER$, welcome", "description": "Greets", "placeholders": {"user": {"content": "$1"}}}}'
JSON = [I18NEXT, ICU, ARB, COMMENTED, CHROME, "{}", "[]", '"One string"', "3", "\ufeff{}", '{"a": {}}\r\n']

RAILS = """# Texts of the site
en:
  site:
    title: "The General Assembly"   # shown on top
    hello: Hello %{name}, welcome back
    intro: |
      The Prime Minister arrived in Brussels.
      She stays.

      The talks go on.
    folded: >-
      This text is long
      and goes on.

      Then it ends.
    note: 'Don''t close the window'
    wrapped: a plain text that goes
      on here
    count:
      one: "%{count} article"
      other: "%{count} articles"
    enabled: yes
    since: 2024-01-01
    list: [first thing, "second, thing", 3]
"""
ANCHORED = """base: &base
  title: The talks go on
again:
  <<: *base
  other: *base
tagged: !!str 12
custom: !ruby/sym name
? complex key
: its value
"""
PLAIN = '---\nname: News\nbody: "A \\"quoted\\" word, caf\\u00e9 \\\n  and on"\n...\n---\nsecond: Another document\n'
YAML = [
    RAILS,
    ANCHORED,
    PLAIN,
    "",
    "# only a comment\n",
    "a string\n",
    "- one\n- two\n",
    "k: |+\n  kept\n\n\nl: x\n",
    "\ufeffa: b c\n",
]

CATALOGUE = """# Translations of the site
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: news 1.0\\n"
"Language: \\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

#. Shown on top
#: app.py:10
#, python-format
msgid "The minister met %(name)s on 5%% of days."
msgstr ""

#: app.py:12
msgctxt "button"
msgid "Close the window"
msgstr ""

#, c-format
msgid "%d file was deleted"
msgid_plural "%d files were deleted"
msgstr[0] ""
msgstr[1] ""

msgid ""
"This is a longer text that goes over more than one line, as gettext writes "
"it when it has to.\\n"
"\\n"
"A second paragraph, \\"quoted\\", with <b>bold</b> words.\\n"
msgstr ""

msgid "Done"
msgstr "Pronto"

#, fuzzy
#| msgid "Old"
msgid "Newer"
msgstr "Mais velho"

#~ msgid "Gone"
#~ msgstr "Foi"
"""
PO = [
    CATALOGUE,
    'msgid "The talks go on"\nmsgstr ""\n',
    'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "The talks"\nmsgstr ""\n',
    CATALOGUE.replace("\n", "\r\n"),
    "",
    "# nothing\n",
    "\ufeff" + CATALOGUE,
]

XLIFF_12 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="ng2.template" source-language="en" datatype="plaintext">
    <body>
      <trans-unit id="greet" datatype="html">
        <source>Hello <x id="START_BOLD" equiv-text="&lt;b&gt;"/>minister<x id="CLOSE_BOLD"/>, you have <x id="INTERPOLATION"/> messages &amp; more.</source>
        <note from="description">Top of page</note>
      </trans-unit>
      <trans-unit id="done" approved="yes"><source>Done</source><target>Pronto</target>
        <alt-trans><source>It is done</source><target/></alt-trans>
      </trans-unit>
      <trans-unit id="left" translate="no"><source>Do not touch this</source></trans-unit>
      <trans-unit id="copied"><source>A copied text</source><target state="new">A copied text</target></trans-unit>
      <trans-unit id="native"><source>Press <bpt id="1">&lt;b></bpt>any<ept id="1">&lt;/b></ept> key for %s<ph id="2">\\n</ph></source></trans-unit>
      <group translate="no"><trans-unit id="inner"><source>Nor this</source></trans-unit></group>
      <trans-unit id="seg">
        <source>The <g id="1">Prime Minister</g> left. Nobody spoke.</source>
        <seg-source><mrk mtype="seg" mid="0">The <g id="1">Prime Minister</g> left.</mrk> <mrk mtype="seg" mid="1">Nobody <mrk mtype="protected">spoke_to</mrk>.</mrk></seg-source>
        <target/>
      </trans-unit>
    </body>
  </file>
</xliff>
"""
XLIFF_2 = """<?xml version='1.0'?>
<xlf:xliff version="2.1" xmlns:xlf="urn:oasis:names:tc:xliff:document:2.0" xmlns:m="urn:oasis:names:tc:xliff:matches:2.0" srcLang="en-US" trgLang="pt">
  <xlf:file id="f1">
    <xlf:unit id="1">
      <m:matches><m:match ref="#s0"><xlf:source>An old text</xlf:source><xlf:target/></m:match></m:matches>
      <xlf:notes><xlf:note>Top</xlf:note></xlf:notes>
      <xlf:originalData><xlf:data id="d1">&lt;b></xlf:data></xlf:originalData>
      <xlf:segment id="s0" state="initial" subState="x:y">
        <xlf:source>The <xlf:pc id="1" dataRefStart="d1">Security Council</xlf:pc> met<!-- in --> <xlf:sc id="2"/>today<xlf:ec startRef="2"/><xlf:cp hex="001A"/>.</xlf:source>
      </xlf:segment>
      <xlf:ignorable><xlf:source> </xlf:source></xlf:ignorable>
      <xlf:segment id="s1" state="translated"><xlf:source>It rained.</xlf:source><xlf:target>Choveu.</xlf:target></xlf:segment>
    </xlf:unit>
    <xlf:unit id="2" translate="no"><xlf:segment><xlf:source>Left alone</xlf:source></xlf:segment></xlf:unit>
    <xlf:unit id="3"><xlf:segment><xlf:source><![CDATA[A <b>bold</b> & long text]]></xlf:source><xlf:target></xlf:target></xlf:segment></xlf:unit>
  </xlf:file>
</xlf:xliff>
"""
XLIFF = [
    XLIFF_12,
    XLIFF_2,
    XLIFF_12.replace("\n", "\r\n"),
    '<xliff version="1.2"><file source-language="en" original="a"><body/></file></xliff>',
    '<xliff version="1.0"><file source-language="fr" original="a"><body><trans-unit id="1"><source>Un mot</source></trans-unit></body></file></xliff>',
]
