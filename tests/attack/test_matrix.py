"""Who may do what to whose: each cell of the matrix, tried on the real house, is what the file says."""

import pytest

from contracts.actor import Role
from tests.attack import matrix
from tests.attack.asking import Nowhere, asked, speaks_of_a_thing, unknown_names
from tests.attack.world import ROLES


def test_there_is_something_to_try_at_every_address(routes):
    assert not unknown_names(routes), "say in tests/attack/asking.py what stands for these in an address"


def test_who_may_do_what_to_whose_is_what_the_file_says(tries, request):
    found = matrix.written(tries)
    if request.config.getoption("--write-matrix"):
        matrix.FILE.write_text(found, encoding="utf-8")
    kept = matrix.FILE.read_text(encoding="utf-8")
    assert found == kept, "\n".join(("", *matrix.changed(kept, found)))


def test_what_is_not_yours_looks_exactly_like_what_is_not_there(routes, tries):
    nowhere = Nowhere()
    for route in filter(speaks_of_a_thing, routes):
        for role in ROLES:
            told = [one for (of, _), one in tries[route.key].items() if of is role and one.sign == matrix.NOT_THERE]
            for visitor in {one.visitor for one in told}:
                absent = matrix.answer_to(asked(route, nowhere, role), visitor).without_ids()
                assert all(t.answer.without_ids() == absent for t in told if t.visitor is visitor), (route.key, role)


SPELLINGS = ("/homework/", "//homework", "/HOMEWORK", "/homework/%2e%2e/homework", "/%68omework", "/homework;a=b")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_other_spelling_of_an_address_opens_what_it_does_not(spelling, signed_in):
    assert signed_in(Role.GUARDIAN).get(spelling).status in (404, 308)


OVERRIDES = ({"X-HTTP-Method-Override": "DELETE"}, {"X-Original-URL": "/homework"}, {"X-Forwarded-User": "1"})


@pytest.mark.parametrize("said", OVERRIDES, ids=lambda said: next(iter(said)))
def test_no_header_makes_another_request_of_a_request(said, signed_in):
    guardian = signed_in(Role.GUARDIAN)
    assert guardian.get("/inbox", **said).without_ids() == guardian.get("/inbox").without_ids()


def test_asking_for_the_head_alone_decides_the_same(routes, world, signed_in):
    for route in (route for route in routes if route.method == "GET"):
        for role in (Role.GUARDIAN, Role.DISTRICT_OFFICE, Role.VISITOR):
            visitor, path = signed_in(role), asked(route, world.places["district"], role).path
            said = {"Authorization": f"Bearer {visitor.token}"}
            head, whole = (visitor.send(method, path, headers=said) for method in ("HEAD", "GET"))
            assert head.status == whole.status, (route.key, role)
