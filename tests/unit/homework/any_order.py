"""AnyOrder: a class's day under teachers who publish, correct and withdraw in any order, and norms that move meanwhile.

Beside the house runs the plainest model of it: a list of pieces and of caps, summed up anew each time.
"""

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from contracts.errors import RuleRefused
from contracts.homework.assignment import Kind, Place
from engines.policy import Counter
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage

COUNTERS = [counter.key for counter in Counter.every()]
SAID = {
    "minutes": st.sampled_from([1, 5, 10, 20, 30, 59, 60, 61]),
    "kind": st.sampled_from([Kind.WRITTEN, Kind.READING]),
    "place": st.sampled_from(Place),
}


def takes(counter, said):
    """Return what a piece takes of a counter, by the names of both."""
    counted = "written" not in counter or said["kind"] is Kind.WRITTEN
    here = "home" not in counter or said["place"] is Place.HOME
    return said["minutes"] if counted and here else 0


class AnyOrder(RuleBasedStateMachine):
    """Refusals are right, nothing else is refused, and the day's counters are always the sum of what stands."""

    pieces = Bundle("pieces")

    def __init__(self, store):
        super().__init__()
        self.stage = Stage(store)
        self.stage.calendar()
        self.edition, self.caps, self.standing, self.published = 0, {}, {}, []

    @initialize()
    def norms(self):
        """The nation speaks first."""
        self.stage.nation(cast.cap(60))

    @rule(counter=st.sampled_from(COUNTERS), minutes=st.sampled_from([0, 15, 40, 90]))
    def the_school_sets_one_cap_of_its_own(self, counter, minutes):
        self.edition += 1
        self.stage.own_norms(cast.cap(minutes, counter), sequence=self.edition)
        self.caps = {counter: minutes}

    @rule(target=pieces, **SAID)
    def publish(self, **said):
        fits = self._fits(dict.fromkeys(COUNTERS, 0), said)
        piece = self._attempt(fits, lambda: self.stage.publish(**said))
        if piece is None:
            return multiple()
        self.standing[piece.assignment_id] = (1, said)
        self.published.append(piece)
        return piece

    @rule(piece=pieces, **SAID)
    def correct(self, piece, **said):
        sequence, before = self.standing[piece.assignment_id]
        fits = self._fits({counter: takes(counter, before) for counter in COUNTERS}, said)
        if self._attempt(fits, lambda: self.stage.correct(piece, sequence=sequence, **said)):
            self.standing[piece.assignment_id] = (sequence + 1, said)

    @rule(piece=consumes(pieces))
    def withdraw(self, piece):
        self.stage.withdraw(piece)
        del self.standing[piece.assignment_id]

    def teardown(self):
        """Whatever was laid down meanwhile: every verdict, judged again, comes out the same."""
        for piece in self.published:
            for kept, again in zip(self.stage.verdicts(piece), self.stage.rejudged(piece), strict=True):
                assert kept.says(again), kept

    @invariant()
    def the_counters_are_the_sum_of_what_stands(self):
        day = self.stage.in_days(1)
        (found,) = self.stage.store.ask(lambda unit, _: unit.class_days(day), None, self.stage.maths)
        assert found.minutes == {counter: self._sum(counter) for counter in COUNTERS}

    def _sum(self, counter):
        return sum(takes(counter, said) for _, said in self.standing.values())

    def _fits(self, before, said):
        """Say whether every cap in force now holds for each counter that this would make grow."""
        national = [("written_total_average", 60)]
        return all(
            takes(counter, said) <= before[counter]
            or self._sum(counter) - before[counter] + takes(counter, said) <= limit
            for counter, limit in [*national, *self.caps.items()]
        )

    def _attempt(self, fits, change):
        try:
            answer = change()
        except RuleRefused:
            assert not fits, "what fits is never refused"
            return None
        assert fits, "no cap in force is ever passed"
        return answer
