"""The section tree: from blocks and their headings to parts, domains, standards and lists."""

from __future__ import annotations

import re
from dataclasses import replace

from yosnlp.frameworks import Domain, Framework
from yosnlp.records import Block, Document, Section, SectionKind
from yosnlp.reports import chapters
from yosnlp.reports.headings import Heading, broken_criterion, key_question, named, of_framework
from yosnlp.reports.tree import DEPTH, LISTS, Node, Tree, lists_of_domains, tables_of_ratings
from yosnlp.text import letters, view

# Parts that speak of the domains and standards without being them: tables, forewords, method.
_TABLES: frozenset[SectionKind] = frozenset({"contents", "ratings", "results"})
_AROUND: frozenset[SectionKind] = _TABLES | {
    "front",
    "foreword",
    "overall_findings",
    "introduction",
    "methodology",
    "glossary",
}
_CRITERION_FOLLOWS = "generalcriter"  # the words under the name of a criterion, as far as they survive
_FEWEST_WORDS_OF_PROSE = 12
_ROW_AFTER = re.compile(r"$|[\d\s%]+$|.*\?[\d\s%]*$|Of the (?:\d|\w+ cases)|Relevant\b")


def sections(document: Document, framework: Framework) -> tuple[Section, ...]:
    """The sections of the report, outer before inner, in the order of the text."""
    tree = Tree(framework)
    tree.open("front", 1, "", 0)
    texts = [view(document, block.start, block.end).text for block in document.blocks]
    for block, text, after in zip(document.blocks, texts, [*texts[1:], ""], strict=True):
        heading = _heading(block, text, after, tree)
        if heading is not None and _opened(tree, heading, text, block, after):
            tree.nodes[-1].level = block.level
        elif framework.apart and chapters.begins(block, text, after, tree):
            tree.open("chapter", 1, text, block.start)
            tree.nodes[-1].level = block.level
        else:
            _fill(tree, block)
    tree.close(0, len(document.text))
    nodes = tree.nodes
    tables_of_ratings(nodes)
    lists_of_domains(nodes)
    return tuple(
        Section(
            kind=n.kind,
            heading=n.heading,
            start=n.start,
            end=n.end,
            number=n.number,
            parent=n.parent,
            domain=n.domain,
            standard_id=n.standard_id,
        )
        for n in nodes
    )


def _heading(block: Block, text: str, after: str, tree: Tree) -> Heading | None:
    """The heading that ``block`` is, or None. The number of a numbered item belongs to its heading.

    A question followed by figures or by another question is a row of a table, not a heading.
    """
    labelled = f"{block.marker} {text}" if block.kind == "item" and block.marker and block.marker[0].isdigit() else text
    if block.kind == "item" and labelled == text:
        return None
    standard = tree.current("standard")
    framework = tree.framework
    if standard is not None:
        of_standard = framework.standard(standard.standard_id)
        question = key_question(text, of_standard) if of_standard else None
        if question and block.kind != "table" and not _ROW_AFTER.match(after):
            return Heading("key_question", "key_question", number=question)
    if block.kind == "table" and framework.scale == "score" and letters(after).startswith(_CRITERION_FOLLOWS):
        criterion = _criterion(text, tree)
        if criterion is not None:
            return criterion
    return of_framework(labelled, framework) or named(text, framework)


def _criterion(text: str, tree: Tree) -> Heading | None:
    """A criterion whose printed number the extraction lost, by the start of its name."""
    inside = tree.current("domain")
    domain = next((d for d in tree.framework.domains if inside and d.id == inside.domain), None)
    standard = broken_criterion(text, domain) if domain else None
    return Heading("standard", "standard", None, domain, standard) if standard else None


def _opened(tree: Tree, heading: Heading, text: str, block: Block, after: str) -> bool:
    """Open what ``heading`` says, where its ``block`` stands before ``after``; False if it is no heading there."""
    at, depth = block.start, DEPTH[heading.level]
    top = tree.top()
    if heading.level == "domain":
        return _open_domain(tree, heading, text, at)
    if heading.level == "standard":
        if heading.domain and not heading.domain.headed:
            return _open_theme(tree, heading, text, block, after)
        return _open_standard(tree, heading, text, at)
    if heading.level == "part" and heading.kind == "overall_findings" and top is not None and top.kind == "domain":
        heading, depth = replace(heading, kind="key_findings", level="list"), DEPTH["list"]
    if heading.level == "key_question" and top is not None and top.kind in _AROUND:
        return False
    if heading.level in ("summary", "commentary", "within") and (top is None or top.kind != "domain"):
        return False
    known: dict[str, str | None] = {"number": heading.number}
    if heading.kind == "key_findings" and (about := _domain_in(text, tree.framework)):
        known["domain"] = about.id
    if heading.level == "list":
        above = tree.current("commentary")
        tree.close(DEPTH["within"] if above is None else above.depth, at)
    tree.open(heading.kind, depth, text, at, **known)
    return True


def _open_theme(tree: Tree, heading: Heading, text: str, block: Block, after: str) -> bool:
    """Open a standard whose domain has no heading. Once it was told of in the body, its name is no heading."""
    top = tree.top()
    in_row = block.kind == "table" and (top is None or top.kind not in _AROUND)
    if in_row or (heading.standard and tree.in_body(heading.standard.id)):
        return False
    following = named(after, tree.framework)
    parts_follow = following is not None and (following.level == "within" or following.kind == "overall_findings")
    prose_follows = top is not None and top.kind == "contents" and len(after.split()) >= _FEWEST_WORDS_OF_PROSE
    return _open_standard(tree, heading, text, block.start, body=parts_follow or prose_follows)


