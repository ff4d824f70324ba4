"""Nobody acts in another's name: what a house believes is what the gateway signed, for it, within the minute."""

from dataclasses import replace
from datetime import timedelta

import jwt
import pytest
from cryptography.hazmat.primitives import serialization

from contracts.actor import Actor, Grant, Role
from contracts.errors import NotSignedIn
from plumbing import clock, ids, passport

PRIVATE, PUBLIC = passport.make_keys()
SOMEONE = Actor(person_id=ids.new_id(), district_id=ids.new_id(), grants=(Grant(role=Role.PRINCIPAL),))


@pytest.fixture
def office():
    return passport.PassportOffice(PRIVATE)


@pytest.fixture
def control():
    return passport.PassportControl(PUBLIC, "homework")


def claims(**changed):
    now = clock.now()
    honest = {
        "iss": "qingfu-gateway", "aud": "homework", "sub": SOMEONE.person_id, "iat": now,
        "exp": now + timedelta(seconds=60), "actor": SOMEONE.dump(),
    }
    return {**honest, **changed}


def signed(payload, key=PRIVATE, algorithm="EdDSA"):
    return jwt.encode(payload, serialization.load_pem_private_key(key.encode(), None), algorithm=algorithm)


def test_a_house_knows_the_actor_of_a_passport(office, control):
    assert control.actor(office.passport(SOMEONE, "homework")) == SOMEONE


def test_the_same_passport_is_used_again_while_it_is_fresh(office):
    assert office.passport(SOMEONE, "homework") == office.passport(SOMEONE, "homework")


def test_whoever_holds_something_else_from_now_on_gets_another_passport_at_once(office, control):
    before = office.passport(SOMEONE, "homework")
    less = replace(SOMEONE, grants=())
    assert office.passport(less, "homework") != before
    assert control.actor(office.passport(less, "homework")) == less


def test_a_passport_of_an_honest_gateway_is_what_these_forgeries_start_from(control):
    assert control.actor(signed(claims())) == SOMEONE


FORGERIES = {
    "none at all": None,
    "an empty one": "",
    "no passport": "hello",
    "for another house": signed(claims(aud="notify")),
    "from another issuer": signed(claims(iss="somebody")),
    "expired": signed(claims(exp=clock.now() - timedelta(seconds=1))),
    "valid for an hour": signed(claims(exp=clock.now() + timedelta(hours=1))),
    "from the future": signed(claims(
        iat=clock.now() + timedelta(hours=1), exp=clock.now() + timedelta(hours=1, seconds=30)
    )),
    "signed by another key": signed(claims(), key=passport.make_keys()[0]),
    "unsigned": jwt.encode(claims(), None, algorithm="none"),
    "signed with the public key as a secret": jwt.encode(claims(), PUBLIC[27:60], algorithm="HS256"),
    "naming another subject": signed(claims(sub=ids.new_id())),
    "without an actor": signed({k: v for k, v in claims().items() if k != "actor"}),
    "without an end": signed({k: v for k, v in claims().items() if k != "exp"}),
    "with a role that does not exist": signed(claims(actor={**SOMEONE.dump(), "grants": [{"role": "king"}]})),
}


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
@pytest.mark.parametrize("forged", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_passport_is_refused_that_is(forged, control):
    with pytest.raises(NotSignedIn):
        control.actor(forged)


def test_a_remembered_passport_ends_with_its_minute(office, control, monkeypatch):
    token = office.passport(SOMEONE, "homework")
    control.actor(token)
    late = clock.now() + timedelta(seconds=61)
    monkeypatch.setattr(passport.clock, "now", lambda: late)
    with pytest.raises(NotSignedIn):
        control.actor(token)


def test_a_clock_set_back_makes_no_passport_from_the_future(office, monkeypatch):
    office.passport(SOMEONE, "homework")
    earlier = clock.now() - timedelta(hours=1)
    monkeypatch.setattr(passport.clock, "now", lambda: earlier)
    fresh = passport.PassportControl(PUBLIC, "homework")
    assert fresh.actor(office.passport(SOMEONE, "homework")) == SOMEONE
