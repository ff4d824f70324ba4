"""A layer is drafted by its office and adopted by somebody else; nothing in force changes before."""

import pytest

from contracts.errors import Conflict, InvalidRequest
from contracts.rulebook.adoption import LineState
from engines.policy import Layer
from plumbing.ids import new_id
from tests.store.rulebook.office import Officer, day
from tests.unit.engines.builders import cap, derogation, norm

FORTY = cap(40, measure="written_home_maximum", layer="school", grades="3-4")
THIRTY = "三、四年级每天回家做的书面作业一律不超过 30 分钟"


def lines(officer):
    return [(line.state, line.before, line.after) for line in officer.draft().lines]


def said(stage, school_id, on=None):
    return [rule.sentence for rule in stage.rules(school_id, on=on or day())]


def test_what_the_office_drafts_is_in_force_when_somebody_else_has_adopted_it(stage, school_id, office, principal):
    office.writes(30)
    assert said(stage, school_id) == []
    adopted = principal.adopts()
    assert (adopted.version, adopted.first_change) == (1, day())
    assert said(stage, school_id) == [f"{THIRTY}。"]
    ((told_of, event),) = stage.news()
    assert (told_of, event.layer, event.version) == (school_id, "school", 1)
    assert principal.draft().draft_id is None


def test_nobody_adopts_what_they_have_written_themselves(stage, office, principal):
    office.writes(30)
    principal.writes(20, norm="written_home_maximum_at_most", row=1)
    for author in (office, principal):
        with pytest.raises(Conflict, match="起草的人不能自己通过"):
            author.adopts()
    assert stage.news() == []
    assert Officer(stage, office.school_id).adopts().version == 1


def test_the_draft_stands_beside_what_is_in_force_line_by_line(stage, school_id, office):
    old = cap(40, measure="written_home_maximum", layer="school", key="home", grades="3-4")
    gone = cap(60, measure="all_home_maximum", layer="school", key="all", effective_from=str(day(30)))
    stage.publish(Layer.SCHOOL, old, gone, school_id=school_id)
    office.writes(30, norm="home", row=1, title="一条规定", effective_from=day(7))
    office.ends("all", 1, day())
    assert lines(office) == [
        (LineState.CHANGED, "三、四年级每天回家做的书面作业一律不超过 40 分钟。（2021-07-24 起）",
         f"三、四年级每天回家做的书面作业一律不超过 40 分钟。（2021-07-24 至 {day(6)}）"),
        (LineState.NEW, None, f"{THIRTY}。（{day(7)} 起）"),
        (LineState.GONE, f"每天回家做的作业一律不超过 60 分钟。（{day(30)} 起）", None),
    ]
    assert office.draft().first_change == day(7)


def test_what_has_been_in_force_is_not_rewritten_but_followed(stage, school_id, office, principal):
    stage.publish(Layer.SCHOOL, FORTY, school_id=school_id)
    office.writes(30, norm="norm", row=1, title="一条规定", effective_from=day(7))
    principal.adopts()
    forty = f"{THIRTY.replace('30', '40')}。"
    assert [said(stage, school_id, day(n)) for n in (0, 6, 7)] == [[forty], [forty], [f"{THIRTY}。"]]


def test_a_day_changed_once_more_leaves_no_days_without_a_rule(stage, school_id, office):
    stage.publish(Layer.SCHOOL, FORTY, school_id=school_id)
    office.writes(30, norm="norm", row=1, title="一条规定", effective_from=day(7))
    office.writes(30, norm="norm", row=2, title="一条规定", effective_from=day(14))
    assert [(line.effective_from, line.effective_to) for line in office.draft().lines][1:] == [(day(14), None)]
    assert office.draft().lines[0].effective_to == day(13)
    office.ends("norm", 2, day(13))
    assert [state for state, _, _ in lines(office)] == [LineState.SAME]


