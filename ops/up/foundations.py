"""Foundations: the database servers and the broker a house stands on: our private ones, or those the operator names.

QINGFU_DATABASE_URL_<SERVICE> names a house's PostgreSQL (a superuser's address), QINGFU_AMQP_URL the broker.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import psycopg2
from pika.exceptions import AMQPError

from contracts.catalogue import HOUSES
from ops import account, ports
from ops.databases import HouseDatabase
from ops.house_sql import roles
from ops.places import Places
from ops.secrets import Secrets
from ops.sentence import CannotGoOn
from ops.servers import rabbitmq_install
from ops.servers.postgres import Postgres
from ops.servers.rabbitmq import OPERATOR, Rabbitmq, RabbitmqPorts
from ops.up.child import Tell
from plumbing import proof, topology
from plumbing.address import Address
from plumbing.topology.declare import declare
from plumbing.untrusted import Untrusted

_USERS = (*HOUSES, "gateway", OPERATOR)


@dataclass(frozen=True, kw_only=True)
class Foundations:
    """`postgres` and `rabbitmq` are absent where somebody else's are used; `outside` then asks whether those answer."""

    postgres: Postgres | None
    rabbitmq: Rabbitmq | None
    databases: Mapping[str, HouseDatabase]
    amqp_urls: Mapping[str, str] = field(repr=False)
    outside: tuple[Callable[[], bool], ...] = ()

    def prepare_databases(self) -> None:
        """Every house has its database and roles. Raises CannotGoOn where a named server does not let us."""
        for database in self.databases.values():
            try:
                database.prepare()
            except psycopg2.Error as problem:
                setting = f"QINGFU_DATABASE_URL_{database.house.upper()}"
                raise CannotGoOn(
                    f"无法准备 {database.house} 的数据库，请检查 {setting}（要用超级用户）：{problem}",
                    f"The database of {database.house} cannot be prepared: check {setting} (a superuser's address).",
                ) from problem

    def prepare_broker(self) -> None:
        """Somebody else's broker has our topology; our own loads it, with users and permissions, when it starts."""
        if self.rabbitmq:
            return
        try:
            declare(self.amqp_urls[OPERATOR])
        except (AMQPError, OSError) as problem:
            raise CannotGoOn(
                f"无法在消息服务器上建立队列，请检查 QINGFU_AMQP_URL：{problem!r}",
                "The queues cannot be declared on the broker: check QINGFU_AMQP_URL.",
            ) from problem


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Where foundations are laid, and by what: `tell` hears of what takes long."""

    places: Places
    secrets: Secrets
    ports: Iterator[int]
    tell: Tell
    durable: bool = True


def lay(ground: Ground, environment: Mapping[str, str]) -> Foundations:
    """Return what the house stands on; nothing runs yet. Raises CannotGoOn for a named server that is not trusted."""
    outside = _proved(environment)
    named = {house: environment.get(f"QINGFU_DATABASE_URL_{house.upper()}", "") for house in HOUSES}
    postgres = None if all(named.values()) else _postgres(ground)
    databases = {
        house: HouseDatabase(
            house=house,
            admin_url=url or (postgres.url if postgres else ""),
            passwords=ground.secrets.passwords(roles(house)),
        )
        for house, url in named.items()
    }
    broker_url = environment.get("QINGFU_AMQP_URL", "")
    rabbitmq = None if broker_url else _rabbitmq(ground)
    return Foundations(
        postgres=postgres,
        rabbitmq=rabbitmq,
        databases=databases,
        amqp_urls={user: rabbitmq.url(user) if rabbitmq else broker_url for user in _USERS},
        outside=tuple(partial(ports.is_open, server.port, server.host) for server in outside),
    )


def _proved(environment: Mapping[str, str]) -> tuple[Address, ...]:
    named = (*(f"QINGFU_DATABASE_URL_{house.upper()}" for house in HOUSES), "QINGFU_AMQP_URL")
    try:
        return proof.prove_all({name: url for name in named if (url := environment.get(name))})
    except Untrusted as reason:
        raise CannotGoOn(reason.chinese, reason.english) from reason


def _postgres(ground: Ground) -> Postgres:
    return Postgres(
        places=ground.places,
        port=next(ground.ports),
        password=ground.secrets.password("postgres"),
        account=account.for_servers(),
        durable=ground.durable,
    )


def _rabbitmq(ground: Ground) -> Rabbitmq:
    passwords, free = ground.secrets.passwords(_USERS), ground.ports
    return Rabbitmq(
        places=ground.places,
        programs=rabbitmq_install.found_or_installed(ground.places, ground.tell),
        ports=RabbitmqPorts(amqp=next(free), distribution=next(free), epmd=next(free)),
        passwords=passwords,
        cookie=ground.secrets.password("erlang.cookie"),
        definitions=topology.definitions(passwords),
        account=account.for_servers(),
    )
