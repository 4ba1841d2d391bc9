"""How reports word ratings, scores and figures. Patterns apart from logic, for review.

All are matched against plain text: white space folded, quotes and dashes straight. Every repetition is bounded.
"""

from __future__ import annotations

import re
from functools import cache

from yosnlp import numbers

#: What stands in place of a rating that was not given.
NOT_RATED = r"not (?:yet )?rated|unrated|not applicable|no rating|n/a"
#: A standard's printed number before its name, as in "2.1." or "V1"; not that of a key question, "2.1.1".
STANDARD_NUMBER = re.compile(r"^(?:standard )?(?P<number>[1-9] ?\. ?\d|V ?\.? ?\d)(?! ?\.?\d)[.:)]? ?[-:]? ?", re.I)
DOMAIN_NUMBER = re.compile(r"^(?:domain )?(?:[1-9]|one|two|three|four)[.:)]? ?[-:]? ?", re.I)

_OTHER_PLACE = r"neighbouring|another|elsewhere|other services|national(?:ly)?|average|compared"
_OTHER_TIME = r"previous(?:ly)?|last inspect\w+|earlier"
#: Words that tell that a sentence rates something else: another service, another time.
OF_OTHERS = re.compile(rf"\b(?:{_OTHER_PLACE}|{_OTHER_TIME})\b", re.I)
SENTENCE_END = re.compile(r"(?<=[.!?])['\")]{0,2} (?=[A-Z'\"(])")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
KIND_OF_SERVICE = r"(?:YOS|YOT|YJS|[A-Z&]{2,6}JS|Youth (?:Offending|Justice))"
SERVICE_NAMED = re.compile(
    rf"(?P<name>[A-Z][\w'&-]+(?: (?:and|of|upon|on|with|the|[A-Z][\w'&-]+)){{0,5}}) {KIND_OF_SERVICE}\b"
)

POINTS = re.compile(
    r"(?<![\d/.%])(?P<points>\d{1,2}) ?(?:/|out of(?: a)?(?: possible| maximum| total)?(?: of)?) ?(?P<of>\d{2})"
    r"(?![\d/%])(?! (?:cases|children|plans|young))",
    re.I,
)
BARE_SCORE = re.compile(r"^(?:total |overall )?score\W{1,3}(?P<points>\d{1,2})$", re.I)
OF_POINTS = re.compile(r"\b(?:scor\w+|points|total)\b[^.;]{0,40}$", re.I)

PERCENT = r"(?P<percent>\d{1,3}) ?(?:%|per ?cent\b)"
_COUNTS = r"(?P<relevant>\d{1,3}) (?P<yes>\d{1,3})"
_YES_OF = r"(?P<yes_of>\d{1,3}) ?(?:/|(?:out )?of) ?(?P<of>\d{1,3})(?: cases)?"
#: The figure of a question: a percentage; relevant cases and cases answered yes; "4 of 6"; or none.
FIGURE = re.compile(rf"(?:{PERCENT}|{_YES_OF}|{_COUNTS}|(?P<none>n/a|not applicable))(?!\w)", re.I)

QUESTION_NUMBER = re.compile(r"^(?P<number>(?:[1-9]\.\d|V ?\d)(?:\.\d{1,2}){1,2})[.:)]? ?(?=\D)", re.I)
#: Words that a key question or prompt begins with.
ASKS = re.compile(
    r"^(?:do|does|did|is|are|was|were|has|have|how|to what extent|where|when|if applicable|in cases|sufficient)\b", re.I
)
_HEAD_WORDS = r"(?:relevant|cases|number|'?yes'?|% ?'?yes'?|percentage|'?yes'? ?%)"
#: The heads of the columns of a table of questions, whole or in part.
TABLE_HEAD = re.compile(
    rf"^(?:(?:of the [^:?]{{1,120}}:|{_HEAD_WORDS}|standards?|(?:with |and )?key questions?|rating|and)[ ,]?){{1,12}}$",
    re.I,
)
#: What the rows of a table begin with, where the question stands in its head ("Does planning ... how to:").
STEM = re.compile(r"^(?P<stem>[^?%]{12,200}?) ?(?P<colon>:|\.{3}|…)? ?(?P<yes>%? ?(?:answered )?'?yes'? ?%?)?$", re.I)
LEADING_HEAD = re.compile(rf"^(?:of the [^:?]{{1,120}}: ?)?(?:{_HEAD_WORDS} ){{2,6}}", re.I)

#: A statement that discretion was exercised; not that it may be.
DISCRETION = re.compile(
    r"(?<!no )(?<!without )"
    r"(?:discretion (?:was|has been|had been|were) (?!not|never)(?:\w+ ){0,3}?(?:exercised|used|applied)"
    r"|(?:exercised|used|applied) (?!no )(?:\w+ ){0,3}?discretion|by professional discretion)",
    re.I,
)
NOT_EXERCISED = re.compile(r"\b(?:not|never|no|may|can|could|might|would|whether|if|when|where)\b[^.;]{0,40}$", re.I)
STANDARD_MENTION = re.compile(r"(?<![\d.])(?P<number>[1-9]\.\d|V\d)(?![\d%]|\.\d| per)")

