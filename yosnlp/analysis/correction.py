"""How often each theme is found, corrected for the mistakes of the model that coded it."""

from __future__ import annotations

import pandas as pd

from yosnlp.analysis import scope
from yosnlp.analysis.by_matrix import by_matrix
from yosnlp.analysis.by_review import by_review
from yosnlp.analysis.frequency import frequency
from yosnlp.analysis.measured import Measured, shipped
from yosnlp.tables import Tables

PREDICTION_POWERED, MISCLASSIFICATION = "prediction_powered", "misclassification"

_RAW = ("share_of_findings", "share_of_findings_low", "share_of_findings_high")


def corrected(
    tables: Tables, reviewed: pd.DataFrame | None = None, *, measured: Measured | None = None
) -> pd.DataFrame:
    """A row for each theme and polarity, as `frequency` has them over all reports, with raw and corrected shares.

    With ``reviewed`` (as `exchange.read_review` gives it), a sample of these very tables coded by a person, by
    prediction-powered inference; else by the misclassification matrix of the model, as ``measured`` on an outside
    sample, or as the card says of the shipped model that coded the tables. The latter holds only if the model errs
    here as it did there.

    Columns:

    - ``theme, label, polarity, findings, findings_in_scope``, and ``share_of_findings`` with its bounds, raw: as in
      `frequency`
    - ``corrected_share`` (0..1), ``corrected_share_low, corrected_share_high`` (95%; both samples' chance is in it, and
      it is to hold for services like these); NaN where the sample tells too little, with the reason in ``caution``
    - ``method``: ``prediction_powered`` or ``misclassification``
    - ``labelled``: the findings in scope that the person coded, or the texts of the outside sample
    - ``caution``: what the corrected figure hangs on, or why there is none; empty where nothing needs saying
    """
    tables = scope.inspected(tables)
    raw = frequency(tables)
    if reviewed is None:
        method, outcomes = MISCLASSIFICATION, by_matrix(tables, raw, measured or shipped(str(tables.run.get("model"))))
    else:
        method, outcomes = PREDICTION_POWERED, by_review(tables, raw, reviewed)
    made = raw[["theme", "label", "polarity", "findings", "findings_in_scope", *_RAW]].copy()
    made["corrected_share"] = [outcome.share for outcome in outcomes]
    made["corrected_share_low"] = [outcome.low for outcome in outcomes]
    made["corrected_share_high"] = [outcome.high for outcome in outcomes]
    made["method"] = method
    made["labelled"] = [outcome.labelled for outcome in outcomes]
    made["caution"] = [outcome.caution for outcome in outcomes]
    return made
