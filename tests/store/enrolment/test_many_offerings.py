"""A table of offerings is written into the programme in one go, or not at all; again changes nothing (E8, E9)."""

from dataclasses import replace

import pytest

from contracts.actor import Role
from contracts.enrolment.many_offerings import WriteOfferings
from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.place import PlaceGiven
from contracts.enrolment.planned import Described, StaffKind
from contracts.errors import Conflict, InvalidRequest, NotFound, RuleRefused
from plumbing.ids import new_id
from services.enrolment.application.programme.many_offerings import write_offerings
from tests.store.enrolment import cast
from tests.store.enrolment.office import EVERY_DAY, Office


@pytest.fixture
def office(stage):
    return Office(stage)


@pytest.fixture
def programme(office):
    return office.session(office.open())


def row(programme, title, **said):
    usual = {
        "sort": OfferingSort.CLUB, "session_id": programme.sessions[0].session_id, "grades": (3,), "weekdays": (3,),
        "capacity": 20, "staff_kinds": (StaffKind.OWN,),
    }
    return Described(title=title, **{**usual, **said})


def care(programme, **said):
    return row(programme, "三年级看护", **{"sort": OfferingSort.BASIC_CARE, "weekdays": EVERY_DAY, **said})


def write(office, programme, *rows, sequence=None):
    ask = WriteOfferings(
        programme_id=programme.programme_id, sequence=sequence or programme.sequence, offerings=rows
    )
    return office.ask(write_offerings, ask)


def titles(programme):
    return [one.title for one in programme.offerings]


def test_a_table_is_written_in_one_go(office, programme):
    written = write(office, programme, care(programme), row(programme, "合唱"), row(programme, "围棋", capacity=16))
    assert titles(written) == ["三年级看护", "合唱", "围棋"]
    assert [one.capacity for one in written.offerings] == [20, 20, 16]
    assert written.sequence == programme.sequence + 1


def test_the_same_table_again_changes_nothing(office, programme):
    rows = care(programme), row(programme, "合唱")
    written = write(office, programme, *rows)
    again = write(office, written, *rows)
    assert again.offerings == written.offerings


def test_of_the_same_title_and_session_it_is_the_same_offering(office, programme):
    written = write(office, programme, care(programme), row(programme, "合唱"))
    again = write(office, written, row(programme, "合唱", capacity=30, location="音乐教室"))
    before, after = written.offerings[1], again.offerings[1]
    assert after == replace(before, capacity=30, location="音乐教室", changes=before.changes + 1)
    assert again.offerings[0] == written.offerings[0]


def test_in_another_session_the_same_title_is_another_offering(office, programme):
    late = office.session(programme, name="延时")
    other = next(one for one in late.sessions if one.name == "延时")
    written = write(office, late, row(programme, "合唱"), row(programme, "合唱", session_id=other.session_id))
    assert titles(written) == ["合唱", "合唱"]


def test_one_bad_row_leaves_all_unwritten_and_each_says_what_is_wrong(office, programme):
    with pytest.raises(InvalidRequest) as refused:
        write(
            office, programme, care(programme), row(programme, "合唱", grades=(3, 4)),
            row(programme, "围棋", lead_id=new_id()), care(programme),
        )
    wrong = refused.value.details["fields"]["offerings"]
    assert set(wrong) == {"1", "2", "3"}
    assert wrong["1"] == {"grades": ["时段“放学后”没有四年级，请去掉，或者先改时段。"]}
    assert wrong["2"] == {"lead_id": ["请选一位本校的老师。"]}
    assert wrong["3"] == {"title": ["前面已经有一行“三年级看护”在同一个时段，请去掉一行，或者改一个名称。"]}
    assert office.read(programme).offerings == ()


def test_a_session_of_another_programme_is_no_session_of_this(office, programme):
    with pytest.raises(InvalidRequest) as refused:
        write(office, programme, row(programme, "合唱", session_id=new_id()))
    assert refused.value.details["fields"]["offerings"] == {"0": {"session_id": ["请选一个时段。"]}}


def test_whoever_has_not_seen_the_newest_programme_looks_at_it_first(office, programme):
    office.offer(programme)
    with pytest.raises(Conflict):
        write(office, programme, row(programme, "合唱"))
    assert titles(office.read(programme)) == ["三年级看护"]


def test_a_programme_that_is_not_there_cannot_be_written_to(office, programme):
    with pytest.raises(NotFound):
        write(office, replace(programme, programme_id=new_id()), row(programme, "合唱"))


def test_what_families_would_lose_is_refused_by_its_row(stage, office, programme):
    written = write(office, programme, care(programme), row(programme, "合唱"))
    office.announce(written)
    stage.apply(stage.family(), club=written.offerings[1].offering_id)
    now = office.read(written)
    with pytest.raises(InvalidRequest) as refused:
        write(office, now, care(programme, location="教室"), row(programme, "合唱", fee_yuan=50))
    (words,) = refused.value.details["fields"]["offerings"]["1"]["title"]
    assert words.startswith("已经有家庭按现在的时间、年级和收费报了名")
    assert office.read(written).offerings == now.offerings


def test_more_places_go_to_those_who_wait(stage, office, programme):
    written = write(office, programme, care(programme), row(programme, "合唱", capacity=1))
    choir = written.offerings[1]
    office.announce(written)
    for _ in range(2):
        stage.approve(stage.apply(stage.family(), club=choir.offering_id))
    write(office, office.read(written), row(programme, "合唱", capacity=2))
    given = [news for news in stage.store.news() if isinstance(news, PlaceGiven)]
    assert [one.from_line for one in given] == [False, True]


def test_an_announced_programme_still_holds_to_every_norm(office, programme):
    written = write(office, programme, care(programme))
    office.announce(written)
    now = office.read(written)
    with pytest.raises(RuleRefused):
        write(office, now, care(programme, weekdays=(1, 2, 3, 4)))
    assert office.read(written).offerings == now.offerings


def test_who_leads_it_makes_it_the_schools_own(stage, office, programme):
    teacher = stage.employ(cast.staff(stage.school_id, Role.TEACHER)).person_id
    rows = care(programme, lead_id=teacher, staff_kinds=()),
    written = write(office, programme, *rows)
    assert written.offerings[0].staff_kinds == (StaffKind.OWN,)
    assert write(office, written, *rows).offerings == written.offerings
