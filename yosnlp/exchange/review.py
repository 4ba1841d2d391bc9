"""A sample that a person coded, read back: checked against the tables that it was drawn from, all errors at once."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from yosnlp import tables as columns
from yosnlp.errors import InvalidData
from yosnlp.exchange.safe import text_of
from yosnlp.records import Polarity
from yosnlp.tables import NO_THEME, Tables

if TYPE_CHECKING:
    import pandas as pd

_POLARITIES = get_args(Polarity)
_STRATUM = ("stratum", "stratum_findings", "stratum_drawn")
_NEEDED = ("finding_id", "text", "reviewed_themes", *_STRATUM)
_MOST_SHOWN = 50  # problems in one message

#: A row a finding that was drawn. ``themes``: a tuple of ids, empty where the person found none; None where not coded.
REVIEWED = {
    "finding_id": "str",
    "themes": "object",
    "polarity": "str",
    "stratum": "Int64",
    "stratum_findings": "Int64",
    "stratum_drawn": "Int64",
}


def read_review(path: Path, tables: Tables) -> pd.DataFrame:
    """The rows of the review file ``path`` (.xlsx, its first sheet, or .csv), with the columns of `REVIEWED`.

    Findings not yet coded stay in, with ``themes`` None, so that they can be counted. Themes are ids or labels, joined
    by ``;`` or on lines of their own, in any case.

    Raises InvalidData with every problem, each with its row: a column missing, a finding that the tables do not have or
    do not count, or that stands twice, a text that is not the finding's, a theme or polarity not known, a polarity
    without themes; and for a sample that was not drawn from these tables, or of which nothing is coded.
    """
    rows = _rows(path)
    lacking = [name for name in _NEEDED if name not in rows.columns]
    if lacking:
        raise InvalidData(
            f"{path}: no column {', '.join(lacking)}; give the file that 'yosnlp review' made, its columns as they were"
        )
    read = _Reading(tables)
    made = [read.row(number, row) for number, row in enumerate(rows.to_dict("records"), start=2)]
    problems = read.problems or list(_of_all(made, tables))
    if problems:
        shown = problems[:_MOST_SHOWN]
        more = [f"and {len(problems) - len(shown)} more"] if len(problems) > len(shown) else []
        counted = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise InvalidData("\n".join([f"{path}: {counted}, nothing was read:", *shown, *more]))
    return columns.frame(made, REVIEWED)


class _Reading:
    """Turns the rows of a file into those of `REVIEWED`, and keeps what is wrong with them."""

    def __init__(self, tables: Tables) -> None:
        self.problems: list[str] = []
        self._findings = {finding["finding_id"]: finding for finding in tables.findings.to_dict("records")}
        self._themes = {_folded(name): theme for theme, label in tables.themes for name in (label, theme)}
        self._known = ", ".join(tables.labels)
        self._seen: dict[str, int] = {}

    def row(self, number: int, row: Mapping[Any, str]) -> dict[str, Any]:
        self._check_finding(number, row)
        themes, polarity = self._themes_of(number, row["reviewed_themes"]), _folded(row.get("reviewed_polarity", ""))
        if polarity and polarity not in _POLARITIES:
            self._say(number, f"polarity '{polarity}' is not known; there is: {', '.join(_POLARITIES)}")
        if polarity and themes is None:
            self._say(number, f"a polarity, but no themes; write '{NO_THEME}' where none fits")
        numbers = {name: self._whole(number, name, row[name]) for name in _STRATUM}
        return {"finding_id": text_of(row["finding_id"]), "themes": themes, "polarity": polarity or None, **numbers}

    def _check_finding(self, number: int, row: Mapping[Any, str]) -> None:
        given = text_of(row["finding_id"])
        finding = self._findings.get(given)
        if given in self._seen:
            self._say(number, f"finding {given} stands in row {self._seen[given]} already")
        self._seen.setdefault(given, number)
        if finding is None:
            self._say(number, f"the tables have no finding '{given}'")
        elif not finding["counts"]:
            self._say(number, f"finding {given} does not count: it is a single case, or repeats another")
        elif _letters(row["text"]) != _letters(finding["text"]):
            self._say(number, f"the text of {given} is not that of the tables; code the text as it was drawn")

    def _themes_of(self, number: int, cell: str) -> tuple[str, ...] | None:
        """The themes in ``cell`` in its order, or None where it is empty. A label may have commas in it."""
        parts = [part for part in re.split(r"[;\n]", cell) if part.strip()]
        names = [n for part in parts for n in ([part] if _folded(part) in self._themes else part.split(","))]
        folded = list(dict.fromkeys(_folded(name) for name in names if name.strip()))
        if not folded or folded == [NO_THEME]:
            return () if folded else None
        if NO_THEME in folded:
            self._say(number, f"'{NO_THEME}' beside a theme")
        unknown = [name for name in folded if name not in self._themes and name != NO_THEME]
        if unknown:
            self._say(number, f"theme '{', '.join(unknown)}' is not known; there is: {self._known}")
        return tuple(dict.fromkeys(self._themes[name] for name in folded if name in self._themes))

    def _whole(self, number: int, column: str, cell: str) -> int | None:
        if re.fullmatch(r"[1-9]\d{0,8}(\.0+)?", cell.strip(), re.ASCII):
            return int(float(cell))
        self._say(number, f"{column} is '{cell}'; it must stay as it was drawn")
        return None

    def _say(self, number: int, problem: str) -> None:
        self.problems.append(f"row {number}: {problem}")


def _of_all(rows: list[dict[str, Any]], tables: Tables) -> Iterator[str]:
    """What is wrong with the sample as a whole."""
    strata = {row["stratum"]: (row["stratum_findings"], row["stratum_drawn"]) for row in rows}
    held = Counter(row["stratum"] for row in rows)
    changed = any((row["stratum_findings"], row["stratum_drawn"]) != strata[row["stratum"]] for row in rows)
    counted, stood_for = int(tables.findings["counts"].sum()), sum(findings for findings, _ in strata.values())
    if changed or stood_for != counted or any(held[stratum] > drawn for stratum, (_, drawn) in strata.items()):
        yield (
            f"all rows: a sample of {stood_for} findings, but {counted} of these tables count. Give the tables that it "
            "was drawn from, or draw a new one; rows and stratum columns must stay as they were drawn"
        )
    elif missing := sum(drawn for _, drawn in strata.values()) - len(rows):
        yield f"all rows: {missing} of those drawn are missing; put them back, with empty cells"
    elif all(row["themes"] is None for row in rows):
        yield f"all rows: nothing is coded yet; fill reviewed_themes, with '{NO_THEME}' where no theme fits"


def _rows(path: Path) -> pd.DataFrame:
    """The cells of the file as text, empty ones as empty text."""
    import pandas as pd  # here, since commands that only print a report do without

    try:
        if path.suffix.lower() == ".xlsx":
            read = pd.read_excel(path, dtype=str, keep_default_na=False)
        elif path.suffix.lower() == ".csv":
            header = path.read_text(encoding="utf-8-sig").partition("\n")[0]
            separator = ";" if header.count(";") > header.count(",") else ","  # Excel's own, by where it was set up
            read = pd.read_csv(path, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        else:
            raise InvalidData(f"{path}: not a review file; give the .xlsx or .csv that 'yosnlp review' made")
    except UnicodeDecodeError as e:
        raise InvalidData(f"{path}: not UTF-8 text; save it as 'CSV UTF-8', or as .xlsx") from e
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as e:
        reason = getattr(e, "strerror", None) or str(e)
        raise InvalidData(f"{path}: cannot be read as a review file ({reason})") from e
    return read.fillna("").rename(columns=lambda name: str(name).strip())


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.strip().lower())


def _letters(text: str) -> str:
    """The letters and digits of a text: what a spreadsheet does to its spaces and quotes changes no word."""
    return re.sub(r"[\W_]+", "", text).casefold()
