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
_WITHIN = r"[^\d.;()]{0,60}?"  # from a count to the percentage behind it, in the same clause


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
    fraction = rf"(?:(?:(?P<times>{_N})|an?)[\s-])?(?P<fraction>{fractions})"
    alternatives = (
        rf"(?P<none>none) of (?:the )?(?P<none_of>{_N})\b",
        rf"all (?:of )?(?:the )?(?P<all_of>{_N})\b(?! of)",
        rf"{fraction} \((?P<fraction_n>{_N})\)(?:{_WITHIN}of the (?P<fraction_total>{_N})\b)?",
        rf"(?P<n>{_N}) (?P<of>(?:out )?of (?:the )?)(?:\w+ ){{0,2}}?(?P<total>{_N})\b(?:{_WITHIN}\((?P<check>\d+)%\))?",
        rf"(?P<in_n>{_N})[\s-]in[\s-](?P<in_total>{_N})\b",
        rf"(?P<percent>\d{{1,3}}(?:\.\d+)?|{_N}){_PER_CENT}(?:{_WITHIN}\((?P<percent_n>\d{{1,4}})\))?",
        rf"(?P<count>{_N}){_WITHIN}\((?P<count_percent>\d+)%\)",
        rf"{fraction.replace('times', 'times2').replace('<fraction>', '<fraction2>')}\b(?!-)(?! (?:term|way|day|brother|party))",
        rf"(?<!the )(?<!at )(?P<vague>(?:an? |the (?!most\b))?(?:{vague}))(?= of\b| (?:\w+ )?(?:{counted})\b)",
        r"(?<!almost )(?<!nearly )(?P<every>every|all (?:of )?(?:the )?)(?: ?\w+)?? ?(?:cases?|plans|assessments)\b",
    )
    return re.compile(rf"\b{hedge}(?:{'|'.join(alternatives)})", re.I)


def quantities(view: View) -> tuple[Quantity, ...]:
    """The amounts in ``view``, in order. Raises nothing: what is no amount is passed over."""
    found = []
    for match in _grammar().finditer(view.text):
        figures = _figures(match)
        if figures is None:
            continue
        span = view.span(*match.span())
        found.append(Quantity(start=span.start, end=span.end, words=match.group(), **figures))
    return tuple(found)


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
    if g["percent"]:
        return _percent(g["percent"], g["percent_n"])
    if g["count"]:
        return {"share": int(g["count_percent"]) / 100, "n": numbers.parse(g["count"])}
    if g["fraction2"]:
        return {"share": _fraction(g["times2"], g["fraction2"])}
    if g["every"]:
        return {"share": 1.0}
    return _vague(g["vague"])


def _counted(n: int, total: int) -> dict[str, Any] | None:
    return {"share": round(n / total, 4), "n": n, "total": total} if 0 <= n <= total and total else None


def _out_of(n: str, of: str, total: str) -> dict[str, Any] | None:
    figures = _counted(numbers.parse(n), numbers.parse(total))
    proportion = not total.isdigit() and "the" not in of.split() and numbers.parse(total) <= _LARGEST_PROPORTION
    return {"share": figures["share"]} if figures and proportion else figures


def _percent(words: str, n: str | None) -> dict[str, Any] | None:
    share = (float(words) if words[0].isdigit() else float(numbers.parse(words))) / 100
    return {"share": round(share, 4), **({"n": int(n)} if n else {})} if share <= 1 else None


def _fraction(times: str | None, word: str) -> float:
    parts: int = _words()["fractions"][word.lower()]
    return round(min(1.0, (numbers.parse(times) if times else 1) / parts), 4)


def _vague(words: str) -> dict[str, Any] | None:
    bare = re.sub(r"^(?:an?|the) ", "", words.lower())
    for entry in _words()["vague"]:
        if bare in entry["words"]:
            return {"low": entry["low"], "high": entry["high"]}
    return None
