"""企业微信登录 on the running house: linked once, then a way in; what a gateway of another key says is not believed."""

import itertools
import os
import subprocess
import sys

import pytest

from ops.places import CHECKOUT
from ops.ports import free_ports
from ops.ready import says_ready
from ops.running import wait_for
from ops.secrets import Secrets
from ops.up.environment import Environment
from plumbing.passport import make_keys
from tests.journeys.phone import Phone
from tests.outside.provider import provider, registered

PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def fake():
    with provider() as fake:
        yield fake


@pytest.fixture
def gateway(house_up, people, fake):
    """Return a function: one more gateway of the running house, where both are offered; `told` replaces settings."""
    started = []

    def start(**told):
        port = next(free_ports(str(house_up.places.var)))
        environment = Environment(
            databases={}, amqp_urls=house_up.state.amqp_urls, secrets=Secrets(house_up.places.secrets),
            ports=itertools.count(0), gateway_port=port, clock_offset_seconds=house_up.state.clock_offset_seconds,
        )
        document = registered(fake, address=environment.address.rstrip("/"), district=people.district)
        settings = {**os.environ, **environment.gateway(), "QINGFU_OUTSIDE": document, **told}
        started.append(subprocess.Popen((sys.executable, "-m", "gateway"), cwd=CHECKOUT, env=settings))
        assert wait_for(lambda: says_ready(port), PATIENCE_SECONDS)
        return environment.address

    yield start
    for process in started:
        process.terminate()
        process.wait()


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
