"""Fills the parts of the README and of the models' cards that are made, not typed: an example, and the figures.

python -m evaluation.readme
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation import polarity, probes, themes
from evaluation.markdown import table
from evaluation.record import read
from yosnlp import pipeline, resources
from yosnlp.exchange.jsonl import finding_records
from yosnlp.exchange.rows import folded
from yosnlp.report.model_card import SCORES
from yosnlp.themes import load_codebook
from yosnlp.themes.load import load

_COLUMNS = ("finding_id", "standard", "kind", "polarity", "themes", "text", "rating")
_SHOWN = 4
_LONGEST = 130  # characters
_ROOT = Path(__file__).resolve().parent.parent
_NAMES = {"accurate": "accurate (shipped)", "fast": "fast (shipped)"}


def example() -> list[str]:
    """A few rows of the findings of a sample report, as a Markdown table."""
    tagged = pipeline.tag_one(resources.corpus("sample", "aldermoor-yos.txt"))
    rows = [
        row
        for row in map(folded, finding_records(tagged, load_codebook().ids))
        if row["rating"] and row["themes"] and len(str(row["text"])) < _LONGEST
    ]
    made = ["| " + " | ".join(_COLUMNS) + " |", "|" + "---|" * len(_COLUMNS)]
    return made + ["| " + " | ".join(str(row[c]) for c in _COLUMNS) + " |" for row in rows[:_SHOWN]]


def fill(readme: Path, part: str, lines: Sequence[str]) -> None:
    """Put ``lines`` between the marks of ``part``. Raises ValueError where the marks are missing."""
    text = readme.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {part}: begin[^\n]*-->\n).*?(<!-- {part}: end -->)", re.S)
    if not pattern.search(text):
        raise ValueError(f"{readme}: no marks for '{part}'")
    body = "\n".join(lines) + "\n"
    readme.write_text(pattern.sub(lambda m: m[1] + body + m[2], text), encoding="utf-8")


def figures() -> list[str]:
    """What the README says of how good it is: findings, themes beside baselines, polarity, probes."""
    found, coded = read("extraction")["all"], read("themes")

    def share(n: str, of: str) -> str:
        return f"{found[n]}/{found[of]}"

    of_findings = [
        ("listed findings found, with their exact text", share("found", "listed")),
        ("their kind, and their polarity", f"{share('kind', 'found')}, {share('polarity', 'found')}"),
        ("sentences of prose with a judgement that are among the findings", share("present", "judged")),
        ("findings whose text is that of the report, letter for letter", share("verbatim", "findings")),
    ]
    made = [*table(("findings", "right"), of_findings), ""]
    for part in ("listed", "judged"):
        rows = [(name, *themes.cells(of[part])) for name, of in coded["coders"].items()]
        made += [f"**Themes: {themes.TITLES[part].lower()}**", "", *table(themes.COLUMNS, rows), ""]
    prose = read("polarity")["prose"]
    made += ["**Polarity: sentences of prose**", ""]
    made += [*table(polarity.COLUMNS, [(name, *polarity.cells(of)) for name, of in prose.items()]), ""]
    return [*made, "**Behavioural probes passed**", "", *probes.lines(read("probes"))[2:]]


def card(model: str) -> list[str]:
    """The scores in a model's card."""
    coded, judged = read("themes"), read("polarity")
    of = coded["coders"][_NAMES[model]]
    made = [
        *table(("texts", *themes.COLUMNS[1:]), [(themes.TITLES[p], *themes.cells(of[p])) for p in themes.TITLES]),
        "",
    ]
    rows = [(polarity.TITLES[p], *polarity.cells(judged[p][_NAMES[model]])) for p in polarity.TITLES]
    made += [*table(("texts", *polarity.COLUMNS[1:]), rows), ""]
    return made + (themes.of_shipped(coded) if model == "accurate" else [])


def scores(model: str) -> dict[str, Any]:
    """What `yosnlp report` says of the model: its scores on reports not seen, and which build of it they are of."""
    coded, judged = read("themes"), read("polarity")
    of_themes = coded["coders"][_NAMES[model]]
    names = {"f1": "micro_f1", "f1_by_report": "micro_f1_by_report", "precision": "precision", "recall": "recall"}
    return {
        "model": model,
        "model_sha256": load(model).sha256,
        "reports": len(coded["shipped"]["listed"]["groups"]),
        "themes": [
            {"texts": title, "n": of_themes[part]["texts"], **{new: of_themes[part][old] for new, old in names.items()}}
            for part, title in themes.TITLES.items()
        ],
        "polarity": [
            {"texts": title, "n": of["texts"], "accuracy": of["accuracy"], "kappa": of["kappa"]}
            for part, title in polarity.TITLES.items()
            for of in (judged[part][_NAMES[model]],)
        ],
    }


def write_scores() -> None:
    """Write the scores of each shipped model beside its card."""
    for model in _NAMES:
        path = _ROOT / "models" / model / SCORES
        path.write_text(json.dumps(scores(model), indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fill the README and the cards from the results."""
    fill(_ROOT / "README.md", "figures", figures())
    fill(_ROOT / "README.md", "example", example())
    for model in _NAMES:
        fill(_ROOT / "models" / model / "card.md", "figures", card(model))
    write_scores()


if __name__ == "__main__":
    main()
