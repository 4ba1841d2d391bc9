"""A share corrected by how often the model was right on texts that others had coded."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from yosnlp.analysis.intervals import LEVEL


@dataclass(frozen=True, slots=True)
class Mistakes:
    """How a model coded ``texts``: ``said`` of them by a person, ``assigned`` by the model, ``right`` by both."""

    texts: int
    said: int
    assigned: int
    right: int

    @property
    def sensitivity(self) -> float:
        """The share of those said that was found; 0 where none was said."""
        return self.right / self.said if self.said else 0.0

    @property
    def specificity(self) -> float:
        """The share of those not said that was left alone; 0 where all were said."""
        return 1 - (self.assigned - self.right) / (self.texts - self.said) if self.texts > self.said else 0.0


def corrected_share(share: float, mistakes: Mistakes) -> float:
    """The share that would look like ``share`` with such mistakes, held within 0..1.

    W. J. Rogan and B. Gladen (1978), Estimating prevalence from the results of a screening test, American Journal of
    Epidemiology 107, 71-76. Sensitivity and specificity must add up to more than 1.
    """
    sensitivity, specificity = mistakes.sensitivity, mistakes.specificity
    return min(1.0, max(0.0, (share + specificity - 1) / (sensitivity + specificity - 1)))


def corrected_bounds(share: float, size: float, mistakes: Mistakes, level: float = LEVEL) -> tuple[float, float]:
    """The bounds of `corrected_share`, for a ``share`` known as from ``size`` independent findings.

    They reckon with the chance in both samples: Z. Lang and J. Reiczigel (2014), Confidence limits for prevalence of
    disease adjusted for estimated sensitivity and specificity, Preventive Veterinary Medicine 113, 13-22, equations 6
    to 17. Sensitivity and specificity are to be 0.5 or more, for which the authors tried it.
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    n, of_said, of_unsaid = size + z * z, mistakes.said + 2, mistakes.texts - mistakes.said + 2
    apparent = (size * share + z * z / 2) / n
    sensitivity = (mistakes.right + 1) / of_said
    specificity = (mistakes.texts - mistakes.said - mistakes.assigned + mistakes.right + 1) / of_unsaid
    better = sensitivity + specificity - 1  # than chance
    middle = (apparent + specificity - 1) / better
    of_sensitivity = sensitivity * (1 - sensitivity) / of_said
    of_specificity = specificity * (1 - specificity) / of_unsaid
    shift = 2 * z * z * (middle * of_sensitivity - (1 - middle) * of_specificity)
    variance = apparent * (1 - apparent) / n + middle**2 * of_sensitivity + (1 - middle) ** 2 * of_specificity
    reach = z * sqrt(variance) / better
    low, high = (min(1.0, max(0.0, middle + shift + side * reach)) for side in (-1, 1))
    return low, high
