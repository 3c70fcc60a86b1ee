"""Files of word processors and of slide shows: archives of XML, read as paragraphs and spliced.

Each has paragraphs of runs: stretches of text that look alike. ``atoms`` are what paragraphs are made of, whatever
program wrote them; ``pieces`` makes units of them, ``spelling`` writes translations, ``files`` does both for a file.
A format is a module that finds the paragraphs (``docx``, ``odt``, ``pptx``).
"""
