"""A report as a saved page of the inspectorate's site of 2025: with everything that the site puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from evaluation.formats.parts import Call, Inline, Original, Part, shown

_STYLE = """
body { font-family: sans-serif; font-size: 12pt; line-height: 1.4; max-width: 45em; margin: 0 auto; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #999; padding: 4pt; text-align: left; }
.back-to-top { font-size: 9pt; } .accordion-content[hidden] { display: none; }
@media print {
.skip-link, .cookie-banner, nav, .share { display: none; } .accordion-content[hidden] { display: block; } }
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
_FOLDED = 3  # level of headings: what stands under every second of them is folded up


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
    links = [shown(p.inline) for p in original.parts if p.kind == "heading" and p.level == 2]
    yield '<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>'
    yield from (f'<li><a href="#{_anchor(text)}">{escape(text)}</a></li>' for text in links)
    yield "</ul></nav>"


def _anchor(text: str) -> str:
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _body(parts: tuple[Part, ...]) -> Iterator[str]:
    """The parts one after the other: items in lists, and what stands under some headings in accordions."""
    inside = ""  # the list that is open
    folded = deep = 0
    seen: set[str] = set()
    for part in parts:
        wanted = {"bullet": "ul", "numbered": "ol"}.get(part.kind, "")
        if inside and wanted != inside:
            yield f"</{inside}>"
        if part.kind == "heading" and deep and part.level <= deep:
            yield "</div></details>" if folded % 2 else "</div></div>"
            deep = 0
        if wanted and wanted != inside:
            first = "".join(c for c in part.marker if c.isdigit())
            yield f'<ol start="{first}">' if wanted == "ol" and first else f"<{wanted}>"
        inside = wanted
        if part.kind == "heading":
            yield _heading(part, seen)
            if part.level == _FOLDED:
                folded, deep = folded + 1, part.level
                yield _ACCORDIONS[folded % 2]
        elif part.kind != "contents":
            yield _block(part)
    if inside:
        yield f"</{inside}>"
    if deep:
        yield "</div></details>" if folded % 2 else "</div></div>"


_ACCORDIONS = (
    '<div class="accordion"><button class="accordion-button" aria-expanded="false">Show</button>'
    '<div class="accordion-content" hidden>',
    '<details open><summary>Hide</summary><div class="accordion-content">',
)


def _heading(part: Part, seen: set[str]) -> str:
    """A heading that can be linked to, with the link back to the top of the page."""
    text = shown(part.inline)
    anchor = _anchor(text)
    while anchor in seen:
        anchor += "-2"
    seen.add(anchor)
    back = _BACK if part.level > 1 else ""
    return f'<h{part.level} id="{anchor}">{_marked(part.inline)}{back}</h{part.level}>'


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
