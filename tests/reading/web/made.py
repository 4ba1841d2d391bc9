"""Web pages to read. All text is invented."""

from __future__ import annotations

from yosnlp.reading import web
from yosnlp.records import Document
from yosnlp.text import view

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ashcombe - the inspectorate</title>
<style>.hale-print-only {display: none}</style><script>var cookies = "<p>no</p>";</script></head>
<body>
<div class="ccfw-page-banner" id="cookie-banner"><h2>Are you OK with cookies?</h2>
<p>We use small files to make this site work.</p><button>Accept all</button></div>
<a class="govuk-skip-link" href="#content">Skip to content</a>
<header class="govuk-header" role="banner"><a href="/">HM Inspectorate</a>
  <nav><ul><li><a href="/a">Our work</a></li><li><a href="/b">Our reports</a></li></ul></nav></header>
<nav class="govuk-breadcrumbs" aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>Ashcombe</li></ol></nav>
<div class="hale-print-only"><p>All content is available under the Open Government Licence v3.0.</p></div>
<div id="content"><main id="maincontent"><article id="post-7">
<h1>An inspection of youth justice services in Ashcombe</h1>
<p>Published: 3 July 2025</p>
<div id="toc"><h2>On this page</h2><ol><li><a href="#foreword">Foreword</a></li><li><a href="#v1">V1</a></li></ol></div>
<section id="foreword"><h2>Foreword <a href="#top">(Back to top)</a></h2>
<p>Ashcombe is a settled service.<sup><a href="#fn1">[1]</a></sup> Its board met <b>ei</b>ght times[2]
in the year to 31<sup>st</sup> March.</p></section>
<h2 id="ratings">Ratings</h2>
<table><caption>Work with children</caption>
<thead><tr><th>Standard</th><th>Rating</th></tr></thead>
<tbody><tr><td>2.1 Assessing</td><td><strong>Good</strong></td></tr>
<tr><td>2.2 Planning<td><img src="x.png" alt="Requires improvement"></tr></tbody></table>
<div class="govuk-accordion"><div class="govuk-accordion__section">
<h2 class="govuk-accordion__section-heading"><button aria-controls="sec-1"><span id="head-1">2.1 Assessing</span>
<span class="govuk-visually-hidden">, show this section</span></button></h2>
<div id="sec-1" aria-hidden="true" hidden style="display:none"><h3>Strengths</h3>
<ul><li>Staff listened to children.<li><p>Plans were kept.</p><p>They were short.</p></ul></div></div></div>
<details><summary>How we rate</summary><p>Panels check each rating.</p></details>
<blockquote><p>She rang me every Friday.</p></blockquote>
<h2 id="notes">Footnotes</h2>
<p>[1] The standards are on our site.</p><p><sup>2</sup> Minutes for one were lost.</p>
<ol class="footnotes"><li id="fn3">A further note. <a href="#fnref3">back</a></li></ol>
</article>
<div class="share-links"><p>Share this page</p></div></main></div>
<aside class="related-content"><h2>Related content</h2><a href="/c">Another report</a></aside>
<footer class="govuk-footer"><p>Crown copyright</p></footer></body></html>"""


def read(page: str) -> Document:
    return web.read(page.encode(), "ashcombe.html")


def body(inner: str) -> Document:
    return read(f"<html><body>{inner}</body></html>")


def shape(document: Document) -> list[tuple[str, str | None, str]]:
    """Kind, sign and visible text of each block."""
    return [(b.kind, b.marker, view(document, b.start, b.end).text) for b in document.blocks]


def hidden(document: Document, reason: str) -> list[str]:
    return [document.text[h.start : h.end] for h in document.hidden if h.reason == reason]
