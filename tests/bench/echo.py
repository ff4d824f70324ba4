"""The barest callee there is: pika, direct reply-to, JSON in and out, nothing checked or acknowledged. A process."""

import json
import sys

from plumbing import amqp
from tests.bench.words import judged

QUEUE = "bench.echo"


def main(url):
    """Answer until the connection is lost."""
    judgement = judged()

    def answer(channel, _, properties, body):
        json.loads(body)
        channel.basic_publish("", properties.reply_to, json.dumps(judgement, ensure_ascii=False).encode())

    def opened(channel):
        channel.basic_consume(QUEUE, answer, auto_ack=True)

    amqp.drive(url, opened=opened, lost=amqp.stop_loop, begun=lambda _: None)


if __name__ == "__main__":
    main(sys.argv[1])
