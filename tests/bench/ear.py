"""An ear: a plain pika consumer that says, by subject, when each of so many letters arrived. A process of its own."""

import json
import sys
import time

import pika

LIMIT_SECONDS, PREFETCH = 30, 100


def main(url, queue, count):
    """Listen until all have arrived, or nothing has for long enough."""
    arrived = {}
    connection = pika.BlockingConnection(pika.URLParameters(url))
    channel = connection.channel()
    channel.basic_qos(prefetch_count=PREFETCH)
    for method, properties, _ in channel.consume(queue, inactivity_timeout=LIMIT_SECONDS):
        if method is None:
            break
        arrived[properties.headers["ce-subject"]] = time.monotonic()  # the same clock in every process
        channel.basic_ack(method.delivery_tag)
        if len(arrived) == int(count):
            break
    connection.close()
    sys.stdout.write(json.dumps(arrived))


if __name__ == "__main__":
    main(*sys.argv[1:])
