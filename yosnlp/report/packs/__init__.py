"""Evidence packs: quotations on a theme to choose from and cite, both sides in balance."""

from yosnlp.report.packs.citation import Quotation
from yosnlp.report.packs.pack import BOTH_SIDES, BY, LIMIT, SPREADS, Pack, evidence_pack
from yosnlp.report.packs.words import summary
from yosnlp.report.packs.write import FORMATS, check_pack_name, write_pack

__all__ = [
    "BOTH_SIDES",
    "BY",
    "FORMATS",
    "LIMIT",
    "SPREADS",
    "Pack",
    "Quotation",
    "check_pack_name",
    "evidence_pack",
    "summary",
    "write_pack",
]
