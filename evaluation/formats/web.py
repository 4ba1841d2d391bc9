"""A report as a saved page of the inspectorate's site of 2025: with everything that the site puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import cycle

from evaluation.formats.parts import Call, Inline, Original, Part, shown

_STYLE = """
body { font-family: sans-serif; font-size: 12pt; line-height: 1.4; max-width: 45em; margin: 0 auto; }
blockquote { font-style: italic; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #999; padding: 4pt; text-align: left; }
.back-to-top { font-size: 9pt; } .accordion-button { font: inherit; border: 0; background: none; padding: 0; }
.accordion-content[hidden] { display: none; }
@media print {
.skip-link, .cookie-banner, header nav, .share, .accordion-toggle { display: none; }
.accordion-content[hidden] { display: block; } }
"""
_BEFORE = """<a class="skip-link" href="#main-content">Skip to main content</a>
<div class="cookie-banner" role="region" aria-label="Cookies on this site">
<h2>Cookies on this site</h2>
<p>We use some essential cookies to make this website work. We would like to set more to see how you use it.</p>
<button>Accept additional cookies</button> <button>Reject additional cookies</button>
<a href="/cookies">View cookies</a></div>
<header role="banner"><a href="/">Home</a>
<nav aria-label="Main menu"><ul><li><a href="/about">About us</a></li>
<li><a href="/inspections">Our inspections</a></li>
<li><a href="/news">News and blogs</a></li></ul>
<form role="search"><label for="s">Search this site</label><input id="s"><button>Search</button></form></nav></header>
"""
_LICENCE = """<div class="licence"><p>This publication is licensed under the terms of the Open Government Licence v3.0
except where otherwise stated. To view this licence, visit
<a href="https://www.example.org/licence">example.org/licence</a>.</p></div>
"""
_AFTER = """<div class="share"><p>Share this page</p><ul><li><a href="#">Share on Facebook</a></li>
<li><a href="#">Print this page</a></li></ul></div>
<footer role="contentinfo"><ul><li><a href="/privacy">Privacy policy</a></li><li><a href="/accessibility">Accessibility
statement</a></li></ul><p>© Crown copyright</p></footer>
<script>document.querySelectorAll(".accordion-button").forEach(b => b.addEventListener("click", toggle));</script>
"""
_TRACKING = "<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments); }</script>"
_BACK = ' <span class="back-to-top"><a href="#main-content">(Back to top)</a></span>'
_FOLDED = 3  # level of the headings under which the page can be folded up


def page(original: Original) -> str:
    """``original`` as a whole page of HTML."""
    title = next((shown(p.inline) for p in original.parts if p.kind == "heading"), original.name)
    body = "\n".join([*_contents(original), *_body(original.parts), *_notes(original)])
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)} - Our site</title>\n'
        f"<style>{_STYLE}</style>{_TRACKING}</head>\n<body>\n{_BEFORE}"
        f'<main id="main-content"><article>\n{_LICENCE}{body}\n</article></main>\n{_AFTER}</body></html>\n'
    )


def _contents(original: Original) -> Iterator[str]:
    """The way in: links to the parts of the page."""
    entries = [(shown(p.rows[0][0]), shown(p.rows[0][1])) for p in original.parts if p.kind == "contents"]
    parts = [(shown(p.inline), "") for p in original.parts if p.kind == "heading" and p.level == 2]
    yield '<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>'
    for text, number in entries or parts:
        yield f'<li><a href="#{_anchor(text)}">{escape(text)}</a> {number}</li>'
    yield "</ul></nav>"


def _anchor(text: str) -> str:
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _body(parts: tuple[Part, ...]) -> Iterator[str]:
    """The parts one after the other: items in lists, and what stands under some headings folded up."""
    inside = ""  # the list that is open
    folds = cycle(_FOLDS)
    fold, deep = _PLAIN, 0  # what is open, and under a heading of which level
    seen: set[str] = set()
    for part in parts:
        wanted = {"bullet": "ul", "numbered": "ol"}.get(part.kind, "")
        if inside and wanted != inside:
            yield f"</{inside}>"
        if wanted and wanted != inside:
            first = "".join(c for c in part.marker if c.isdigit())
            yield f'<ol start="{first}">' if wanted == "ol" and first else f"<{wanted}>"
        inside = wanted
        if part.kind == "heading":
            if part.level <= deep:
                yield fold.after
                fold, deep = _PLAIN, 0
            if part.level == _FOLDED:
                fold, deep = next(folds), part.level
            yield _heading(part, fold if part.level == deep else _PLAIN, seen)
        elif part.kind != "contents":
            yield _block(part)
    yield (f"</{inside}>" if inside else "") + fold.after


@dataclass(frozen=True, slots=True)
class _Fold:
    """How a part of a page is folded up: what stands around its heading and at its end."""

    before: str = "{heading}"
    button: str = "{text}"
    after: str = ""


_PLAIN = _Fold()
_FOLDS = (
    _Fold('<details open><summary>{heading}</summary><div class="accordion-content">', "{text}", "</div></details>"),
    _Fold(
        '<div class="accordion">{heading}<div class="accordion-content" hidden>',
        '<button type="button" class="accordion-button" aria-expanded="false"><span class="accordion-heading">{text}'
        '</span><span class="accordion-toggle">Show</span></button>',
        "</div></div>",
    ),
    _PLAIN,
)


def _heading(part: Part, fold: _Fold, seen: set[str]) -> str:
    """A heading that can be linked to; one that folds nothing up has the link back to the top of the page."""
    anchor = _anchor(shown(part.inline))
    while anchor in seen:
        anchor += "-2"
    seen.add(anchor)
    back = _BACK if part.level > 1 and fold is _PLAIN else ""
    text = fold.button.replace("{text}", _marked(part.inline))
    return fold.before.replace("{heading}", f'<h{part.level} id="{anchor}">{text}{back}</h{part.level}>')


def _block(part: Part) -> str:
    if part.kind == "table":
        rows = ("".join(f"<td>{_marked(cell)}</td>" for cell in row) for row in part.rows)
        return "<table><tbody>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</tbody></table>"
    text = _marked(part.inline)
    if part.kind in ("bullet", "numbered"):
        return f"<li>{text}</li>"
    if part.kind == "quotation":
        return f"<blockquote><p>{text}</p></blockquote>"
    return f"<p><strong>{text}</strong></p>" if part.kind == "label" else f"<p>{text}</p>"


def _marked(inline: Inline) -> str:
    return "".join(
        f'<a href="#note-{p.number}" id="call-{p.number}">[{p.number}]</a>' if isinstance(p, Call) else escape(p, False)
        for p in inline
    )


def _notes(original: Original) -> Iterator[str]:
    if original.notes:
        yield f'<h2 id="footnotes">Footnotes{_BACK}</h2>'
    for number, text in original.notes.items():
        yield f'<p id="note-{number}"><a href="#call-{number}">[{number}]</a> {escape(text, False)}</p>'
