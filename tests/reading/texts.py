"""Texts to read, for property tests: made of the parts of reports, in any order."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    [
        *("staff", "children", "plans", "were", "good", "late", "out-of-", "court", "pre-", "and", "post-court"),
        *("12", "54%", "Y2A", "C32", "AIM3", "services1", "offended.2", "e.g.", "(YJB)", "K’s", "“well”", "–", "£40"),
        *("<b>all</b>", "<br>", "&amp;", "&nbsp;", "**most**", "_some_", "`few`", "[here](there)", "[1]", "²"),
        *("\u00ad", "\u200b", "a?", "no:", "so;"),
    ]
)
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=25).map(" ".join)
_WRAPPED = st.lists(st.lists(_WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=4).map("\n".join)
_BULLETS = st.tuples(
    st.sampled_from(["• ", "•", "- ", "* ", "(1) ", "2. ", "a) ", "ii) ", "o ", "\uf0b7 ", "•\n"]), _WRAPPED
).map("".join)
_FURNITURE = st.builds(
    "{}{}".format,
    st.sampled_from(
        ["Inspection of youth offending services: Exbourne ", "Page ", "", "- ", "Contents\n\nForeword ..... "]
    ),
    st.integers(1, 40),
)
_NOTES = st.builds(
    "{} {}".format, st.sampled_from(["1", "2", "3", "¹", "[1]", "[^2]:", "<sup>3</sup>"]), _WRAPPED.map(str.capitalize)
)
_HEADINGS = st.sampled_from(
    [
        "Foreword",
        "## 1.2 Staff",
        "2. Court disposals",
        "3.1 Assessment Good*",
        "Strengths:",
        "Contents",
        "# **Summary** #",
        "Annex 1",
        "===",
        "---",
    ]
)
_ROWS = st.sampled_from(
    ["| 1.2 Staff | Good |", "|---|---|", "Staff\tGood", "54 36", "> K was 15.", "80%", "<tr><td>a</td><td>b</td></tr>"]
)
_GAPS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n\x0c", "\x0c", "\n \n", "\n\t"])

PARTS = st.one_of(_SENTENCES, _WRAPPED, _BULLETS, _FURNITURE, _NOTES, _HEADINGS, _ROWS)

#: Texts made like reports.
LIKE_REPORTS = st.lists(st.tuples(PARTS, _GAPS).map("".join), max_size=30).map("".join)

#: Any text that a file can hold.
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
