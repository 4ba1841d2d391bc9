"""What a pack says of itself, in whatever format: what is shown, what is left out, how it was chosen."""

from __future__ import annotations

from collections import Counter

from yosnlp.frameworks import frameworks
from yosnlp.report.inputs import inputs
from yosnlp.report.packs.choice import COUNTER_EXAMPLES
from yosnlp.report.packs.citation import Quotation
from yosnlp.report.packs.figures import Figure
from yosnlp.report.packs.near_copies import ALIKE
from yosnlp.report.packs.pack import BOTH_SIDES, Pack, Reason, Side, ThemePack
from yosnlp.report.wording import SIDES, counted, interval, percent

#: The heads of the table of figures; `figure_row` fills it.
FIGURE_HEADS = (
    "Side",
    "Inspections",
    "Share of inspections (95% interval)",
    "Findings",
    "Share of findings (95% interval)",
)
#: Why a finding is not quoted, as it stands after a number.
REASONS: dict[Reason, str] = {
    "repeat": "said before in the same report",
    "single_case": "on a single case (practice examples)",
    "near_copy": "in nearly the same words as another of the service",
    "over_the_limit": "over the limit",
    "side_not_asked_for": "of a side that was not asked for",
}
_NEXT = {"service": "service", "year": "year", "rating": "rating of the standard", "kind": "kind of finding"}


def figure_row(figure: Figure) -> tuple[str, ...]:
    """A row of the table under `FIGURE_HEADS`."""
    of_inspections = f"{percent(figure.share)} ({interval(figure.share_low, figure.share_high)})"
    bounds = interval(figure.share_of_findings_low, figure.share_of_findings_high)
    shares = (of_inspections, f"{percent(figure.share_of_findings)} ({bounds})")
    rows = (figure.name, figure.inspections, shares[0], figure.of_findings, shares[1])
    return tuple(cell.replace(" (–)", "") for cell in rows)


def cautions(theme: ThemePack) -> list[str]:
    """What a reader must know of the theme's figures, each once."""
    return list(dict.fromkeys(figure.caution for figure in theme.figures if figure.caution))


def nothing(theme: ThemePack) -> str:
    """What a theme without any finding comes to; empty if it has some."""
    if theme.total:
        return ""
    scope = theme.figures[0].reports_in_scope if theme.figures else 0
    searched = (
        f"in {counted(scope, 'inspection')} that could have spoken of it" if scope else "no inspection could have"
    )
    return (
        f"No finding carries this theme ({searched}). That is not proof that the reports are silent on it: "
        "the model may have missed what they say."
    )


def account(side: Side, limit: int) -> str:
    """How many findings there are on a side, how many are quoted, and why the others are not."""
    if not side.total:
        return "No finding of this side carries the theme."
    quoted = f"{len(side.shown):,} of {counted(side.total, 'finding')} quoted"
    n = len(side.counter_examples)
    against = f", {n:,} of them {'a counter-example' if n == 1 else 'counter-examples'}" if n else ""
    reasons = Counter(out.reason for out in side.left_out)
    others = [f"{reasons[r]:,} {words}" for r, words in REASONS.items() if reasons[r]]
    limited = f" (at most {limit:,} a side)" if reasons["over_the_limit"] else ""
    return f"{quoted}{against}.{f' Not quoted: {_listed(others)}{limited}.' if others else ''}"


def other_sides(theme: ThemePack) -> str:
    """How many findings of sides that were not asked for there are; empty if none."""
    counts = Counter(out.polarity for out in theme.other_sides)
    named = [f"{counts[polarity]:,} {name.lower()}" for polarity, name in SIDES.items() if counts[polarity]]
    return f"Not asked for, so not quoted: {_listed(named)} (repeats and single cases included)." if named else ""


def accounts(theme: ThemePack, limit: int) -> list[str]:
    """All that is said of a theme beside its quotations."""
    if nothing(theme):
        return [nothing(theme)]
    of_sides = [f"{side.figure.name}: {account(side, limit)}" for side in theme.sides]
    return [line for line in (*of_sides, other_sides(theme)) if line]


