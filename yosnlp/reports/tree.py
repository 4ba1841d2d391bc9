"""The sections of a report as they are being found, and what only shows once all are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from yosnlp.frameworks import Framework
from yosnlp.records import SectionKind
from yosnlp.reports.headings import Level

DEPTH: dict[Level, int] = {
    "part": 1,
    "domain": 1,
    "standard": 2,
    "summary": 2,
    "commentary": 2,
    "within": 3,
    "key_question": 3,
    "aside": 4,
    "list": 4,
}
LISTS: frozenset[SectionKind] = frozenset({"strengths", "areas_for_improvement", "key_findings"})
_HEAD = 300  # characters: the heading of a standard and its rating, before the lists that it begins with
_MOST_PROSE_OF_A_TABLE = 600  # characters: notes under a table of ratings


@dataclass(slots=True)
class Node:
    """A section that may still be open."""

    kind: SectionKind
    depth: int
    heading: str
    start: int
    number: str | None
    parent: int | None
    domain: str | None
    standard_id: str | None
    end: int = -1
    items: bool | None = None  # of a list: whether it is made of items; None until its first block
    prose: int = 0  # characters in it that are no headings
    level: int | None = None  # of the heading that opened it, where the format states one


@dataclass(slots=True)
class Tree:
    """The sections found so far, and the path of the open ones from the outermost part inwards."""

    framework: Framework
    nodes: list[Node] = field(default_factory=list)
    path: list[int] = field(default_factory=list)
    told: set[tuple[int | None, str]] = field(default_factory=set)  # the domains and standards of each part; of none

    def current(self, kind: SectionKind) -> Node | None:
        """The innermost open section of that kind."""
        return next((self.nodes[i] for i in reversed(self.path) if self.nodes[i].kind == kind), None)

    def top(self) -> Node | None:
        """The part that is open."""
        return self.nodes[self.path[0]] if self.path else None

    def in_body(self, standard_id: str) -> bool:
        """Whether the standard was told of in a domain of its own, not in what stands around the domains."""
        return any(
            n.kind == "standard"
            and n.standard_id == standard_id
            and n.parent is not None
            and self.nodes[n.parent].kind == "domain"
            and self.nodes[n.parent].parent is None
            for n in self.nodes
        )

    def close(self, depth: int, at: int) -> None:
        """End the open sections that lie as deep as ``depth`` or deeper."""
        while self.path and self.nodes[self.path[-1]].depth >= depth:
            self.nodes[self.path.pop()].end = at

    def open(self, kind: SectionKind, depth: int, heading: str, at: int, **known: str | None) -> None:
        """Begin a section; domain and standard are those of the section around it where not ``known``."""
        self.close(depth, at)
        parent = self.path[-1] if self.path else None
        above = self.nodes[parent] if parent is not None else None
        self.nodes.append(
            Node(
                kind=kind,
                depth=depth,
                heading=heading,
                start=at,
                number=known.get("number"),
                parent=parent,
                domain=known.get("domain") or (above.domain if above else None),
                standard_id=known.get("standard_id") or (above.standard_id if above else None),
            )
        )
        self.path.append(len(self.nodes) - 1)
        if kind in ("domain", "standard"):
            part = self.path[0] if len(self.path) > 1 else None
            self.told |= {(part, told) for told in (self.nodes[-1].domain, self.nodes[-1].standard_id) if told}

    def told_before(self, matter: str, domain: str) -> bool:
        """Whether the open part has told of a domain or standard before, and the body of the domain not yet."""
        return bool(self.path) and (self.path[0], matter) in self.told and (None, domain) not in self.told


def tables_of_ratings(nodes: list[Node]) -> None:
    """A domain that holds little but the headings of standards, and is told again later, is a table."""
    prose = [n.prose for n in nodes]
    told: dict[str | None, int] = {}  # by domain: the most prose of a section further on
    for i in range(len(nodes) - 1, -1, -1):  # what lies in a section comes after it
        node = nodes[i]
        if node.parent is not None:
            prose[node.parent] += prose[i]
        if node.kind != "domain":
            continue
        again = told.get(node.domain, 0)
        told[node.domain] = max(again, prose[i])
        if node.parent is None and prose[i] < _MOST_PROSE_OF_A_TABLE and again > 2 * prose[i]:
            node.kind = "ratings"


def lists_of_domains(nodes: list[Node]) -> None:
    """Lists that only the last standard of a domain seems to have, after its prose, belong to the domain."""
    standards: dict[int, list[int]] = defaultdict(list)  # of each domain
    lists: dict[int, list[Node]] = defaultdict(list)  # of each standard
    for i, node in enumerate(nodes):
        if node.kind == "standard" and node.parent is not None and nodes[node.parent].kind == "domain":
            standards[node.parent].append(i)
        elif node.kind in LISTS and (standard := _standard_around(node, nodes)) is not None:
            lists[standard].append(node)
    for members in standards.values():
        last = members[-1]
        if len(members) > 1 and [s for s in members if s in lists] == [last]:
            at_its_head = lists[last][0].start - nodes[last].start <= _HEAD
            for node in () if at_its_head else lists[last]:
                node.standard_id = None


def _standard_around(node: Node, nodes: Sequence[Node]) -> int | None:
    above = node.parent
    while above is not None and nodes[above].kind != "standard":
        above = nodes[above].parent
    return above
