"""A house that runs believes only what the gateway has signed for it, whatever comes with the call."""

import pytest

from contracts.actor import Actor, Grant, Role
from contracts.catalogue import CALLS, HOUSES
from contracts.errors import NotSignedIn
from ops.secrets import Secrets
from plumbing.ids import new_id
from plumbing.passport import PassportOffice, make_keys
from plumbing.rpc_client import RpcClient


class Forger:
    """Gives every house the passport that `forge` makes for it."""

    def __init__(self, forge):
        self.passport = forge


class Silence:
    """An ask that says nothing; a passport is looked at before it."""

    def dump(self):
        return {}


@pytest.fixture(scope="module")
def honest(house_up):
    return PassportOffice(Secrets(house_up.places.secrets).passport_keys()[0])


FORGERIES = {
    "for another house": lambda honest: lambda actor, house: honest.passport(actor, HOUSES[HOUSES.index(house) - 1]),
    "signed with another key": lambda honest: PassportOffice(make_keys()[0]).passport,
    "none": lambda honest: lambda actor, house: "",
    "cut off": lambda honest: lambda actor, house: honest.passport(actor, house).rpartition(".")[0] + ".",
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
def test_no_call_of_any_house_is_answered_to_a_passport_that_is(forge, honest, house_up, world):
    place = world.places["own"]
    actor = Actor(
        person_id=new_id(), district_id=place.school.district_id, school_id=place.school.school_id,
        grants=tuple(Grant(role=role, class_id=place.class_id) for role in Role),
    )
    client = RpcClient(house_up.amqp_url("gateway"), Forger(forge(honest)))
    try:
        for call in CALLS:
            with pytest.raises(NotSignedIn):
                client.call(call, Silence(), actor, request_id="q7", key=new_id())
    finally:
        client.close()
