"""Files of strings, as programs keep what they say to people: one module or package a kind of file.

A string is read into what it says and where each of its characters stands in the file (``strings.py``). Then it is cut
into the texts in it (``pieces.py``), placeholders and tags in them are found (``marks.py``), and what nobody would
translate is left out (``prose.py``). Nothing else of the file is touched.
"""
