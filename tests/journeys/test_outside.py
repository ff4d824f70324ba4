"""企业微信登录 on the running house: linked once, then a way in; what a gateway of another key says is not believed."""

import pytest

from plumbing.passport import make_keys
from tests.journeys.phone import Phone
from tests.outside.provider import provider, registered
from tests.servers.another_gateway import AnotherGateway


@pytest.fixture(scope="module")
def fake():
    with provider() as fake:
        yield fake


@pytest.fixture
def gateway(house_up, people, fake):
    """Return a function: one more gateway of the running house, where both are offered; `told` replaces settings."""
    started = []

    def start(**told):
        started.append(another := AnotherGateway(house_up))
        document = registered(fake, address=another.address.rstrip("/"), district=people.district)
        return another.start(**{"QINGFU_OUTSIDE": document, **told}).address

    yield start
    for each in started:
        each.stop()


@pytest.fixture
def phone_at(browser):
    """Return a function: a phone at an address."""
    phones = []

    def at(address):
        phones.append(Phone(browser, address))
        return phones[-1]

    yield at
    for each in phones:
        each.put_away()


def test_a_teacher_links_wecom_signs_out_and_comes_in_by_it(gateway, phone_at, people, picture):
    teacher, address = people.on_card("班主任"), gateway()
    desk = phone_at(address).sign_in(teacher).open("/account").follow("企业微信、钉钉登录")
    desk.follow("连接企业微信").write("现在的密码", teacher.password)
    picture(desk, "outside-link")
    desk.press("连接")
    desk.sees("已经连接，以后可以用企业微信登录")
    desk.page.locator("text=退出").first.click()

    desk.open("/homework").follow("用企业微信登录")
    desk.sees("企业微信已经确认是您")
    desk.press_twice("登录")
    assert desk.path == "/homework"
    desk.sees("我的作业")

    desk.open("/account/outside").page.locator("main button").filter(has_text="断开").click()
    desk.sees("已经断开")
    lost = phone_at(address).open("/sign-in").follow("用企业微信登录")
    lost.press("登录")
    assert "还没有连着轻负账号" in lost.what_is_wrong()


def test_what_a_gateway_with_another_key_says_of_somebody_is_not_believed(gateway, phone_at):
    stranger = phone_at(gateway(QINGFU_PASSPORT_PRIVATE_KEY=make_keys()[0])).open("/sign-in")
    stranger.follow("用企业微信登录").press("登录")
    assert stranger.path == "/sign-in"
    assert stranger.open("/inbox").path.startswith("/sign-in")
