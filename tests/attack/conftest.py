"""The world of the attack, and who acts in it."""

from functools import cache

import pytest

from contracts.actor import Role
from demo.password import PASSWORD
from tests.attack import matrix, settling
from tests.attack.asking import asked_for
from tests.attack.routes import routes as every_route
from tests.attack.spy import Spy
from tests.attack.visitor import Visitor, sign_in
from tests.attack.world import World


@pytest.fixture(scope="package")
def routes():
    """Every route of the gateway."""
    return every_route()


@pytest.fixture(scope="package")
def spy(house_up):
    """Whoever listens to every event from before the world is there."""
    spy = Spy(house_up.amqp_url())
    yield spy
    spy.leave()


@pytest.fixture(scope="package")
def world(house_up, routes, spy, tmp_path_factory):
    """The two districts, whole, before anybody is removed."""
    wanted = asked_for(routes)
    applications = [settling.NEWS, *wanted.applications]
    world = World(
        children=dict.fromkeys([*applications, *wanted.pupils]), pieces=wanted.pieces, applications=applications
    )
    settling.settle(world, house_up, tmp_path_factory.mktemp("world"))
    return world


@pytest.fixture(scope="package")
def signed_in(house_up, world):
    """Return a function: the visitor of a role, with a session of before the removal; `new` gives one with a session of
    its own. For the role `visitor`: nobody."""
    before_removal = {role: sign_in(house_up.address, held.login, PASSWORD) for role, held in world.removed.items()}

    @cache
    def kept(role):
        return sign_in(house_up.address, world.holders[role].login, PASSWORD)

    def of(role, *, removed=False, new=False):
        if role is Role.VISITOR:
            return Visitor(house_up.address)
        if new:
            held = world.removed if removed else world.holders
            return sign_in(house_up.address, held[role].login, PASSWORD)
        return before_removal[role] if removed else kept(role)

    return of


@pytest.fixture(scope="package")
def after_removal(house_up, world, signed_in, tmp_path_factory):
    """The removed have sessions, and hold nothing any more."""
    settling.remove(world, house_up, tmp_path_factory.mktemp("removal"))


@pytest.fixture(scope="package")
def tries(routes, world, signed_in, after_removal):
    """Every cell of the matrix, tried once."""
    return matrix.tried(routes, world, signed_in)


@pytest.fixture(scope="package")
def answers(tries):
    """Every answer of the matrix, with the route and the column it belongs to."""
    return [
        (route, column, one.answer) for route, of_route in tries.items() for column, one in of_route.items()
        if one.answer
    ]
