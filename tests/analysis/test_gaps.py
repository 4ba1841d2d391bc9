"""Gaps in the codebook: what is clustered, how a cluster is told, what is left out and said."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from tests.analysis.made import LABELS, made, report, said
from tests.analysis.stand_in import vectors
from yosnlp.analysis import Gaps, gaps
from yosnlp.errors import InvalidData

ENCODER = SimpleNamespace(vectors=vectors)
CONCERN: dict[str, Any] = {"kind": "area_for_improvement", "polarity": "area_for_improvement"}


def bare(text: str, chance: float = 0.1, **columns: Any) -> dict[str, Any]:
    """A finding that carries no theme, and comes nearest to victims."""
    return said(text=text, **{"theme_scores": {"ete": 0.02, "victims": chance}, **columns})


NIGHT = (
    report(
        "north",
        bare("Tutors called on the night bus twice weekly."),
        bare("The night bus brought tutors to coastal villages.", 0.3, **CONCERN),
        said("ete", text="Local colleges welcomed returning pupils warmly."),
    ),
    report(
        "south",
        bare("Tutors praised the night bus for its drivers.", polarity="mixed"),
        bare("Lonely lighthouse keepers answered every telephone call."),
        said("victims", text="Apologies reached harmed neighbours within days."),
    ),
    report("west", bare("Tutors waited while the night bus stood empty.", **CONCERN)),
)


@pytest.fixture(scope="module")
def found() -> Gaps:
    return gaps(made(*NIGHT), ENCODER)


def test_findings_without_a_theme_that_say_alike_things_make_a_cluster(found: Gaps) -> None:
    (cluster,) = found.clusters.to_dict("records")
    told = {"findings": 4, "without_theme": 4, "sitting_badly": 0, "reports": 3, "services": 3, "weak": False}
    assert {name: cluster[name] for name in told} == told
    assert (cluster["praise"], cluster["criticism"], cluster["both"]) == (0.25, 0.5, 0.25)


def test_a_cluster_is_named_by_terms_of_several_words(found: Gaps) -> None:
    (name,) = found.clusters["name"]
    assert "night bus" in name
    assert "tutors" in name


def test_the_nearest_theme_has_the_highest_mean_probability(found: Gaps) -> None:
    (cluster,) = found.clusters.to_dict("records")
    assert (cluster["nearest_theme"], cluster["nearest_label"]) == ("victims", "Victims")
    assert cluster["nearest_probability"] == pytest.approx(0.15)


def test_examples_are_verbatim_and_spread_over_reports(found: Gaps) -> None:
    shown = found.examples
    assert set(shown["report_id"][:3]) == {"north", "south", "west"}
    assert list(shown["example"]) == [1, 2, 3, 4]
    texts = {row["finding_id"]: row["text"] for row in made(*NIGHT).findings.to_dict("records")}
    assert all(texts[row["finding_id"]] == row["text"] for row in shown.to_dict("records"))


def test_a_finding_like_no_other_is_listed_in_no_cluster(found: Gaps) -> None:
    assert found.unclustered == 1
    lonely = found.members.iloc[-1]
    assert lonely["text"].startswith("Lonely")
    assert lonely["cluster"] is pd.NA
    assert lonely["name"] is None


def test_at_most_five_examples() -> None:
    many = [bare(f"Tutors called on the {day} bus in summer.") for day in ("grey", "red", "blue", "old", "new", "tall")]
    found = gaps(made(report("north", *many, bare("Lonely lighthouse keepers answered every call."))), ENCODER)
    assert (len(found.members), len(found.examples)) == (7, 5)
    assert found.clusters["weak"].tolist() == [True]


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        pytest.param(bare("Tutors ride the night bus on Mondays.", polarity="neutral"), "neutral", id="a description"),
        pytest.param(bare("Tutors of Kit, aged 15, rode the night bus.", kind="practice_example"), "", id="a case"),
        pytest.param(bare("Tutors called on the night bus twice.", repeat_of="north:0001"), "", id="a repeat"),
    ],
)
def test_what_does_not_count_or_judge_is_left_out(finding: dict[str, Any], told: str) -> None:
    found = gaps(made(report("north", finding)), ENCODER)
    assert (found.judged, len(found.members)) == (0, 0)
    assert found.neutral == (told == "neutral")


def test_a_finding_too_short_to_tell_its_subject_is_listed_and_not_clustered() -> None:
    found = gaps(made(*NIGHT, report("east", bare("but tutors were late."))), ENCODER)
    (short,) = found.members[found.members["too_short"]].to_dict("records")
    assert (short["report_id"], pd.isna(short["cluster"]), short["reason"]) == ("east", True, "no theme")


def _theme(*unsure: str, sure: int = 10) -> Any:
    """A theme with sure findings on letters, and unsure ones."""
    surely = [said("ete", text=f"Letters went out promptly in month {n}.") for n in range(sure)]
    others = [said("victims", text="Panels met in every quarter.", theme_scores={}) for _ in range(10)]
    doubtful = [said("ete", text=text, theme_scores={"ete": 0.6}) for text in unsure]
    return made(report("north", *surely, *others, *doubtful))


def test_an_unsure_finding_unlike_the_others_sits_badly_in_its_theme() -> None:
    found = gaps(
        _theme("Safety plans named nobody responsible for anything.", "Letters named places and dates."), ENCODER
    )
    of_theme = found.themes.set_index("theme").loc["ete"]
    assert (of_theme["findings"], of_theme["unsure"], of_theme["sitting_badly"]) == (12, 2, 1)
    (member,) = found.members.to_dict("records")
    assert (member["reason"], member["themes"]) == ("sits badly", ("ete",))
    assert member["text"].startswith("Safety")


def test_a_theme_without_a_probability_is_taken_as_sure() -> None:
    assert gaps(_theme(), ENCODER).themes.set_index("theme").loc["victims", "unsure"] == 0


def test_a_finding_at_home_in_another_theme_is_no_gap() -> None:
    tables = _theme("Safety plans named nobody responsible for anything.")
    tables.findings.at[20, "themes"] = ("ete", "victims")
    found = gaps(tables, ENCODER)
    assert found.themes.set_index("theme").loc["ete", "sitting_badly"] == 1
    assert found.members.empty


def test_of_a_theme_with_few_sure_findings_nothing_is_said() -> None:
    found = gaps(_theme("Safety plans named nobody responsible for anything.", sure=3), ENCODER)
    assert found.themes.set_index("theme").loc["ete", "sitting_badly"] is pd.NA
    assert found.members.empty


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param(made(), id="no report"),
        pytest.param(made(report("north")), id="no finding"),
        pytest.param(made(report("north", bare("Tutors called on the night bus."))), id="one finding"),
        pytest.param(made(report("north", said("ete"))), id="all in themes"),
        pytest.param(made(report("north", bare("Tutors called on the night bus."), service=None)), id="no service"),
    ],
)
def test_too_few_findings_give_empty_frames_with_all_columns(tables: Any) -> None:
    found = gaps(tables, ENCODER)
    assert found.clusters.empty
    assert {"cluster", "name", "nearest_theme"} <= set(found.clusters.columns)
    assert {"cluster", "example", "text"} <= set(found.members.columns)
    assert found.examples.empty
    assert list(found.themes["theme"]) == [theme for theme, _ in LABELS]


def test_a_cluster_without_a_term_in_common_is_weak_however_many_reports_it_is_in() -> None:
    texts = ("Tutors ride buses through valleys.", "Kind teachers took coaches uphill.", "Mentors boarded slow trams.")
    alike = SimpleNamespace(vectors=lambda texts: vectors(["tutors"] * len(texts)))
    found = gaps(made(*(report(name, bare(text)) for name, text in zip("abc", texts, strict=True))), alike)
    (cluster,) = found.clusters.to_dict("records")
    assert (cluster["name"], cluster["terms"], cluster["weak"]) == ("no term in common", (), True)


def test_the_smallest_cluster_can_be_set() -> None:
    assert gaps(made(*NIGHT), ENCODER, least=5).clusters.empty
    with pytest.raises(InvalidData, match="a cluster of 1 is none; the smallest can have 2 findings or more"):
        gaps(made(*NIGHT), ENCODER, least=1)


def test_the_same_tables_give_the_same_clusters(found: Gaps) -> None:
    again = gaps(made(*NIGHT), ENCODER)
    pd.testing.assert_frame_equal(found.clusters, again.clusters)
    pd.testing.assert_frame_equal(found.members, again.members)


def test_only_what_is_needed_is_encoded() -> None:
    asked: list[str] = []

    def counting(texts: Any, /) -> Any:
        asked.extend(texts)
        return vectors(texts)

    gaps(
        made(report("north", *(said("ete", text=f"Letters {n} went.", theme_scores={}) for n in range(300)))),
        SimpleNamespace(vectors=counting),
    )
    assert len(asked) == 100


def test_too_many_to_compare_are_left_out_evenly_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["yosnlp.analysis.gaps"], "MOST", 2)
    found = gaps(made(*NIGHT), ENCODER, least=2)
    assert found.left_out == 3
    assert set(found.members["report_id"]) == {"north", "west"}
