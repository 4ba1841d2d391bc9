"""Files to documents: text as it stands in the file, and what was recognised in it, by offset."""

from yosnlp.reading.inputs import Input, inputs
from yosnlp.reading.layout import PARTS, layout, parts
from yosnlp.reading.options import Options
from yosnlp.reading.read import read, read_again

__all__ = ["PARTS", "Input", "Options", "inputs", "layout", "parts", "read", "read_again"]
