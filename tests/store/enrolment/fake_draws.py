"""Fake draws: the draw of each programme, and whose each ticket is, in memory."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.place import PlaceState
from contracts.enrolment.programme import Placing
from services.enrolment.application.unit.draws import Asking


@dataclass
class DrawState:
    """All that is kept of draws."""

    draws: dict[str, Any] = field(default_factory=dict)
    tickets: dict[str, dict[str, str]] = field(default_factory=dict)


class FakeDraws:
    """One draw a programme, and whose each ticket is."""

    def asking(self, programme_id):
        found = []
        for application in sorted(self.state.applications.values(), key=lambda one: one.application_id):
            ranked = self._ranked(application.application_id, programme_id)
            asked = [row for row in ranked if row.state is PlaceState.ASKED]
            if asked and self._club_stands(application) is ApplicationState.APPROVED:
                found.append(Asking(
                    application_id=application.application_id, pupil_id=application.pupil_id,
                    class_id=application.class_id, offering_ids=tuple(row.offering_id for row in asked),
                ))
        return found

    def undecided(self, programme_id):
        open_ = (ApplicationState.SUBMITTED, ApplicationState.RETURNED)
        return sum(
            bool(self._ranked(one.application_id, programme_id)) and self._club_stands(one) in open_
            for one in self.state.applications.values()
        )

    def draw_of(self, programme_id):
        return self.state.of_draws.draws.get(programme_id)

    hold_draw = draw_of

    def keep_draw(self, draw, tickets):
        assert draw.programme_id not in self.state.of_draws.draws, "one list a programme"
        self.state.of_draws.draws[draw.programme_id] = draw
        self.state.of_draws.tickets[draw.programme_id] = dict(tickets)

    def keep_drawn(self, programme_id, record):
        draws = self.state.of_draws.draws
        draws[programme_id] = replace(draws[programme_id], record=record, drawn_at=self.now)

    def keep_committed(self, programme_id):
        draws = self.state.of_draws.draws
        draws[programme_id] = replace(draws[programme_id], committed_at=self.now)

    def tickets_of(self, programme_id):
        tickets = self.state.of_draws.tickets.get(programme_id, {})
        return {ticket: one for ticket, one in tickets.items() if one in self.state.applications}

    def own_tickets(self, programme_id, pupil_ids):
        return sorted(
            (ticket, self.state.applications[one].pupil_id) for ticket, one in self.tickets_of(programme_id).items()
            if self.state.applications[one].pupil_id in pupil_ids
        )

    def allot(self, allotted):
        came = []
        for one in allotted:
            row = self._row(one.application_id, one.offering_id)
            if row.state is PlaceState.ASKED:
                row.state, row.line_number = PlaceState(one.state), one.line_number or 0
                row.given_on = self.today if row.state is PlaceState.GIVEN else None
                came.append(one)
        given = Counter(one.offering_id for one in came if one.state == PlaceState.GIVEN)
        last = max((one.line_number or 0 for one in came), default=0)
        for offering_id in {one.offering_id for one in allotted}:
            kept = self.state.offerings[offering_id]
            kept.taken += given[offering_id]
            kept.last_line_number = max(kept.last_line_number, last)
            assert kept.taken <= kept.offering.capacity, "the database would refuse it"
        return came

    def _drawn_later(self, programme):
        draw = self.draw_of(programme.programme_id)
        return programme.placing is Placing.DRAW and not (draw and draw.committed_at)

    def _ranked(self, application_id, programme_id):
        rows = [row for row in self.state.places if row.application_id == application_id and row.rank]
        own = [row for row in rows if self.state.offerings[row.offering_id].programme_id == programme_id]
        return sorted(own, key=lambda row: row.rank)

    def _club_stands(self, application):
        return next((part.state for part in application.parts if part.kind is OfferingKind.CLUB), None)
