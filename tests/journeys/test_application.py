"""A place in the after-school service: applied for, decided step by step, given; who waits moves up."""

import pytest

from tests.journeys.family import (
    THE_CLUB,
    apply_for_care_and_the_club,
    approve,
    approve_at_once,
    change,
    consider,
    read_message,
    send_back,
    take_back,
)


@pytest.fixture
def families(people, scripts):
    """Return two children of the class, the cards' or two others, each with the guardian who applies."""
    cards = [people.on_card("家长"), people.on_card("家长（两个孩子）")]
    if scripts:
        return [(people.child_of(guardian), guardian) for guardian in cards]
    others = [child for child in people.children() if not set(cards) & set(child.guardians)]
    return [(child, child.guardians[0]) for child in others[:2]]


def test_a_family_gets_the_last_place_the_next_one_waits_and_moves_up(phone, people, families, scripts, picture):
    (first_child, first_guardian), (second_child, second_guardian) = families
    head = phone(people.on_card("班主任"), scripts=scripts)
    office = phone(people.on_card("课后服务办公室"), scripts=scripts)
    first, second = phone(first_guardian, scripts=scripts), phone(second_guardian, scripts=scripts)

    application = apply_for_care_and_the_club(first, first_child)
    first.sees("等班主任办理")
    consider(head, first_child)
    approve(head)
    read_message(first, "课后看护申请已同意", of_child=first_child)
    read_message(first, "课后看护的名额已安排", of_child=first_child)
    first.open(application).sees("学校复核", "等教导处、课后服务办公室办理")
    picture(first, "application", until=".q-card:last-of-type")
    picture(office.open("/applications"), "desk")
    approve_at_once(office, first_child)
    read_message(first, "社团申请已同意", of_child=first_child)
    read_message(first, "社团的名额已安排", of_child=first_child)
    first.open(application).sees("名额已安排", THE_CLUB)

    waiting = apply_for_care_and_the_club(second, second_child)
    send_back(head, second_child, "周三没有老师，请换一天")
    read_message(second, "课后看护、社团申请退回修改", of_child=second_child)
    second.open(waiting).sees("周三没有老师，请换一天")
    change(second, "周五", instead_of="周三")
    consider(head, second_child)
    picture(head, "decide")
    approve(head)
    approve_at_once(office, second_child)
    read_message(second, "社团正在候补", of_child=second_child)
    second.sees("现在排在第 1 位")
    second.open(waiting).sees("候补第 1 位", f"{THE_CLUB}排在第 1 位", "周一、周五")

    take_back(first, application)
    first.sees("已撤回")
    read_message(second, "社团的名额已安排", of_child=second_child)
    second.sees("有同学退出，候补轮到了")
    second.open(waiting).sees("名额已安排")
    second.does_not_see("候补第")
    picture(second.open("/inbox"), "inbox")

    take_back(second, waiting)
