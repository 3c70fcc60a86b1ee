"""What the elements and attributes of HTML are to a translator.

Source: HTML Living Standard, sections 4 (elements), 13.1.2 (void elements, optional tags) and 15.3 (rendering).
"""

from __future__ import annotations

BLOCK = frozenset(
    [
        "address",
        "applet",
        "article",
        "aside",
        "base",
        "basefont",
        "bgsound",
        "blockquote",
        "body",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "link",
        "listing",
        "main",
        "marquee",
        "menu",
        "meta",
        "multicol",
        "nav",
        "noframes",
        "noscript",
        "ol",
        "optgroup",
        "option",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "template",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "xmp",
    ]
)
"""Elements that part what stands before them from what follows. All others are part of a sentence."""

KINDS = {
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6", "title", "caption", "legend"], "heading"),
    **dict.fromkeys(["li", "dt", "dd"], "list-item"),
    **dict.fromkeys(["td", "th"], "table-cell"),
    **dict.fromkeys(["option", "optgroup", "summary"], "label"),
    "blockquote": "quote",
    "figcaption": "caption",
    "body": "paragraph",
    "aside": "paragraph",
}
"""Kinds of units by the nearest of these elements around them."""

VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements without content and end tag."""

UNTRANSLATED = frozenset(
    [
        "applet",
        "audio",
        "canvas",
        "code",
        "embed",
        "iframe",
        "kbd",
        "listing",
        "math",
        "noembed",
        "object",
        "plaintext",
        "pre",
        "samp",
        "script",
        "style",
        "svg",
        "textarea",
        "tt",
        "var",
        "video",
        "xmp",
    ]
)
"""Elements whose content is left as it is, unless they say ``translate="yes"``. ``pre`` is, because it holds code or
output more often than prose, and its line breaks would be lost."""

ISLANDS = frozenset(
    [
        "applet",
        "audio",
        "canvas",
        "datalist",
        "embed",
        "iframe",
        "math",
        "noembed",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "textarea",
        "video",
    ]
)
"""Elements inside a sentence that are one thing to it, whatever is in them."""

DRAWN = frozenset(["text", "title", "desc", "foreignobject"])
"""Elements of ``svg`` that hold words (SVG 2, sections 5.8, 11.2, 12.3)."""

CONTROLS = frozenset(["datalist", "input", "select", "textarea"])
"""Elements to fill in; what stands on both sides of one is one sentence only if it visibly goes on."""

FRAMED = frozenset(["button", "label", "meter", "output", "progress"])
"""Parts of a form that are no part of the sentence around them, unless it goes on behind them."""

UNSEEN = frozenset(["script", "style"])
"""Islands that do not show."""

APART = frozenset(["a", "button", "label"])
"""Elements that stand for themselves where there is nothing between them: menus, rows of buttons."""

SEEN = frozenset(["img", "input", "keygen", "embed", "br"])
"""Void elements that show, so that spaces on both sides of them count."""

CLOSED_BY = {
    "li": frozenset(["li"]),
    **dict.fromkeys(["dt", "dd"], frozenset(["dt", "dd"])),
    **dict.fromkeys(["td", "th"], frozenset(["td", "th"])),
    "tr": frozenset(["td", "th", "tr"]),
    **dict.fromkeys(["tbody", "thead", "tfoot"], frozenset(["td", "th", "tr", "tbody", "thead", "tfoot"])),
    "option": frozenset(["option"]),
    "optgroup": frozenset(["option", "optgroup"]),
    "body": frozenset(["head"]),
}
"""Elements that the start tag of another one ends, without an end tag of their own; ``p`` is ended by any block."""

LISTS = frozenset(["ul", "ol", "menu", "dl", "table", "select", "template"])
"""Elements beyond which a start tag ends none."""

PHRASES = {
    "alt": "image",
    **dict.fromkeys(
        [
            "abbr",
            "aria-braillelabel",
            "aria-description",
            "aria-label",
            "aria-placeholder",
            "aria-roledescription",
            "aria-valuetext",
            "placeholder",
            "summary",
            "title",
        ],
        "attribute",
    ),
}
"""Attributes that hold prose, with the kind of unit that they make."""

META = {
    **dict.fromkeys(
        [
            "description",
            "abstract",
            "keywords",
            "news_keywords",
            "dcterms.description",
            "dc.description",
            "og:description",
            "og:image:alt",
            "twitter:description",
            "twitter:image:alt",
            "subject",
            "summary",
        ],
        "paragraph",
    ),
    **dict.fromkeys(
        ["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "alternativeheadline"],
        "heading",
    ),
}
"""Names and properties of ``meta`` elements whose content is prose."""

BUTTONS = frozenset(["submit", "button", "reset"])
"""Types of ``input`` whose value is a caption."""
