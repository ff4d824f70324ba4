"""`python -m gateway` as a process: without a broker it lives and says so; told to stop, it leaves in order."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from gateway.patience import WHOLE_REQUEST
from gateway.serving import FINISH_SECONDS
from plumbing.passport import make_keys
from tests.plumbing.conftest import Workshop
from tests.plumbing.workshop import wait_for
from tests.unit.gateway.page import Page

pytestmark = pytest.mark.servers


@dataclass
class Running:
    """A gateway process and the port it chose."""

    process: "subprocess.Popen[str]"
    port: int
    metrics_port: int

    def signs_in(self, line: http.client.HTTPConnection) -> None:
        """Send the sign-in form; the answer is still to come."""
        _, html, cookie = self.asks("GET", "/sign-in")
        typed = urlencode({**dict(Page(html).form("登录").values), "login": "王老师", "password": "密码"})
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        line.request("POST", "/sign-in", typed, headers)

    def lets_in(self) -> bool:
        """Say whether somebody new is let in."""
        with suppress(OSError), closing(self.line()) as line:
            line.connect()
            return True
        return False

    def asks(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str, str]:
        """Return the status, the words and the cookie of an answer."""
        with closing(self.line()) as line:
            line.request(method, path, body or None, headers)
            answer = line.getresponse()
            cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
            return answer.status, answer.read().decode(), cookie

    def line(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)


def nobody_listens() -> int:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        return int(closed.getsockname()[1])


@pytest.fixture
def start() -> Iterator[Callable[[str], Running]]:
    """Return a function that starts a gateway with a broker at this address."""
    every: list[Running] = []

    def begin(amqp_url: str) -> Running:
        told = {
            "QINGFU_SECRET_KEY": "only for tests", "QINGFU_GATEWAY_PORT": "0", "QINGFU_AMQP_URL": amqp_url,
            "QINGFU_PASSPORT_PRIVATE_KEY": make_keys()[0],
        }
        started = subprocess.Popen(
            [sys.executable, "-m", "gateway"], env={**os.environ, **told}, stderr=subprocess.PIPE, text=True
        )
        assert started.stderr is not None
        lines = (json.loads(line) for line in started.stderr if line.startswith("{"))
        serving = next(line for line in lines if line["event"] == "serving")
        every.append(Running(started, serving["port"], serving["metrics_port"]))
        return every[-1]

    yield begin
    for one in every:
        one.process.kill()
        one.process.wait()
        assert one.process.stderr is not None
        one.process.stderr.close()


@pytest.fixture
def running(start: Callable[[str], Running]) -> Running:
    """A gateway that reaches no broker."""
    return start(f"amqp://guest:guest@127.0.0.1:{nobody_listens()}/")


@pytest.fixture
def asking(start: Callable[[str], Running], workshop: Workshop) -> Iterator[tuple[Running, http.client.HTTPConnection]]:
    """A gateway in the middle of a request: what it asked directory lies in a queue that nobody takes from."""
    gateway = start(workshop.vhost.url("gateway"))
    wait_for(lambda: gateway.asks("GET", "/readyz")[0] == 200, "the gateway to be ready")
    with closing(gateway.line()) as line:
        gateway.signs_in(line)
        wait_for(lambda: workshop.depth("rpc-directory") == 1, "its question to be in the queue")
        yield gateway, line


def test_without_a_broker_the_gateway_lives_says_so_and_hands_forms_back(running: Running) -> None:
    assert running.asks("GET", "/healthz")[0] == 200
    status, reasons, _ = running.asks("GET", "/readyz")
    assert status == 503
    assert "broker not reached" in reasons

    with closing(running.line()) as line:
        running.signs_in(line)
        answer = line.getresponse()
        html = answer.read().decode()
    assert answer.status == 503
    assert "没有做任何改动" in Page(html).words
    assert ("login", "王老师") in Page(html).form("登录").values


def test_what_it_has_counted_is_told_on_a_port_to_which_no_proxy_leads(running: Running) -> None:
    running.asks("GET", "/sign-in")
    assert running.asks("GET", "/metrics")[0] == 404
    with closing(http.client.HTTPConnection("127.0.0.1", running.metrics_port, timeout=15)) as line:
        line.request("GET", "/metrics")
        assert 'route="/sign-in"' in line.getresponse().read().decode()


def test_told_to_stop_it_exits_without_complaint(running: Running) -> None:
    assert running.asks("GET", "/healthz")[0] == 200
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(15) == 0


def test_told_to_stop_it_answers_what_it_was_asked_and_lets_nobody_in_meanwhile(
    asking: tuple[Running, http.client.HTTPConnection]
) -> None:
    gateway, line = asking
    gateway.process.send_signal(signal.SIGTERM)
    wait_for(lambda: not gateway.lets_in(), "its port to be closed")
    assert gateway.process.poll() is None
    answer = line.getresponse()
    assert answer.status in (503, 504)
    assert answer.read().decode().rstrip().endswith("</html>")
    assert gateway.process.wait(15) == 0


def test_told_to_stop_twice_it_waits_for_nobody(asking: tuple[Running, http.client.HTTPConnection]) -> None:
    gateway, line = asking
    gateway.process.send_signal(signal.SIGTERM)
    wait_for(lambda: not gateway.lets_in(), "its port to be closed")
    gateway.process.send_signal(signal.SIGTERM)
    assert gateway.process.wait(15) == -signal.SIGTERM
    with pytest.raises((http.client.HTTPException, OSError)):
        line.getresponse()


def test_it_waits_longer_for_a_request_than_the_request_may_wait_for_houses() -> None:
    assert FINISH_SECONDS > WHOLE_REQUEST


def test_the_gateway_loads_no_nameko_no_eventlet_and_no_database() -> None:
    loaded = subprocess.check_output(
        [sys.executable, "-c", "import sys, gateway.__main__; print(*sys.modules)"], text=True
    )
    assert not {"nameko", "eventlet", "kombu", "sqlalchemy", "psycopg2"} & set(loaded.split())
