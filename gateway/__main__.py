"""`python -m gateway`: serve pages and API until told to stop, finishing what has begun."""

import signal
import sys
from collections.abc import Callable
from threading import Event
from typing import Any

import structlog
from flask import Flask
from waitress import create_server

from contracts.catalogue import GATEWAY_LISTENS
from gateway import settings
from gateway.app import create_app
from gateway.session import Sessions
from gateway.settings import LARGEST_BODY
from plumbing import logs
from plumbing.listen import Listener
from plumbing.passport import PassportOffice
from plumbing.rpc_client import RpcClient
from plumbing.settings import amqp_url, passport_private_key

_log = structlog.get_logger("gateway")


def main() -> None:
    """Serve."""
    logs.configure("gateway")
    chosen, leaving = settings.from_environment(), Event()
    client = RpcClient(amqp_url(), PassportOffice(passport_private_key()))

    def fresh() -> bool:
        return listener.fresh()

    sessions = Sessions(fresh=fresh)
    listener = Listener(amqp_url(), GATEWAY_LISTENS, sessions.hear)
    listener.start()
    app = create_app(chosen, client=client, sessions=sessions, unready=_unready(leaving, client, listener))
    _compile_templates(app)
    server = create_server(
        app, host=chosen.host, port=chosen.port, threads=chosen.threads, ident="", channel_timeout=30,
        max_request_body_size=LARGEST_BODY * 16, clear_untrusted_proxy_headers=False,
    )
    _stop_on_signals(leaving)
    _log.info("serving", host=chosen.host, port=server.effective_port)
    server.run()
    _log.info("stopped")


def _compile_templates(app: Flask) -> None:
    """Have every page ready before the first person asks for one."""
    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)


def _unready(leaving: Event, client: RpcClient, listener: Listener) -> Callable[[], list[str]]:
    """Return the question why no work can be done now, answered by reasons."""

    def reasons() -> list[str]:
        every = {
            "leaving": leaving.is_set(),
            "broker not reached": not client.connected(),
            "ended sessions would not be heard of": not listener.fresh(),
        }
        return [reason for reason, holds in every.items() if holds]

    return reasons


def _stop_on_signals(leaving: Event) -> None:
    """Let SIGTERM and Ctrl-C end the server's loop; it then waits for the requests that have begun."""

    def stop(*_: Any) -> None:
        leaving.set()
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


if __name__ == "__main__":
    main()
