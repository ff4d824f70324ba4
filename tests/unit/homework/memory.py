"""Memory: homework's store without a server; the same tests hold it to PostgreSQL."""

import copy
from dataclasses import dataclass, field, replace

from contracts.received import Received
from plumbing import clock
from plumbing.scope import Scope
from tests.unit.homework.memory_unit import MemoryUnit


@dataclass
class Drawer:
    """All that one school, or one district, has."""

    classes: dict = field(default_factory=dict)
    calendars: dict = field(default_factory=dict)
    layers: dict = field(default_factory=dict)
    editions: dict = field(default_factory=dict)
    days: dict = field(default_factory=dict)
    pieces: dict = field(default_factory=dict)
    versions: list = field(default_factory=list)
    verdicts: list = field(default_factory=list)
    jobs: dict = field(default_factory=dict)
    replays: dict = field(default_factory=dict)
    news: list = field(default_factory=list)
    audited: list = field(default_factory=list)


class MemoryStore:
    """Every district and school, each in a drawer of its own."""

    def __init__(self, now=clock.now):
        self.drawers, self.books, self.now = {}, {}, now

    def ask(self, use_case, ask, actor):
        """Run a use case for an actor, in one transaction."""
        return self._transaction(use_case, ask, actor, actor.district_id, actor.school_id)

    def hear(self, use_case, received: Received):
        """Put an event into effect."""
        self._transaction(use_case, received, None, received.district_id, received.school_id)

    def news(self, school_id):
        """Return every event promised by a school, in order."""
        return list(self._drawer(school_id).news)

    def audited(self, school_id):
        """Return what is on record: who did what to which piece."""
        return list(self._drawer(school_id).audited)

    def versions(self, school_id, assignment_id):
        """Return everything the board ever said of a piece."""
        return [
            (piece.sequence, piece.state.value, piece.said.minutes, piece.reason)
            for piece in self._drawer(school_id).versions if piece.assignment_id == assignment_id
        ]

    def _as_it_stands(self):
        """Return a copy; what lies in the drawers is never changed, only replaced."""
        return {owner: replace(drawer, **{name: copy.copy(kept) for name, kept in vars(drawer).items()})
                for owner, drawer in self.drawers.items()}

    def _drawer(self, owner_id):
        return self.drawers.setdefault(owner_id, Drawer())

    def _transaction(self, use_case, said, actor, district_id, school_id):
        before = self._as_it_stands()
        try:
            scope = Scope(district_id=district_id, school_id=school_id)
            return use_case(MemoryUnit(
                actor, self._drawer(district_id), self._drawer(school_id), scope, self.now(), self.books
            ), said)
        except BaseException:
            self.drawers = before
            raise