def copies(side: Side) -> str:
    """Which near-copies are left out, and of what; empty if none."""
    pairs = [f"{out.quotation.finding_id} (as {out.of})" for out in side.left_out if out.reason == "near_copy"]
    return f"Near-copies: {', '.join(pairs)}." if pairs else ""


def groups(side: Side) -> list[tuple[str, tuple[Quotation, ...]]]:
    """The quotations of a side, those that are counter-examples apart, each group with its heading; none is empty."""
    if side.figure.polarity not in BOTH_SIDES:
        return [("Quotations", side.shown)] if side.shown else []
    low, high = (_listed(names, "or") for names in _scale())
    own, against = (high, low) if side.figure.polarity == "strength" else (low, high)
    headed = [
        (f"In standards rated {own}, or not rated", side.others),
        (f"Counter-examples: in standards rated {against}", side.counter_examples),
    ]
    return [(heading, quotations) for heading, quotations in headed if quotations]


def reports(pack: Pack) -> str:
    """What the pack rests on, in a sentence."""
    facts = inputs(pack.tables)
    read, found = counted(facts.inspections, "inspection report"), counted(facts.counted, "finding")
    left = f"; {counted(len(facts.unread), 'input')} could not be read, in no figure" if facts.unread else ""
    return f"Quotations and figures from {read} with {found} that count{left}."


def read(pack: Pack) -> list[tuple[str, str]]:
    """What was read and by what, as pairs of name and value."""
    facts = inputs(pack.tables)
    return [*facts.facts, *(("Note", note) for note in facts.notes)]


def unread(pack: Pack) -> list[str]:
    """Each input that was not read, with the reason."""
    return [f"Not read: {source}: {reason}" for source, reason in pack.tables.unread]


def method(pack: Pack) -> list[str]:
    """How the quotations were chosen and what is to be known of them, a paragraph each."""
    first, *then = (_NEXT.get(name, name) for name in pack.by)
    further = "".join(f"; of several such, from the {name} quoted least" for name in then)
    return [
        "Each quotation is a finding as its report words it; line breaks, page furniture and mark-up are left out. "
        "Bold words are those by which the model told the theme; the emphasis is not the report's.",
        "Not quoted in any case: what a report says again, single cases, and near-copies: findings of one service and "
        f"side that are {ALIKE}% alike in their words and state the same figures. Of these the one in a rated standard "
        "is quoted, then the one that the model is surest of. Each theme and side is chosen from by itself: a finding "
        "with two themes may be quoted under both. A pack written as .xlsx lists every finding that is not quoted.",
        f"Of what is left, at most {counted(pack.limit, 'quotation')} a side, chosen one after another: the next is "
        f"from the {first} quoted least so far{further}; then the one that the model is surest of.",
        f"{COUNTER_EXAMPLES:.0%} of the places on a side go to counter-examples first, as far as there are any and no "
        f"{first} gets more than its share of them: strengths in standards rated in the lower half of their "
        "programme's scale, areas for improvement in those rated in the upper half. Few standards are good or bad "
        "throughout, so these are no mistakes. Programmes that do not rate standards have none.",
        "The small print below a quotation says how sure the model is: the probability of the theme and, where no "
        "heading of the report tells the side, of the side. The product of both decides which comes first. "
        "Read weak ones in their report before you quote them.",
        "Figures rest on all findings that count, not on those quoted. The interval of a share of inspections is "
        "Wilson's, that of a share of findings comes from resampling reports. They carry the model's mistakes.",
        "Where a file marks no pages, the place is told in characters from the start of its text, counted from 0; "
        "the last is not included.",
    ]


def summary(pack: Pack) -> list[str]:
    """What the pack shows of what there is, a line for each theme and side."""
    return [f"{theme.label}: {line}" for theme in pack.themes for line in accounts(theme, pack.limit)]


def _scale() -> tuple[list[str], list[str]]:
    """The ratings in the lower and upper halves of the scales, from worst to best."""
    scales = [framework.ratings for framework in frameworks().values() if framework.scale == "rating"]
    low = dict.fromkeys(rating for scale in scales for rating in scale[: (len(scale) + 1) // 2])
    high = dict.fromkeys(rating for scale in scales for rating in scale[(len(scale) + 1) // 2 :])
    return list(low), list(high)


def _listed(parts: list[str], last: str = "and") -> str:
    return f" {last} ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