def test_a_draft_that_reaches_back_needs_a_reason_which_stays_on_record(stage, school_id, office, principal):
    office.writes(30, effective_from=day(-3))
    seen = office.draft()
    assert (seen.first_change, seen.needs_reason) == (day(-3), True)
    with pytest.raises(InvalidRequest, match="请写明为什么要追溯") as refusal:
        principal.adopts()
    assert list(refusal.value.details["fields"]) == ["reason"]
    principal.adopts(reason="开学时漏了公布")
    (edition,) = principal.editions()
    assert (edition.reason, edition.first_change, edition.by) == ("开学时漏了公布", day(-3), principal.person_id)
    assert edition.authors == (office.person_id,)


def test_of_two_who_draft_at_once_the_second_is_shown_what_the_first_wrote(stage, school_id, office, principal):
    office.writes(30, sequence=0)
    with pytest.raises(Conflict, match="一层同时只有一份草案"):
        principal.writes(20, sequence=0)
    assert THIRTY in office.draft().lines[0].after


def test_who_adopts_an_older_reading_of_the_draft_or_of_the_layer_is_told_so(stage, school_id, office, principal):
    office.writes(30)
    seen = principal.draft()
    office.writes(20, norm="written_home_maximum_at_most", row=1)
    with pytest.raises(Conflict, match="草案刚刚被改动"):
        principal.adopts(seen=seen)
    seen = principal.draft()
    stage.publish(Layer.SCHOOL, cap(60, layer="school"), school_id=school_id)
    with pytest.raises(Conflict, match="现行规定刚刚变了"):
        principal.adopts(seen=seen)


def test_a_row_that_is_nowhere_true_is_told_while_drafting_and_refused_at_adoption(stage, school_id, office, principal):
    stage.publish(Layer.NATIONAL, cap(60))
    office.writes(75, measure="written_total_average", grades=(6,))
    (problem,) = office.draft().problems
    assert "六年级：国家 60，学校 75，不起作用" in problem
    with pytest.raises(InvalidRequest, match="六年级：国家 60，学校 75，不起作用"):
        principal.adopts()
    assert len(stage.news()) == 1


def test_a_draft_that_changes_nothing_is_not_adopted(stage, school_id, office, principal):
    stage.publish(Layer.SCHOOL, cap(60, layer="school"), school_id=school_id)
    office.writes_document(office.document().document)
    with pytest.raises(InvalidRequest, match="完全相同"):
        principal.adopts()


def test_a_draft_may_be_given_up(office):
    office.writes(30)
    office.drops()
    assert office.draft().draft_id is None
    assert office.draft().lines == ()


def test_a_document_written_by_us_is_read_back_the_same(stage, school_id, office, principal):
    everything = norm(
        {"value": ["reading"], "grades": [1, 6], "weekdays": [6], "subjects": ["语文"], "effective_to": "2030-01-01"},
        measure="kind", bound="one_of", unit="codes", layer="school",
    )
    stage.publish(Layer.SCHOOL, everything, school_id=school_id)
    written = office.document().document
    office.writes(30)
    office.writes_document(written)
    assert [state for state, _, _ in lines(office)] == [LineState.SAME]


def test_the_district_drafts_its_own_layer_in_the_same_way(stage):
    one, other = Officer(stage), Officer(stage)
    one.writes(30)
    assert one.draft().layer == "district"
    assert other.adopts().version == 1
    assert [(told, event.layer) for told, event in stage.news()] == [(None, "district")]


def test_a_school_does_not_see_the_draft_of_another(stage, office):
    office.writes(30)
    assert Officer(stage, new_id()).draft().draft_id is None
    assert Officer(stage).draft().draft_id is None


def test_what_the_layer_has_granted_stays_granted_and_cannot_be_drafted_away(stage):
    one, other, school = Officer(stage), Officer(stage), new_id()
    granting = cap(60, layer="district", key="minutes", derogations=[derogation(school, value=75)])
    stage.publish(Layer.DISTRICT, granting)
    one.writes(30)
    other.adopts()
    (_, event) = stage.news()[-1]
    assert [bool(plain.get("derogations")) for plain in event.norms] == [True, False]
    one.writes_document("layer: district\nnorms: []")
    with pytest.raises(InvalidRequest, match=r"没有这一条了.*等它到期"):
        other.adopts()
