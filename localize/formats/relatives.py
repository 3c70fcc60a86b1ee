"""Files that people try, too, and what makes one of them a file that can be translated."""

from __future__ import annotations

_HINTS = {
    "open it in LibreOffice or Word and save it as .docx or .odt": "doc dot rtf odm pages wpd wps sxw abw",
    "open it in LibreOffice or PowerPoint and save it as .pptx or .odp": "ppt pps pot key sxi",
    "open it in LibreOffice and save it as .ods; a table of terms is read by: localize glossary import": (
        "xls xlsx xlsm xlsb csv tsv numbers sxc"
    ),
    "open it in Word and save it as .docx, or take the text alone: pdftotext FILE.pdf FILE.txt": "pdf ps djvu",
    "make it .srt, for example: ffmpeg -i FILE FILE.srt": "ass ssa sub sbv ttml dfxp lrc stl scc smi mpl",
    "make it Markdown: pandoc FILE -o FILE.md": "rst adoc asciidoc org textile wiki mediawiki tex latex ipynb opml",
    "make it an e-book of the open format: ebook-convert FILE FILE.epub (Calibre)": "mobi azw azw3 fb2 lit prc kfx",
    "unpack it (it is a zip archive) and translate the .xlf in it": "xlz mqxlz sdlppx",
    "save the page as .html": "mht mhtml webarchive",
    "if it is HTML with pieces of a program in it, name it .html": "php phtml jsp asp aspx erb hbs ejs twig tpl vue",
    "make it PO or XLIFF, for example with the converters of Translate Toolkit": (
        "properties strings resx ini ts rc dtd lang qm mo gmo toml xcstrings xml idml mif"
    ),
    "memories are read by: localize memory import": "tmx",
    "glossaries are read by: localize glossary import": "tbx utx",
    "name it .json; comments may stay, keys need double quotes": "json5 hjson",
    "name it .txt": "log nfo asc me",
}
_BY_EXTENSION = {f".{each}": hint for hint, extensions in _HINTS.items() for each in extensions.split()}


def hint(extension: str) -> str:
    """Tell what to do with a file that is no article, going by its extension, lower case; empty if nothing is known."""
    return _BY_EXTENSION.get(extension, "")
