"""Packs as files, opened again: what Word, Excel and a reader of Markdown get to see."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.analysis.made import made, report, said
from tests.report.packed import HOSTILE, TABLES
from yosnlp.errors import OutputExists, YosnlpError
from yosnlp.report.packs import FORMATS, Pack, Quotation, evidence_pack, write_pack
from yosnlp.report.packs.citation import printable
from yosnlp.report.packs.markdown import escaped, markdown
from yosnlp.report.packs.spreadsheet import spreadsheet
from yosnlp.report.packs.word import word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PACK = evidence_pack(TABLES, ["victims", "ete", "oocd_decision_making"])


def shown(pack: Pack = PACK) -> list[Quotation]:
    """In the order of the file: those with the rating, then those against it."""
    return [q for t in pack.themes for s in t.sides for q in (*s.others, *s.counter_examples)]


def opened(pack: Pack = PACK) -> Any:
    return docx.Document(io.BytesIO(word(pack)))


def book(pack: Pack = PACK, **options: bool) -> Any:
    return openpyxl.load_workbook(io.BytesIO(spreadsheet(pack)), **options)


def styled(document: Any, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == style]


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in others]


class TestWord:
    def test_quotations_stand_in_quotation_marks_word_for_word_each_with_its_citation(self) -> None:
        document = opened()
        assert styled(document, "Quote") == [f"“{q.text}”" for q in shown()]
        cited = styled(document, "Citation line")
        assert [line.endswith(q.citation) for line, q in zip(cited, shown(), strict=True)] == [True] * len(cited)
        assert styled(document, "Model confidence") == [q.told_by for q in shown()]

    def test_counter_examples_are_marked(self) -> None:
        cited = styled(opened(), "Citation line")
        marked = [
            line for line in cited if line.startswith("Counter-example: strength in a standard rated Inadequate.")
        ]
        assert len(marked) == 1

    def test_words_that_carry_the_theme_are_bold(self) -> None:
        (quotation, *_) = [p for p in opened().paragraphs if "asked what they wished" in p.text]
        assert [run.text for run in quotation.runs if run.style.name == "Strong"] == ["victim"]

    def test_headings_go_down_a_level_at_a_time(self) -> None:
        document = opened()
        levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style.name.startswith("Heading")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert styled(document, "Heading 1") == [
            "Victims",
            "Education, training and employment",
            "Out-of-court decisions",
            "How the quotations were chosen",
            "What was read",
        ]
        assert styled(document, "Title") == [PACK.title]

    def test_tables_have_a_head_row_and_a_description(self) -> None:
        for table in opened().tables:
            (heads, *others) = table._tbl.tr_lst
            assert heads.find(f"{W}trPr/{W}tblHeader") is not None
            assert not any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in others)
            assert table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val")

    def test_the_figures_stand_above(self) -> None:
        table = opened().tables[0]
        (row,) = [[cell.text for cell in row.cells] for row in table.rows if row.cells[0].text == "Strengths"]
        assert row[:2] == ["Strengths", "2 of 3 inspections"]
        assert row[3] == "8 of 14 findings"

    def test_language_properties_head_and_foot(self) -> None:
        document = opened()
        assert {e.get(f"{W}val") for e in document.styles.element.iter(f"{W}lang")} == {"en-GB"}
        properties = document.core_properties
        assert (properties.title, properties.author, properties.language) == (PACK.title, "yosnlp", "en-GB")
        assert document.sections[0].header.paragraphs[0].text == PACK.title
        foot = document.sections[0].footer.paragraphs[0]._p
        assert [field.get(f"{W}instr") for field in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]

    def test_an_input_that_was_not_read_is_named(self) -> None:
        assert "Not read: in/torn.pdf: no text in it" in styled(opened(), "Normal")

    def test_many_themes_have_a_title_that_fits(self) -> None:
        labels = [(f"t{i}", f"Theme {i} " * 9) for i in range(30)]
        tables = made(report("north", said("t0")), themes=labels)
        assert opened(evidence_pack(tables, list(tables.labels))).core_properties.title == "Evidence on 30 themes"


class TestSpreadsheet:
    def test_quotations_stand_in_quotation_marks_word_for_word_each_with_its_columns(self) -> None:
        told = {(row["theme"], row["finding_id"]): row for row in rows(book()["Quotations"])}
        assert len(told) == len(shown())
        for theme in PACK.themes:
            for quotation in (q for side in theme.sides for q in side.shown):
                row = told[theme.label, quotation.finding_id]
                assert row["quotation"] == f"“{quotation.text}”"
                assert [row[name] for name in ("service", "year", "standard", "rating", "place")] == [
                    *(quotation.service, quotation.year, quotation.standard, quotation.rating, quotation.place)
                ]
                assert (row["theme confidence"], row["citation"]) == (quotation.confidence, quotation.citation)

    def test_words_that_carry_the_theme_are_bold(self) -> None:
        (cell,) = [c for c in book(rich_text=True)["Quotations"]["D"] if "asked what they wished" in str(c.value)][
            :1
        ] or [None]
        assert [block.text for block in cell.value if block.font.b] == ["victim"]

    def test_heads_are_frozen_and_filtered_and_text_wraps(self) -> None:
        sheet = book()["Quotations"]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:O{len(shown()) + 1}"
        assert sheet["D2"].alignment.wrap_text
        assert sheet.column_dimensions["D"].width >= 60

    def test_rows_are_as_high_as_their_text(self) -> None:
        pack = evidence_pack(made(report("north", said("victims"), said("victims", text="victim " * 60))), ["victims"])
        heights = [book(pack)["Quotations"].row_dimensions[i].height for i in (2, 3)]
        assert heights == [30, 105]

    def test_every_finding_that_is_not_quoted_is_listed_with_its_reason(self) -> None:
        listed = {row["finding_id"]: row for row in rows(book()["Not quoted"]) if row["theme"] == "Victims"}
        assert {i: (row["why not"], row["same as"]) for i, row in listed.items()} == {
            "north:0002": ("in nearly the same words as another of the service", "north:0003"),
            "north:0004": ("said before in the same report", "north:0001"),
            "north:0005": ("on a single case (practice examples)", None),
            "north:0008": ("of a side that was not asked for", None),
        }
        assert listed["north:0008"]["side"] == "Neutral"

    def test_figures_are_numbers(self) -> None:
        (row,) = [r for r in rows(book()["Figures"]) if (r["theme"], r["side"]) == ("Victims", "Strengths")]
        assert (row["inspections"], row["in scope"], row["findings"], row["of findings"]) == (2, 3, 8, 14)
        assert row["share"] == pytest.approx(2 / 3)

    def test_what_the_file_says_of_itself(self) -> None:
        said_of = {row["Says"] for row in rows(book()["About"])}
        assert "Not read: in/torn.pdf: no text in it" in said_of
        assert book().properties.creator == "yosnlp"

    def test_text_that_no_cell_holds_is_said_to_be_cut(self) -> None:
        pack = evidence_pack(made(report("north", said("victims", text="victim " * 6000))), ["victims"])
        (row,) = rows(book(pack)["Quotations"])
        assert len(row["quotation"]) == 32_767
        assert row["quotation"].endswith("[cut: a cell holds no more]")


class TestMarkdown:
    def test_quotations_are_read_back_word_for_word_each_with_its_citation(self) -> None:
        quoted = texts(markdown(PACK).decode(), "blockquote_open")
        assert len(quoted) == 3 * len(shown())
        assert quoted[0::3] == [f"“{q.text}”" for q in shown()]
        assert [line.endswith(q.citation) for line, q in zip(quoted[1::3], shown(), strict=True)] == [True] * len(
            shown()
        )
        assert quoted[2::3] == [q.told_by for q in shown()]

    def test_words_that_carry_the_theme_are_bold(self) -> None:
        assert "> “Every **victim** was asked what they wished.”\n" in markdown(PACK).decode()

    def test_the_figures_are_a_table(self) -> None:
        assert "| Strengths | 2 of 3 inspections | 67% (21% to 94%) | 8 of 14 findings |" in markdown(PACK).decode()

    @pytest.mark.parametrize(
        "text",
        [*HOSTILE, "- a", "1) a", "=== ", "+ a", "12. ", "3.5 of 4", "a|b", "<a@b.example>"],
        ids=[
            *("formula", "runs", "links", "signs", "list", "dash", "number and bracket", "underline", "plus"),
            *("bare number", "decimal", "bar", "address"),
        ],
    )
    def test_escaped_text_is_shown_as_it_is(self, text: str) -> None:
        (paragraph,) = texts(f"{escaped(text)}\n", "paragraph_open")
        assert paragraph == printable(text).strip()

    def test_nothing_that_a_report_says_acts(self) -> None:
        inline = [child for token in parsed(markdown(PACK).decode()) for child in token.children or ()]
        assert {t.content for t in inline if t.type == "html_inline"} == {"<small>", "</small>"}
        assert not [t for t in inline if t.type in ("link_open", "image", "code_inline", "em_open", "s_open")]


class TestAllFormats:
    @pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
    def test_the_same_pack_gives_the_same_bytes(self, form: Callable[[Pack], bytes], monkeypatch: Any) -> None:
        first = form(PACK)
        monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
        assert form(evidence_pack(TABLES, ["victims", "ete", "oocd_decision_making"])) == first

    @pytest.mark.parametrize("form", [word, spreadsheet], ids=["docx", "xlsx"])
    def test_the_parts_of_the_file_bear_no_date_of_the_day(self, form: Callable[[Pack], bytes]) -> None:
        with zipfile.ZipFile(io.BytesIO(form(PACK))) as parts:
            assert {info.date_time[0] for info in parts.infolist()} <= {1980, 2026}

    @pytest.mark.parametrize("seen", ["docx", "xlsx", "md"])
    def test_hostile_text_is_shown_and_does_nothing(self, seen: str) -> None:
        sheets = [cell for sheet in book() for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in sheets} <= {"s", "n"}
        assert not any(cell.hyperlink for cell in sheets)
        told = {
            "docx": lambda: styled(opened(), "Quote"),
            "xlsx": lambda: [row["quotation"] for row in rows(book()["Quotations"])],
            "md": lambda: texts(markdown(PACK).decode(), "blockquote_open"),
        }[seen]()
        for text in HOSTILE:
            assert f"“{printable(text)}”" in told

    @pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
    @pytest.mark.parametrize("tables", [made(report("north", said())), made()], ids=["no finding", "no report"])
    def test_a_theme_without_a_finding_is_said_to_have_none(self, form: Callable[[Pack], bytes], tables: Any) -> None:
        pack = evidence_pack(tables, ["victims"])
        form(pack)
        told = markdown(pack).decode()
        assert "No finding carries this theme" in told
        assert ("in 1 inspection" in told) == (len(tables.reports) == 1)

    def test_a_side_without_a_finding_is_said_to_have_none(self) -> None:
        assert "No finding of this side carries the theme." in styled(
            opened(evidence_pack(made(report("north", said("victims"))), ["victims"])), "Normal"
        )


class TestWriting:
    def test_a_file_in_a_new_folder(self, tmp_path: Path) -> None:
        write_pack(PACK, tmp_path / "new" / "pack.MD")
        assert (tmp_path / "new" / "pack.MD").read_bytes() == markdown(PACK)

    def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(self, tmp_path: Path) -> None:
        path = tmp_path / "pack.md"
        path.write_text("My notes.", encoding="utf-8")
        with pytest.raises(OutputExists, match=r"pack\.md: is there already, and may hold notes of yours"):
            write_pack(PACK, path)
        assert path.read_text(encoding="utf-8") == "My notes."
        write_pack(PACK, path, replace=True)
        assert path.read_bytes() == markdown(PACK)

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("pack.pdf", "ends in none of .docx, .md, .xlsx, by which the format is told"),
            ("folder.md", "is a folder, and a file is needed"),
            ("taken/pack.md", "cannot be written"),
        ],
        ids=["another format", "a folder", "no place"],
    )
    def test_a_name_that_cannot_be_written(self, tmp_path: Path, name: str, told: str) -> None:
        (tmp_path / "folder.md").mkdir()
        (tmp_path / "taken").write_text("", encoding="utf-8")
        with pytest.raises(YosnlpError, match=told):
            write_pack(PACK, tmp_path / name)


def parsed(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def texts(text: str, inside: str) -> list[str]:
    """The text of each paragraph of a Markdown file within a block, as it is shown."""
    found, depth = [], 0
    for token in parsed(text):
        if token.type in (inside, inside.replace("_open", "_close")):
            depth += token.nesting
        elif token.type == "inline" and depth:
            found.append(
                "".join(child.content for child in token.children or () if child.type in ("text", "text_special"))
            )
    return found
