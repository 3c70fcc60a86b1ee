"""The review page of one result: its head, its filters, its table."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING

from localize import __version__
from localize.exchange.review.elements import Html, join, tag
from localize.exchange.review.rows import Row, found, row
from localize.languages import direction, name
from localize.places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Finding
    from localize.exchange.rows import FileResult

_FILTERS = {
    "all": "All",
    "findings": "With findings",
    "repaired": "Repaired",
    "unresolved": "Unresolved",
}
_KEYS = {
    "j": "next sentence",
    "k": "sentence before",
    "/": "search",
    "f": "next filter",
    "c": "show or hide codes",
    "Esc": "end the search",
    "?": "this help",
}


def export(result: FileResult) -> str:
    """Write a page that shows a translation beside its source, sentence by sentence.

    Terms are marked with what became of them, findings stand beside their sentence, inline codes at their places.
    Filters work without a script; search and keys need the one in the page. The page loads nothing, and its
    Content-Security-Policy (CSP level 3) allows nothing but its own style and script, by their hashes; every text in
    it is escaped. Same result, same page.
    """
    style, script = (_part(name) for name in ("page.css", "page.js"))
    title = f"{result.document.path}: {_languages(result)}"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=f"localize {__version__}"),
        tag("title", title),
        tag("style", Html(style)),
    )
    rows = _rows(result)
    body = tag(
        "body",
        _header(result, rows),
        _controls(rows) if rows else "",
        tag("main", _of_file(result), _table(result, rows)),
        _help(),
        tag("script", Html(script)),
    )
    page = tag("html", "\n", head, "\n", body, "\n", lang="en", translate="no")
    return f"<!DOCTYPE html>\n{page}\n"


def _part(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script))
    allowed = " ".join(
        f"{kind}-src 'sha256-{digest}';" for kind, digest in zip(("style", "script"), digests, strict=True)
    )
    return f"default-src 'none'; {allowed} base-uri 'none'; form-action 'none'"


def _languages(result: FileResult) -> str:
    return f"{name(result.document.language or 'und')} to {name(result.language)}"


def _rows(result: FileResult) -> list[Row]:
    findings: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.segment is not None:
            findings.setdefault(finding.segment.id, []).append(finding)
    places = Places(result.document)
    return [
        Row(
            number,
            places.locate(one.segment)[0],
            one,
            tuple(findings.get(one.segment.id, ())),
            "" if result.document.package else "line",
            result.back.get(one.segment.id, "") if result.back else None,
        )
        for number, one in enumerate(result.translations, 1)
    ]


def _header(result: FileResult, rows: Sequence[Row]) -> Html:
    terms = Counter(verdict.verdict for one in rows for verdict in one.translation.terms)
    findings = Counter(finding.severity for finding in result.findings)
    origins = dict.fromkeys(one.translation.origin for one in rows if one.translation.origin)
    facts = {
        "Languages": _languages(result),
        "Translation": tag("bdi", result.output) if result.output else "",
        "Sentences": _listed({"": len(rows), "from memory": result.from_memory}),
        "Terms": _listed({kind: terms[kind] for kind in ("satisfied", "repaired", "unresolved")}),
        "Findings": _listed(
            {kind + "s" * (findings[kind] != 1): findings[kind] for kind in ("error", "warning", "note")}
        ),
        "Made by": join(*(tag("div", origin) for origin in origins if not origin.startswith("memory "))),
    }
    return tag(
        "header",
        tag("h1", tag("bdi", result.document.path)),
        tag("dl", (tag("div", tag("dt", key), tag("dd", value)) for key, value in facts.items() if value)),
    )


def _listed(counts: dict[str, int]) -> str:
    shown = [f"{count:,} {what}".strip() for what, count in counts.items() if count]
    return ", ".join(shown) or "none"


def _controls(rows: Sequence[Row]) -> Html:
    counts = {key: len(rows) if key == "all" else sum(key in one.traits for one in rows) for key in _FILTERS}
    filters = [
        tag(
            "label",
            tag("input", type="radio", name="show", id=f"show-{key}", value=key, checked=key == "all"),
            tag("span", label, " ", tag("b", f"{counts[key]:,}")),
        )
        for key, label in _FILTERS.items()
    ]
    search = tag(
        "label", "Search ", tag("input", type="search", id="search", autocomplete="off"), class_="scripted"
    )
    return tag(
        "form",
        tag("fieldset", tag("legend", "Show", class_="unseen"), filters),
        tag("label", tag("input", type="checkbox", id="codes", checked=True), tag("span", "Codes")),
        search,
        tag("output", "", id="count", class_="scripted", aria_live="polite", for_="search"),
        tag("button", "Keys", type="button", popovertarget="keys", class_="scripted"),
        id="controls",
        role="search",
        aria_label="Sentences",
    )


def _of_file(result: FileResult) -> Html:
    """Show the findings that concern no single sentence."""
    general = [finding for finding in result.findings if finding.segment is None]
    if not general:
        return Html("")
    shown = tag("ul", map(found, general), class_="notes")
    return tag("section", tag("h2", "About the whole file"), shown)


def _table(result: FileResult, rows: Sequence[Row]) -> Html:
    if not rows:
        return tag("p", "There is nothing to translate in this file.")
    source, target = result.document.language or "und", result.language
    heads = [
        tag("th", "Place", scope="col", class_="place"),
        tag("th", name(source), scope="col", class_="text", dir=direction(source)),
        tag("th", name(target), scope="col", class_="text", dir=direction(target)),
        tag("th", f"Back into {name(source)}", scope="col", class_="text", dir=direction(source))
        if result.back
        else "",
        tag("th", "Terms and findings", scope="col", class_="notes"),
    ]
    return join(
        tag("h2", "Sentences", class_="unseen"),
        tag(
            "table",
            tag("caption", "Source and translation, sentence by sentence", class_="unseen"),
            tag("thead", tag("tr", heads)),
            tag("tbody", ("\n", *(row(one, source, target) for one in rows))),
        ),
    )


def _help() -> Html:
    keys = (tag("div", tag("dt", tag("kbd", key)), tag("dd", what)) for key, what in _KEYS.items())
    return tag("aside", tag("h2", "Keys"), tag("dl", keys), id="keys", popover=True, aria_label="Keys")
