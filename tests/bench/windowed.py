"""The quickest honest publisher there is: one SelectConnection, every letter confirmed, 500 under way at once."""

import time

from plumbing import amqp

WINDOW = 500


class Windowed:
    """Publishes letters once, and knows how many a second went."""

    def __init__(self, url, letters):
        self._url, self._letters, self._count = url, iter(letters), len(letters)
        self._under_way, self._tag = {}, 0

    def run(self):
        """Return how many a second were published and confirmed."""
        amqp.drive(self._url, opened=self._opened, lost=amqp.stop_loop, begun=lambda _: None)
        return self._count / (self._ended - self._began)

    def _opened(self, channel):
        self._channel, self._began = channel, time.monotonic()
        channel.confirm_delivery(self._confirmed, callback=lambda _: self._fill())

    def _confirmed(self, frame):
        tag = frame.method.delivery_tag
        if frame.method.multiple:
            while self._under_way and (first := next(iter(self._under_way))) <= tag:
                del self._under_way[first]
        else:
            del self._under_way[tag]
        self._fill()

    def _fill(self):
        while len(self._under_way) < WINDOW and (letter := next(self._letters, None)):
            letter.publish(self._channel)
            self._tag += 1
            self._under_way[self._tag] = None
        if not self._under_way:
            self._ended = time.monotonic()
            self._channel.connection.close()
