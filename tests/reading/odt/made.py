"""OpenDocument texts to read. All text is invented."""

from __future__ import annotations

import io
import zipfile

from yosnlp.reading import odt
from yosnlp.records import Document

NAMES = (
    "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "draw", "style", "manifest")
    )
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
NUMBERED = (
    '<text:list-style style:name="N">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    "</text:list-style>"
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)
STYLED = (
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="Quotations" style:family="paragraph"/>'
    '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def content(body: str, styles: str = NUMBERED + STYLED) -> str:
    return (
        f"<office:document-content{NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles_part(inner: str) -> str:
    return f"<office:document-styles{NAMES}>{inner}</office:document-styles>"


def read(body: str, styles: str = "") -> Document:
    return odt.read(packed({"content.xml": content(body), "styles.xml": styles_part(styles)}), "elmstow.odt")


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*texts_: str, style: str = "B", more: str = "") -> str:
    inner = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts_)
    return f'<text:list text:style-name="{style}"{more}>{inner}</text:list>'
