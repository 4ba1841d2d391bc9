"""The one place that knows the order of the steps."""

from yosnlp.pipeline.adding import Added, add
from yosnlp.pipeline.retagging import Retagged, retag
from yosnlp.pipeline.tables import read_tables
from yosnlp.pipeline.tagging import Progress, tag, tag_document, tag_one

__all__ = ["Added", "Progress", "Retagged", "add", "read_tables", "retag", "tag", "tag_document", "tag_one"]
