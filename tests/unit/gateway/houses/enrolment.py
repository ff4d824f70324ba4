"""enrolment in memory: one open application a child, places never oversold, the line moves up."""

from dataclasses import replace
from datetime import time

from contracts.actor import Actor, Grant
from contracts.enrolment import application as of
from contracts.enrolment import offering, place
from contracts.enrolment.application import ApplicationState as State
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.place import PlaceState
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who
from tests.unit.gateway.houses.notify import Notify

CARE, FOOTBALL, CHOIR = who.number(301), who.number(302), who.number(303)
OPEN = (State.SUBMITTED, State.APPROVED)


class Enrolment:
    """Offerings with their capacity, applications by id."""

    def __init__(self, notify: Notify) -> None:
        self.notify = notify
        self.applications: dict[str, of.Application] = {}
        self.capacity = {CARE: 40, FOOTBALL: 1, CHOIR: 20}
        self.titles = {CARE: "课后看护", FOOTBALL: "足球社", CHOIR: "合唱团"}
        self.weekdays = {CARE: (1, 2, 3, 5), FOOTBALL: (3,), CHOIR: (5,)}

    def offerings(self, ask: offering.ListOfferings, actor: Actor) -> offering.Offerings:
        self._child(actor, ask.pupil_id)
        return offering.Offerings(
            pupil_id=ask.pupil_id, term="第一学期", offerings=tuple(self._offering(i) for i in self.capacity)
        )

    def apply(self, ask: of.Apply, actor: Actor) -> of.Application:
        grant = self._child(actor, ask.pupil_id)
        if not ask.care_weekdays and not ask.club_id:
            raise InvalidRequest(details={"fields": {"care_weekdays": ["请至少选一天看护，或选一个社团。"]}})
        standing = [a for a in self.applications.values() if a.pupil_id == ask.pupil_id and a.state in OPEN]
        if standing:
            raise Conflict("这个学期已经为孩子申请过。要改动，请先撤回那一份。", {"stands": standing[0].dump()})
        places = [self._asked(CARE, ask.care_weekdays)] if ask.care_weekdays else []
        places += [self._asked(ask.club_id, self.weekdays[ask.club_id])] if ask.club_id else []
        made = of.Application(
            application_id=ids.new_id(), pupil_id=ask.pupil_id, class_id=str(grant.class_id),
            applicant_id=actor.person_id, state=State.SUBMITTED, submitted_at=clock.now(), places=tuple(places),
        )
        self.applications[made.application_id] = made
        self.notify.tell(who.WANG, "enrolment.application_submitted", made.application_id, [ask.pupil_id], {})
        return self._seen(made, actor)

    def decide(self, ask: of.Decide, actor: Actor) -> of.Application:
        found = self._found(ask.application_id, actor)
        if not actor.heads(found.class_id):
            raise NotFound
        if found.state is not State.SUBMITTED:
            raise Conflict("这份申请已经有了决定，请看一下现在的情况。", {"stands": found.dump()})
        if ask.decision is of.Decision.REJECT and not ask.reason:
            raise InvalidRequest(details={"fields": {"reason": ["请填写不同意的理由，家长会看到。"]}})
        agreed = ask.decision is of.Decision.APPROVE
        places = tuple(self._placed(p) if agreed else replace(p, state=PlaceState.RELEASED) for p in found.places)
        return self._keep(
            replace(
                found, state=State.APPROVED if agreed else State.REJECTED, decided_at=clock.now(),
                decided_by=actor.person_id, reason=ask.reason, places=places,
            ),
            actor, "application_decided", {"decision": str(ask.decision)},
        )

    def withdraw(self, ask: of.WithdrawApplication, actor: Actor) -> of.Application:
        found = self._found(ask.application_id, actor)
        self._child(actor, found.pupil_id)
        if found.state not in OPEN:
            raise Conflict(details={"stands": found.dump()})
        places = tuple(replace(p, state=PlaceState.RELEASED, line_position=None) for p in found.places)
        return self._keep(replace(found, state=State.WITHDRAWN, places=places), actor)

    def read(self, ask: of.ReadApplication, actor: Actor) -> of.Application:
        return self._seen(self._found(ask.application_id, actor), actor)

    def applications_of(self, ask: of.ListApplications, actor: Actor) -> of.Applications:
        seen = [a for a in self.applications.values() if self._may_see(a, actor)]
        asked = [a for a in seen if not ask.waiting_only or a.state is State.SUBMITTED]
        return of.Applications(applications=tuple(self._seen(a, actor) for a in asked))

    def _keep(
        self, a: of.Application, actor: Actor, cause: str = "", facts: dict[str, str] | None = None
    ) -> of.Application:
        self.applications[a.application_id] = a
        for person_id in who.GUARDIANS[a.pupil_id] if cause else ():
            self.notify.tell(person_id, f"enrolment.{cause}", a.application_id, [a.pupil_id], facts or {})
        return self._seen(a, actor)

    def _seen(self, a: of.Application, actor: Actor) -> of.Application:
        may = {
            "withdraw": actor.child(a.pupil_id) is not None and a.state in OPEN,
            "decide": actor.heads(a.class_id) and a.state is State.SUBMITTED,
        }
        return replace(a, actions=tuple(name for name, holds in may.items() if holds))

    def _found(self, application_id: str, actor: Actor) -> of.Application:
        found = self.applications.get(application_id)
        if found is None or not self._may_see(found, actor):
            raise NotFound
        return found

    @staticmethod
    def _may_see(a: of.Application, actor: Actor) -> bool:
        return actor.child(a.pupil_id) is not None or actor.heads(a.class_id)

    @staticmethod
    def _child(actor: Actor, pupil_id: str) -> Grant:
        grant = actor.child(pupil_id)
        if grant is None:
            raise NotFound
        return grant

    def _asked(self, offering_id: str, weekdays: tuple[int, ...]) -> place.Place:
        kind = OfferingKind.BASIC_CARE if offering_id == CARE else OfferingKind.CLUB
        return place.Place(
            offering_id=offering_id, title=self.titles[offering_id], kind=kind, weekdays=weekdays,
            state=PlaceState.ASKED,
        )

    def _placed(self, place: place.Place) -> place.Place:
        if self._count(place.offering_id, PlaceState.GIVEN) < self.capacity[place.offering_id]:
            return replace(place, state=PlaceState.GIVEN)
        line = self._count(place.offering_id, PlaceState.WAITING) + 1
        return replace(place, state=PlaceState.WAITING, line_position=line)

    def _count(self, offering_id: str, state: PlaceState) -> int:
        places = (p for a in self.applications.values() for p in a.places)
        return sum((p.offering_id, p.state) == (offering_id, state) for p in places)

    def _offering(self, offering_id: str) -> offering.Offering:
        return offering.Offering(
            offering_id=offering_id, kind=OfferingKind.BASIC_CARE if offering_id == CARE else OfferingKind.CLUB,
            title=self.titles[offering_id], weekdays=self.weekdays[offering_id], starts_at=time(15, 40),
            ends_at=time(17, 30), collect_by=time(18, 0), capacity=self.capacity[offering_id],
            left=self.capacity[offering_id] - self._count(offering_id, PlaceState.GIVEN),
            waiting=self._count(offering_id, PlaceState.WAITING),
        )
