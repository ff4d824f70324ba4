"""`python -m gateway` as a process of its own, with no broker to be reached: it lives, says so, and leaves in order."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from plumbing.passport import make_keys
from tests.unit.gateway.page import Page

pytestmark = pytest.mark.servers


@dataclass
class Running:
    """A gateway process and the port it chose."""

    process: "subprocess.Popen[str]"
    port: int

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
def running() -> Iterator[Running]:
    told = {
        "QINGFU_SECRET_KEY": "only for tests", "QINGFU_GATEWAY_PORT": "0",
        "QINGFU_PASSPORT_PRIVATE_KEY": make_keys()[0],
        "QINGFU_AMQP_URL": f"amqp://guest:guest@127.0.0.1:{nobody_listens()}/",
    }
    started = subprocess.Popen(
        [sys.executable, "-m", "gateway"], env={**os.environ, **told}, stderr=subprocess.PIPE, text=True
    )
    assert started.stderr is not None
    lines = (json.loads(line) for line in started.stderr if line.startswith("{"))
    yield Running(started, next(line["port"] for line in lines if line["event"] == "serving"))
    started.kill()
    started.wait()
    started.stderr.close()


def test_without_a_broker_the_gateway_lives_says_so_and_hands_forms_back(running: Running) -> None:
    assert running.asks("GET", "/healthz")[0] == 200
    status, reasons, _ = running.asks("GET", "/readyz")
    assert status == 503
    assert "broker not reached" in reasons

    _, html, cookie = running.asks("GET", "/sign-in")
    typed = urlencode({**dict(Page(html).form("登录").values), "login": "王老师", "password": "密码"})
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    status, html, _ = running.asks("POST", "/sign-in", typed, **headers)
    assert status == 503
    assert "没有做任何改动" in Page(html).words
    assert ("login", "王老师") in Page(html).form("登录").values


def test_told_to_stop_it_exits_without_complaint(running: Running) -> None:
    assert running.asks("GET", "/healthz")[0] == 200
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(15) == 0


def test_the_gateway_loads_no_nameko_no_eventlet_and_no_database() -> None:
    loaded = subprocess.check_output(
        [sys.executable, "-c", "import sys, gateway.__main__; print(*sys.modules)"], text=True
    )
    assert not {"nameko", "eventlet", "kombu", "sqlalchemy", "psycopg2"} & set(loaded.split())
