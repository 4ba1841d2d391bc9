"""Which quotations a pack shows: spread over services, years and ratings, against the rating too, the surest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

#: Of the places on a side so many are for counter-examples first, as far as there are any; more may follow.
COUNTER_EXAMPLES = 1 / 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A finding that might be shown. ``spread``: its value on each dimension, the first of which comes first.

    ``sureness`` is 0..1; ``place`` is unique, and decides where all else is alike.
    """

    place: int
    spread: tuple[Hashable, ...]
    sureness: float
    counter_example: bool


def chosen(candidates: Sequence[Candidate], limit: int) -> list[int]:
    """The places of at most ``limit`` candidates, in the order of choice.

    One after another: the next is of the value (service) that is shown least so far; among those, of the value on
    the second dimension (year) that is shown least; and so on; then the surest. Counter-examples have the first
    places, `COUNTER_EXAMPLES` of the limit; but no value of the first dimension gets more of these than its share.
    So none is shown more than once more often than another one that has some left.
    """
    choice = _Choice(candidates)
    services = len({c.spread[:1] for c in candidates})
    kept = max(1, int(limit * COUNTER_EXAMPLES)) if limit > 1 else 0
    choice.take(kept, most=max(1, limit // max(1, services)), counter_examples=True)
    choice.take(limit - len(choice.taken))
    return choice.taken


class _Choice:
    """What was taken so far, how often each value was, and what is left: a queue for each stratum, surest first."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.taken: list[int] = []
        self.seen: Counter[tuple[int, Hashable]] = Counter()
        self.left: dict[tuple[Hashable, ...], list[Candidate]] = defaultdict(list)
        for candidate in sorted(candidates, key=lambda c: (c.sureness, -c.place)):  # the best is popped from the end
            self.left[(candidate.counter_example, *candidate.spread)].append(candidate)

    def take(self, places: int, *, most: int | None = None, counter_examples: bool = False) -> None:
        """Take so many more; of a value of the first dimension, so long as it was taken less than ``most`` times."""
        for _ in range(places):
            open_ = [
                key
                for key, queue in self.left.items()
                if queue
                and (key[0] or not counter_examples)
                and (most is None or not key[1:] or self.seen[0, key[1]] < most)
            ]
            if not open_:
                return
            best = self.left[min(open_, key=self._order)].pop()
            self.taken.append(best.place)
            self.seen.update(enumerate(best.spread))

    def _order(self, key: tuple[Hashable, ...]) -> tuple[tuple[int, ...], float, int]:
        best = self.left[key][-1]
        return tuple(self.seen[value] for value in enumerate(best.spread)), -best.sureness, best.place
