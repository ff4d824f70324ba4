"""An office changes its school's chain step by step, sees what is wrong with it, and publishes it (E4)."""

import pytest

from contracts.actor import Actor, Grant, Role
from contracts.errors import Conflict, InvalidRequest, NotFound
from contracts.rulebook.chain import Affair, ChainPublished, Group, LeftOut, WhenLate, WhenNobody, WhoSigns
from contracts.rulebook.chain_draft import (
    DropChainDraft,
    DropStep,
    MoveStep,
    PublishChain,
    ReadChain,
    TakeOverChain,
    WriteStep,
)
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.rulebook import wiring

CARE = Affair.BASIC_CARE
HEAD = {"name": "班级审核", "groups": (Group.HEAD_TEACHER,)}
PRINCIPAL = {"name": "校长审定", "groups": (Group.PRINCIPAL,)}


class Office:
    """The academic office of one school, at its chain for basic care."""

    def __init__(self, stage):
        self.stage, self.scope = stage, Scope(district_id=stage.district_id, school_id=new_id())
        grants = (Grant(role=Role.ACADEMIC_OFFICE),)
        self.actor = Actor(
            person_id=new_id(), district_id=stage.district_id, school_id=self.scope.school_id, grants=grants
        )

    def asks(self, use_case, ask):
        return self.stage.store.run(use_case, ask, self.scope, self.actor)

    def read(self):
        return self.asks(wiring.read_chain, ReadChain(affair=CARE))

    def write(self, place=None, sequence=None, **said):
        now = self.read().sequence if sequence is None else sequence
        return self.asks(wiring.write_step, WriteStep(affair=CARE, sequence=now, place=place, **said))

    def moves_up(self, place):
        return self.asks(wiring.move_step, MoveStep(affair=CARE, sequence=self.read().sequence, place=place))

    def drops(self, place):
        return self.asks(wiring.drop_step, DropStep(affair=CARE, sequence=self.read().sequence, place=place))

    def takes_over(self, chain):
        ask = TakeOverChain(affair=CARE, sequence=self.read().sequence, chain=chain)
        return self.asks(wiring.take_over_chain, ask)

    def publishes(self, **read):
        now = self.read()
        ask = {"affair": CARE, "sequence": now.sequence, "version": now.version} | read
        return self.asks(wiring.publish_chain_draft, PublishChain(**ask))

    def told(self):
        return [told for school_id, told in self.stage.news() if school_id == self.scope.school_id]


@pytest.fixture
def office(stage):
    return Office(stage)


def names(desk):
    return [step.name for step in desk.steps]


def test_a_school_begins_with_nothing_and_may_take_over_what_is_shipped(office):
    empty = office.read()
    assert (empty.version, empty.sequence, empty.steps) == (0, 0, ())
    assert [one.key for one in empty.shipped] == ["care_class", "care_class_principal", "clubs_class_school"]
    taken = office.takes_over("care_class_principal")
    assert names(taken) == ["家长签字", "班级审核", "校长审定"]
    assert taken.flaws == ()
    assert office.told() == [], "nobody hears of it before it is published"


@pytest.mark.parametrize("key", ["care_class", "care_class_principal", "clubs_class_school"])
def test_what_is_shipped_says_the_same_once_every_step_was_opened_and_saved(office, key):
    taken = office.takes_over(key)
    for place, step in enumerate(taken.steps, 1):
        office.write(place, **vars(step))
    assert office.read().steps == taken.steps
    shipped = wiring.SHIPPED[key]
    office.publishes()
    [told] = office.told()
    assert [step["key"] for step in told.definition["steps"]] == [step["key"] for step in shipped["steps"]]
    assert told.definition["steps"] == shipped["steps"]


def test_a_chain_is_written_moved_and_shortened_step_by_step_and_then_published(office):
    office.write(**PRINCIPAL)
    office.write(**HEAD)
    assert names(office.moves_up(2)) == ["班级审核", "校长审定"]
    office.write(**PRINCIPAL | {"name": "再审"})
    assert names(office.drops(3)) == ["班级审核", "校长审定"]
    published = office.publishes()
    assert (published.version, published.sequence, names(published)) == (1, 0, ["班级审核", "校长审定"])
    assert published.standing == published.steps
    [told] = office.told()
    assert isinstance(told, ChainPublished)
    assert (told.affair, told.version, told.definition["key"]) == ("basic_care", 1, "basic_care")


