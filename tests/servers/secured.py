"""Secured: the suite's PostgreSQL and RabbitMQ, which answer over TLS too, as servers on another machine must."""

from contextlib import contextmanager

from ops.account import for_servers
from tests.servers.tls_front import TlsFront

HOST = "127.0.0.1"
"""The one name on the servers' certificates: by `localhost` they are reached, and are not who they should be."""
_LISTEN = 'ok = rabbit_networking:start_ssl_listener({{"{host}", {port}}}, [{options}], 1).'


class Secured:
    """Where the two are over TLS; `authority` signed what they show, `foreign` nothing."""

    def __init__(self, room, database_server, broker, authority, foreign):
        self.authority, self.foreign = authority, foreign
        self._folder, self._broker = broker.rabbitmq.room, broker
        self._broker_port = next(room.ports)
        self._front = TlsFront(next(room.ports), database_server.postgres.port)
        self._inner = {
            f"@{HOST}:{database_server.postgres.port}": self._front.port,
            f"@{HOST}:{broker.rabbitmq.ports.amqp}": self._broker_port,
        }
        self._certified = self._keep(*authority.certify(HOST))
        self._front.show(*self._certified)
        self._turn_on_rabbitmq(*self._certified)

    def url(self, plain, host=HOST):
        """Return the address over TLS of what `plain` leads to."""
        secured = plain.replace("amqp:", "amqps:", 1)
        for inner, port in self._inner.items():
            secured = secured.replace(inner, f"@{host}:{port}")
        return secured if secured.startswith("amqps:") else f"{secured}?sslmode=verify-full"

    @contextmanager
    def postgres_in_plain(self):
        """PostgreSQL knows no TLS meanwhile."""
        self._front.show_nothing()
        try:
            yield
        finally:
            self._front.show(*self._certified)

    @contextmanager
    def postgres_shows(self, certificate, key):
        """Whoever connects to PostgreSQL is shown another certificate meanwhile."""
        self._front.show(*self._keep(certificate, key))
        try:
            yield
        finally:
            self._front.show(*self._certified)

    def stop(self):
        self._front.stop()

    def _turn_on_rabbitmq(self, certificate, key):
        options = f'{{certfile, "{certificate}"}}, {{keyfile, "{key}"}}'
        self._broker.control("eval", _LISTEN.format(host=HOST, port=self._broker_port, options=options))

    def _keep(self, certificate, key):
        """Return the files of a certificate and its key, which the servers can read."""
        return self._write(f"{hash(key)}.crt", certificate), self._write(f"{hash(key)}.key", key)

    def _write(self, name, text):
        path = self._folder / name
        path.touch(mode=0o600)
        path.write_text(text)
        if account := for_servers():
            account.own(path)
        return path
