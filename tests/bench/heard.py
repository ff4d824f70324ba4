"""Heard: a quorum queue that gets everything notify announces."""

import json
import subprocess
import sys
from contextlib import contextmanager

import pika

from tests.plumbing.workshop import wait_for

QUEUE = "bench.heard"


class Heard:
    """The queue, empty at first, gone when it is closed."""

    def __init__(self, url):
        self._url = url
        parameters = pika.URLParameters(url)
        parameters.heartbeat = 0  # nobody reads from it while a round is measured
        self._connection = pika.BlockingConnection(parameters)
        self.channel = self._connection.channel()
        self.channel.queue_declare(QUEUE, durable=True, arguments={"x-queue-type": "quorum"})
        self.channel.queue_bind(QUEUE, "notify.events", "#")

    def purge(self):
        """Forget what was heard."""
        self.channel.queue_purge(QUEUE)

    @contextmanager
    def by_an_ear(self, count):
        """A consumer listens in a process of its own; give what returns, by subject, when each letter arrived."""
        command = (sys.executable, "-m", "tests.bench.ear", self._url, QUEUE, str(count))
        with subprocess.Popen(command, stdout=subprocess.PIPE) as ear:
            try:
                wait_for(self._consumers, "the ear to listen")
                yield lambda: json.loads(ear.communicate()[0])
            finally:
                ear.kill()

    def close(self):
        """Leave nothing on the broker."""
        self.channel.queue_delete(QUEUE)
        self._connection.close()

    def _consumers(self):
        return self.channel.queue_declare(QUEUE, passive=True).method.consumer_count
