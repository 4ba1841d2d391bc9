from __future__ import annotations

from pathlib import Path

import pytest

from yosnlp.errors import InvalidData
from yosnlp.frameworks import OTHER, Framework, frameworks, load

ALL = [pytest.param(framework, id=name) for name, framework in frameworks().items() if not framework.apart]
RATED = [pytest.param(framework, id=name) for name, framework in frameworks().items() if framework.scale == "rating"]


def test_the_programmes_that_ship() -> None:
    assert sorted(name for name, framework in frameworks().items() if not framework.apart) == [
        "2018",
        "2021",
        "2025",
        "core_case_inspection",
        "full_joint_inspection",
        "short_quality_screening",
    ]


def test_reports_of_another_kind_have_no_standards_and_no_ratings() -> None:
    (other,) = (framework for framework in frameworks().values() if framework.apart)
    assert (other.id, other.domains, other.ratings, other.scale) == (OTHER, (), (), "none")


@pytest.mark.parametrize(
    ("programme", "standards"),
    [
        pytest.param("2018", 12, id="2018"),
        pytest.param("2021", 13, id="2021 with resettlement"),
        pytest.param("2025", 7, id="2025"),
        pytest.param("core_case_inspection", 8, id="criteria of a core case inspection"),
        pytest.param("full_joint_inspection", 7, id="themes of a full joint inspection, as they were over the years"),
        pytest.param("short_quality_screening", 5, id="themes of a short quality screening"),
    ],
)
def test_the_number_of_standards(programme: str, standards: int) -> None:
    assert len(list(frameworks()[programme].standards())) == standards


@pytest.mark.parametrize("framework", ALL)
def test_ids_are_told_once_and_standards_are_found_by_theirs(framework: Framework) -> None:
    ids = [standard.id for _, standard in framework.standards()]
    questions = [question.id for _, standard in framework.standards() for question in standard.key_questions]
    assert len(set(ids)) == len(ids)
    assert len(set(questions)) == len(questions)
    for domain, standard in framework.standards():
        assert framework.standard(standard.id) is standard
        assert framework.domain_of(standard.id) is domain


@pytest.mark.parametrize("framework", ALL)
def test_what_is_unknown_is_none(framework: Framework) -> None:
    assert framework.standard("9.9") is None
    assert framework.standard(None) is None
    assert framework.domain_of("9.9") is None


@pytest.mark.parametrize("framework", ALL)
def test_key_questions_bear_the_number_of_their_standard(framework: Framework) -> None:
    for _, standard in framework.standards():
        assert [q.id for q in standard.key_questions] == [
            f"{standard.id}.{n}" for n in range(1, len(standard.key_questions) + 1)
        ]


@pytest.mark.parametrize("framework", ALL)
def test_words_that_tell_a_programme_can_be_found_in_a_text_in_lower_case(framework: Framework) -> None:
    assert framework.recognise
    assert all(cue.words == cue.words.lower() and cue.weight > 0 for cue in framework.recognise)


@pytest.mark.parametrize("framework", ALL)
def test_samples_say_where_their_number_stands(framework: Framework) -> None:
    assert all(template.count("{n}") == 1 for templates in framework.samples.values() for template in templates)


def test_programmes_follow_one_another() -> None:
    years = sorted(framework.years for framework in frameworks().values() if framework.years)
    assert years == [(2009, 2012), (2012, 2017), (2012, 2017), (2018, 2021), (2021, 2024), (2025, None)]


def test_stars_have_words_and_no_points() -> None:
    stars = frameworks()["full_joint_inspection"]
    assert stars.ratings == ("Poor", "Unsatisfactory", "Satisfactory", "Good")
    assert (stars.scale, stars.bands, stars.overall, stars.discretion) == ("stars", {}, None, None)


@pytest.mark.parametrize("framework", RATED)
def test_bands_go_up_the_scale_from_nothing(framework: Framework) -> None:
    assert tuple(framework.bands) == framework.ratings
    assert list(framework.bands.values()) == [0, 50, 65, 80]
    if framework.overall:
        assert tuple(framework.overall.bands) == framework.ratings
        assert framework.overall.out_of == 36
        assert list(framework.overall.bands.values()) == [0, 7, 19, 31]


def test_scores_have_no_bands() -> None:
    core = frameworks()["core_case_inspection"]
    assert (core.ratings, core.bands, core.overall, core.discretion) == ((), {}, None, None)
    assert core.comments == ("MINIMUM", "MODERATE", "SUBSTANTIAL", "DRASTIC")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("id: [", r"moors\.yaml: not a valid framework: while parsing", id="not yaml"),
        pytest.param(
            "id: moors",
            r"(?s)moors\.yaml: not a valid framework: .*label.*recognise.*scale.*domains",
            id="all that is missing",
        ),
        pytest.param(
            "{id: moors, label: Moors, recognise: [], scale: moons, domains: [], colour: red}",
            r"(?s)not a valid framework: 2 validation errors.*'rating', 'score', 'stars' or 'none'.*colour",
            id="unknown scale and field",
        ),
        pytest.param("just words", r"(?s)moors\.yaml: not a valid framework: .*valid dictionary", id="no mapping"),
    ],
)
def test_a_file_that_breaks_the_schema_is_refused_with_all_that_is_wrong(
    text: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "moors.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidData, match=message):
        load(tmp_path / "moors.yaml")
