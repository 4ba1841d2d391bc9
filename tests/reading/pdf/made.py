"""PDFs made for the tests with reportlab: what is set where is told line by line."""

import io
from collections.abc import Callable, Iterator, Sequence

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from yosnlp.reading.options import Options
from yosnlp.reading.pdf import read
from yosnlp.records import Block, Document
from yosnlp.text import view

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 70.0, 525.0
SIZE, LEADING = 11.0, 14.0

PROSE = (
    "The board met every month, and its members came ready to ask how children fared. Practitioners told us that "
    "they felt trusted, and that managers knew the cases well. Plans were shared with families in plain words."
)


class Page:
    """A page that text is set on from the top down, wrapped to a width."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.y = HEIGHT - 90

    def at(self, x: float, y: float, text: str, size: float = SIZE, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def lines(
        self, text: str, x: float = LEFT, right: float = RIGHT, font: str = "Helvetica", size: float = SIZE
    ) -> None:
        """``text`` wrapped between ``x`` and ``right``."""
        for line in self.wrapped(text, right - x, font, size):
            self.at(x, self.y, line, size, font)
            self.y -= LEADING * size / SIZE

    def wrapped(self, text: str, width: float, font: str = "Helvetica", size: float = SIZE) -> Iterator[str]:
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self.canvas.stringWidth(longer, font, size) > width:
                yield line
                longer = word
            line = longer
        yield line

    def paragraph(self, text: str, **where: float) -> None:
        self.lines(text, **where)  # type: ignore[arg-type]
        self.y -= 8

    def heading(self, text: str, size: float = 16) -> None:
        self.y -= 6
        self.at(LEFT, self.y, text, size, "Helvetica-Bold")
        self.y -= 22

    def item(self, sign: str, text: str, font: str = "Helvetica", x: float = LEFT, inner: float = 18) -> None:
        self.at(x, self.y, sign, SIZE, font)
        self.lines(text, x=x + inner)
        self.y -= 4

    def raised(self, text: str, mark: str, rest: str) -> None:
        """A line in which a small raised ``mark`` stands between ``text`` and ``rest``."""
        self.at(LEFT, self.y, text)
        x = LEFT + self.canvas.stringWidth(text, "Helvetica", SIZE)
        self.at(x, self.y + 4, mark, 7)
        self.at(x + self.canvas.stringWidth(mark, "Helvetica", 7), self.y, rest)
        self.y -= LEADING

    def table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], *, ruled: bool = True, middle: bool = False
    ) -> None:
        for row in rows:
            cells = [list(self.wrapped(text, width - 12)) for text, width in zip(row, widths, strict=True)]
            height = max(map(len, cells)) * LEADING + 8
            x = LEFT
            for cell, width in zip(cells, widths, strict=True):
                if ruled:
                    self.canvas.rect(x, self.y - height, width, height)
                down = (height - 8 - len(cell) * LEADING) / 2 if middle else 0
                for i, line in enumerate(cell):
                    self.at(x + 6, self.y - 4 - down - SIZE - i * LEADING, line)
                x += width
            self.y -= height
        self.y -= 14


def pdf(*pages: Callable[[Page], object], **options: object) -> bytes:
    """A PDF of ``pages``, each set by a function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), **options)
    for draw in pages:
        draw(Page(canvas))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def picture(*texts: str) -> ImageReader:
    """A scanned page: black letters in a picture."""
    image = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=30)
    for i, text in enumerate(texts):
        draw.text((150, 180 + 46 * i), text, font=font, fill=0)
    return ImageReader(image)


def scanned(*texts: str) -> Callable[[Page], object]:
    """A page that is the picture of ``texts``, a line each."""
    return lambda page: page.canvas.drawImage(picture(*texts), 0, 0, WIDTH, HEIGHT)


def document(*pages: Callable[[Page], object], ocr: bool = False, **options: object) -> Document:
    """The document read from a PDF of ``pages``."""
    return read(pdf(*pages, **options), "made.pdf", Options(ocr=ocr))


def texts(found: Document, kind: str | None = None) -> list[str]:
    """What is to be seen of each block of that kind."""
    return [seen(found, block) for block in found.blocks if kind in (None, block.kind)]


def seen(found: Document, block: Block) -> str:
    """What is to be seen of ``block``."""
    return view(found, block.start, block.end).text


def rows(found: Document) -> list[list[str]]:
    """The cells of each row of a table."""
    return [
        [" ".join(cell.split()) for cell in found.text[b.start : b.end].split("\t")]
        for b in found.blocks
        if b.kind == "table"
    ]


def hidden(found: Document, reason: str) -> list[str]:
    """What is hidden for ``reason``."""
    return [found.text[h.start : h.end] for h in found.hidden if h.reason == reason]
