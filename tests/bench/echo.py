"""The barest callee there is: pika, direct reply-to, one fixed answer, nothing acknowledged. A process."""

import sys

from plumbing import amqp
from tests.bench.words import reply

QUEUE = "bench.echo"


def main(url):
    """Answer until the connection is lost."""
    body = reply()

    def answer(channel, _, properties, __):
        channel.basic_publish("", properties.reply_to, body)

    def opened(channel):
        channel.basic_consume(QUEUE, answer, auto_ack=True)

    amqp.drive(url, opened=opened, lost=amqp.stop_loop, begun=lambda _: None)


if __name__ == "__main__":
    main(sys.argv[1])
