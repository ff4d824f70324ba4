"""Whatever an office ends is over on every gateway within a second of its answer, whoever has a page open there."""

import pytest

from contracts.actor import Role
from demo.password import PASSWORD
from tests.attack.settling import NEWS, done, key
from tests.attack.visitor import sign_in
from tests.attack.world import SUBJECT
from tests.servers.another_gateway import AnotherGateway
from tests.servers.promptly import within_a_second


@pytest.fixture(scope="module")
def addresses(house_up):
    """Return the addresses of two gateways of one house."""
    another = AnotherGateway(house_up)
    try:
        yield house_up.address, another.start().address
    finally:
        another.stop()


@pytest.fixture
def office(house_up, world):
    """Return a function that lets the school's office do something."""
    visitor = sign_in(house_up.address, world.places["own"].people[Role.ACADEMIC_OFFICE].login, PASSWORD)
    return lambda path, **said: done(visitor.program("POST", f"/api/v1{path}", said, **key()))


def at_both(addresses, someone, path):
    """Return somebody at either gateway, each of which has just shown them the page and trusts its copy of them."""
    visitors = [sign_in(address, someone.login, PASSWORD) for address in addresses]
    assert [visitor.get(path).status for visitor in visitors for _ in range(2)] == [200] * 4
    return visitors


def test_a_guardians_right_that_is_ended_is_over_everywhere(addresses, world, office):
    place = world.places["class"]
    guardian, pupil_id = place.aside[Role.GUARDIAN], place.pupils[NEWS]
    path = f"/family?child={pupil_id}"
    visitors = at_both(addresses, guardian, path)
    office(f"/pupils/{pupil_id}/guardians/{guardian.person_id}/end", reason="custody")
    assert within_a_second(lambda: all(visitor.get(path).status == 404 for visitor in visitors))


def test_a_post_that_is_ended_is_over_everywhere(addresses, world, office):
    place = world.places["class"]
    teacher = place.aside[Role.TEACHER]
    visitors = at_both(addresses, teacher, "/homework")
    post = {"role": Role.TEACHER, "class_id": place.class_id, "subject": SUBJECT}
    office(f"/staff/{teacher.person_id}/posts/end", **post)
    assert within_a_second(lambda: all(visitor.get("/homework").status == 404 for visitor in visitors))


@pytest.mark.parametrize("role", [Role.GUARDIAN, Role.TEACHER])
def test_who_is_signed_out_is_out_everywhere_and_comes_in_again_by_the_password(addresses, world, office, role):
    someone = world.places["own"].aside[role]
    visitors = at_both(addresses, someone, "/account")
    office(f"/people/{someone.person_id}/sign-out", reason="lost")
    assert within_a_second(lambda: all(visitor.get("/account").leads_to_sign_in() for visitor in visitors))
    assert all(sign_in(address, someone.login, PASSWORD).get("/account").status == 200 for address in addresses)
