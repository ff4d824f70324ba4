"""The barest call there is: one pika connection a thread, direct reply-to, nothing signed and nothing checked."""

import json
import time

import pika

from tests.bench.echo import QUEUE
from tests.bench.words import asked

LIMIT_SECONDS = 10
_PROPERTIES = pika.BasicProperties(reply_to="amq.rabbitmq.reply-to")


class BareCall:
    """Asks the echo and waits for what it says."""

    def __init__(self, url):
        parameters = pika.URLParameters(url)
        parameters.heartbeat = 0  # it rests, unread, while the other side is measured
        self._connection = pika.BlockingConnection(parameters)
        self._channel = self._connection.channel()
        self._channel.queue_declare(QUEUE)
        self._channel.basic_consume("amq.rabbitmq.reply-to", self._hear, auto_ack=True)
        self._asked, self._heard = asked(), None

    def __call__(self):
        self._heard = None
        self._channel.basic_publish("", QUEUE, json.dumps(self._asked, ensure_ascii=False).encode(), _PROPERTIES)
        until = time.monotonic() + LIMIT_SECONDS
        while self._heard is None:
            assert time.monotonic() < until, "the echo is silent"
            self._connection.process_data_events(LIMIT_SECONDS)
        return json.loads(self._heard)

    def close(self):
        self._connection.close()

    def _hear(self, _, __, ___, body):
        self._heard = body
