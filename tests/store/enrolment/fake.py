"""Fake: enrolment's store in memory, for tests that need no server; the same tests hold it to the real one."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from contracts.enrolment.application import Application
from contracts.enrolment.part import ApplicationState, Part
from contracts.enrolment.place import Place, PlaceState
from contracts.received import Received
from plumbing import clock
from plumbing.ids import new_id, secret
from plumbing.scope import Scope
from services.enrolment.application.unit import Child
from services.enrolment.domain.standing import OPEN
from tests.store.before import copied
from tests.store.enrolment import cast
from tests.store.enrolment.fake_cases import CaseState, FakeCases
from tests.store.enrolment.fake_draws import DrawState, FakeDraws
from tests.store.enrolment.fake_fees import FakeFees
from tests.store.enrolment.fake_programmes import FakeProgrammes, OfferingRow, ProgrammeState
from tests.store.enrolment.fake_rosters import FakeRosters


@dataclass
class PlaceRow:
    """A place asked for, given, waited for or let go."""

    application_id: str
    offering_id: str
    weekdays: tuple[int, ...]
    rank: int | None = None
    state: PlaceState = PlaceState.ASKED
    line_number: int = 0
    given_on: Any = None
    released_on: Any = None


@dataclass
class State:
    """All that is kept."""

    classes: dict[str, tuple[int, int]] = field(default_factory=dict)
    pupils: dict[str, tuple[str | None, int]] = field(default_factory=dict)
    calendar: Any = None
    calendar_sequence: int = 0
    own_calendar: Any = None
    own_calendar_sequence: int = 0
    offerings: dict[str, OfferingRow] = field(default_factory=dict)
    of_programmes: ProgrammeState = field(default_factory=ProgrammeState)
    of_draws: DrawState = field(default_factory=DrawState)
    applications: dict[str, Application] = field(default_factory=dict)
    places: list[PlaceRow] = field(default_factory=list)
    news: list[Any] = field(default_factory=list)
    audited: list[tuple[str, str | None]] = field(default_factory=list)
    forgotten_answers: list[str] = field(default_factory=list)
    of_cases: CaseState = field(default_factory=CaseState)


class FakeStore:
    """One school in memory."""

    def __init__(self):
        self.school_id, self.state = new_id(), State()

    def ask(self, use_case, ask, actor):
        return self._transaction(use_case, ask, actor)

    def hear(self, use_case, event, sequence, *, of_school=True):
        scope = Scope(
            district_id=cast.district_of(self.school_id), school_id=self.school_id if of_school else None
        )
        self._transaction(use_case, Received(
            event=event, queue="", message_id=new_id(), sequence=sequence, occurred_at=clock.now(), **vars(scope),
            request_id="test",
        ), None, scope)

    def tick(self, turn):
        self._transaction(lambda unit, _: turn(unit), None, None)

    def offer(self, offering, grades, term, first_day, last_day):
        self._transaction(lambda unit, _: unit.put_on_offer(offering, grades, term, first_day, last_day), None, None)

    def news(self):
        return list(self.state.news)

    def audited(self):
        return list(self.state.audited)

    def counted(self, offering_id):
        given = [p for p in self.state.places if (p.offering_id, p.state) == (offering_id, PlaceState.GIVEN)]
        row = self.state.offerings[offering_id]
        return row.taken, len(given), row.offering.capacity

    def _transaction(self, use_case, said, actor, scope=None):
        before = copied(self.state)
        try:
            return use_case(FakeUnit(self.state, actor, scope, self.school_id), said)
        except BaseException:
            self.state = before
            raise


class FakeUnit(FakeCases, FakeProgrammes, FakeDraws, FakeFees, FakeRosters):
    """One transaction on the fake."""

    def __init__(self, state: State, actor: Any, scope: Any, school_id: str):
        self.state, self.actor, self.scope, self.school_id = state, actor, scope, school_id
        self.now, self.today = clock.now(), clock.today()
        self.local_now = self.now.astimezone(clock.SCHOOL_PLACE)
        self.new_id, self.secret = new_id, secret

    def emit_all(self, events: Iterable[Any]) -> None:
        self.state.news.extend(events)

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        self.state.audited.append((str(action), pupil_id))

    def audit_pupils(self, action, pupil_ids):
        self.state.audited.extend((str(action), pupil_id) for pupil_id in pupil_ids)

    def keep_class(self, class_id, grade, sequence):
        if self.state.classes.get(class_id, (0, 0))[1] < sequence:
            self.state.classes[class_id] = (grade, sequence)

    def keep_pupil(self, pupil_id, class_id, sequence):
        news = self.state.pupils.get(pupil_id, (None, 0))[1] < sequence
        if news:
            self.state.pupils[pupil_id] = (class_id, sequence)
        return news

    def keep_calendar(self, published, sequence):
        if self.state.calendar_sequence < sequence:
            self.state.calendar, self.state.calendar_sequence = published, sequence

    def keep_own_calendar(self, published, sequence):
        if self.state.own_calendar_sequence < sequence:
            self.state.own_calendar, self.state.own_calendar_sequence = published, sequence

    def calendar(self):
        return self.state.own_calendar or self.state.calendar

    def child(self, pupil_id):
        class_id, _ = self.state.pupils.get(pupil_id, (None, 0))
        grade, _ = self.state.classes.get(class_id, (None, 0))
        return Child(pupil_id=pupil_id, class_id=class_id, grade=grade) if class_id and grade else None

    hold_child = child

    def take_seat(self, offering_id):
        row = self.state.offerings[offering_id]
        free = row.taken < row.offering.capacity
        row.taken += free
        return free

    def free_seat(self, offering_id):
        self.state.offerings[offering_id].taken -= 1

    def draw_number(self, offering_id):
        self.state.offerings[offering_id].last_line_number += 1
        return self.state.offerings[offering_id].last_line_number

    def submit(self, application, wishes):
        if self.open_of(application.pupil_id, application.term):
            return False
        kinds = sorted({self.state.offerings[wish.offering_id].offering.kind for wish in wishes})
        parts = tuple(Part(kind=kind, state=ApplicationState.SUBMITTED) for kind in kinds)
        self.state.applications[application.application_id] = replace(application, parts=parts)
        self._ask(application.application_id, wishes)
        return True

    def ask_instead(self, application_id, kinds, wishes):
        self.state.places = [
            row for row in self.state.places
            if (row.application_id, row.state) != (application_id, PlaceState.ASKED)
            or self.state.offerings[row.offering_id].offering.kind not in kinds
        ]
        self._ask(application_id, wishes)

    def _ask(self, application_id, wishes):
        for wish in wishes:
            self.state.places.append(PlaceRow(application_id, wish.offering_id, wish.weekdays, wish.rank))

    def open_of(self, pupil_id, term):
        mine = [a for a in self.state.applications.values() if a.pupil_id == pupil_id and a.state in OPEN]
        standing = [a.application_id for a in mine if a.term == term]
        return self.application(standing[0]) if standing else None

    def application(self, application_id):
        application = self.state.applications.get(application_id)
        return replace(application, places=self._places_of(application_id)) if application else None

    taken_in_hand = application

    def page(self, *, pupil_ids, class_ids, whole_school, before):
        every = self.state.applications.values()
        mine = [a for a in every if whole_school or a.pupil_id in pupil_ids or a.class_id in class_ids]
        newest_first = sorted(mine, key=_age, reverse=True)
        undecided = [a for a in reversed(newest_first) if a.state is ApplicationState.SUBMITTED]
        decided = [a for a in newest_first if a.state is not ApplicationState.SUBMITTED]
        last = self.state.applications[before] if before else None
        if last and last.state is ApplicationState.SUBMITTED:
            undecided = [a for a in undecided if _age(a) > _age(last)]
        elif last:
            undecided, decided = [], [a for a in decided if _age(a) < _age(last)]
        return tuple(self.application(a.application_id) for a in (undecided + decided)[:50])

    def mark(self, application_id, state):
        self._change(application_id, state=state)

    def mark_decided(self, application_id, state, by, reason):
        self._change(
            application_id, state=state, reason=reason, decided_at=self.now, decided_by=by
        )

    def follow(self, pupil_id, class_id):
        followed = [
            one.application_id for one in self.state.applications.values()
            if one.pupil_id == pupil_id and one.class_id != class_id and one.state in OPEN and self._goes_on(one)
        ]
        for application_id in followed:
            self._change(application_id, class_id=class_id)
        return followed

    def running_of(self, pupil_id):
        return [
            one.application_id for one in self.state.applications.values()
            if one.pupil_id == pupil_id and one.state in OPEN and self._goes_on(one)
        ]

    def forget_applications(self, pupil_id):
        gone = {one.application_id for one in self.state.applications.values() if one.pupil_id == pupil_id}
        self.state.places = [row for row in self.state.places if row.application_id not in gone]
        self.forget_cases_of(gone)
        for application_id in gone:
            del self.state.applications[application_id]

    def forget_answers(self, words):
        self.state.forgotten_answers.extend(words)

    def _goes_on(self, application):
        asked = {row.offering_id for row in self.state.places if row.application_id == application.application_id}
        return any(self._programme_of(offering_id).last_day >= self.today for offering_id in asked)

    def taken_in_hand_each(self, application_ids):
        return tuple(self.application(one) for one in sorted(set(application_ids)) if one in self.state.applications)

    def hold_offerings(self, application_ids):
        return {application_id: self._places_of(application_id) for application_id in application_ids}

    def _places_of(self, application_id):
        rows = [row for row in self.state.places if row.application_id == application_id]
        return tuple(sorted((self._place(row) for row in rows), key=self._order))

    def give(self, application_id, offering_id):
        self._hand(self._row(application_id, offering_id))

    def queue(self, application_id, offering_id, line_number):
        row = self._row(application_id, offering_id)
        row.state, row.line_number = PlaceState.WAITING, line_number
        return self._line(offering_id).index(row) + 1

    def let_go(self, application_id, offering_id):
        row = self._row(application_id, offering_id)
        if row.state is PlaceState.RELEASED:
            return None
        stood, row.state = row.state, PlaceState.RELEASED
        row.released_on = self.today if stood is PlaceState.GIVEN else row.released_on
        return stood

    def release(self, application_id, kinds):
        for row in self.state.places:
            if row.application_id == application_id and self.state.offerings[row.offering_id].offering.kind in kinds:
                if row.state is PlaceState.GIVEN:
                    row.released_on = self.today
                row.state = PlaceState.RELEASED

    def give_to_next_in_line(self, offering_id):
        line = self._line(offering_id)
        if not line:
            return None
        self._hand(line[0])
        return line[0].application_id

    def _hand(self, row):
        row.state, row.given_on = PlaceState.GIVEN, self.today

    def _change(self, application_id, **changes):
        self.state.applications[application_id] = replace(self.state.applications[application_id], **changes)

    def _row(self, application_id, offering_id):
        wanted = (application_id, offering_id)
        return next(row for row in self.state.places if (row.application_id, row.offering_id) == wanted)

    def _line(self, offering_id):
        waiting = [r for r in self.state.places if (r.offering_id, r.state) == (offering_id, PlaceState.WAITING)]
        return sorted(waiting, key=lambda row: row.line_number)

    def _place(self, row):
        offering = self.state.offerings[row.offering_id].offering
        position = self._line(row.offering_id).index(row) + 1 if row.state is PlaceState.WAITING else None
        return Place(
            offering_id=row.offering_id, title=offering.title, kind=offering.kind, weekdays=row.weekdays,
            state=row.state, line_position=position, rank=row.rank,
        )

    def _order(self, place):
        offering = self.state.offerings[place.offering_id].offering
        return offering.kind, place.rank or 0, offering.starts_at, offering.title, offering.offering_id


def _age(application: Application) -> tuple[Any, ...]:
    return application.submitted_at, application.application_id
