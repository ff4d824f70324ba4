"""Ways in from outside: linked with the password at hand, then as good as it; what is forged, old or used is not."""

from dataclasses import replace

import jwt
import pytest

from contracts.directory import outside
from contracts.directory.outside import Provider
from contracts.directory.session import SessionEnded
from contracts.errors import Conflict, InvalidRequest, SpentTestimony, TooManyTries, WrongSignIn
from plumbing import testimony
from plumbing.ids import new_id
from plumbing.passport import PassportOffice, make_keys
from tests.store.directory.cast import PASSWORD
from tests.store.directory.test_second_factor import Telephone

CHOSEN, MINUTE = "tang ren jie 87 hao", 60


@pytest.fixture(scope="module")
def keys():
    return make_keys()


@pytest.fixture(autouse=True)
def directory_knows_the_gateways_key(monkeypatch, keys):
    monkeypatch.setenv("QINGFU_PASSPORT_PUBLIC_KEY", keys[1])


@pytest.fixture
def wecom(stage, keys):
    """Return a function: what WeCom says of somebody, signed by the gateway. Each asking is another testimony."""

    def says(userid, *, for_link_of=None, **changes):
        said = outside.Testimony(
            testimony_id=new_id(), provider=Provider.WECOM, corp=f"ww{stage.mark}", subject=f"user:{userid}",
            district=stage.mark, person_id=for_link_of and for_link_of.person_id,
        )
        return testimony.signed(replace(said, **changes), keys[0])

    return says


@pytest.fixture
def head(stage):
    return stage.actors(stage.head)[0]


@pytest.fixture
def parent(stage):
    return stage.actors(stage.parent)[0]


@pytest.fixture
def linked(stage, head, wecom):
    return stage.link(head, wecom("head", for_link_of=stage.head))


def test_who_has_linked_it_comes_in_without_a_password(stage, linked, wecom):
    signed = stage.sign_in_outside(wecom("head"))
    assert stage.session(signed.token).person_id == stage.head.person_id


def test_a_family_links_like_a_teacher(stage, parent, wecom):
    stage.link(parent, wecom("father", for_link_of=stage.parent, subject="open:o-123"))
    assert stage.sign_in_outside(wecom("father", subject="open:o-123")).person_id == stage.parent.person_id


def test_who_has_linked_nothing_is_told_how_and_gets_no_account(stage, wecom):
    with pytest.raises(WrongSignIn) as refused:
        stage.sign_in_outside(wecom("stranger"))
    assert "账号与安全" in refused.value.said and "激活卡" in refused.value.said


def test_a_link_needs_the_password_and_guessing_it_is_soon_not_heard(stage, head, wecom):
    for _ in range(5):
        with pytest.raises(InvalidRequest) as refused:
            stage.link(head, wecom("head", for_link_of=stage.head), secret="wrong")
        assert "password" in refused.value.details["fields"]
    with pytest.raises(TooManyTries):
        stage.link(head, wecom("head", for_link_of=stage.head))
    assert stage.links(head).links == ()


def test_the_right_password_is_not_held_against_anybody(stage, head, wecom):
    for _ in range(8):
        stage.link(head, wecom("head", for_link_of=stage.head))
    assert len(stage.links(head).links) == 1


def test_one_person_of_the_provider_opens_one_account(stage, linked, parent, wecom):
    with pytest.raises(Conflict, match="已经连着另一个轻负账号"):
        stage.link(parent, wecom("head", for_link_of=stage.parent))
    assert stage.sign_in_outside(wecom("head")).person_id == stage.head.person_id


def test_one_account_has_one_person_of_each_corp(stage, head, linked, wecom):
    with pytest.raises(Conflict, match="请先断开那一个"):
        stage.link(head, wecom("somebody-else", for_link_of=stage.head))
    other_corp = wecom("head", for_link_of=stage.head, corp=f"ding{stage.mark}", provider=Provider.DINGTALK)
    stage.link(head, other_corp)
    assert [link.provider for link in stage.links(head).links] == [Provider.WECOM, Provider.DINGTALK]


def test_the_same_name_at_another_corp_or_provider_is_somebody_else(stage, linked, wecom):
    for changes in ({"corp": "ww-another"}, {"provider": Provider.DINGTALK}, {"subject": "open:head"}):
        with pytest.raises(WrongSignIn):
            stage.sign_in_outside(wecom("head", **changes))


def test_what_is_offered_to_another_district_is_not_linked_here(stage, head, wecom):
    with pytest.raises(Conflict, match="不是您所在区县"):
        stage.link(head, wecom("head", for_link_of=stage.head, district="elsewhere"))


