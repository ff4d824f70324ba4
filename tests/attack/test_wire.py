"""Requests that are no honest HTTP: two in one, none at all, without end; nobody else notices anything."""

from contextlib import ExitStack, closing

import pytest

from tests.attack.visitor import Visitor
from tests.attack.wire import connected, said_to, statuses

HOST = b"Host: qingfu.example\r\n"
HIDDEN = b"GET /no-such-page HTTP/1.1\r\nHost: qingfu.example\r\n\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"


def length(number):
    return f"Content-Length: {number}\r\n".encode()


SMUGGLED = {
    "a length and chunks": HOST + length(4) + CHUNKED + b"\r\n0\r\n\r\n" + HIDDEN,
    "two lengths": HOST + length(0) + length(len(HIDDEN)) + b"\r\n" + HIDDEN,
    "a length that is a list": HOST + b"Content-Length: 0, 5\r\n\r\n" + HIDDEN,
    "a length with a sign": HOST + b"Content-Length: +5\r\n\r\n" + HIDDEN,
    "chunks by another name": HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    "chunks behind a vertical tab": HOST + b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    "a chunk of no size": HOST + CHUNKED + b"\r\nzz\r\n\r\n" + HIDDEN,
    "a name with a blank": b"Host : qingfu.example\r\n" + length(0) + b"\r\n",
    "a folded header": HOST + b"X-A: b\r\n c: d\r\n\r\n",
    "a header with NUL": HOST + b"X-A: \x00\r\n\r\n",
    "a bare line feed": b"Host: a\nX-B: c\r\n\r\n",
}


@pytest.fixture
def visitor(house_up):
    return Visitor(house_up.address)


@pytest.mark.parametrize("rest", SMUGGLED.values(), ids=SMUGGLED.keys())
def test_one_request_is_never_heard_as_two_with_a_body_of_ours_between_them(visitor, rest):
    told = statuses(said_to(visitor, b"POST /sign-out HTTP/1.1\r\nConnection: keep-alive\r\n" + rest))
    assert told
    assert all(status < 500 or status == 501 for status in told), told
    assert told[0] >= 400


LARGE = {
    "a header of a megabyte": b"GET / HTTP/1.1\r\nX-A: " + b"a" * 1_000_000 + b"\r\n\r\n",
    "ten thousand headers": b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(40_000)) + b"\r\n",
    "an address of half a megabyte": b"GET /" + b"a" * 500_000 + b" HTTP/1.1\r\n\r\n",
    "a cookie of 200 kilobytes": b"GET /inbox HTTP/1.1\r\nCookie: __Host-qingfu=" + b"a" * 200_000 + b"\r\n\r\n",
    "a body that says it is huge": b"POST /sign-in HTTP/1.1\r\n" + length(10**12) + b"\r\nabc",
    "a chunk that says it is huge": b"POST /sign-in HTTP/1.1\r\n" + CHUNKED + b"\r\nffffffffff\r\nabc",
}


@pytest.mark.parametrize("request_", LARGE.values(), ids=LARGE.keys())
def test_what_is_too_large_is_refused_and_the_next_person_is_served(visitor, request_):
    told = statuses(said_to(visitor, request_))
    assert told in ([], *([status] for status in (400, 413, 414, 431, 303)))
    assert visitor.get("/healthz").status == 200


NO_HTTP = {
    "nothing": b"", "zeros": b"\x00" * 100, "encryption": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "another language": b"HELO x\r\n\r\n", "a later version": b"GET / HTTP/9.9\r\n\r\n",
    "another house": b"GET http://evil.example/ HTTP/1.1\r\n\r\n",
}


@pytest.mark.parametrize("request_", NO_HTTP.values(), ids=NO_HTTP.keys())
def test_what_is_no_http_at_all_does_no_harm(visitor, request_):
    assert all(status < 500 or status == 505 for status in statuses(said_to(visitor, request_)))
    assert visitor.get("/healthz").status == 200


def test_two_hundred_who_never_finish_their_sentence_keep_nobody_waiting(visitor):
    slow = b"POST /sign-in HTTP/1.1\r\nHost: a\r\n" + length(1000) + b"\r\nlogin="
    with ExitStack() as open_lines:
        for _ in range(200):
            open_lines.enter_context(closing(connected(visitor))).sendall(slow)
        for _ in range(5):
            assert visitor.get("/readyz").status == 200
