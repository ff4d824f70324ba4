"""Proof: a server shows before the work begins that it is the one meant; its certificate is asked for, nothing else.

Every library of ours checks again, at every connection; here a refusal becomes a sentence that says what to do.
"""

import socket
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime

from plumbing import address, settings, trust
from plumbing.address import Address
from plumbing.untrusted import Untrusted

_SECONDS = 3
_BROKER = "QINGFU_AMQP_URL"
_TOLD = ("QINGFU_DATABASE_URL", "QINGFU_DATABASE_URL_SWEEP", _BROKER)
_MAY_I_BEGIN_TLS, _YOU_MAY = bytes.fromhex("0000000804d2162f"), b"S"
"""PostgreSQL is asked first, in its own protocol (SSLRequest)."""
_NO_SUCH_NAME = {62, 64}
_NOT_NOW = {9: ("还没有生效", "is not valid yet"), 10: ("已经过期", "has expired")}
"""OpenSSL's numbers: X509_V_ERR_HOSTNAME_MISMATCH, _IP_ADDRESS_MISMATCH; _CERT_NOT_YET_VALID, _CERT_HAS_EXPIRED."""


def at_start() -> None:
    """Every server this process is told of has proved itself or is away; else the process ends, saying what to do."""
    try:
        prove_all({name: url for name in _TOLD if (url := settings.optional(name))})
    except Untrusted as reason:
        raise SystemExit(str(reason)) from reason


def prove_all(named: Mapping[str, str]) -> tuple[Address, ...]:
    """Return the servers that these settings name, each proved or away. Raises Untrusted, which names the setting."""
    found = []
    for name, url in named.items():
        try:
            found.append((address.broker if name == _BROKER else address.database)(url))
            prove(found[-1])
        except Untrusted as reason:
            raise Untrusted(f"{name}：{reason.words}", reason.repair, f"{name}: {reason.english}") from reason
    return tuple(found)


def prove(server: Address) -> datetime | None:
    """Return until when a server's certificate holds; nothing for one that is spoken to in plain, or is away.

    Raises Untrusted for one that has no TLS, or a certificate that is not its own or not by an authority we believe.
    """
    if not server.tls:
        return None
    context = trust.context()
    try:
        with socket.create_connection((server.host, server.port), timeout=_SECONDS) as line:
            return _held_until(server, line, context)
    except ssl.SSLCertVerificationError as problem:
        raise _certificate_refused(server, problem) from problem
    except ssl.SSLEOFError:
        return None
    except ssl.SSLError as problem:
        raise _no_tls(server, problem.reason) from problem
    except OSError:
        return None


def _held_until(server: Address, line: socket.socket, context: ssl.SSLContext) -> datetime | None:
    if server.kind == "database":
        line.sendall(_MAY_I_BEGIN_TLS)
        if (answer := line.recv(1)) != _YOU_MAY:
            if answer:
                raise _no_tls(server, "SSLRequest")
            return None
    with context.wrap_socket(line, server_hostname=server.host) as proved:
        certificate = proved.getpeercert() or {}
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)


def _no_tls(server: Address, why: str) -> Untrusted:
    return Untrusted(
        f"{server} 没有用 TLS 应答（{why}）",
        "请在服务器上打开 TLS（PostgreSQL：ssl = on；RabbitMQ：listeners.ssl.default），并核对端口",
        f"{server.english} does not answer with TLS ({why}): turn it on there (PostgreSQL: ssl = on; RabbitMQ: "
        "listeners.ssl.default), and check the port.",
    )


def _certificate_refused(server: Address, problem: ssl.SSLCertVerificationError) -> Untrusted:
    if problem.verify_code in _NO_SUCH_NAME:
        return Untrusted(
            f"{server} 的证书不是 {server.host} 的",
            "地址里写证书上的名字，或给服务器换一张写着这个名字的证书（subjectAltName）",
            f"{server.english} shows a certificate that is not for {server.host}: use the name on the certificate, or "
            "give the server one with this name (subjectAltName).",
        )
    if when := _NOT_NOW.get(problem.verify_code):
        return Untrusted(
            f"{server} 的证书{when[0]}", "给服务器换一张证书，或校准两台机器的时钟",
            f"{server.english} shows a certificate that {when[1]}: renew it, or set both machines' clocks.",
        )
    return Untrusted(
        f"{server} 的证书不是我们信任的机构签发的（{problem.verify_message}；{trust.file()}）",
        "把签发它的 CA 证书放进一个文件，用 QINGFU_CA_FILE 说出在哪里",
        f"{server.english} shows a certificate by an authority that is not in {trust.file()} "
        f"({problem.verify_message}): put the authority's certificate into a file, and name that in QINGFU_CA_FILE.",
    )
