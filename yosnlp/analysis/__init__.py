"""Tables of a run to figures across reports, each with its denominator and its uncertainty."""

from yosnlp.analysis.absence import absence
from yosnlp.analysis.amounts import amounts
from yosnlp.analysis.association import association
from yosnlp.analysis.comparison import compare, comparison_summary
from yosnlp.analysis.cooccurrence import cooccurrence
from yosnlp.analysis.correction import corrected
from yosnlp.analysis.dissonance import dissonance
from yosnlp.analysis.frequency import ANY, MINIMUM, POLARITIES, frequency
from yosnlp.analysis.gaps import Gaps, gaps
from yosnlp.analysis.inspections import Inspections, Pair, inspections
from yosnlp.analysis.ledger import CAUTION, ledger
from yosnlp.analysis.matrix import matrix
from yosnlp.analysis.outcomes import OUTCOMES
from yosnlp.analysis.review import review_sample
from yosnlp.analysis.scales import ratings_of_pairs
from yosnlp.analysis.scope import columns_of
from yosnlp.analysis.trend import trend

__all__ = [
    "ANY",
    "CAUTION",
    "MINIMUM",
    "OUTCOMES",
    "POLARITIES",
    "Gaps",
    "Inspections",
    "Pair",
    "absence",
    "amounts",
    "association",
    "columns_of",
    "compare",
    "comparison_summary",
    "cooccurrence",
    "corrected",
    "dissonance",
    "frequency",
    "gaps",
    "inspections",
    "ledger",
    "matrix",
    "ratings_of_pairs",
    "review_sample",
    "trend",
]
