"""Amounts in a finding: shares, counts out of totals, and words for either.

The words are data (``corpus/amounts.yaml``); the grammar is here. The longest amount at a place is taken.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml

from yosnlp import numbers, resources
from yosnlp.records import Quantity
from yosnlp.text import View

_N = numbers.PATTERN
_PER_CENT = r"(?:\s?%|\s?per\s?cent\b)"
_LARGEST_PROPORTION = 5  # "four out of five cases" is a proportion; "four out of six" counts cases
# From a count to the percentage behind it: the same clause, and no other number between.
_WITHIN = rf"(?:(?!\b{_N}\b)[^\d.;()]){{0,60}}?"
_NO_AGE = r"(?!\s?(?:-|–|to|or|and)\s?\d|[\s-]year)"  # "80 per cent of the 14 to 17 age group": no total
_NO_HALF = r"(?! (?:an? |the )?(?:term|way|day|hour|year|week|month|mile|brother|sister|told|done|finished)\b)"
_NO_CASE = r"(?! (?:manager|worker|holder|record))"
_OF_SOMETHING = re.compile(r" (?:of|were|was|had|have|are|is|did|could|said|felt|needed|lacked)\b")
# What grew or shrank by an amount is no share of cases.
_CHANGE_BEFORE = re.compile(
    r"\b(?:(?:increase|rise|growth|reduction|decrease|drop|fall|cut)s? (?:of|by)"
    r"|(?:increased|risen|rose|grew|grown|up|reduced|decreased|dropped|fallen|fell|down|cut) by) $",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r" (?:points )?(?:higher|lower|more|less|fewer|larger|smaller|above|below|increase|rise|growth|reduction"
    r"|decrease|drop|fall|cut)\b",
    re.I,
)


@cache
def _words() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(resources.corpus("amounts.yaml").read_text(encoding="utf-8"))
    return data


@cache
def _grammar() -> re.Pattern[str]:
    words = _words()
    hedge = rf"(?:(?:{'|'.join(sorted(words['hedges'], key=len, reverse=True))})\s+)?"
    fractions = "|".join(sorted(words["fractions"], key=len, reverse=True))
    vague = "|".join(sorted((w for v in words["vague"] for w in v["words"]), key=len, reverse=True))
    counted = "|".join(words["counted"].split())
    sorts = rf"(?:(?:{'|'.join(words['sorts'].split())}) )*"
    fraction = rf"(?:(?:(?P<times>{_N})|an?)[\s-])?(?P<fraction>{fractions})"
    alternatives = (
        rf"(?P<none>none) of (?:the )?(?P<none_of>{_N})\b",
        rf"all (?:of )?(?:the )?(?P<all_of>{_N})\b(?= (?:\w+ ){{0,2}}?(?:{counted})\b)",
        rf"{fraction} \((?P<fraction_n>{_N})\)(?:{_WITHIN}of the (?P<fraction_total>{_N})\b)?",
        rf"(?P<n>{_N}) (?P<of>(?:out )?of {sorts})(?P<total>{_N})\b(?:{_WITHIN}\((?P<check>\d+)%\))?",
        rf"(?P<in_n>{_N})[\s-]in[\s-](?P<in_total>{_N})\b",
        rf"between (?P<from>{_N}){_PER_CENT}? and (?P<to>{_N}){_PER_CENT}",
        rf"(?P<from2>\d{{1,3}}){_PER_CENT}?\s?[-–—]\s?(?P<to2>{_N}){_PER_CENT}",
        rf"(?P<percent>\d{{1,3}}(?:\.\d+)?|{_N}){_PER_CENT}"
        rf"(?: of {sorts}(?P<percent_total>{_N})\b{_NO_AGE}|{_WITHIN}\((?P<percent_n>\d{{1,4}})\))?",
        rf"(?P<count>{_N}){_WITHIN}\((?P<count_percent>\d+)%\)",
        rf"(?P<times2>{_N})[\s-](?P<fraction2>{fractions})\b(?!-)",
        rf"(?P<half>half)\b(?!-){_NO_HALF}",
        rf"(?P<article>an? )?(?P<part>{fractions})\b(?!-)(?! (?:of (?:the )?year|party|parties)\b)",
        rf"(?<!the )(?<!at )(?P<vague>(?:an? |the (?!most\b))?(?:{vague}))"
        rf"(?= of\b(?! all\b)| (?!ethnic\b)(?:\w+ )?(?:{counted})\b)",
        rf"(?<!almost )(?<!nearly )(?<!not )(?<!not in )(?P<every>every {sorts}(?:\w+ )??case\b{_NO_CASE}"
        rf"|all (?:of )?{sorts}(?:\w+ )??(?:cases|plans|assessments)\b)",
    )
    return re.compile(rf"\b{hedge}(?:{'|'.join(alternatives)})", re.I)


def quantities(view: View) -> tuple[Quantity, ...]:
    """The amounts in ``view``, in order. Raises nothing: what is no amount is passed over."""
    found = []
    for match in _grammar().finditer(view.text):
        figures = _figures(match)
        if figures is None or _is_change(view.text, *match.span()):
            continue
        span = view.span(*match.span())
        found.append(Quantity(start=span.start, end=span.end, words=match.group(), **figures))
    return tuple(found)


def _is_share(match: re.Match[str]) -> bool:
    """Whether "a third" is a share of something rather than the one after the second."""
    hedged = match.start("article" if match["article"] else "part") > match.start()
    return hedged or bool(_OF_SOMETHING.match(match.string, match.end()))


def _is_change(text: str, start: int, end: int) -> bool:
    return bool(_CHANGE_BEFORE.search(text, 0, start) or _CHANGE_AFTER.match(text, end))


def _figures(match: re.Match[str]) -> dict[str, Any] | None:
    """The fields of the amount that ``match`` reads; None where its figures make no share."""
    g = match.groupdict()
    if g["none"]:
        return _counted(0, numbers.parse(g["none_of"]))
    if g["all_of"]:
        return _counted(numbers.parse(g["all_of"]), numbers.parse(g["all_of"]))
    if g["fraction"]:
        n = numbers.parse(g["fraction_n"])
        if g["fraction_total"]:
            return _counted(n, numbers.parse(g["fraction_total"]))
        return {"share": _fraction(g["times"], g["fraction"]), "n": n}
    if g["n"]:
        return _out_of(g["n"], g["of"], g["total"])
    if g["in_n"]:
        n, total = numbers.parse(g["in_n"]), numbers.parse(g["in_total"])
        return {"share": round(n / total, 4)} if 0 < n < total else None
    if g["from"] or g["from2"]:
        return _range(g["from"] or g["from2"], g["to"] or g["to2"])
    if g["percent"]:
        return _percent(g["percent"], g["percent_n"], g["percent_total"])
    if g["count"]:
        return {"share": int(g["count_percent"]) / 100, "n": numbers.parse(g["count"])}
    if g["fraction2"]:
        return {"share": _fraction(g["times2"], g["fraction2"])}
    if g["half"] or g["part"]:
        return {"share": _fraction(None, g["half"] or g["part"])} if g["half"] or _is_share(match) else None
    if g["every"]:
        return {"share": 1.0}
    return _vague(g["vague"])


def _counted(n: int, total: int) -> dict[str, Any] | None:
    return {"share": round(n / total, 4), "n": n, "total": total} if 0 <= n <= total and total else None


def _out_of(n: str, of: str, total: str) -> dict[str, Any] | None:
    figures = _counted(numbers.parse(n), numbers.parse(total))
    said_of_all = set(of.lower().split()) <= {"out", "of", "every"}
    proportion = said_of_all and not total.isdigit() and numbers.parse(total) <= _LARGEST_PROPORTION
    return {"share": figures["share"]} if figures and proportion else figures


def _percent(words: str, n: str | None, total: str | None) -> dict[str, Any] | None:
    share = (float(words) if words[0].isdigit() else float(numbers.parse(words))) / 100
    if share > 1:
        return None
    counts = {"n": n and int(n), "total": total and numbers.parse(total)}
    return {"share": round(share, 4), **{name: count for name, count in counts.items() if count}}


def _range(low: str, high: str) -> dict[str, Any] | None:
    """Bounds of a share: between them nothing is guessed."""
    bounds = numbers.parse(low) / 100, numbers.parse(high) / 100
    return {"low": bounds[0], "high": bounds[1]} if bounds[0] < bounds[1] <= 1 else None


def _fraction(times: str | None, word: str) -> float:
    parts: int = _words()["fractions"][word.lower()]
    return round(min(1.0, (numbers.parse(times) if times else 1) / parts), 4)


def _vague(words: str) -> dict[str, Any] | None:
    bare = re.sub(r"^(?:an?|the) ", "", words.lower())
    for entry in _words()["vague"]:
        if bare in entry["words"]:
            return {"low": entry["low"], "high": entry["high"]}
    return None
