"""企业微信、钉钉登录: linked once, then a way in; what is forged, foreign, replayed, slow or broken opens nothing."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from gateway.outside.registered import read
from plumbing.settings import SettingMissing
from tests.outside.provider import CLIENT, CORP, SECRET, Fake, registered
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.outside import DISTRICT as CODE
from tests.unit.gateway.houses.people import PASSWORD
from tests.unit.gateway.houses.second_factor import CODE as SIX_DIGITS
from tests.unit.gateway.person import HTTPS, Person

pytestmark = pytest.mark.usefixtures("both_offered")
Offer = Callable[..., None]
EVERY = pytest.mark.parametrize("app_key", ["wecom", "dingtalk"])
IN_WECOM = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 MicroMessenger/8.0 wxwork/4.1.22"


def sets_out(person: Person, path: str) -> str:
    """Return where the person is led, outside of the house."""
    answer = person.client.get(path, base_url=HTTPS)
    assert answer.status_code == 303, answer.status_code
    return str(answer.headers["Location"])


def door(fake: Fake, led_to: str) -> str:
    """Return the path of ours at which the provider lets the person come back."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(led_to).query).items()}
    assert asked["redirect_uri"].startswith(HTTPS)
    return fake.back(asked["redirect_uri"], asked["state"]).removeprefix(HTTPS)


def confirmed(person: Person, fake: Fake, path: str) -> Person:
    person.opens(door(fake, sets_out(person, path)))
    return person


@pytest.fixture
def linked(teacher: Person, fake: Fake) -> Person:
    for key in ("wecom", "dingtalk"):
        confirmed(teacher, fake, f"/account/outside/{key}").presses("连接", password=PASSWORD)
    return teacher


@EVERY
def test_who_has_linked_it_is_in_with_one_press(linked: Person, somebody: Person, fake: Fake, app_key: str) -> None:
    somebody.opens("/homework?x=1")
    assert {"用企业微信登录", "用钉钉登录"} <= somebody.page.links.keys()
    confirmed(somebody, fake, f"/sign-in/with/{app_key}?next=/homework?x=1")
    assert somebody.address == f"/sign-in/with/{app_key}/confirm"
    somebody.presses("登录")
    assert somebody.address == "/homework?x=1"


def test_coming_back_alone_signs_nobody_in(linked: Person, somebody: Person, fake: Fake) -> None:
    confirmed(somebody, fake, "/sign-in/with/wecom")
    somebody.opens("/homework")
    assert somebody.address.startswith("/sign-in")


def test_the_account_page_leads_to_the_links_and_one_is_taken_back(
    linked: Person, somebody: Person, fake: Fake
) -> None:
    linked.opens("/account")
    linked.opens(linked.page.links["企业微信、钉钉登录"])
    linked.presses("：企业微信")
    assert "已经断开" in linked.page.words
    assert "连接企业微信" in linked.page.links
    confirmed(somebody, fake, "/sign-in/with/wecom").presses("登录")
    assert somebody.status == 401


def test_who_has_linked_nothing_is_told_how_and_gets_no_account(somebody: Person, fake: Fake) -> None:
    confirmed(somebody, fake, "/sign-in/with/wecom").presses("登录")
    assert somebody.status == 401
    assert "还没有连着轻负账号" in somebody.page.words
    assert somebody.page.links["用手机号和密码登录"] == "/sign-in?next=/account/outside"
    somebody.opens("/inbox")
    assert somebody.address.startswith("/sign-in")


def test_a_link_asks_for_the_password(teacher: Person, fake: Fake) -> None:
    confirmed(teacher, fake, "/account/outside/wecom")
    teacher.presses("连接", password="wrong")
    assert teacher.status == 422
    assert "密码不对" in teacher.page.words
    teacher.presses("连接", password=PASSWORD)
    assert "已经连接" in teacher.page.words


def test_pressed_twice_it_does_the_same(linked: Person, somebody: Person, fake: Fake) -> None:
    confirmed(somebody, fake, "/sign-in/with/wecom")
    form, before = somebody.page.form("登录"), dict(somebody.client._cookies)
    somebody.sends(form, {})
    assert somebody.address == "/"
    somebody.client._cookies.update(before)
    somebody.sends(form, {})
    assert (somebody.status, somebody.address) == (200, "/")


