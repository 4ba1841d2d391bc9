"""What somebody typed into search, read: words, "phrases", NEAR, minus and OR."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yosnlp.errors import YosnlpError

#: How to ask, for messages and help.
ALLOWED = 'words, "a phrase", school NEAR police (or NEAR/5), -word, school OR college'
#: How many words may stand between two that are NEAR each other, unless it is said; as in FTS5.
NEAR = 10
FARTHEST = 50  # beyond it NEAR says no more than that both are there

_TOKEN = re.compile(r'(?P<minus>-(?=["\w]))?(?:"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+))')
_NEAR = re.compile(r"NEAR(?:/(\d+))?")
_WORD = re.compile(r"[^\W_]+")
_CURLY = str.maketrans("\u201c\u201d\u201e\u2018\u2019", '"""\'\'')


class QueryError(YosnlpError):
    """A query cannot be read; says where, and what is allowed."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"search '{text}': {reason}. Allowed: {ALLOWED}.")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together in this order; or, with ``near``, these phrases at most so many words apart.

    ``words`` hold letters and digits alone. ``quoted``: they are meant as they stand. ``parts`` are the phrases that
    are near each other.
    """

    words: tuple[str, ...] = ()
    quoted: bool = False
    parts: tuple[tuple[str, ...], ...] = ()
    near: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for.

    ``plain``: words that count for rank, in order. ``required``: of each tuple at least one has to be in a finding:
    phrases, words NEAR each other, and what OR joins. ``excluded``: what must not be in it. ``said``: the words alone,
    as a text whose meaning is looked for.
    """

    text: str
    plain: tuple[Term, ...] = ()
    required: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    term: Term
    said: str
    minus: bool = False
    operator: str | None = None


def read(text: str) -> Query:
    """Read what somebody typed. Raises QueryError."""
    straight = text.translate(_CURLY)
    if straight.count('"') % 2:
        raise QueryError(text, "a quotation mark is not closed")
    tokens = _joined(text, [token for match in _TOKEN.finditer(straight) for token in _tokens(text, match)])
    plain: list[Term] = []
    required: list[tuple[Term, ...]] = []
    said: list[str] = []
    for alternatives in _alternatives(text, [token for token in tokens if not token.minus]):
        said += [token.said for token in alternatives]
        if len(alternatives) > 1 or alternatives[0].term.quoted or alternatives[0].term.near is not None:
            required.append(tuple(token.term for token in alternatives))
        else:
            plain.append(alternatives[0].term)
    if not plain and not required:
        raise QueryError(text, "nothing to look for")
    excluded = tuple(token.term for token in tokens if token.minus)
    return Query(text, tuple(plain), tuple(required), excluded, " ".join(said))


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``: letters and digits; the s of a possessive is none."""
    return tuple(_WORD.findall(re.sub(r"'s\b", "", text.translate(_CURLY))))


def _tokens(text: str, match: re.Match[str]) -> list[_Token]:
    phrase, plain, minus = match["phrase"], match["plain"], bool(match["minus"])
    if phrase is not None:
        found = words(phrase)
        if not found:
            raise QueryError(text, "a phrase has no words in it")
        return [_Token(Term(found, quoted=True), phrase, minus=minus)]
    if plain in ("AND", "NOT"):
        raise QueryError(text, f"{plain} is not understood (put a phrase in quotes to have it in all, - to leave out)")
    if plain == "OR" or _NEAR.fullmatch(plain):
        return [_Token(Term(), plain, operator=plain)]
    if plain.startswith("NEAR("):
        raise QueryError(text, "NEAR stands between two words or phrases")
    found = words(plain)
    return [_Token(Term(found), plain, minus=minus)] if found else []


def _joined(text: str, tokens: Sequence[_Token]) -> list[_Token]:
    """The tokens with those NEAR each other made one."""
    made: list[_Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        near = _NEAR.fullmatch(token.operator or "")
        if near is None:
            made.append(token)
            at += 1
            continue
        left, right = made[-1] if made else None, tokens[at + 1] if at + 1 < len(tokens) else None
        if left is None or right is None or left.operator or right.operator or right.minus or left.minus:
            raise QueryError(text, "NEAR stands between two words or phrases")
        within = int(near[1] or NEAR)
        if within > FARTHEST:
            raise QueryError(text, f"NEAR/{within} is too far; at most {FARTHEST} words")
        parts = (*(left.term.parts or (left.term.words,)), right.term.words)
        within = max(within, left.term.near or 0)
        made[-1] = _Token(Term(parts=parts, near=within), f"{left.said} {right.said}")
        at += 2
    return made


def _alternatives(text: str, tokens: Sequence[_Token]) -> list[list[_Token]]:
    """The tokens in order, each with those that OR joins to it."""
    made: list[list[_Token]] = []
    joining = False
    for token in tokens:
        if token.operator == "OR":
            if joining or not made:
                raise QueryError(text, "OR stands between two words or phrases")
            joining = True
        elif joining:
            made[-1].append(token)
            joining = False
        else:
            made.append([token])
    if joining:
        raise QueryError(text, "OR stands between two words or phrases")
    return made
