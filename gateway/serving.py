"""Serving: the port and its connections, until told to leave; then what has begun is finished, and nothing else."""

import time
from select import select
from threading import Event
from typing import Any

from flask import Flask
from waitress import create_server, wasyncore

from gateway.settings import LARGEST_BODY_WITH_FILE, Settings

MOST_CONNECTIONS = 800
"""A school's phones keep theirs open, and some never finish a sentence; select, and most systems, end at 1024 files."""
FINISH_SECONDS = 12.0
"""Longer than any request may wait for houses (gateway.patience); the supervisor gives 20."""
_TURN_SECONDS = 1.0


class Serving:
    """waitress, whose own way out cancels what waits for a thread and drops what is not sent yet."""

    def __init__(self, app: Flask, settings: Settings, leaving: Event):
        self._leaving = leaving
        self._sockets: dict[int, Any] = {}
        self._server = create_server(
            app, map=self._sockets, host=settings.host, port=settings.port, threads=settings.threads, ident="",
            connection_limit=MOST_CONNECTIONS, channel_timeout=30, max_request_body_size=LARGEST_BODY_WITH_FILE,
            clear_untrusted_proxy_headers=False,
        )

    @property
    def port(self) -> int:
        """Return where it listens."""
        return int(self._server.effective_port)

    def leave(self) -> None:
        """From now on nobody new is let in; `run` ends when all are served. A signal handler, too."""
        if not self._leaving.is_set():
            self._leaving.set()
            self._server.pull_trigger()

    def run(self, finish_seconds: float = FINISH_SECONDS) -> bool:
        """Serve until told to leave; then say whether everybody was served within the limit."""
        while not self._leaving.is_set():
            self._turn(_TURN_SECONDS)
        self._let_nobody_in()
        until = time.monotonic() + finish_seconds
        while (waiting := self._part_with_idle()) and time.monotonic() < until:
            self._turn(min(_TURN_SECONDS, finish_seconds))
        self._server.task_dispatcher.shutdown(timeout=min(_TURN_SECONDS, finish_seconds))
        wasyncore.close_all(self._sockets)
        return not waiting

    def _turn(self, seconds: float) -> None:
        wasyncore.loop(timeout=seconds, map=self._sockets, count=1)

    def _let_nobody_in(self) -> None:
        """Who has connected before is let in, and heard if they have spoken; then the port is closed."""
        while select([self._server.socket], [], [], 0)[0]:
            self._server.handle_accept()
        self._turn(0)
        wasyncore.dispatcher.close(self._server)  # the server's own would close its alarm clock, too

    def _part_with_idle(self) -> bool:
        """Close what is open between two requests; say whether anybody is left who speaks, waits or listens."""
        channels = list(self._server.active_channels.values())
        for channel in channels:
            if not (channel.request or channel.requests or channel.total_outbufs_len):
                channel.handle_close()
        return bool(self._server.active_channels)
