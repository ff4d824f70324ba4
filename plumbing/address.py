"""Address: where a database or a broker is, and that the way there is TLS, or leads nowhere else.

An address can ask for TLS or not; how carefully is not its to say: any other parameter is refused.
"""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlsplit

from plumbing import settings
from plumbing.untrusted import Untrusted

CHECKED = "verify-full"
_PORTS = {("database", False): 5432, ("database", True): 5432, ("broker", False): 5672, ("broker", True): 5671}
_CALLED = {"database": "数据库", "broker": "消息服务器"}
_SAFE = {"database": f"?sslmode={CHECKED}", "broker": "amqps://"}


@dataclass(frozen=True, kw_only=True)
class Address:
    """One server. With `tls` it proves by its certificate that it is `host`, or nothing is said to it."""

    kind: str
    host: str
    port: int
    tls: bool

    def __str__(self) -> str:
        return f"{_CALLED[self.kind]} {self.host}:{self.port}"

    @property
    def english(self) -> str:
        """Return what an English sentence calls it."""
        return f"The {self.kind} at {self.host}:{self.port}"


def database(url: str) -> Address:
    """Return where a PostgreSQL is. Raises Untrusted for a way that is neither checked TLS nor closed."""
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    mode = asked.pop("sslmode", None)
    if mode not in (None, CHECKED):
        raise Untrusted(
            f"sslmode={mode} 不核对服务器是谁", f"写成 sslmode={CHECKED}；在同一台机器上，就不写 sslmode",
            f"sslmode={mode} does not check who the server is: write sslmode={CHECKED}, or none on the same machine.",
        )
    return _closed_or_checked(parts, asked, "database", tls=mode is not None)


def broker(url: str) -> Address:
    """Return where a RabbitMQ is. Raises Untrusted for a way that is neither checked TLS nor closed."""
    parts = urlsplit(url)
    return _closed_or_checked(parts, dict(parse_qsl(parts.query)), "broker", tls=parts.scheme == "amqps")


def _closed_or_checked(parts: SplitResult, asked: dict[str, str], kind: str, *, tls: bool) -> Address:
    if asked:
        raise Untrusted(
            f"{_CALLED[kind]}的地址里有不认得的参数：{'、'.join(asked)}", "去掉它们",
            f"The address of the {kind} has parameters that are not known: {', '.join(asked)}. Leave them out.",
        )
    found = Address(kind=kind, host=parts.hostname or "localhost", port=parts.port or _PORTS[kind, tls], tls=tls)
    if not tls and not _is_closed(found.host):
        raise Untrusted(
            f"{found} 在另一台机器上，地址却没有要求加密",
            f"地址里写 {_SAFE[kind]}；只有外人进不去的网络里的主机，才可以写进 QINGFU_PLAIN_HOSTS",
            f"{found.english} is another machine, and its address does not ask for TLS: write {_SAFE[kind]}. Only a "
            "host on a network that nobody else can enter may be named in QINGFU_PLAIN_HOSTS.",
        )
    return found


def _is_closed(host: str) -> bool:
    """Say whether the way leads to this machine, or to a host that the operator has vouched for."""
    if host == "localhost" or host in settings.plain_hosts():
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
