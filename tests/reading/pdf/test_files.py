import shutil

import pytest

from tests.reading.pdf.made import PROSE, Page, document, hidden, pdf, rows, scanned, texts
from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits
from yosnlp.reading.options import Options
from yosnlp.reading.pdf import glyphs, ocr, read

LINES = (
    "The board met every month, and its members asked",
    "how children fared. Practitioners felt trusted, and",
    "managers knew the cases of the service well.",
)


def prose(p: Page) -> None:
    p.paragraph(PROSE)


def encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return pdf(prose, encrypt=StandardEncryption("secret", ownerPassword="owner", canPrint=0))


WHOLE = pdf(prose, prose)
UNREADABLE = {
    "empty": (b"", "the file is empty"),
    "something else": (b"Dear reader, this is a letter.", "it is no PDF"),
    "encrypted": (encrypted(), "encrypted with a password.*Open it with its password"),
    "cut off": (WHOLE[: len(WHOLE) // 3], "cut off: its end is missing.*Fetch it again"),
    "damaged": (b"%PDF-1.4\n" + b"\x00garbage\n" * 50 + b"%%EOF", "damaged"),
    "all pictures": (pdf(scanned(*LINES)), "all pages are pictures without text.*--ocr"),
    "blank": (pdf(lambda p: None), "there is no text in it"),
}


@pytest.mark.parametrize(("data", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_said_with_how_to_mend_it(data: bytes, message: str):
    with pytest.raises(UnreadableInput, match=message):
        read(data, "made.pdf", Options())


def test_a_file_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "PAGES", 1)
    with pytest.raises(UnreadableInput, match=r"2 pages are more than any report has \(limit 1\)"):
        read(WHOLE, "made.pdf", Options())


def test_a_scanned_page_among_others_is_told():
    found = document(prose, scanned(*LINES), prose)
    assert [(d.kind, d.page) for d in found.defects] == [("scanned_page", 2)]
    assert "--ocr" in found.defects[0].detail
    assert len(found.pages) == 3


def test_a_blank_page_is_no_scanned_page():
    assert document(prose, lambda p: None, prose).defects == ()


def test_a_page_that_is_a_photograph_is_no_scanned_page():
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    photograph = ImageReader(Image.radial_gradient("L").resize((600, 800)))
    found = document(lambda p: p.canvas.drawImage(photograph, 0, 0, 595, 842), prose)
    assert found.defects == ()


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_a_scanned_page_is_read_by_text_recognition_where_asked():
    found = document(prose, scanned(*LINES), ocr=True)
    assert [(d.kind, d.page) for d in found.defects] == [("recognised_page", 2)]
    assert texts(found)[-1] == " ".join(LINES)


def test_text_recognition_that_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda program: None)
    with pytest.raises(UnreadableInput, match=r"Tesseract is not installed\. Install Tesseract"):
        document(scanned(*LINES), ocr=True)


def test_letters_that_stand_for_others_are_told_as_garbled():
    def page(p: Page) -> None:
        p.paragraph("".join(chr(ord(c) - 29) if ord(c) > 61 else c for c in " ".join([PROSE] * 3)))

    assert [(d.kind, d.page) for d in document(prose, page).defects] == [("garbled_text", 2)]


def test_a_table_of_figures_is_not_garbled():
    def page(p: Page) -> None:
        p.table([[f"{n}.1", f"{n + 20}%", f"{n} of 30"] for n in range(25)], [100, 100, 100])

    found = document(page)
    assert found.defects == ()
    assert len(rows(found)) == 25


def test_the_document_says_what_it_is_and_of_which_bytes():
    found = document(prose)
    assert (found.format, found.source, len(found.sha256)) == ("pdf", "made.pdf", 64)


def test_reading_twice_gives_the_same():
    assert read(WHOLE, "made.pdf", Options()) == read(WHOLE, "made.pdf", Options())


def test_hidden_stretches_are_apart_and_in_order():
    found = document(prose, prose)
    assert hidden(found, "page_header") == []
    assert all(a.end <= b.start for a, b in zip(found.hidden, found.hidden[1:], strict=False))


def test_a_page_with_more_text_than_is_read_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(glyphs, "MOST_CHARACTERS", 50)
    assert [d.kind for d in document(prose).defects] == ["unreadable_page"]


def test_a_file_that_is_cut_off_and_opens_all_the_same_is_told():
    whole = pdf(*[prose] * 8, pageCompression=0)
    end = whole.rindex(b"startxref")
    found = read(whole[:end], "made.pdf", Options())
    assert [d.kind for d in found.defects] == ["cut_off"]
