"""Names of elements, classes and ids that tell what of a web page is not the report. Apart from logic, for review.

They are those of the GOV.UK Design System (design-system.service.gov.uk), of the
WordPress theme of the Ministry of Justice (github.com/ministryofjustice/hale) and of WordPress itself.
"""

from __future__ import annotations

import re

from yosnlp.records import HiddenReason

PAGE = re.compile(
    r"(?:^|[-_])(?:cookies?|consent|gdpr|skip-?(?:link|to-content|nav)\w*|breadcrumbs?|share|sharing|sharedaddy|addtoany"
    r"|social(?!-care)(?:-\w+)?|related|recommended|sidebar|pagination|pager|navbar|navigation|menu|masthead|phase-banner"
    r"|back-to-top|top-link|newsletter|subscribe|search-?(?:form|box)|print-(?:only|link|button)|feedback|licen[cs]e"
    r"|copyright|site-(?:header|footer)|report-a-problem)(?:$|[-_])",
    re.I,
)
PAGE_ID = re.compile(
    r"(?:site-?|global-?|main-?|page-?|primary-?|secondary-?)?(?:header|footer|nav|navigation|menu|sidebar|breadcrumbs?"
    r"|cookie[-\w]*|global-cookie-message|skip-?link|share|feedback)",
    re.I,
)
CONTENTS = re.compile(r"(?:^|[-_])(?:toc|table-of-contents|contents-list|on-this-page|page-contents)(?:$|[-_])", re.I)
NOTES = re.compile(r"(?:^|[-_])(?:footnotes?|endnotes?)(?:$|-list|-text|-item)", re.I)
NOTE_ID = re.compile(r"_?(?:fn|ftn|edn|footnote|endnote)[-_:.]?(?:\w{0,40}[-_:.])?\d{1,3}", re.I)
NOTE_CALL = re.compile(r"(?:^|[-_])(?:footnote-?ref|note-?ref|fnref|footnote-link|footnote-anchor)(?:$|[-_])", re.I)
UNSEEN = re.compile(r"(?:^|-)(?:visually-hidden(?:-focusable)?|sr-only|screen-reader-text)$", re.I)
PANEL = re.compile(r"accordion|collaps|panel|tabs?(?:$|[-_])|details|reveal|toggle", re.I)
#: What the end of a button says that folds a part of the page up: the part's heading is the rest of the button.
TOGGLE = re.compile(
    r"[\s,]*(?:show|hide|open|close|expand|collapse|read more)"
    r"(?: (?:this |the )?(?:section|content|more|less|all))?[\s,.]*",
    re.I,
)
ROLES: dict[str, HiddenReason] = {
    "banner": "web_page",
    "navigation": "web_page",
    "contentinfo": "web_page",
    "search": "web_page",
    "dialog": "web_page",
    "alertdialog": "web_page",
    "doc-toc": "contents",
    "doc-endnotes": "footnote",
    "doc-endnote": "footnote",
    "doc-footnote": "footnote",
    "doc-noteref": "footnote_mark",
}
CONTROLS = frozenset({"select", "textarea", "noscript", "label", "datalist", "progress", "meter"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ARTICLES = frozenset({"article", "section", "main"})  # a header or footer in these is theirs, not the page's
BUTTONS = frozenset({"button", "summary"})
#: What a page says of itself, in paragraphs of their own.
SAID_BY_THE_PAGE = re.compile(
    r"(?:Are you OK with cookies|We use (?:some )?(?:essential |small files called )?.?cookies\b"
    r"|Skip to (?:main )?content\b|All content is available under the Open Government Licence"
    r"|To view this licence,? visit|This publication is available at:?"
    r"|or write to:? ?(?:the )?Information Policy Team|or email:? ?psi@|Share this page|Print this page"
    r"|(?:Is|Was) this page (?:useful|helpful)|Show all sections|Hide all sections|On this page:?$|Related content:?$"
    r"|Opens? in (?:a )?new (?:tab|window)$)",
    re.I,
)


def element_names(words: str) -> frozenset[str]:
    """The names of elements in ``words``."""
    return frozenset(words.split())
