"""Saved web pages, as the inspectorate's site of 2025 and others give them. All text is invented."""

from __future__ import annotations

import pytest

from tests.reading.specified import texts
from yosnlp.errors import UnreadableInput
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


def test_a_page_is_read_as_its_report_alone() -> None:
    assert shape(read(PAGE)) == [
        ("heading", None, "An inspection of youth justice services in Ashcombe"),
        ("paragraph", None, "Published: 3 July 2025"),
        ("heading", None, "Foreword"),
        (
            "paragraph",
            None,
            "Ashcombe is a settled service. Its board met eight times in the year to 31st March.",
        ),
        ("heading", None, "Ratings"),
        ("paragraph", None, "Work with children"),
        ("table", None, "Standard Rating"),
        ("table", None, "2.1 Assessing Good"),
        ("table", None, "2.2 Planning Requires improvement"),
        ("heading", None, "2.1 Assessing"),
        ("heading", None, "Strengths"),
        ("item", "•", "Staff listened to children."),
        ("item", "•", "Plans were kept. They were short."),
        ("paragraph", None, "How we rate"),
        ("paragraph", None, "Panels check each rating."),
        ("quotation", None, "She rang me every Friday."),
        ("heading", None, "Footnotes"),
    ]


def test_nothing_of_a_page_is_lost_but_scripts_and_styles() -> None:
    text = read(PAGE).text
    for words in ("Are you OK with cookies?", "Skip to content", "Our reports", "Open Government Licence", "Crown"):
        assert words in text
    assert "var cookies" not in text
    assert "display: none" not in text


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("web_page", "Are you OK with cookies?"),
        ("web_page", "Accept all"),
        ("web_page", "(Back to top)"),
        ("web_page", "Another report"),
        ("contents", "Foreword"),
        ("footnote_mark", "[1]"),
        ("footnote_mark", "[2]"),
        ("footnote", "[1] The standards are on our site."),
        ("footnote", "2 Minutes for one were lost."),
        ("footnote", "A further note. back"),
    ],
)
def test_what_is_not_the_report_is_hidden_as_what_it_is(reason: str, words: str) -> None:
    assert words in hidden(read(PAGE), reason)


def test_anchors_are_those_of_headings_or_of_what_is_in_or_around_them() -> None:
    document = read(PAGE)
    names = [(a.name, document.text[a.start : a.end].split("\n")[0]) for a in document.anchors]
    assert names == [
        ("post-7", "An inspection of youth justice services in Ashcombe"),
        ("foreword", "Foreword (Back to top)"),
        ("ratings", "Ratings"),
        ("head-1", "2.1 Assessing , show this section"),
        ("sec-1", "Strengths"),
        ("notes", "Footnotes"),
    ]
    assert document.anchor_at(document.text.index("Its board")) == "foreword"
    assert document.page_at(document.text.index("Its board")) is None


def test_a_table_of_columns_with_lists_is_read_column_by_column() -> None:
    document = body(
        "<table><tr><th>Strengths</th><th>Areas for improvement</th></tr>"
        "<tr><td><ul><li>One</li><li>Two</li></ul></td><td><ul><li>Three</li><li>Four</li></ul></td></tr></table>"
    )
    assert texts(document) == ["Strengths", "One", "Two", "Areas for improvement", "Three", "Four"]


def test_a_table_that_lays_out_the_page_is_read_as_text() -> None:
    document = body(
        "<table><tr><td width=150><a href='/'>Home</a></td><td><table><tr><td><h1>Report on Elmstow</h1>"
        "<p>First.</p><p>Second.</p><p>Third.</p></td></tr></table></td></tr></table>"
    )
    assert shape(document)[1:] == [
        ("heading", None, "Report on Elmstow"),
        ("paragraph", None, "First."),
        ("paragraph", None, "Second."),
        ("paragraph", None, "Third."),
    ]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3.", "7.", "8."]),
        ("<ol type=a><li>a<li>b</ol>", ["a.", "b."]),
        ("<ol type=i reversed><li>a<li>b</ol>", ["ii.", "i."]),
        ("<p>• first<br>• second</p>", ["•", "•"]),
        ("<p>1. first<br>2. second</p>", ["1.", "2."]),
        ("<ul><li>(1) first</li><li>(2) second</li></ul>", ["(1)", "(2)"]),
        ("<p class=MsoListParagraph><span>\u00b7<span>&nbsp; &nbsp;</span></span>first</p>", ["\u00b7"]),
    ],
    ids=[
        "numbers",
        "letters",
        "roman, backwards",
        "typed bullets",
        "typed numbers",
        "numbers after bullets",
        "from Word",
    ],
)
def test_items_bear_the_signs_that_a_reader_sees(inner: str, expected: list[str]) -> None:
    assert [block.marker for block in body(inner).blocks] == expected