def test_a_planted_session_is_replaced_by_a_new_one(linked: Person, somebody: Person, fake: Fake) -> None:
    confirmed(somebody, fake, "/sign-in/with/wecom")
    somebody.client.set_cookie("__Host-qingfu", "A" * 43, domain="qingfu.example", secure=True)
    somebody.presses("登录")
    assert somebody.client.get_cookie("__Host-qingfu", domain="qingfu.example").value != "A" * 43
    assert somebody.status == 200


def test_the_second_step_is_asked_for_here_too(linked: Person, somebody: Person, fake: Fake) -> None:
    linked.opens("/account/second-step")
    linked.presses("打开两步验证")
    linked.presses("打开", code=SIX_DIGITS)
    confirmed(somebody, fake, "/sign-in/with/wecom?next=/inbox").presses("登录")
    assert somebody.address.startswith("/sign-in/second")
    somebody.presses("登录", code=SIX_DIGITS)
    assert somebody.address == "/inbox"


def nothing_happened(person: Person, status: int) -> bool:
    assert person.status == status, person.status
    words = person.page.words
    person.opens("/inbox")
    return "没有做任何改动" in words and person.address.startswith("/sign-in")


def test_without_a_state_with_another_browsers_or_with_one_that_was_used_nobody_comes_back(
    app: Flask, linked: Person, somebody: Person, fake: Fake
) -> None:
    stranger = Person(app)
    foreign = door(fake, sets_out(stranger, "/sign-in/with/wecom"))
    somebody.opens(foreign)
    assert nothing_happened(somebody, 400)
    own = door(fake, sets_out(somebody, "/sign-in/with/wecom"))
    code = parse_qs(urlsplit(own).query)["code"][0]
    for forged in (f"?code={code}", f"?code={code}&state=", f"?code={code}&state=é", "?state=x", ""):
        somebody.opens("/sign-in/with/wecom/back" + forged)
        assert nothing_happened(somebody, 400)
    somebody.opens(own)
    assert somebody.status == 200
    somebody.opens(own)
    assert nothing_happened(somebody, 400)


def test_a_state_for_one_provider_is_none_for_the_other(somebody: Person, fake: Fake) -> None:
    own = door(fake, sets_out(somebody, "/sign-in/with/wecom"))
    somebody.opens(own.replace("/wecom/", "/dingtalk/"))
    assert nothing_happened(somebody, 400)


@EVERY
def test_a_code_is_good_once(linked: Person, somebody: Person, fake: Fake, app_key: str) -> None:
    first = door(fake, sets_out(somebody, f"/sign-in/with/{app_key}"))
    somebody.opens(first)
    again = door(fake, sets_out(somebody, f"/sign-in/with/{app_key}"))
    used, fresh = (parse_qs(urlsplit(path).query)["code"][0] for path in (first, again))
    somebody.opens(again.replace(fresh, used))
    assert nothing_happened(somebody, 400)


def test_a_state_is_used_up_even_by_a_code_that_was_refused(linked: Person, somebody: Person, fake: Fake) -> None:
    back = door(fake, sets_out(somebody, "/sign-in/with/wecom"))
    code = parse_qs(urlsplit(back).query)["code"][0]
    somebody.opens(back.replace(code, "invented"))
    somebody.opens(back)
    assert nothing_happened(somebody, 400)


@EVERY
@pytest.mark.parametrize("code", ["invented", "", "a" * 513, "a\x00b"])
def test_a_code_that_was_invented_confirms_nobody(
    linked: Person, somebody: Person, fake: Fake, app_key: str, code: str
) -> None:
    state = parse_qs(urlsplit(sets_out(somebody, f"/sign-in/with/{app_key}")).query)["state"][0]
    somebody.client.get(f"/sign-in/with/{app_key}/back", base_url=HTTPS, query_string={"code": code, "state": state})
    somebody.opens(f"/sign-in/with/{app_key}/confirm")
    assert somebody.address == "/sign-in"


