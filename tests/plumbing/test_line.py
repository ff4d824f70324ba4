"""A line to the broker: what is published in one piece leaves in one piece, and in order."""

from functools import partial

from plumbing import amqp

QUEUE = "test.line"


class Talk:
    """Says something to itself, three messages in one piece, and hangs up when it has heard them."""

    SAID = (b"one", b"two", b"three")

    def __init__(self, url):
        self.writes, self.heard = [], []
        amqp.drive(url, opened=self._opened, lost=amqp.stop_loop, begun=self._begun)

    def _begun(self, line):
        self._line = line

    def _opened(self, channel):
        self._channel = channel
        channel.queue_declare(QUEUE, exclusive=True, callback=self._listen)

    def _listen(self, _):
        self._channel.basic_consume(QUEUE, self._hear, auto_ack=True, callback=self._say)

    def _say(self, _):
        transport = self._line._transport
        transport.write = partial(self._write, transport.write)
        with self._line.in_one_piece():
            for body in self.SAID:
                self._channel.basic_publish("", QUEUE, body)

    def _write(self, write, data):
        self.writes.append(data)
        write(data)

    def _hear(self, _, __, ___, body):
        self.heard.append(body)
        if len(self.heard) == len(self.SAID):
            self._line.close()


def test_messages_published_in_one_piece_are_one_write_and_arrive_in_order(fresh_vhost):
    talk = Talk(fresh_vhost().operator_url)
    assert len([data for data in talk.writes if any(body in data for body in talk.SAID)]) == 1
    assert talk.heard == list(talk.SAID)
