"""The words by which examples of single cases, quotations and contrasts are told. For review by a reader of reports."""

from __future__ import annotations

import re

#: A sentence that brings in the example of a single case: what follows in its paragraph is the example.
CASE_INTRODUCTION = re.compile(
    r"\b[Cc]ases? (?:of )?[A-Z] ?\((?:m|f|male|female|\d{1,2})\)"
    r"|\b(?:inspector|we|practitioner|case manager|child|parent|carer|victim)\b[^.]{0,80}"
    r"\b(?:commented|noted|observed|wrote|said|explained|told us)\b[^.]{0,60}:\s*$"
    r"|^(?:Case example|Case study|(?:Good |Effective |Poor )?[Pp]ractice example)\s*[:–-]"
    r"|\b(?:the following|this) (?:case|example) (?:illustrat|show|demonstrat)"
    r"|\b(?:was|is) (?:one|an) example of this:\s*$"
)
#: A sentence that speaks of one case alone.
SINGLE_CASE = re.compile(
    r"^(?:For example, )?(?:[Ii]n (?:one|another|a) (?:particular |\w+-court |court )?case\b"
    r"|[Oo]ne (?:child|young person|boy|girl)\b|[Aa]nother (?:child|young person|boy|girl)\b"
    r"|[Ii]nspectors (?:also )?(?:saw|found) a case\b|information about a young person who\b)"
)
OPENING_QUOTE = re.compile(r"[“\"‘'](?=[A-Z(\[…])")
#: Up to three words in quotation marks: a name or a rating, not what someone said.
_WORD_IN_QUOTES = r"(?:[^\s“”\"‘’']|[’'](?=\w)){1,60}"
NAME_IN_QUOTES = re.compile(rf"[“\"‘']{_WORD_IN_QUOTES}(?: {_WORD_IN_QUOTES}){{0,2}} ?[”\"’'](?!\w)")
#: A single mark closes a quotation only beside a stop: else it is an apostrophe.
CLOSING_QUOTE = re.compile(r"[”\"][.,]?’?(?=\s|$)|(?<=[.!?,…])[’'](?=\s|$)|[’'](?=[.,;]|$)")
#: The beginning of a question, which a table may cut before its question mark.
ASKS = re.compile(
    r"^(?:Where applicable, |In cases where [^,]{1,60}, )?(?:does|do|did|is|are|was|were|has|have|can|will)\b", re.I
)

#: Words that set one half of a sentence against the other. The second half begins with them.
CONTRAST = re.compile(
    r"(?:(?<=,)|(?<=;)|(?<=\w)|(?<=\)))(?<!\b[Aa]ll)\s+"  # "all but one" is an amount
    r"(?=(?:but|although|though|however|yet|whereas|nevertheless|nonetheless|whilst|while|except|"
    r"despite|conversely|albeit|and yet|with the exception of)\b)"
    r"|(?<=;)\s+(?=\S)|(?<=,)\s+(?=with \w+)|(?<=,)\s+(?=not )"
)
#: A sentence that begins with one of these sets its first clause against the second, from a comma on.
CONTRAST_FIRST = re.compile(r"^(?:Although|Though|While|Whilst|Despite|Whereas|Even though)\b", re.I)
COMMA = re.compile(
    r"(?<=,)\s+(?!(?:as well as|such as|including|and|or|which|who|where|when|for example)\b)(?=\S)", re.I
)
#: Words after which no clause ends: a sentence is not cut there.
DANGLING = re.compile(
    r"\b(?:that|and|or|of|to|the|an?|in|for|with|by|as|is|are|was|were|than|not|their|its)[,;]?\s*$", re.I
)
