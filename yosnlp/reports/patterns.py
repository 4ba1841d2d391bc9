"""How reports word what is said about the inspection itself. Patterns apart from logic, for review.

Each pattern of the service has a group ``name``; what it captures is put to the vote.
"""

from __future__ import annotations

import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: What a service calls itself after the name of its place.
KIND_OF_SERVICE = (
    r"(?:YOS|YOT|YJS|[A-Z&]{2,6}JS|(?:Integrated |Combined )?Youth (?:Offending|Justice)(?: and \w+)? "
    r"(?:Service|Team|Partnership)s?|Young People[’']s [\w ]{0,40}Justice Service)"
)
_WORD = r"[A-Z][\w’'.&-]*"
_NAME = (
    r"(?:the )?(?:(?:(?:London|Royal|Metropolitan|County) )*(?:Borough|City|County|District) of )?"
    rf"(?P<name>(?<![\w’'.&-])(?!(?:England|Wales|Youth|HM)\b){_WORD}"
    rf"(?:(?: |, )(?:(?:and|&|of|upon|on|with|the|in) )*{_WORD}){{0,5}})"
)

#: Blocks of the report are searched line by line; a name does not run over the end of a line.
#: From the surest to the least sure; a pattern is weighed by its place.
SERVICE = (
    re.compile(rf"[Ii]nspection of youth (?:offending|justice) (?:services|work[\w ]{{0,60}}?) in:?\s+{_NAME}"),
    re.compile(rf"(?i:(?:inspection|screening)(?: \([a-z]+\))? of (?:the )?youth offending work in):?\s+{_NAME}"),
    re.compile(rf"[Ii]nspection of work with children and victims in:?\s+{_NAME}"),
    re.compile(rf"Report on youth offending work in:?\s+{_NAME}"),
    re.compile(rf"Service: {_NAME} {KIND_OF_SERVICE}"),
    re.compile(rf"[Ii]nspection of youth (?:offending|justice) services: {_NAME}"),
    re.compile(rf"{_NAME} {KIND_OF_SERVICE} (?:Score|Fieldwork)"),
    re.compile(rf"inspected and rated (?:the )?(?:work with children and victims in )?{_NAME} {KIND_OF_SERVICE}"),
    re.compile(rf"[Oo]verall,? {_NAME}(?: {KIND_OF_SERVICE})? was rated"),
    re.compile(rf"{_NAME} {KIND_OF_SERVICE} was rated"),
    re.compile(rf"youth offending work in {_NAME} was undertaken"),
    re.compile(rf"[Cc]ommentary on the inspection in:?\s+{_NAME}"),
)
#: A line of the title that names the one service inspected.
TITLE_OF_AN_INSPECTION = SERVICE[:4]

_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{1,2}(?:st|nd|rd|th)?"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
DATE = re.compile(rf"(?:(?P<day>{_DAY}) )?(?P<month>{_MONTH}),? (?P<year>(?:19|20)\d\d)", re.I)
_FROM = rf"(?P<from>(?:{_DAY}(?: {_MONTH})?|{_MONTH})(?:,? \d{{4}})?)"
_WHEN = rf"(?:{_FROM} ?(?:and|to|until|-) ?)?(?P<date>{DATE.pattern})"
_AT = r"(?:between|from|in|on|of|during|beginning|commencing)"
#: The dates of the fieldwork: a group ``date`` and, where two days or months are given, a group ``from``.
FIELDWORK = (
    re.compile(rf"fieldwork started:? (?:on |in )?{_WHEN}", re.I),
    re.compile(rf"fieldwork[^.]{{0,160}}?\b{_AT} {_WHEN}", re.I),
    re.compile(rf"(?:our|the) inspection (?:took place|was (?:carried out|conducted|undertaken)) {_AT} {_WHEN}", re.I),
)
PUBLISHED = re.compile(
    r"^(?:published:? (?:on )?|HM Inspectorate of Probation,? |(?:date of publication|publication date):? )?"
    rf"(?P<date>{DATE.pattern})$",
    re.I,
)
COPYRIGHT_YEAR = re.compile(r"Crown copyright,? (?P<year>20\d\d)", re.I)
ISBN = re.compile(r"\bISBN(?:-1[03])?:? *(?P<isbn>(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])\b", re.I)