def test_every_answer_of_a_step_stands_as_it_was_given(office):
    said = {
        "name": "学校复核", "groups": (Group.ACADEMIC_OFFICE, Group.AFTER_SCHOOL_OFFICE), "signs": WhoSigns.ALL,
        "due_days": 3, "remind_days": 2, "late": WhenLate.NOTIFY, "superior": Group.PRINCIPAL,
        "nobody": WhenNobody.ESCALATE, "fallback": Group.PRINCIPAL, "left_out": LeftOut.NO_CLUBS,
    }
    [step] = office.write(**said).steps
    assert vars(step) == said


def test_what_cannot_work_is_said_while_it_is_written_and_cannot_be_published(office):
    desk = office.write(**HEAD, late=WhenLate.NOTIFY, nobody=WhenNobody.ESCALATE)
    assert desk.flaws == (
        "“班级审核”：没有人办理时要交给别的岗位，请选交给哪个岗位。",
        "“班级审核”：逾期以后要处理，请写办理期限。",
        "“班级审核”：逾期以后要告诉或交给上一级，请选上一级的岗位。",
    )
    with pytest.raises(InvalidRequest, match="请写办理期限"):
        office.publishes()
    assert office.told() == []


def test_the_only_step_stays(office):
    office.write(**HEAD)
    with pytest.raises(InvalidRequest, match="至少要有一步"):
        office.drops(1)
    assert names(office.read()) == ["班级审核"]


@pytest.mark.parametrize("groups", [(), (Group.GUARDIAN, Group.HEAD_TEACHER)])
def test_a_step_says_who_decides_and_a_family_signs_alone(office, groups):
    with pytest.raises(InvalidRequest) as refused:
        office.write(name="签字", groups=groups)
    assert list(refused.value.details["fields"]) == ["groups"]


def test_two_who_change_it_at_once_do_not_overwrite_each_other(office):
    office.write(**HEAD)
    with pytest.raises(Conflict, match="刚刚有别人改过"):
        office.write(sequence=0, **PRINCIPAL)
    with pytest.raises(Conflict, match="刚刚变了"):
        office.publishes(version=7)
    assert names(office.read()) == ["班级审核"]


def test_a_step_that_is_not_there_is_not_found(office):
    office.write(**HEAD)
    for act in (lambda: office.write(2, **PRINCIPAL), lambda: office.moves_up(2), lambda: office.drops(2)):
        with pytest.raises(NotFound):
            act()


def test_what_was_changed_can_be_given_up_and_what_stands_stays(office):
    office.takes_over("care_class")
    office.publishes()
    changed = office.write(**PRINCIPAL)
    assert len(changed.steps) == len(changed.standing) + 1
    dropped = office.asks(wiring.drop_chain_draft, DropChainDraft(affair=CARE, sequence=changed.sequence))
    assert (dropped.sequence, dropped.steps) == (0, dropped.standing)


def test_a_draft_like_what_stands_is_not_published_again(office):
    office.takes_over("care_class")
    office.publishes()
    office.takes_over("care_class")
    with pytest.raises(InvalidRequest, match="没有什么要公布"):
        office.publishes()


def test_a_step_keeps_its_key_when_it_is_changed_or_moved_so_that_cases_can_follow(office):
    office.write(**HEAD)
    office.write(**PRINCIPAL)
    office.write(1, **HEAD | {"name": "班主任审核"})
    office.moves_up(2)
    office.publishes()
    [told] = office.told()
    assert [(step["key"], step["name"]) for step in told.definition["steps"]] == [
        ("step_2", "校长审定"), ("step_1", "班主任审核"),
    ]


def test_another_school_sees_nothing_of_it(stage, office):
    office.write(**HEAD)
    assert Office(stage).read().steps == ()