@EVERY
@pytest.mark.parametrize("trouble", ["500", "not json", "a list", "too long", "elsewhere", "deep"])
def test_a_provider_in_trouble_confirms_nobody_and_is_named_by_one_error(
    linked: Person, somebody: Person, fake: Fake, app_key: str, trouble: str
) -> None:
    back = door(fake, sets_out(somebody, f"/sign-in/with/{app_key}"))
    fake.trouble = trouble
    fake.tokens.clear()
    asked = len(fake.asked)
    somebody.opens(back)
    assert somebody.status == 503
    assert len(fake.asked) == asked + 1, "no redirect is followed"
    assert nothing_happened(somebody, 503)


@EVERY
def test_a_provider_that_is_slow_is_not_waited_for(
    offer: Offer, linked: Person, somebody: Person, fake: Fake, app_key: str
) -> None:
    back = door(fake, sets_out(somebody, f"/sign-in/with/{app_key}"))
    offer(registered(fake, address=HTTPS, district=CODE), seconds=0.3)
    fake.trouble = "slow"
    somebody.opens(back)
    assert nothing_happened(somebody, 503)


def test_a_provider_that_nobody_reaches_confirms_nobody(offer: Offer, somebody: Person, fake: Fake) -> None:
    back = door(fake, sets_out(somebody, "/sign-in/with/wecom"))
    offer(registered(Fake(address="http://127.0.0.1:9"), address=HTTPS, district=CODE), seconds=0.3)
    somebody.opens(back)
    assert nothing_happened(somebody, 503)


@pytest.mark.parametrize(
    ("app_key", "words"), [("wecom", "不是这个企业微信的成员"), ("dingtalk", "不是本单位的钉钉组织")]
)
def test_somebody_of_another_corp_is_nobody_here(somebody: Person, fake: Fake, app_key: str, words: str) -> None:
    fake.corp_at_the_door = "ww-another"
    confirmed(somebody, fake, f"/sign-in/with/{app_key}")
    assert words in somebody.page.words
    assert nothing_happened(somebody, 400)


def test_where_families_are_let_in_a_family_links_too(
    offer: Offer, mother: Person, somebody: Person, fake: Fake
) -> None:
    offer(registered(fake, address=HTTPS, district=CODE, members_only=False))
    fake.corp_at_the_door = "nobody's"
    for key in ("wecom", "dingtalk"):
        confirmed(mother, fake, f"/account/outside/{key}").presses("连接", password=PASSWORD)
        assert "已经连接" in mother.page.words
    confirmed(somebody, fake, "/sign-in/with/dingtalk").presses("登录")
    assert somebody.address == "/family"


def test_one_at_wecom_does_not_open_two_accounts(linked: Person, mother: Person, fake: Fake) -> None:
    confirmed(mother, fake, "/account/outside/wecom").presses("连接", password=PASSWORD)
    assert mother.status == 409
    assert "已经连着另一个轻负账号" in mother.page.words


def test_what_was_confirmed_for_a_link_signs_nobody_in_and_the_other_way_round(teacher: Person, fake: Fake) -> None:
    confirmed(teacher, fake, "/account/outside/wecom")
    teacher.opens("/sign-in/with/wecom/confirm")
    assert teacher.address == "/"
    teacher.opens("/account/outside/wecom/confirm")
    assert "再输一次轻负的密码" in teacher.page.words


def test_where_somebody_was_going_is_never_elsewhere(linked: Person, somebody: Person, fake: Fake) -> None:
    confirmed(somebody, fake, "/sign-in/with/wecom?next=//evil.example").presses("登录")
    assert somebody.address == "/"


def test_in_wecoms_own_window_nobody_has_to_scan(somebody: Person, fake: Fake) -> None:
    asked = urlsplit(sets_out(somebody, "/sign-in/with/wecom"))
    assert asked.path == "/wwlogin/sso/login"
    assert parse_qs(asked.query)["login_type"] == ["CorpApp"]
    somebody.client.environ_base["HTTP_USER_AGENT"] = IN_WECOM
    inside = urlsplit(sets_out(somebody, "/sign-in/with/wecom"))
    said = {name: values[0] for name, values in parse_qs(inside.query).items()}
    assert (inside.path, inside.fragment) == ("/connect/oauth2/authorize", "wechat_redirect")
    assert (said["appid"], said["scope"], said["response_type"]) == (CORP, "snsapi_base", "code")
    assert len(said["state"]) == 64 and said["state"].isalnum()


