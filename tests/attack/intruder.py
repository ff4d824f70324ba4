"""An intruder: somebody who has the broker password of one house, or of the gateway, and tries everything with it."""

import pika
from pika.exceptions import ChannelClosedByBroker

from plumbing import amqp

REFUSED = 403


class Intruder:
    """One user of the broker; each thing is tried on a channel of its own, because a refusal closes it."""

    def __init__(self, url):
        self._connection = pika.BlockingConnection(amqp.parameters(url))
        self._channel = None

    def leave(self):
        self._connection.close()

    def may(self, what, *args, **named):
        """Try it; say whether the broker let it happen. Raises what else goes wrong."""
        if self._channel is None or self._channel.is_closed:
            self._channel = self._connection.channel()
            self._channel.confirm_delivery()
        try:
            getattr(self._channel, what)(*args, **named)
        except ChannelClosedByBroker as closed:
            if closed.reply_code != REFUSED:
                raise
            return False
        return True

    def may_publish(self, exchange, key):
        return self.may("basic_publish", exchange, key, b"{}")

    def may_read(self, queue):
        return self.may("basic_get", queue)

    def may_bind(self, queue, exchange, key):
        return self.may("queue_bind", queue, exchange, key)
