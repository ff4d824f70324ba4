"""A place in the after-school service: applied for, decided, given; who waits moves up when somebody leaves."""

import pytest

from tests.journeys.family import (
    THE_CLUB,
    apply_for_care_and_the_club,
    approve,
    consider,
    read_message,
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
    first, second = phone(first_guardian, scripts=scripts), phone(second_guardian, scripts=scripts)

    application = apply_for_care_and_the_club(first, first_child)
    first.sees("等班主任审核")
    consider(head, first_child)
    approve(head)
    read_message(first, "课后服务申请已同意", of_child=first_child)
    read_message(first, "社团的名额已安排", of_child=first_child)
    read_message(first, "课后看护的名额已安排", of_child=first_child)
    first.open(application).sees("名额已安排", THE_CLUB)
    picture(first, "applied", until=".q-card:last-of-type")

    waiting = apply_for_care_and_the_club(second, second_child)
    consider(head, second_child)
    picture(head, "decide")
    approve(head)
    read_message(second, "社团正在候补", of_child=second_child)
    second.sees("现在排在第 1 位")
    second.open(waiting).sees("候补第 1 位", f"{THE_CLUB}排在第 1 位")

    take_back(first, application)
    first.sees("已撤回")
    read_message(second, "社团的名额已安排", of_child=second_child)
    second.sees("有同学退出，候补轮到了")
    second.open(waiting).sees("名额已安排")
    second.does_not_see("候补第")
    picture(second.open("/inbox"), "inbox")

    take_back(second, waiting)
