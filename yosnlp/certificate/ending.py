"""Signs that a text was cut off: it ends inside of a sentence, on a heading, or inside of its body."""

from __future__ import annotations

import re

from yosnlp.certificate.material import Material
from yosnlp.records import Block, Remark

_ENDED = re.compile(r"[.!?…:;][\"'’”)\]]*$|/$")
_GOES_ON = re.compile(r"(?:^|\s)[a-z][\w’'-]*[,–-]?$|,$")  # the last word is no name, code or figure
_FEWEST_WORDS = 6
_TABLES = ("ratings", "results", "contents")  # parts in which what looks like a heading is a row
_USUALLY = 0.3  # share of the paragraphs of a part that end without a stop, from which on that is no sign


def ending(of: Material) -> list[Remark]:
    """What speaks for the end of the text being lost."""
    return [remark for remark in (_last_block(of), _ends_in_body(of)) if remark is not None]


def _last_block(of: Material) -> Remark | None:
    blocks = of.report.document.blocks
    seen = [(b, v.text) for b, v in zip(blocks, of.views, strict=True) if v.text]
    if not seen:
        return None
    block, text = seen[-1]
    if _heads(of, block) and not _notes_follow(of, block.end):
        return of.remark("ends_with_heading", f"The text ends with the heading “{text[:80]}”.", block.start)
    if block.kind in ("heading", "table") or len(text.split()) < _FEWEST_WORDS or _ENDED.search(text):
        return None
    part = of.section_at(block.start)
    around = of.outermost(part) if part is not None else None
    peers = [t for b, t in seen[:-1] if b.kind == block.kind and around and around.start <= b.start < around.end]
    peers = [t for t in peers if len(t.split()) >= _FEWEST_WORDS]
    unended = sum(not _ENDED.search(t) for t in peers)
    if _GOES_ON.search(text) and not (peers and unended >= _USUALLY * len(peers)):
        return of.remark("ends_mid_sentence", f"The text ends inside of a sentence: “… {text[-60:]}”.", block.end - 1)
    return None


def _notes_follow(of: Material, offset: int) -> bool:
    """Whether footnotes stand behind ``offset``, which are told from the text."""
    return any(h.reason == "footnote" and h.start >= offset for h in of.report.document.hidden)


def _heads(of: Material, block: Block) -> bool:
    """Whether the last block is a heading, or opens a section, and is no row of a table of standards."""
    part = of.section_at(block.start)
    if part is not None and of.outermost(part).kind in _TABLES:
        return of.outermost(part).start == block.start
    return block.kind == "heading" or any(s.start == block.start and s.heading for s in of.report.sections)


def _ends_in_body(of: Material) -> Remark | None:
    """That nothing follows the last domain, where reports have annexes or say where to read on."""
    parts = [s for s in of.report.sections if s.parent is None]
    if not parts or parts[-1].kind != "domain":
        return None
    says = "The text ends with the body of the report; what comes after it, such as annexes, is not there."
    return of.remark("no_end_matter", says, len(of.report.document.text))
