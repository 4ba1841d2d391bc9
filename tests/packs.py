"""What must hold of the packs of any run: every quotation stands in its report, where its citation says."""

from __future__ import annotations

from pathlib import Path

from yosnlp.reading.read import read
from yosnlp.report.packs import evidence_pack
from yosnlp.report.packs.citation import printable
from yosnlp.report.packs.markdown import markdown
from yosnlp.report.packs.pack import LeftOut
from yosnlp.report.packs.spreadsheet import spreadsheet
from yosnlp.report.packs.word import word
from yosnlp.tables import Tables
from yosnlp.text import view


def check_packs(tables: Tables) -> None:
    sources = dict(zip(tables.reports["report_id"], tables.reports["source_file"], strict=True))
    documents = {report_id: read(Path(source)) for report_id, source in sources.items()}
    rows = {row["finding_id"]: row for row in tables.findings.to_dict("records")}
    pack = evidence_pack(tables, list(tables.labels), limit=7)
    shown = 0
    for theme in pack.themes:
        ids = [q.finding_id for side in theme.sides for q in side.shown]
        left: list[LeftOut] = [out for side in theme.sides for out in side.left_out]
        left += theme.other_sides
        carrying = [i for i, row in rows.items() if theme.theme in row["themes"]]
        assert sorted([*ids, *(out.quotation.finding_id for out in left)]) == sorted(carrying)
        for quotation in (q for side in theme.sides for q in side.shown):
            row = rows[quotation.finding_id]
            assert row["counts"]
            assert quotation.text == printable(view(documents[row["report_id"]], row["start"], row["end"]).text)
            page = documents[row["report_id"]].page_at(row["start"])
            name = Path(sources[row["report_id"]]).name
            elsewhere = (
                f"{name}#{row['anchor']}" if row["anchor"] else f"characters {row['start']}-{row['end']} of {name}"
            )
            assert quotation.place == (f"page {page}" if page else elsewhere)
            assert quotation.rating == (f"rated {row['rating']}" if row["rating"] else "not rated")
            evidence = [e["text"] for e in row["evidence"] if e["theme"] == theme.theme]
            assert [piece for piece, marked in quotation.runs() if marked] == evidence
            shown += 1
        for side in theme.sides:
            over = [out for out in side.left_out if out.reason == "over_the_limit"]
            assert len(side.shown) == 7 or not over
            against = [q for q in side.shown if q.counter_example]
            assert against or not any(out.quotation.counter_example for out in over)
    assert shown
    assert all(form(pack) for form in (word, spreadsheet, markdown))