def _open_domain(tree: Tree, heading: Heading, text: str, at: int) -> bool:
    domain = heading.domain or _next_scored_domain(tree)
    if domain is None:
        return False
    top = tree.top()
    nested = top is not None and top.kind in _AROUND and (heading.named_only or top.kind in _TABLES)
    if tree.told_before(domain.id, domain.id):
        nested = False
    if heading.domain is None:  # "OVERALL SCORE": the heading of its section stands just before, or is lost
        nested = False
        if top is not None and top.kind == "domain" and top.domain == domain.id:
            return False
    if nested and top is not None and top.kind == "front":
        return False
    depth = DEPTH["domain"] + (1 if nested else 0)
    tree.open("domain", depth, text, at, number=domain.number, domain=domain.id)
    return True


def _next_scored_domain(tree: Tree) -> Domain | None:
    """The domain whose overall score is next: the open one if it has no standard yet, or the one after."""
    top = tree.top()
    order = tree.framework.domains
    if top is None or top.kind != "domain":
        opened = [n.domain for n in tree.nodes if n.kind == "domain"]
        return next((d for d in order if d.id not in opened), None)
    index = next(i for i, d in enumerate(order) if d.id == top.domain)
    has_standards = any(n.kind == "standard" and n.domain == top.domain for n in tree.nodes)
    index += 1 if has_standards else 0
    return order[index] if index < len(order) else None


def _open_standard(tree: Tree, heading: Heading, text: str, at: int, *, body: bool = False) -> bool:
    """Open a standard; ``body``: it is known to stand in the body, not in what stands around the domains."""
    standard, domain = heading.standard, heading.domain
    if standard is None or domain is None:
        return False
    top = tree.top()
    inside = next((tree.nodes[i] for i in reversed(tree.path) if tree.nodes[i].kind == "domain"), None)
    if heading.named_only:
        if inside is None:
            return False
        here = next(d for d in tree.framework.domains if d.id == inside.domain)
        standard = next((s for s in here.standards if set(s.names) & set(standard.names)), None)
        if standard is None or any(n.standard_id == standard.id and n.parent in tree.path for n in tree.nodes):
            return False
        domain = here
    elif top is not None and top.kind in ("foreword", "introduction") and inside and inside.domain == domain.id:
        _promote(tree, inside)  # the domain stood in front of its own standards, so it is no summary
    elif inside is None or inside.domain != domain.id:
        if not body and top is not None and top.kind in _around(tree) and not tree.told_before(standard.id, domain.id):
            tree.close(DEPTH["domain"] + 1, at)
            depth = DEPTH["standard"] + 1
            tree.open("standard", depth, text, at, number=heading.number, domain=domain.id, standard_id=standard.id)
            return True
        tree.open("domain", DEPTH["domain"], "", at, number=domain.number, domain=domain.id)
        inside = tree.nodes[tree.path[-1]]
    depth = (inside.depth if inside else DEPTH["domain"]) + 1
    tree.open("standard", depth, text, at, number=heading.number, domain=domain.id, standard_id=standard.id)
    return True


def _around(tree: Tree) -> frozenset[SectionKind]:
    """The parts that speak of standards without being them: where nothing is rated, no table or summary does."""
    return _AROUND if tree.framework.scale != "none" else frozenset({"contents"})


def _promote(tree: Tree, domain: Node) -> None:
    """Make a domain that was taken for a part of the foreword stand by itself."""
    index = tree.nodes.index(domain)
    for above in tree.path[: tree.path.index(index)]:
        tree.nodes[above].end = domain.start
    tree.path = tree.path[tree.path.index(index) :]
    domain.parent, domain.depth = None, DEPTH["domain"]
    if domain.domain is not None:
        tree.told.add((None, domain.domain))


def _domain_in(text: str, framework: Framework) -> Domain | None:
    """The domain that ``text`` names; the longest name where one holds another ("out-of-court disposals")."""
    lowered = text.lower()
    named_ = [(len(name), d) for d in framework.domains for name in d.names if name.lower() in lowered]
    return max(named_, key=lambda pair: pair[0])[1] if named_ else None


def _fill(tree: Tree, block: Block) -> None:
    """Put a block that is no heading where it belongs; prose after the items of a list ends the list."""
    node = tree.nodes[tree.path[-1]]
    if node.kind in LISTS:
        if node.items is None and block.kind != "table":
            node.items = block.kind == "item"
        elif node.items and block.kind != "item":
            tree.close(node.depth, block.start)
            if not tree.path:  # the list was a part by itself, and what follows it closes the report
                tree.open("next_steps", 1, "", block.start)
            node = tree.nodes[tree.path[-1]]
    elif node.kind == "practice_examples" and node.depth == DEPTH["aside"]:
        node = _fill_aside(tree, node, block)
    node.prose += block.end - block.start


def _fill_aside(tree: Tree, node: Node, block: Block) -> Node:
    """An example set apart from the text holds the paragraph after its heading, or all of a block quote."""
    if node.prose and not (node.items and block.kind == "quotation"):
        tree.close(node.depth, block.start)
        return tree.nodes[tree.path[-1]]
    node.items = block.kind == "quotation"
    return node
