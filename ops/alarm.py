"""Alarm: why a broker that answers takes no messages now (its memory or its disk is short), in the operator's words."""

import threading
from contextlib import suppress

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import AMQPError

from plumbing import amqp
from plumbing.untrusted import Untrusted

_ANSWER_SECONDS, _HEARTBEAT_SECONDS = 2, 60  # nobody reads the connection between two questions
_NOBODY, _TRIED = "nobody.listens.here", b"?"
_WORDS = {
    "low on memory": "内存不足：请给这台机器让出内存（关闭别的程序，或加内存）",
    "low on disk": "磁盘空间不足：请在存放数据的磁盘上清出至少 1 GB",
}


class Alarm:
    """The alarm of one broker; a message that no queue takes shows it, and the broker tells when it is over.

    One connection is kept open for all questions: a broker that blocks publishers does not even hear a goodbye, and
    would be left with another dead connection each time, and with less memory still.
    """

    def __init__(self, url: str, *, deaf_seconds: float | None = None):
        """Give up a connection that the broker does not read after `deaf_seconds`; never, unless told."""
        self._url, self._deaf_seconds = url, deaf_seconds
        self._channel: BlockingChannel | None = None
        self._reason = ""
        self._one_at_a_time = threading.Lock()

    def words(self) -> str:
        """Return what is the matter and what to do; empty while messages are taken, or where nobody answers at all."""
        with self._one_at_a_time:
            try:
                self._ask()
            except (AMQPError, OSError, Untrusted):
                self._channel, self._reason = None, ""
        return self._reason and _said(self._reason)

    def close(self) -> None:
        """The connection is closed, as soon as the broker hears of it or is given up."""
        if self._channel:
            with suppress(AMQPError):
                self._channel.connection.close()

    def _ask(self) -> None:
        channel = self._channel = self._channel or self._open()
        if not self._reason:
            channel.basic_publish("", _NOBODY, _TRIED, mandatory=True)
        channel.connection.process_data_events(0 if self._reason else _ANSWER_SECONDS)

    def _open(self) -> BlockingChannel:
        parameters = amqp.parameters(self._url)
        parameters.blocked_connection_timeout, parameters.heartbeat = self._deaf_seconds, _HEARTBEAT_SECONDS
        connection = pika.BlockingConnection(parameters)
        connection.add_on_connection_blocked_callback(lambda _, frame: self._hear(frame.method.reason))
        connection.add_on_connection_unblocked_callback(lambda *_: self._hear(""))
        channel = connection.channel()
        channel.add_on_return_callback(lambda *_: None)  # sent back: what we wait for
        self._reason = ""
        return channel

    def _hear(self, reason: str) -> None:
        self._reason = reason


def _said(reason: str) -> str:
    known = next((words for start, words in _WORDS.items() if reason.startswith(start)), reason)
    return f"消息服务器暂不接收消息，{known}。各服务在等待，不必重新启动；恢复后自动继续"
