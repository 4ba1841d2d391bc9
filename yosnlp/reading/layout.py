"""What was recognised in a document, as plain data: to pass on from another process, and to keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from yosnlp.records import Anchor, Block, Defect, Document, Hidden, Page

#: The fields of `Document` that tell what was recognised, and what each is made of.
PARTS = {"blocks": Block, "hidden": Hidden, "pages": Page, "anchors": Anchor, "defects": Defect}


def layout(document: Document) -> dict[str, list[dict[str, Any]]]:
    """Blocks, hidden stretches, pages, anchors and defects as lists of maps, fit for JSON."""
    return {name: [asdict(part) for part in getattr(document, name)] for name in PARTS}


def parts(kept: Mapping[str, list[dict[str, Any]]]) -> dict[str, tuple[Any, ...]]:
    """The fields of `Document` that `layout` gave."""
    return {name: tuple(kind(**part) for part in kept.get(name, ())) for name, kind in PARTS.items()}
