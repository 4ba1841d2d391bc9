"""What a report says about itself: the service, the dates, the ISBN, the size of its samples."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from yosnlp import numbers
from yosnlp.frameworks import Framework
from yosnlp.records import Document, Period, Section
from yosnlp.reports import patterns
from yosnlp.text import plain, view

_BEFORE_THE_BODY = ("front", "foreword", "acknowledgements", "contents", "introduction")
_KIND_AT_END = re.compile(rf"(?:\s+(?:{patterns.KIND_OF_SERVICE}))+$")


def service(document: Document) -> str | None:
    """The place that the service serves ("Hampshire"), by vote of all that names it; None if nothing does."""
    text = "\n".join(view(document, block.start, block.end).text for block in document.blocks)
    headers = [" ".join(document.text[h.start : h.end].split()) for h in document.hidden if h.reason == "page_header"]
    votes: dict[str, float] = defaultdict(float)
    for rank, pattern in enumerate(patterns.SERVICE):
        for source in (text, *dict.fromkeys(headers)):
            for match in pattern.finditer(source):
                name = _KIND_AT_END.sub("", match["name"]).strip(" ,.")
                votes[name] += 1 / (1 + rank)
    known = {name for name in votes if name}
    return max(known, key=lambda name: (votes[name], -len(name))) if known else None


def fieldwork(document: Document) -> Period | None:
    """When the inspectors were there: the first date given for it, or one within it that is more exact."""
    text = plain(view(document, 0, len(document.text)).text)
    found = [_between(match) for pattern in patterns.FIELDWORK for match in pattern.finditer(text)]
    within = [p for p in found if p.first >= found[0].first and p.last <= found[0].last]
    return min(within, key=lambda period: period.last - period.first, default=None)


def _between(match: re.Match[str]) -> Period:
    last = _period(match["date"])
    return Period(first=_first(match["from"], match["date"], last), last=last.last) if match["from"] else last


def published(document: Document, sections: Sequence[Section]) -> Period | None:
    """When the report came out: a date that stands alone before the body; else the year of the copyright."""
    body = next((s.start for s in sections if s.kind not in _BEFORE_THE_BODY), len(document.text))
    for block in document.blocks:
        if block.start >= body:
            break
        if match := patterns.PUBLISHED.match(view(document, block.start, block.end).text):
            return _period(match["date"])
    if match := patterns.COPYRIGHT_YEAR.search(document.text):
        year = int(match["year"])
        return Period(first=date(year, 1, 1), last=date(year, 12, 31))
    return None


def isbn(document: Document) -> str | None:
    """The ISBN as printed."""
    match = patterns.ISBN.search(plain(document.text))
    return match["isbn"].strip() if match else None


def samples(document: Document, framework: Framework) -> dict[str, int]:
    """How many cases the inspectors looked at, by kind of case."""
    text = plain(view(document, 0, len(document.text)).text)
    found: dict[str, int] = {}
    for kind, templates in framework.samples.items():
        for template in templates:
            words = re.escape(template).replace(r"\{n\}", rf"(?P<n>{numbers.PATTERN})")
            examined = re.search(rf"(?:examin|look|inspect|sample|detailed)[^.]{{0,120}}?\b{words}", text, re.I)
            if examined:
                found[kind] = numbers.parse(examined["n"])
                break
    return found


def _period(words: str) -> Period:
    """The day or month that ``words``, a match of `patterns.DATE`, name."""
    match = patterns.DATE.search(words)
    if match is None:
        raise ValueError(f"not a date: {words!r}")
    month = [m.lower() for m in patterns.MONTHS].index(match["month"].lower()) + 1
    year = int(match["year"])
    last = calendar.monthrange(year, month)[1]
    day = int(re.sub(r"\D", "", match["day"])) if match["day"] else 0
    if not 1 <= day <= last:  # no day, or one that the month does not have
        return Period(first=date(year, month, 1), last=date(year, month, last))
    exact = date(year, month, day)
    return Period(first=exact, last=exact)


def _first(words: str, last_words: str, last: Period) -> date:
    """The first of two days or months, with month and year taken from the last where ``words`` leave them out."""
    if patterns.DATE.search(words):
        return _period(words).first
    if any(month.lower() in words.lower() for month in patterns.MONTHS):
        first = _period(f"{words} {last.last.year}").first
        return first if first <= last.last else _period(f"{words} {last.last.year - 1}").first
    month_and_year = re.sub(r"^.*?(?=[A-Za-z]+,? \d{4}$)", "", last_words)
    return _period(f"{words} {month_and_year}").first
