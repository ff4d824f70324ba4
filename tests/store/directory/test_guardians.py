"""Guardians: another comes in, a right ends at once and for good, and who could see the child stays known."""

from dataclasses import replace

import pytest

from contracts.actor import Grant, Role
from contracts.directory.guardian import EndReason
from contracts.directory.school import GuardianshipChanged
from contracts.errors import Conflict, InvalidRequest, NotFound, TooManyTries
from tests.store.directory.households import Household

FATHER = "周大海"


@pytest.fixture
def home(stage):
    return Household(stage)


@pytest.fixture
def mother(stage):
    return stage.actors(stage.parent)[0]


@pytest.fixture
def head(stage):
    return stage.actors(stage.head)[0]


@pytest.fixture
def office(home):
    return home.office()


@pytest.fixture
def number(stage):
    """A number nobody has."""
    return f"13{int(stage.mark, 16) % 10**9:09d}"


def told(stage, pupil):
    return [e.guardian_ids for e in stage.news() if isinstance(e, GuardianshipChanged) and e.pupil_id == pupil.pupil_id]


def test_a_family_sees_who_else_may_see_its_child_and_nothing_of_their_accounts(stage, home, mother):
    found = home.guardians(mother, stage.child)
    (own,) = found.guardians
    assert (own.name, own.own, own.first, own.has_account) == (stage.parent.name, True, True, None)
    assert (found.past, own.actions) == ((), ())


def test_head_teacher_and_office_see_who_has_an_account(stage, home, head, office):
    for actor in (head, office):
        assert [one.has_account for one in home.guardians(actor, stage.child).guardians] == [True]


def test_whose_class_or_child_it_is_not_finds_nobody(stage, home, head):
    neighbour = stage.actors(stage.neighbour)[0]
    for actor, pupil in ((neighbour, stage.child), (head, stage.sibling), (home.office(stage.second), stage.child)):
        with pytest.raises(NotFound):
            home.guardians(actor, pupil)


def test_the_look_is_on_record(stage, home, head):
    home.guardians(head, stage.child)
    assert (stage.head.person_id, "read_guardians", stage.child.pupil_id) in stage.store.audited(stage.first.school_id)


@pytest.mark.parametrize("by", ["mother", "head", "office"])
def test_another_guardian_is_invited_and_comes_in_by_a_card(by, stage, home, number, request):
    actor = request.getfixturevalue(by)
    father = home.invite(actor, stage.child, FATHER, number)
    assert told(stage, stage.child)[-1] == (stage.parent.person_id, father)
    (card,) = home.card(actor, stage.child, father)
    signed = stage.activate(card.code, number[-4:], "tang ren jie 87 hao")
    (actor_of_father,) = stage.session(signed.token).actors
    assert [grant.pupil_id for grant in actor_of_father.children()] == [stage.child.pupil_id]
    first, second = home.guardians(actor_of_father, stage.child).guardians
    assert (first.name, second.name, second.relation, second.first) == (stage.parent.name, FATHER, "father", False)


def test_the_second_guardian_invites_nobody(stage, home, mother, number):
    father = home.invite(mother, stage.child, FATHER, number)
    (card,) = home.card(mother, stage.child, father)
    (second,) = stage.session(stage.activate(card.code, number[-4:], "tang ren jie 87 hao").token).actors
    assert not home.guardians(second, stage.child).may_invite
    with pytest.raises(NotFound):
        home.invite(second, stage.child, "第三人", f"{number[:-1]}{(int(number[-1]) + 1) % 10}")


def test_what_was_typed_is_read_as_a_roster_is_and_told_what_would_pass(stage, home, mother):
    for name, phone, field in ((FATHER, "123", "phone"), ("=周", "13900000000", "name")):
        with pytest.raises(InvalidRequest) as refused:
            home.invite(mother, stage.child, name, phone)
        assert list(refused.value.details["fields"]) == [field]


def test_a_number_that_is_somebodys_is_added_by_the_office_alone_and_under_their_own_name(
    stage, home, mother, head, office
):
    neighbour = replace(stage.neighbour, phone=f"139{int(stage.mark, 16) % 10**8:08d}")
    stage.take_in(replace(stage.roll, people=(*stage.roll.people, neighbour)))
    for actor, name in ((mother, neighbour.name), (head, neighbour.name), (office, "另一个人")):
        with pytest.raises(InvalidRequest) as refused:
            home.invite(actor, stage.child, name, neighbour.phone)
        assert "phone" in refused.value.details["fields"]
    assert home.invite(office, stage.child, "neighbour·𬍤", neighbour.phone) == neighbour.person_id


