from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.formats.original import samples, take_apart
from evaluation.formats.parts import Call, Part, shown
from evaluation.formats.plain import markdown, paged_text
from evaluation.formats.rows import tables
from evaluation.formats.web import page

NOTED = """# An inspection of youth justice services in Exbourne

## Staff[1]

Staff were kind.[2] They were many.

| Standard | Rating |
|---|---|
| 1.2 Staffing | Good |

1. be kind

* be many

[1] Of the service.

[2] As we saw.
"""


def line(text: str) -> Part:
    return Part("paragraph", (((text,),),))


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    path = tmp_path / "exbourne.md"
    path.write_text(NOTED, encoding="utf-8")
    return path


def test_a_sample_is_taken_apart(noted: Path) -> None:
    original = take_apart(noted)
    assert [part.kind for part in original.parts] == ["heading", "heading", "paragraph", "table", "numbered", "bullet"]
    assert original.parts[2].inline == ("Staff were kind.", Call("2"), " ", "They were many.")
    assert [[shown(cell) for cell in row] for row in original.parts[3].rows] == [
        ["Standard", "Rating"],
        ["1.2 Staffing", "Good"],
    ]
    assert original.notes == {"1": "Of the service.", "2": "As we saw."}


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        pytest.param(["1.2 Staff Good", "1.3 Partnerships Outstanding*"], 2, id="lines that end with ratings"),
        pytest.param(["1.2.1 Are staff kind?", "81%", "1.2.2 Are they many?", "72%"], 2, id="questions and figures"),
        pytest.param(["1.2.1 Are staff kind?", "1.2.2 Are they many?"], 2, id="questions without figures"),
        pytest.param(["Staff are kind and many.", "Good", "1.2.1 Are staff kind?"], 2, id="a rating on its own line"),
        pytest.param(["The work of the board was Good", "It met each month."], 0, id="one line is no table"),
    ],
)
def test_rows_that_text_spells_out_are_tables_again(lines: list[str], rows: int) -> None:
    made = list(tables([line(text) for text in lines]))
    assert sum(len(part.rows) for part in made if part.kind == "table") == rows
    assert sum(len(shown(cell).split()) for part in made for row in part.rows for cell in row) == sum(
        len(text.split()) for text in lines
    )


def test_pages_of_text_have_running_lines_and_notes(noted: Path) -> None:
    made = paged_text(take_apart(noted))
    assert made.count("\f") == 1
    assert made.endswith("Inspection of youth justice services: exbourne  1\f")
    assert "Staff were kind.2 They were many." in made
    assert "\n2 As we saw.\n" in made


def test_a_page_has_what_a_site_puts_around_it(noted: Path) -> None:
    made = page(take_apart(noted))
    assert all(
        sign in made for sign in ("Skip to main content", "cookies", "(Back to top)", "[1]", "Licence", "<script>")
    )


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_every_note_is_called_once(path: Path) -> None:
    original = take_apart(path)
    called = [p.number for part in original.parts for row in part.rows for c in row for p in c if isinstance(p, Call)]
    assert sorted(called) == sorted(original.notes)


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_markdown_of_a_sample_holds_its_words(path: Path) -> None:
    made = markdown(take_apart(path))
    assert all(shown(part.inline)[:20] in made for part in take_apart(path).parts if part.kind == "bullet")
