"""The one place that knows the order of the steps."""

from yosnlp.pipeline.adding import Added, add
from yosnlp.pipeline.checking import check
from yosnlp.pipeline.retagging import Retagged, retag
from yosnlp.pipeline.tables import read_tables
from yosnlp.pipeline.tagging import Progress, tag, tag_document, tag_one
from yosnlp.pipeline.writing import Written, tag_to, write_tables

__all__ = [
    "Added",
    "Progress",
    "Retagged",
    "Written",
    "add",
    "check",
    "read_tables",
    "retag",
    "tag",
    "tag_document",
    "tag_one",
    "tag_to",
    "write_tables",
]
