"""Fake programmes: terms, sessions and offerings in memory, and the norms that they are judged by."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from contracts.enrolment.hours import Hours
from contracts.enrolment.offering import Offering
from contracts.enrolment.place import PlaceState
from contracts.enrolment.planned import Described, Planned, StaffKind
from contracts.enrolment.programme import Announced, Programme, TermPlan
from contracts.enrolment.programme import ProgrammeState as Stands
from contracts.enrolment.session import ServiceSession, SessionKind
from engines.policy import Edition, Layer, norm_from_plain
from plumbing.ids import new_id
from plumbing.norms import refuse_unusable
from services.enrolment.application.unit import TermOnOffer
from services.enrolment.domain.choice import Timetable
from services.enrolment.domain.span import spans_of

HOURS = tuple(Hours.__dataclass_fields__)
SAID = tuple(Described.__dataclass_fields__)


@dataclass
class OfferingRow:
    """An offering with what only the store knows of it."""

    offering: Offering
    grades: tuple[int, ...]
    programme_id: str
    taken: int = 0
    last_line_number: int = 0


@dataclass
class ProgrammeState:
    """All that is kept of programmes, and the layers of norms over the school."""

    programmes: dict[str, Programme] = field(default_factory=dict)
    layers: dict[str, tuple[Any, int]] = field(default_factory=dict)


class FakeProgrammes:
    """Programmes with their sessions and offerings."""

    def put_on_offer(self, offering, grades, term, first_day, last_day):
        known = next((one for one in self._kept.values() if one.term == term), None)
        programme = known or Programme(
            programme_id=new_id(), term=term, first_day=first_day, last_day=last_day, state=Stands.ANNOUNCED,
            sequence=1, opens_at=datetime(2000, 8, 18, tzinfo=UTC),
        )
        self._kept[programme.programme_id] = programme
        if offering.offering_id not in self.state.offerings:
            hours = {name: getattr(offering, name) for name in HOURS}
            session = ServiceSession(
                session_id=offering.offering_id, changes=1, kind=SessionKind.AFTER_SCHOOL, name=offering.title,
                grades=tuple(grades), weekdays=offering.weekdays, **hours,
            )
            self._change_programme(programme.programme_id, sessions=(*programme.sessions, session))
            said = Described(
                session_id=session.session_id, sort=offering.sort, title=offering.title, grades=tuple(grades),
                weekdays=offering.weekdays, capacity=offering.capacity, staff_kinds=(StaffKind.OWN,),
            )
            self.keep_offering(programme.programme_id, offering.offering_id, said)

    def terms_on_offer(self):
        running = [p for p in self._kept.values() if p.state is Stands.ANNOUNCED and p.last_day >= self.today]
        running.sort(key=lambda p: (not self._open(p), p.first_day, p.term))
        return [_term(programme) for programme in running]

    def term_of(self, application_id):
        application = self.state.applications.get(application_id)
        of_it = [p for p in self._kept.values() if application and p.term == application.term]
        return next((_term(programme) for programme in of_it if programme.last_day >= self.today), None)

    def _open(self, programme):
        return programme.opens_at <= self.now and (programme.closes_on or programme.last_day) >= self.today

    def offered(self, term, grade):
        rows = [r for r in self.state.offerings.values() if grade in r.grades and self._is_on(r, term)]
        rows.sort(key=lambda row: _in_order(row.offering))
        return tuple(
            replace(r.offering, left=r.offering.capacity - r.taken, waiting=len(self._line(r.offering.offering_id)))
            for r in rows
        )

    def programmes(self):
        newest = sorted(self._kept.values(), key=lambda one: one.first_day, reverse=True)
        return [
            TermPlan(
                term=one.term, first_day=one.first_day, last_day=one.last_day, programme_id=one.programme_id,
                state=one.state,
            )
            for one in newest
        ]

    def programme(self, programme_id):
        found = self._kept.get(programme_id)
        if found is None:
            return None
        starts = {one.session_id: one.starts_at for one in found.sessions}
        offerings = sorted(
            (self._counted(one) for one in found.offerings),
            key=lambda one: (one.sort.kind, starts[one.session_id], one.grades, one.title, one.offering_id),
        )
        sessions = sorted(found.sessions, key=lambda one: (one.starts_at, one.ends_at, one.name, one.session_id))
        return replace(found, sessions=tuple(sessions), offerings=tuple(offerings))

    def take_programme(self, programme_id):
        if programme_id in self._kept:
            self._change_programme(programme_id, sequence=self._kept[programme_id].sequence + 1)
        return self.programme(programme_id)

    def programme_of_session(self, session_id):
        all_sessions = ((p.programme_id, one.session_id) for p in self._kept.values() for one in p.sessions)
        return next((programme_id for programme_id, known in all_sessions if known == session_id), None)

    def programme_of_offering(self, offering_id):
        row = self.state.offerings.get(offering_id)
        return row.programme_id if row else None

    def open_programme(self, plan, programme_id):
        if any(one.term == plan.term for one in self._kept.values()):
            return False
        self._kept[programme_id] = Programme(
            programme_id=programme_id, term=plan.term, first_day=plan.first_day, last_day=plan.last_day,
            state=Stands.DRAFT, sequence=1,
        )
        return True

    def keep_session(self, session_id, said):
        programme = self._kept[said.programme_id]
        before = next((one for one in programme.sessions if one.session_id == session_id), None)
        hours = {name: getattr(said, name) for name in HOURS}
        session = ServiceSession(
            session_id=session_id, changes=before.changes + 1 if before else 1, kind=said.kind, name=said.name,
            grades=said.grades, weekdays=said.weekdays, **hours,
        )
        others = tuple(one for one in programme.sessions if one.session_id != session_id)
        self._change_programme(programme.programme_id, sessions=(*others, session))
        for row in self.state.offerings.values():
            planned = next(one for one in self._all_planned() if one.offering_id == row.offering.offering_id)
            if planned.session_id == session_id:
                row.offering = replace(row.offering, **hours)

    def drop_session(self, session_id):
        programme = self._kept[self.programme_of_session(session_id)]
        left = tuple(one for one in programme.sessions if one.session_id != session_id)
        self._change_programme(programme.programme_id, sessions=left)

    def keep_offering(self, programme_id, offering_id, said):
        programme = self._kept[programme_id]
        before = next((one for one in programme.offerings if one.offering_id == offering_id), None)
        values = {name: getattr(said, name) for name in SAID} | {"grades": tuple(sorted(said.grades))}
        planned = Planned(offering_id=offering_id, changes=before.changes + 1 if before else 1, **values)
        others = tuple(one for one in programme.offerings if one.offering_id != offering_id)
        self._change_programme(programme_id, offerings=(*others, planned))
        session = next(one for one in programme.sessions if one.session_id == said.session_id)
        row = self.state.offerings.setdefault(
            offering_id, OfferingRow(offering=None, grades=(), programme_id=programme_id)
        )
        assert said.capacity >= row.taken, "the database would refuse it"
        row.grades = tuple(said.grades)
        shown = ("sort", "title", "weekdays", "capacity", "location", "lead_id", "fee_yuan", "description")
        row.offering = Offering(
            offering_id=offering_id, kind=said.sort.kind, left=said.capacity, waiting=0,
            **{name: getattr(said, name) for name in shown}, **{name: getattr(session, name) for name in HOURS},
        )

    def drop_offering(self, offering_id):
        programme = self._kept[self.state.offerings.pop(offering_id).programme_id]
        left = tuple(one for one in programme.offerings if one.offering_id != offering_id)
        self._change_programme(programme.programme_id, offerings=left)

    def asked_for(self, offering_id):
        return any(row.offering_id == offering_id for row in self.state.places)

    def hold_offering(self, offering_id):
        return self.state.offerings[offering_id].taken

    def placed_in(self, offering_id, most):
        given = [p for p in self.state.places if (p.offering_id, p.state) == (offering_id, PlaceState.GIVEN)]
        return sorted(self.state.applications[place.application_id].pupil_id for place in given)[:most]

    def announce(self, ask, opens_at, under):
        assert under.editions, "judged under something"
        said = {"opens_at": opens_at, "closes_on": ask.closes_on, "letter": ask.letter}
        said |= {"most_clubs": ask.most_clubs, "placing": ask.placing}
        self._change_programme(ask.programme_id, state=Stands.ANNOUNCED, **said)

    def timetable(self, offering_ids):
        programmes = [self._programme_of(offering_id) for offering_id in offering_ids]
        sessions = {one.session_id: one for programme in programmes for one in programme.sessions}
        planned = {one.offering_id: one for one in self._all_planned()}
        return Timetable(
            spans={one: spans_of(sessions[planned[one].session_id]) for one in offering_ids},
            most_clubs=min((programme.most_clubs for programme in programmes), default=1),
            drawn_later=any(self._drawn_later(programme) for programme in programmes),
        )

    def announced(self):
        shown = [p for p in self._kept.values() if p.state is Stands.ANNOUNCED and p.last_day >= self.today]
        if not shown:
            return None
        best = min(shown, key=lambda one: ((one.closes_on or one.last_day) < self.today, one.first_day))
        whole = self.programme(best.programme_id)
        return Announced(**{name: getattr(whole, name) for name in Announced.__dataclass_fields__})

    def learn_layer(self, published, sequence):
        refuse_unusable(published, self.scope)
        layers = self.state.of_programmes.layers
        if layers.get(published.layer_id, (None, 0))[1] < sequence:
            layers[published.layer_id] = (published, sequence)

    def standing_norms(self):
        layers = [published for published, _ in self.state.of_programmes.layers.values()]
        layers.sort(key=lambda one: Layer(one.layer).depth)
        if not layers or layers[0].layer != Layer.NATIONAL:
            return None
        return SimpleNamespace(
            norms=tuple(norm_from_plain(plain) for one in layers for plain in one.norms),
            editions=tuple(Edition(one.layer_id, one.version) for one in layers),
        )

    def grades_with_pupils(self):
        classes = {class_id for class_id, _ in self.state.pupils.values() if class_id}
        return sorted({self.state.classes[class_id][0] for class_id in classes if class_id in self.state.classes})

    def staff_of_school(self):
        return frozenset(person_id for person_id, posts, _ in self.state.of_cases.staff.values() if posts)

    @property
    def _kept(self):
        return self.state.of_programmes.programmes

    def _programme_of(self, offering_id):
        return self._kept[self.state.offerings[offering_id].programme_id]

    def _is_on(self, row, term):
        programme = self._kept[row.programme_id]
        return (programme.term, programme.state) == (term, Stands.ANNOUNCED) and programme.last_day >= self.today

    def _all_planned(self):
        return [one for programme in self._kept.values() for one in programme.offerings]

    def _counted(self, planned):
        row = self.state.offerings[planned.offering_id]
        return replace(planned, taken=row.taken, waiting=len(self._line(planned.offering_id)))

    def _change_programme(self, programme_id, **changes):
        self._kept[programme_id] = replace(self._kept[programme_id], **changes)


def _term(programme):
    return TermOnOffer(
        programme_id=programme.programme_id, name=programme.term, first_day=programme.first_day,
        opens_at=programme.opens_at, closes_on=programme.closes_on,
    )


def _in_order(offering: Offering) -> tuple[Any, ...]:
    return offering.kind, offering.starts_at, offering.title, offering.offering_id
