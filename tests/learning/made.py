"""A small codebook and coded texts about an invented leisure service, so that nothing hangs on youth justice."""

from __future__ import annotations

from yosnlp.learning.data import Example
from yosnlp.themes.codebook import Codebook, Theme

CODEBOOK = Codebook(
    version=1,
    groups={"all": "All"},
    themes=(
        Theme(id="pool", group="all", label="Swimming pool", definition="The pool - its water, lanes, lifeguards."),
        Theme(id="cafe", group="all", label="Cafe", definition="Food and drink, its kitchen and its queue."),
        Theme(id="parking", group="all", label="Parking", definition="Where cars are left; bicycle racks."),
    ),
    polarity={"strength": "Praise."},
)

_POOL = (
    "The pool was {} this week.",
    "Swimmers found the water {}.",
    "Lanes were {} on Monday.",
    "Lifeguards were {}.",
)
_CAFE = (
    "The cafe was {} this week.",
    "Coffee was {}.",
    "Soup and sandwiches were {}.",
    "The kitchen was {} on Monday.",
)
_NONE = ("We visited in May and it was {}.", "The building is {}.", "Members said the weather was {}.")
_WORDS = ("cold", "good", "poor", "busy", "slow", "clean", "crowded", "better than before")


def examples(*, groups: int = 0) -> list[Example]:
    """Coded texts: of the pool, of the cafe, of both, of neither; none of parking. In ``groups`` turns of groups."""
    made: list[tuple[str, frozenset[str]]] = []
    for word in _WORDS:
        made += [(text.format(word), frozenset({"pool"})) for text in _POOL]
        made += [(text.format(word), frozenset({"cafe"})) for text in _CAFE]
        made += [(text.format(word), frozenset()) for text in _NONE]
        made.append((f"Both the pool and the cafe were {word}.", frozenset({"pool", "cafe"})))
    return [Example(text, themes, f"visit {i % groups}" if groups else None) for i, (text, themes) in enumerate(made)]
