"""`python -m gateway`: serve pages and API until told to stop, finishing what has begun."""

import signal
from collections.abc import Callable
from threading import Event
from typing import Any

import structlog

from contracts.catalogue import GATEWAY_LISTENS
from contracts.received import Received
from gateway import language, settings
from gateway.app import create_app
from gateway.outside.confirming import Confirming
from gateway.public_pages import PublicPages
from gateway.serving import Serving
from gateway.session import Sessions
from plumbing import logs, proof, testimony
from plumbing.health import HealthServer
from plumbing.listen import Listener
from plumbing.passport import PassportOffice
from plumbing.rpc_client import RpcClient
from plumbing.settings import amqp_url, passport_private_key

_log = structlog.get_logger("gateway")


def main() -> None:
    """Serve."""
    logs.configure("gateway")
    proof.at_start()
    chosen, leaving = settings.from_environment(), Event()
    client = RpcClient(amqp_url(), PassportOffice(passport_private_key()))
    confirming = Confirming(chosen.outside, sign=lambda said: testimony.signed(said, passport_private_key()))

    def fresh() -> bool:
        return listener.fresh()

    sessions, public_pages = Sessions(fresh=fresh), PublicPages(fresh=fresh)

    def hear(received: Received) -> None:
        sessions.hear(received)
        public_pages.hear(received)

    def doubt() -> None:
        sessions.doubt_all()
        public_pages.drop_all()

    listener = Listener(amqp_url(), GATEWAY_LISTENS, on_event=hear, on_hearing=doubt)
    listener.start()
    unready = _unready(leaving, client, listener)
    app = create_app(
        chosen, client=client, sessions=sessions, public_pages=public_pages, unready=unready, confirming=confirming
    )
    measured = HealthServer(chosen.metrics_port, unready)
    measured.start()
    language.compile_templates(app)
    serving = Serving(app, chosen, leaving)
    _leave_on_signals(serving)
    _log.info("serving", host=chosen.host, port=serving.port, metrics_port=measured.port)
    if not serving.run():
        _log.warning("left before everybody was answered")
    _log.info("stopped")


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


def _leave_on_signals(serving: Serving) -> None:
    """Let SIGTERM and Ctrl-C end the process when what has begun is finished; a second one ends it at once."""

    def leave(*_: Any) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        serving.leave()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, leave)


if __name__ == "__main__":
    main()
