"""What a layer has said stays on record, edition by edition, and can be read as a document."""

import pytest

from contracts.errors import InvalidRequest, NotFound
from engines.policy import Layer
from plumbing.ids import new_id
from services.rulebook.formats.layer_document import layer_from_yaml
from tests.store.rulebook.office import Officer
from tests.unit.engines.builders import cap


@pytest.fixture
def office(stage):
    school_id = new_id()
    stage.publish(Layer.NATIONAL, cap(60))
    for minutes in (50, 40):
        stage.publish(Layer.SCHOOL, cap(minutes, layer="school"), school_id=school_id)
    return Officer(stage, school_id)


def test_every_edition_over_a_school_is_listed_the_latest_first(office):
    assert [(one.layer, one.version, one.act) for one in office.editions()] == [
        ("school", 2, "published"), ("school", 1, "published"), ("national", 1, "published"),
    ]


def test_each_edition_can_be_read_as_it_was(office):
    values = [layer_from_yaml(office.document("school", n).document).norms[0].rows[0].value for n in (1, 2, None)]
    assert values == [50, 40, 40]
    assert layer_from_yaml(office.document("national").document).layer is Layer.NATIONAL


def test_an_edition_is_told_line_by_line(office):
    (line,) = office.document("school", 2).lines
    assert (line.matter, line.sentence, line.clause, line.grants) == (
        "作业", "每天的书面作业（在校与回家合计）平均不超过 40 分钟。", "条款原文", False,
    )


def test_what_was_never_said_is_not_there(stage, office):
    with pytest.raises(NotFound):
        office.document("school", 3)
    with pytest.raises(NotFound):
        office.document("district")
    with pytest.raises(NotFound):
        Officer(stage, new_id()).document("school")
    with pytest.raises(InvalidRequest, match="没有“town”这一层"):
        office.document("town")