def test_who_is_a_guardian_already_is_not_added_twice(stage, home, mother, office, number):
    home.invite(mother, stage.child, FATHER, number)
    for actor in (mother, office):
        with pytest.raises(Conflict):
            home.invite(actor, stage.child, FATHER, number)


def test_a_child_has_four_guardians_at_most(stage, home, office, number):
    for serial in range(3):
        home.invite(office, stage.child, FATHER, f"{number[:-1]}{serial}")
    assert not home.guardians(office, stage.child).may_invite
    with pytest.raises(Conflict):
        home.invite(office, stage.child, FATHER, f"{number[:-1]}9")


def test_nobody_asks_for_hundreds_of_numbers(stage, home, mother):
    with pytest.raises(TooManyTries):
        for _ in range(21):
            with pytest.raises((InvalidRequest, Conflict)):
                home.invite(mother, stage.child, FATHER, "1")


def test_a_family_gets_a_card_for_nobody_it_has_not_invited(stage, home, mother, head, number):
    father = home.invite(head, stage.child, FATHER, number)
    assert "card" not in home.guardians(mother, stage.child).guardians[1].actions
    with pytest.raises(NotFound):
        home.card(mother, stage.child, father)


def test_a_family_gets_no_card_for_who_has_come_to_guard_other_children_too(stage, home, mother, office, number):
    father = home.invite(mother, stage.child, FATHER, number)
    home.invite(office, stage.other, FATHER, number)
    with pytest.raises(NotFound):
        home.card(mother, stage.child, father)


def test_an_ended_right_is_over_at_once_and_announced_with_who_is_left(stage, home, office, mother, number):
    father = home.invite(mother, stage.child, FATHER, number)
    ended = home.end(office, stage.child, stage.parent.person_id)
    assert ended.guardians_left == 1
    assert told(stage, stage.child)[-1] == (father,)
    with pytest.raises(NotFound):
        home.guardians(mother, stage.child)
    still = {grant.pupil_id for actor in stage.actors(stage.parent) for grant in actor.children()}
    assert still == {stage.sibling.pupil_id, stage.elder.pupil_id}


def test_from_when_to_when_somebody_was_a_guardian_and_why_no_more_the_office_sees(stage, home, office, head):
    home.end(office, stage.child, stage.parent.person_id, EndReason.PROTECTION)
    (past,) = home.guardians(office, stage.child).past
    assert (past.name, past.reason) == (stage.parent.name, EndReason.PROTECTION)
    assert past.since <= past.until
    assert home.guardians(head, stage.child).past == ()


def test_a_right_that_has_ended_is_not_ended_again(stage, home, office):
    home.end(office, stage.child, stage.parent.person_id)
    with pytest.raises(NotFound):
        home.end(office, stage.child, stage.parent.person_id)


def test_nobody_ends_the_right_of_the_other_parent_of_their_own_child(stage, home, office, mother, number):
    father = home.invite(mother, stage.child, FATHER, number)
    both = replace(mother, grants=(*mother.grants, Grant(role=Role.ACADEMIC_OFFICE)))
    assert [one.actions for one in home.guardians(both, stage.child).guardians if "end" in one.actions] == []
    with pytest.raises(Conflict):
        home.end(both, stage.child, father)


def test_an_ended_right_is_on_record_for_the_child(stage, home, office):
    home.end(office, stage.child, stage.parent.person_id)
    actions = [row[1:] for row in stage.store.audited(stage.first.school_id)]
    assert ("end_guardianship", stage.child.pupil_id) in actions


def test_whom_a_roll_no_longer_names_was_a_guardian_until_then(stage, home, office):
    child = replace(stage.child, guardian_ids=(stage.neighbour.person_id,))
    stage.take_in(stage.with_first_school(pupils=(child, stage.sibling, stage.other)))
    (past,) = home.guardians(office, stage.child).past
    assert (past.name, past.reason) == (stage.parent.name, EndReason.ROSTER)