def test_a_testimony_for_one_purpose_or_person_is_good_for_no_other(stage, head, linked, wecom):
    with pytest.raises(SpentTestimony):
        stage.sign_in_outside(wecom("head", for_link_of=stage.head))
    for foreign in (wecom("x"), wecom("x", for_link_of=stage.parent)):
        with pytest.raises(SpentTestimony):
            stage.link(head, foreign)


def test_pressed_twice_it_does_the_same_and_later_it_is_used_up(stage, head, linked, wecom, later):
    said, link = wecom("head"), wecom("head", for_link_of=stage.head)
    assert stage.sign_in_outside(said).person_id == stage.sign_in_outside(said).person_id
    assert stage.link(head, link) == stage.link(head, link) == linked
    later(31)
    with pytest.raises(SpentTestimony):
        stage.sign_in_outside(said)
    with pytest.raises(SpentTestimony):
        stage.link(head, link)


def test_a_testimony_is_believed_for_ten_minutes(stage, linked, wecom, later):
    said = wecom("head")
    later(10 * MINUTE)
    with pytest.raises(SpentTestimony):
        stage.sign_in_outside(said)


def test_nobody_but_the_gateway_can_say_what_a_provider_said(stage, linked, wecom, keys):
    said = wecom("head")
    claims = jwt.decode(said, options={"verify_signature": False})
    forged = [
        testimony.signed(outside.Testimony.load(claims["said"]), make_keys()[0]),
        jwt.encode(claims, "", algorithm="none"),
        jwt.encode(claims, "a secret of thirty-two characters", algorithm="HS256"),
        jwt.encode({**claims, "aud": "directory"}, keys[0], algorithm="EdDSA"),
        jwt.encode({**claims, "exp": claims["exp"] + 3600}, keys[0], algorithm="EdDSA"),
        PassportOffice(keys[0]).passport(stage.actors(stage.head)[0], "directory"),
        said[:-4], "x", "a.b.c",
    ]
    for token in forged:
        with pytest.raises(SpentTestimony):
            stage.sign_in_outside(token)


def test_the_second_factor_is_asked_for_here_too(stage, head, linked, wecom, later):
    telephone = Telephone(stage.begin_factor(head).secret, later)
    stage.confirm_factor(head, telephone.code())
    half = stage.sign_in_outside(wecom("head"))
    assert half.second_step
    assert stage.sign_in_with(half, telephone.code()).person_id == stage.head.person_id


def test_unlinked_it_opens_nothing_any_more_and_nobody_unlinks_for_another(stage, head, linked, parent, wecom):
    stage.unlink(parent, linked.link_id)
    assert stage.sign_in_outside(wecom("head"))
    for _ in range(2):
        stage.unlink(head, linked.link_id)
    with pytest.raises(WrongSignIn):
        stage.sign_in_outside(wecom("head"))


def test_a_new_card_ends_the_links_of_whoever_may_have_had_the_password(stage, head, linked, wecom):
    office = replace(head, grants=(replace(head.grants[0], role="academic_office", class_id=None),))
    (card,) = stage.print_staff_cards(office, stage.head).cards
    stage.activate(card.code, stage.head.phone[-4:], CHOSEN)
    with pytest.raises(WrongSignIn):
        stage.sign_in_outside(wecom("head"))


def test_a_password_is_changed_with_the_old_one_and_all_other_sessions_are_over(stage, head):
    kept, lost = stage.sign_in(stage.head), stage.sign_in(stage.head)
    in_hand, elsewhere = (stage.session(one.token).session_id for one in (kept, lost))
    with pytest.raises(InvalidRequest):
        stage.change_password(head, "wrong", CHOSEN, in_hand)
    assert stage.change_password(head, PASSWORD, CHOSEN, in_hand).ended >= 1
    assert stage.session(kept.token)
    assert SessionEnded(session_id=elsewhere) in stage.store.news(stage.within(stage.first))
    with pytest.raises(WrongSignIn):
        stage.sign_in(stage.head)
    assert stage.sign_in(stage.head, secret=CHOSEN)


@pytest.mark.parametrize("easy", ["short", "12345678", "woaini1314"])
def test_a_new_password_easily_guessed_is_refused_and_costs_no_try(stage, head, easy):
    for _ in range(6):
        with pytest.raises(InvalidRequest) as refused:
            stage.change_password(head, PASSWORD, easy)
        assert "chosen" in refused.value.details["fields"]
    assert stage.change_password(head, PASSWORD, CHOSEN)
