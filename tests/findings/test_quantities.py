from __future__ import annotations

import pytest

from tests.marked import marked
from yosnlp.findings.quantities import quantities
from yosnlp.text import View


def _view(text: str) -> View:
    return View(text, tuple(range(len(text))))


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(
            "Plans were on time in <amount share=0.9815 n=53 total=54>53 out of the 54</amount> cases.",
            id="n out of the total",
        ),
        pytest.param(
            "<amount share=0.6 n=12 total=20>Twelve of the 20</amount> boys had a bicycle.", id="number in words"
        ),
        pytest.param(
            "Someone came to <amount share=0.8333 n=5 total=6>five of the last six</amount> meetings.",
            id="sorted total",
        ),
        pytest.param(
            "It held in <amount share=0.2222 n=10 total=45>10 of the relevant 45 cases (22%)</amount>.",
            id="with its percentage",
        ),
        pytest.param(
            "The kettle worked on <amount share=0.4 n=2 total=5>two of our five</amount> days.", id="few counted days"
        ),
        pytest.param("<amount share=0.0 n=0 total=9>None of the nine</amount> replied.", id="none of a total"),
        pytest.param("We met <amount share=1.0 n=8 total=8>all eight</amount> practitioners.", id="all of a number"),
        pytest.param("This was so in <amount share=0.8>four out of five</amount> cases.", id="proportion"),
        pytest.param("It hit <amount share=0.125>one in eight</amount> girls.", id="one in eight"),
        pytest.param("It hit <amount share=0.6667>two of every three</amount> girls.", id="two of every three"),
        pytest.param("Letters went out in <amount share=0.8>80 per cent</amount> of cases.", id="per cent"),
        pytest.param("<amount share=0.25>Twenty-five per cent</amount> of letters came back.", id="per cent in words"),
        pytest.param(
            "It was <amount share=0.4>40 per cent</amount> in May and <amount share=0.725>72.5%</amount> in June.",
            id="two percentages",
        ),
        pytest.param(
            "<amount share=0.36 total=50>36% of the relevant 50</amount> cases had one.", id="per cent of a total"
        ),
        pytest.param(
            "<amount share=0.2 n=19>More than 20% (19)</amount> of them sang.", id="percentage with its count"
        ),
        pytest.param(
            "Thirteen needed a plan; there was one in <amount share=0.31 n=4>only four (31%)</amount>.",
            id="count with its percentage",
        ),
        pytest.param(
            "A plan was due in 13 cases but stood in <amount share=0.31 n=4>only four (31%)</amount>.",
            id="the count beside the bracket",
        ),
        pytest.param(
            "<amount share=0.3333 n=9 total=27>One-third (9) of the 27</amount> plans were lost.",
            id="fraction with n and total",
        ),
        pytest.param("<amount share=0.3333 n=21>One-third (21)</amount> were lost.", id="fraction with its count"),
        pytest.param("<amount share=0.6667>Two-thirds</amount> of staff agreed.", id="two-thirds"),
        pytest.param("In <amount share=0.6667>just under two thirds</amount> it failed.", id="hedged fraction"),
        pytest.param(
            "<amount share=0.3333>A third</amount> of plans and <amount share=0.5>half</amount> of reviews.",
            id="a third and half",
        ),
        pytest.param(
            "<amount low=0.6 high=0.7>Between 60 and 70 per cent</amount> came.", id="between two percentages"
        ),
        pytest.param("<amount low=0.1 high=0.15>10-15%</amount> of letters came back.", id="range with a dash"),
        pytest.param("It was so in <amount low=0.8 high=1.0>almost all</amount> cases.", id="almost all"),
        pytest.param("It was so in <amount low=0.5 high=1.0>most</amount> relevant cases.", id="most"),
        pytest.param("It was so in <amount low=0.8 high=1.0>a large majority</amount> of cases.", id="large majority"),
        pytest.param(
            "It was so in <amount low=0.0 high=0.5>a very small number</amount> of cases.", id="very small number"
        ),
        pytest.param("It was so in <amount share=1.0>every relevant court case</amount>.", id="every case"),
        pytest.param("It was so in <amount share=1.0>all the plans</amount>.", id="all plans"),
    ],
)
def test_amounts_are_read(example: str) -> None:
    read = marked(example)
    amounts = quantities(_view(read.text))
    assert [q.words for q in amounts] == [mark.text for mark in read.marks]
    for amount, mark in zip(amounts, read.marks, strict=True):
        assert (amount.start, amount.end) == (mark.start, mark.end)
        figures = {name: getattr(amount, name) for name in ("share", "n", "total", "low", "high")}
        assert {name: value for name, value in figures.items() if value is not None} == {
            name: float(value) for name, value in mark.attributes.items()
        }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The rate was 20 per cent higher than next door.", id="how much higher"),
        pytest.param("Its budget fell by more than a third.", id="how much it fell"),
        pytest.param("There was a reduction of 12 per cent.", id="a reduction"),
        pytest.param("Support was open to all case managers.", id="all case managers"),
        pytest.param("It stands in every case record.", id="every case record"),
        pytest.param("Not all cases had one, and not every case needed it.", id="not all"),
        pytest.param("A third officer joined in half term, half an hour late.", id="third officer, half term"),
        pytest.param("He had told four workers and did not want to tell a fifth.", id="the one after the fourth"),
        pytest.param("The team meets once a quarter.", id="a quarter of a year"),
        pytest.param("Most importantly, the most recent plan was kept.", id="most as degree"),
        pytest.param("Families of black and minority ethnic children came.", id="minority ethnic"),
        pytest.param("One of them had 19 goals; two of the boys aged 15 had none.", id="one of them had 19"),
        pytest.param("Scores rose to 140 per cent, with 9 of the 4 in place.", id="no share"),
        pytest.param("The office opened on 31 March 2017 with 12 desks.", id="dates and counts"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_share_is_passed_over(text: str) -> None:
    assert [q.words for q in quantities(_view(marked(text, none=True).text))] == []