def test_a_line_break_ends_a_line_of_an_address_but_not_a_sentence() -> None:
    assert texts(body("<p>Fieldwork started March 2025<br>Overall rating Good</p>")) == [
        "Fieldwork started March 2025",
        "Overall rating Good",
    ]
    assert texts(body("<p>The board had met<br>twice in the year.</p>")) == ["The board had met twice in the year."]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<p>caf\u00e9 \u2019</p>".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "<p>caf\u00e9 \u2019</p>".encode(), "utf-8-sig"),
        ("<p>caf\u00e9 \u2019</p>".encode("utf-16"), "utf-16"),
        ("<meta charset=iso-8859-1><p>caf\u00e9 \u2019</p>".encode("cp1252"), "cp1252"),
        ("<meta charset=utf-8><p>caf\u00e9 \u2019</p>".encode("cp1252"), "utf-8"),
        ("<p>caf\u00e9 \u2019</p>".encode("cp1252"), "utf-8"),
    ],
    ids=["utf-8", "mark", "utf-16", "declared", "wrongly declared", "not declared"],
)
def test_the_encoding_is_told_by_mark_bytes_and_declaration(data: bytes, encoding: str) -> None:
    document = web.read(data, "page.html")
    assert (document.text, document.encoding) == ("caf\u00e9 \u2019", encoding)


def test_a_web_archive_holds_its_page() -> None:
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<h1>Report on Elm=C3=A9stow</h1>\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
    )
    assert texts(web.read(archive.encode(), "page.mhtml")) == ["Report on Elm\u00e9stow"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no text"),
        (b"<!-- only a comment -->", "no text"),
        (b"<html><body><script>x()</script></body></html>", "no text"),
        (b"bplist00xx", "Safari"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/plain\n\n--b--",
            "no page",
        ),
    ],
    ids=["empty", "comment", "script", "web archive of Safari", "archive without a page"],
)
def test_a_file_without_a_page_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        web.read(data, "page.html")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "deep",
        "<table><tr><td>" * 5_000 + "deep",
        "".join(f"<b id=b{i}><p>" for i in range(5_000)) + "deep",
        "<ul><li>" * 5_000 + "deep",
        "<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">deep",
        "</div>" * 50_000 + "deep",
        "<p>deep</body></html>",
        "<blockquote>" * 5_000 + "deep",
    ],
    ids=["blocks", "tables", "emphasis", "lists", "attributes", "ends", "after the end", "quotations"],
)
def test_no_nesting_loses_text(page: str) -> None:
    assert "deep" in body(page + "<p>and after</p>").text
    assert "and after" in body(page + "<p>and after</p>").text


def test_what_is_named_like_furniture_but_is_long_prose_is_read() -> None:
    prose = "".join(
        f"<p>The board looked at matter {i} and asked for more work to be done on it.</p>" for i in range(60)
    )
    assert len(body(f"<div class='sidebar'>{prose}</div>").blocks) == 60


@pytest.mark.parametrize("control", ["button", "summary", "a role=button"])
def test_the_word_that_folds_a_part_up_is_no_part_of_its_heading(control: str) -> None:
    end = control.split()[0]
    document = body(
        f"<h3><{control}><span class=heading>Strengths:</span><span class=toggle><span>Show</span></span></{end}></h3>"
        "<ul><li>Staff were kind.</li></ul><h3>Show</h3><p>The board could <span>show</span> its work.</p>"
    )
    assert texts(document) == ["Strengths:", "Staff were kind.", "Show", "The board could show its work."]
    assert hidden(document, "web_page") == ["Show"]


# An accordion of the GOV.UK Design System as browsers save it, once its script has run.
ACCORDION = """<div class="govuk-accordion" id="accordion"><div class="govuk-accordion__controls">
<button class="govuk-accordion__show-all"><span class="govuk-accordion__show-all-text">Show all sections</span></button>
</div><div class="govuk-accordion__section"><h2 class="govuk-accordion__section-heading">
<button aria-controls="content-1" class="govuk-accordion__section-button"><span
class="govuk-accordion__section-heading-text"><span class="govuk-accordion__section-heading-text-focus">Areas for
improvement:</span></span><span class="govuk-visually-hidden govuk-accordion__section-heading-divider">, </span><span
class="govuk-accordion__section-toggle"><span class="govuk-accordion__section-toggle-focus"><span
class="govuk-accordion-nav__chevron"></span><span class="govuk-accordion__section-toggle-text">Show<span
class="govuk-visually-hidden"> this section</span></span></span></span></button></h2>
<div id="content-1" hidden="until-found"><ul><li>Plans were late.</li></ul>
<a class="govuk-visually-hidden-focusable" href="#top">Back to the start</a></div></div></div>"""


def test_the_heading_of_an_accordion_is_its_words_alone() -> None:
    document = body(ACCORDION)
    assert texts(document) == ["Areas for improvement:", "Plans were late."]
    assert hidden(document, "web_page") == ["Show all sections", ", ", "Show", " this section", "Back to the start"]


def test_a_button_in_what_acts_as_a_heading_is_the_heading() -> None:
    document = body("<div role=heading aria-level=3><button>Strengths:</button></div><p>Staff were kind.</p>")
    assert shape(document) == [("heading", None, "Strengths:"), ("paragraph", None, "Staff were kind.")]


def test_hidden_content_is_read_where_a_control_of_the_page_shows_it() -> None:
    document = body(
        "<p>Seen.</p><button aria-controls=x>More</button><div id=x hidden>Folded away.</div><p hidden>Left out.</p>"
    )
    assert texts(document) == ["Seen.", "Folded away."]
    assert "Left out." in hidden(document, "web_page")
