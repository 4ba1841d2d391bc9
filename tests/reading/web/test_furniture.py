"""What of a page is not the report. All text is invented."""

from __future__ import annotations

import pytest

from tests.reading.specified import texts
from tests.reading.web.made import PAGE, body, hidden, read, shape

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