def test_the_address_back_is_the_operators_whatever_a_browser_says_of_it(somebody: Person) -> None:
    led = somebody.client.get(
        "/sign-in/with/dingtalk", base_url="https://evil.example", headers={"X-Forwarded-Host": "evil.example"}
    ).headers["Location"]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(led).query).items()}
    assert asked["redirect_uri"] == f"{HTTPS}/sign-in/with/dingtalk/back"
    assert (asked["client_id"], asked["corpId"], asked["scope"]) == (CLIENT, CORP, "openid corpid")


def test_wecoms_token_is_asked_for_once_and_again_when_it_is_over(linked: Person, somebody: Person, fake: Fake) -> None:
    for _ in range(2):
        confirmed(somebody, fake, "/sign-in/with/wecom")
    assert fake.asked.count("/cgi-bin/gettoken") == 1
    fake.tokens.clear()
    confirmed(somebody, fake, "/sign-in/with/wecom").presses("登录")
    assert (somebody.address, fake.asked.count("/cgi-bin/gettoken")) == ("/", 2)


def test_neither_secret_nor_code_nor_subject_is_on_a_page_in_an_address_or_in_a_log(
    linked: Person, somebody: Person, fake: Fake, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    back = door(fake, sets_out(somebody, "/sign-in/with/wecom"))
    somebody.opens(back)
    code = parse_qs(urlsplit(back).query)["code"][0]
    fake.trouble = "500"
    stranger = door(fake, sets_out(somebody, "/sign-in/with/dingtalk"))
    told = somebody.page.html + somebody.address
    somebody.opens(stranger)
    written = capsys.readouterr()
    told += somebody.page.html + caplog.text + written.out + written.err
    for word in (SECRET, code, "zhang.san", "Q7NICK", "12070000000", "Q7TICKET"):
        assert word not in told, word


def test_what_is_offered_to_another_district_is_not_shown_to_a_person_of_this(
    offer: Offer, teacher: Person, fake: Fake
) -> None:
    offer(registered(fake, address=HTTPS, district="elsewhere"))
    teacher.opens("/account/outside")
    assert "连接企业微信" not in teacher.page.links
    assert "没有提供" in teacher.page.words


def test_while_directory_is_silent_nothing_is_linked_and_the_form_comes_back(
    teacher: Person, fake: Fake, houses: InMemoryHouses
) -> None:
    confirmed(teacher, fake, "/account/outside/wecom")
    houses.silent = {"directory"}
    teacher.presses("连接", password=PASSWORD)
    assert teacher.status == 503
    houses.silent = set()
    assert houses.directory.linked == {}


def test_a_program_lists_links_and_ends_them(linked: Person, houses: InMemoryHouses) -> None:
    token = next(iter(houses.directory.sessions))
    bearer = {"Authorization": f"Bearer {token}"}
    found = linked.client.get("/api/v1/outside-links", base_url=HTTPS, headers=bearer).json["links"]
    assert {one["provider"] for one in found} == {"wecom", "dingtalk"}
    for one in found:
        address = f"/api/v1/outside-links/{one['link_id']}/end"
        ended = linked.client.post(address, base_url=HTTPS, headers=bearer, json={})
        assert ended.status_code == 200
    assert houses.directory.linked == {}


@pytest.mark.parametrize("wrong", [
    "{", "[]", '{"address": "https://q.cn", "apps": [{}]}', '{"address": "http://q.cn", "apps": []}',
    '{"address": "https://q.cn/path", "apps": []}',
])
def test_settings_that_cannot_be_read_keep_the_gateway_from_starting(wrong: str) -> None:
    with pytest.raises(SettingMissing, match="QINGFU_OUTSIDE"):
        read(wrong)


def test_settings_are_refused_without_their_secrets(fake: Fake) -> None:
    wrong = registered(fake, address=HTTPS, district=CODE).replace('"provider": "wecom"', '"provider": "wechat"')
    with pytest.raises(SettingMissing) as refused:
        read(wrong)
    assert "apps" in str(refused.value) and SECRET not in str(refused.value)


def test_by_default_nobody_is_led_outside(offer: Offer, somebody: Person) -> None:
    offer("")
    somebody.opens("/sign-in")
    assert "用企业微信登录" not in somebody.page.links
    somebody.opens("/sign-in/with/wecom")
    assert somebody.status == 404