#: What the method section says of the total: how many standards, and the end of the scale.
METHOD_STANDARDS = re.compile(rf"each of the (?P<count>{numbers.PATTERN}) standards", re.I)
METHOD_SCALE = re.compile(r"\b0 ?(?:-|to) ?(?P<of>\d\d)(?: point)? scale", re.I)

SECTION_SCORE = re.compile(rf"^overall score\W{{0,3}}(?:{PERCENT})?\W*$", re.I)


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"[ -]") for w in sorted(words, key=len, reverse=True))


_IN_BRACKETS = r"(?:\([^()]{0,60}\bdiscretion\b[^()]{0,60}\)\W{0,2})?"


@cache
def value_at_end(ratings: tuple[str, ...]) -> re.Pattern[str]:
    """A rating that ends a text; ``after`` holds the signs behind it."""
    value = rf"(?P<value>{_alternatives(ratings)}|{NOT_RATED})"
    return re.compile(rf"(?:^|(?<=[ '\"(*:-])){value}(?P<after>[^\w(]{{0,6}}{_IN_BRACKETS})$", re.I)


@cache
def value_alone(ratings: tuple[str, ...]) -> re.Pattern[str]:
    """A text that is nothing but a rating, labelled or not."""
    return re.compile(
        rf"^(?P<before>[^\w]{{0,4}})(?:rating\W{{1,3}})?(?P<value>{_alternatives(ratings)}|{NOT_RATED})(?P<after>[^\w(]{{0,6}}{_IN_BRACKETS})$",
        re.I,
    )


@cache
def row_of(number: str, names: tuple[str, ...], ratings: tuple[str, ...]) -> re.Pattern[str]:
    """The row of one standard within a longer text: its number, name and rating, and then a new start or the end."""
    value = rf"(?P<value>{_alternatives(ratings)}|{NOT_RATED})"
    row = rf"(?:^|(?<= )){re.escape(number)}[.:]? (?:{_alternatives(names)}) ?[-:]? ?['\"]?{value}"
    return re.compile(rf"{row}(?P<after>['\"*†]{{0,3}}{_IN_BRACKETS})(?=$| (?-i:[A-Z0-9]))", re.I)


OVERALL_LABEL = re.compile(r"^(?:the )?overall(?: service| provider)?(?: rating| judgement)\W*$", re.I)

#: That no overall rating was given, as a small service or a product without one says.
NO_OVERALL = re.compile(
    r"\b(?:no|nor an?|neither an?|without an?|not (?:have |give |been given )an?)"
    r" overall(?: service| provider)? rating\b"
    r"|\boverall rating (?:was|is|has|could|can) ?not (?:be |been )?(?:given|made|awarded)\b",
    re.I,
)


@cache
def overall_row(ratings: tuple[str, ...]) -> re.Pattern[str]:
    """A line that is the label and the overall rating, and nothing else."""
    return re.compile(
        r"^(?:the )?overall(?: service| provider)?(?: rating| judgement)?(?:\W{1,4}|:? is \W?)"
        rf"(?P<value>{_alternatives(ratings)}|{NOT_RATED})\W{{0,4}}$",
        re.I,
    )


@cache
def overall_prose(ratings: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Sentences that give the overall rating; ``about`` is whom they speak of, where they say it there."""
    value = rf"(?:as\b|to be\b)?[ :'\"*]{{0,5}}(?P<value>{_alternatives(ratings)})\b"
    was = r"(?:was|is|were|are|has been|have been|had been)(?: now| therefore)?"
    rated = r"(?:rated|judged|graded|assessed)"
    return (
        re.compile(
            rf"\boverall rating(?P<about>(?: given)?(?: (?:of|for|to) [^.;:'\"]{{1,80}}?)?)"
            rf"(?: ?:| of| is| was| as| has been){{0,2}}(?: {rated})? ?{value}",
            re.I,
        ),
        re.compile(rf"\boverall\b,?(?P<about>[^.;:]{{0,100}}?) {was} {rated} ?{value}", re.I),
        re.compile(rf"\brated (?P<about>[^.;:]{{1,80}}?) {value}['\"]?,? overall\b", re.I),
        re.compile(rf"(?P<about>[^.;:]{{1,100}}) {was} {rated} ?{value}['\"]?,? overall\b", re.I),
    )


@cache
def service_rated(service: str, ratings: tuple[str, ...]) -> re.Pattern[str]:
    """The service by its name, "was rated as", and the rating, with nothing in between."""
    return re.compile(
        rf"\b{re.escape(service)}(?: {KIND_OF_SERVICE}(?: (?:Service|Team))?)?(?: \([A-Z]{{2,5}}\))?"
        rf" (?:was|is|has been) rated(?: as\b)?[ :'\"*]{{1,5}}(?P<value>{_alternatives(ratings)})\b",
        re.I,
    )


@cache
def commented_score(comments: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A score with the comment on it; the score alone; the comment alone, its score lost."""
    comment = rf"(?P<comment>{_alternatives(comments)})\b"
    label = r"\bscore\W{1,4}(?:comment\W{1,4})?"
    return (
        re.compile(rf"(?<!\d){PERCENT}(?: ?(?P=percent) ?%)?(?: ?\W?comment\W{{0,3}})? ?{comment}", re.I),
        re.compile(rf"{label}{PERCENT}", re.I),
        re.compile(rf"{label}{comment}(?= improvement)", re.I),
    )
