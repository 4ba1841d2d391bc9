"""Tables of a run to figures across reports, each with its denominator and its uncertainty."""

from yosnlp.analysis.absence import absence
from yosnlp.analysis.amounts import amounts
from yosnlp.analysis.association import association
from yosnlp.analysis.cooccurrence import cooccurrence
from yosnlp.analysis.dissonance import dissonance
from yosnlp.analysis.frequency import ANY, frequency
from yosnlp.analysis.ledger import ledger
from yosnlp.analysis.matrix import matrix
from yosnlp.analysis.trend import trend

__all__ = [
    "ANY",
    "absence",
    "amounts",
    "association",
    "cooccurrence",
    "dissonance",
    "frequency",
    "ledger",
    "matrix",
    "trend",
]
