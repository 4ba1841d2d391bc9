"""Results to files that other programs read: tables, JSON lines, and the certificate of what was read."""

from yosnlp.exchange.certificate import certificate, certificate_entry, in_part, run
from yosnlp.exchange.content import Content
from yosnlp.exchange.export import check_name, export, export_json
from yosnlp.exchange.folder import check_free
from yosnlp.exchange.jsonl import finding_records, line
from yosnlp.exchange.read import read_folder
from yosnlp.exchange.review import read_review
from yosnlp.exchange.rows import key_question_rows, rating_rows
from yosnlp.exchange.tables import Table
from yosnlp.exchange.unfinished import Unfinished
from yosnlp.exchange.write import write

__all__ = [
    "Content",
    "Table",
    "Unfinished",
    "certificate",
    "certificate_entry",
    "check_free",
    "check_name",
    "export",
    "export_json",
    "finding_records",
    "in_part",
    "key_question_rows",
    "line",
    "rating_rows",
    "read_folder",
    "read_review",
    "run",
    "write",
]
