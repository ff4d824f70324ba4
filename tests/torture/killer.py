"""A killer: ends one process of the house after another with -9, at moments drawn from a seed; it restarts nothing."""

import random
import threading

from ops import pidfile

VICTIMS = (
    "homework", "homework-relay", "enrolment", "enrolment-relay", "notify", "notify-relay", "broker", "postgres"
)
SHORTEST, LONGEST = 1.0, 4.0


class Killer:
    """`rounds` times everybody once, in a new order each time. A process that is just coming up is killed too."""

    def __init__(self, house, seed, rounds):
        self._folder, self._chance = house.places.run, random.Random(seed)
        self._order = [victim for _ in range(rounds) for victim in self._chance.sample(VICTIMS, len(VICTIMS))]
        self.killed = []
        self.finished = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="killer")

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    def _run(self):
        for victim in self._order:
            if self._stop.wait(self._chance.uniform(SHORTEST, LONGEST)):
                return
            if found := pidfile.find(self._folder, victim):
                found.kill()
                self.killed.append(victim)
        self.finished.set()
