"""账号与安全: a person sees where they are signed in and ends what should not be open."""

import pytest
from flask import Flask

from contracts.directory.device import Browser, System
from gateway.device import browser_of, system_of
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import HTTPS, Person

PHONE = (
    "Mozilla/5.0 (Linux; Android 14; V2324A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile"
    " Safari/537.36 XWEB/1260117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600 NetType/WIFI Language/zh_CN"
)
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"
WECOM = f"{PHONE} wxwork/4.1.22"
TABLET = "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18 Safari/604.1"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.mark.parametrize(
    ("said", "browser", "system"),
    [
        (PHONE, Browser.WECHAT, System.ANDROID), (WECOM, Browser.WECOM, System.ANDROID),
        (DESK, Browser.CHROME, System.WINDOWS), (TABLET, Browser.SAFARI, System.IPAD), (MAC, Browser.EDGE, System.MAC),
        ("curl/8.9", Browser.PROGRAM, System.OTHER), ("", Browser.PROGRAM, System.OTHER),
        ("Mozilla/5.0 (Nothing)", Browser.OTHER, System.OTHER),
    ],
)
def test_a_device_is_known_by_what_it_says_first_of_all(said: str, browser: Browser, system: System) -> None:
    assert (browser_of(said), system_of(said)) == (browser, system)


@pytest.fixture
def phone(app: Flask) -> Person:
    return on(app, PHONE)


@pytest.fixture
def desk(app: Flask) -> Person:
    return on(app, DESK)


def on(app: Flask, device: str) -> Person:
    person = Person(app)
    person.client.environ_base["HTTP_USER_AGENT"] = device
    return person.signed_in("li")


def test_every_device_is_named_and_the_one_in_hand_has_no_button(phone: Person, desk: Person) -> None:
    phone.opens("/family")
    phone.opens(phone.page.links["账号与安全"])
    assert "您正在用的这一台" in phone.page.words
    assert "微信 · 安卓手机或平板" in phone.page.words
    assert [words for form in phone.page.forms for *_, words in form.buttons if words[0] == "："] == [
        "：Chrome 浏览器 · Windows 电脑"
    ]


def test_a_device_that_is_ended_has_to_sign_in_again(phone: Person, desk: Person) -> None:
    phone.opens("/account")
    phone.presses("：Chrome 浏览器 · Windows 电脑")
    assert "那台设备已经退出" in phone.page.words
    assert "没有别的设备" in phone.page.words


def test_all_other_devices_are_ended_with_one_button(phone: Person, desk: Person, app: Flask) -> None:
    on(app, TABLET)
    phone.opens("/account")
    phone.presses("退出其他所有设备")
    assert "其他设备都已经退出" in phone.page.words
    phone.opens("/family")
    assert phone.status == 200


def test_nobody_sees_somebody_elses_devices(phone: Person, teacher: Person) -> None:
    teacher.opens("/account")
    assert "微信" not in teacher.page.words
    assert "没有别的设备" in teacher.page.words


def test_ending_somebody_elses_session_ends_nothing(phone: Person, teacher: Person, houses: InMemoryHouses) -> None:
    theirs = [s.session_id for s in houses.directory.sessions.values() if s.name == "李晓梅"]
    teacher.opens("/account")
    token = dict(teacher.page.form("退出").values)["csrf_token"]
    teacher.client.post(
        f"/account/sessions/{theirs[0]}/end", base_url=HTTPS, data={"csrf_token": token}, headers={"Referer": HTTPS}
    )
    phone.opens("/family")
    assert phone.status == 200


def test_while_directory_is_silent_nothing_is_ended_and_the_page_says_so(
    phone: Person, desk: Person, houses: InMemoryHouses
) -> None:
    phone.opens("/account")
    houses.silent = {"directory"}
    phone.presses("退出其他所有设备")
    assert phone.status == 503
    houses.silent = set()
    desk.opens("/family")
    assert desk.status == 200
