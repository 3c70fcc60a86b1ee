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
