"""enrolment in memory: one open application a child, places never oversold, the line moves up."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any

from contracts.actor import Actor, Grant, Role
from contracts.enrolment import application as of
from contracts.enrolment import approval, handing, offering, place
from contracts.enrolment import fee as charged
from contracts.enrolment import part as way
from contracts.enrolment import refusals as refusing
from contracts.enrolment import stand_in as standing
from contracts.enrolment.approval import Decision
from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState as State
from contracts.enrolment.place import PlaceState
from contracts.errors import Conflict, InvalidRequest, NotFound, RuleRefused, ServiceError
from contracts.finding import Finding
from plumbing import clock, ids
from services.enrolment.application.draw.closing import close_list
from services.enrolment.application.draw.committing import commit_draw
from services.enrolment.application.draw.drawing import draw_places
from services.enrolment.application.draw.reading import read_draw, read_record
from services.enrolment.application.fees import read_fees
from services.enrolment.application.programme.announcing import announce_programme
from services.enrolment.application.programme.many_offerings import write_offerings
from services.enrolment.application.programme.offerings import drop_offering, write_offering
from services.enrolment.application.programme.opening import open_programme
from services.enrolment.application.programme.reading import read_announced, read_programme, read_programmes
from services.enrolment.application.programme.sessions import drop_session, write_session
from services.enrolment.application.rosters import read_child_times, read_led, read_roster
from tests.unit.gateway.houses import people as who
from tests.unit.gateway.houses.notify import Notify
from tests.unit.gateway.houses.programmes import written_in_memory

CARE, FOOTBALL, CHOIR = who.number(301), who.number(302), who.number(303)
OPEN = (State.SUBMITTED, State.RETURNED, State.APPROVED)
STEP, LEADS = "班级审核", ("head_teacher",)
CARE_KIND = OfferingKind.BASIC_CARE
AFTER = {
    Decision.APPROVE: State.APPROVED, Decision.REJECT: State.REJECTED, Decision.RETURN: State.RETURNED,
}
SAID = {Decision.APPROVE: "approved", Decision.REJECT: "rejected", Decision.RETURN: "returned"}
STANDING = {State.SUBMITTED: "now", State.APPROVED: "done", State.REJECTED: "ended"}


OFFICE_DOES: dict[str, Callable[[Any, Any], Any]] = {
    "programmes": read_programmes, "programme": read_programme, "open_programme": open_programme,
    "write_session": write_session, "drop_session": drop_session, "write_offering": write_offering,
    "drop_offering": drop_offering, "announce_programme": announce_programme, "announced": read_announced,
    "read_draw": read_draw, "draw_record": read_record, "close_list": close_list, "draw_places": draw_places,
    "commit_draw": commit_draw,
    "write_offerings": write_offerings, "roster_of_offering": read_roster, "led_offerings": read_led,
    "child_times": read_child_times,
}


class Enrolment:
    """Offerings with their capacity, applications by id; the programme is written by the house's own use cases."""

    def __init__(self, notify: Notify) -> None:
        self.notify = notify
        self.office = written_in_memory()
        self.applications: dict[str, of.Application] = {}
        self.said: dict[str, way.Said] = {}
        self.deciders_of_all: set[Role] = set()
        self.forbids: Finding | None = None
        self.terms = ("第一学期", "上学期")
        self.refused_before: Counter[RefusalGround] = Counter()
        self.statement: charged.Fees | None = None
        self.reminded: set[str] = set()
        self.stand_ins: dict[str, standing.StandIn] = {}
        self.seen_first: dict[str, tuple[str, str]] = {}
        self.capacity = {CARE: 40, FOOTBALL: 1, CHOIR: 20}
        self.titles = {CARE: "课后看护", FOOTBALL: "足球社", CHOIR: "合唱团"}
        self.weekdays = {CARE: (1, 2, 3, 5), FOOTBALL: (3,), CHOIR: (5,)}

    def __getattr__(self, method: str) -> Callable[[Any, Actor], Any]:
        if method not in OFFICE_DOES:
            raise AttributeError(method)
        return lambda ask, actor: self.office.ask(OFFICE_DOES[method], ask, actor)

    def offerings(self, ask: offering.ListOfferings, actor: Actor) -> offering.Offerings:
        self._child(actor, ask.pupil_id)
        return offering.Offerings(
            pupil_id=ask.pupil_id, term="第一学期", offerings=tuple(self._offering(i) for i in self.capacity)
        )

    def apply(self, ask: of.Apply, actor: Actor) -> of.Application:
        grant = self._child(actor, ask.pupil_id)
        if not ask.care_weekdays and not ask.club_ids:
            raise InvalidRequest(details={"fields": {"care_weekdays": ["请至少选一天看护，或选一个社团。"]}})
        standing = [a for a in self.applications.values() if a.pupil_id == ask.pupil_id and a.state in OPEN]
        if standing:
            raise Conflict("这个学期已经为孩子申请过。要改动，请先撤回那一份。", {"stands": standing[0].dump()})
        places = [self._asked(CARE, ask.care_weekdays)] if ask.care_weekdays else []
        places += [self._asked(club, self.weekdays[club], rank) for rank, club in enumerate(ask.club_ids, 1)]
        made = of.Application(
            application_id=ids.new_id(), pupil_id=ask.pupil_id, class_id=str(grant.class_id),
            applicant_id=actor.person_id, state=State.SUBMITTED, submitted_at=clock.now(), places=tuple(places),
            term="第一学期",
            parts=tuple(way.Part(kind=kind, state=State.SUBMITTED) for kind in dict.fromkeys(p.kind for p in places)),
        )
        self.applications[made.application_id] = made
        self.notify.tell(who.WANG, "enrolment.application_submitted", made.application_id, [ask.pupil_id], {})
        return self._seen(made, actor)

    def decide(self, ask: approval.Decide, actor: Actor) -> of.Application:
        found = self._found(ask.application_id, actor)
        if not self._decides(actor, found.class_id):
            raise NotFound
        kinds = ask.kinds or tuple(part.kind for part in found.parts)
        waiting = [p.kind for p in found.parts if p.state is State.SUBMITTED and p.kind in kinds]
        if not waiting:
            raise Conflict("这份申请已经有了决定，请看一下现在的情况。", {"stands": found.dump()})
        if ask.decision is not Decision.APPROVE and not ask.reason:
            raise InvalidRequest(details={"fields": {"reason": ["请填写不同意的理由，家长会看到。"]}})
        state = AFTER[ask.decision]
        ground = self._ground(ask, waiting)
        parts = tuple(
            replace(p, state=state, ground=ground if p.kind is CARE_KIND else None) if p.kind in waiting else p
            for p in found.parts
        )
        stands = next((s for s in (State.SUBMITTED, State.RETURNED) if any(p.state is s for p in parts)), state)
        self.said[found.application_id] = way.Said(
            what=SAID[ask.decision], actor=actor.person_id, at=clock.now(), comment=ask.reason
        )
        return self._keep(
            replace(
                found, state=stands, decided_at=clock.now(), decided_by=actor.person_id, reason=ask.reason, parts=parts,
                places=tuple(self._after(p, state) if p.kind in waiting else p for p in found.places),
            ),
            actor, "application_returned" if state is State.RETURNED else "application_decided",
            {"decision": str(ask.decision), "kinds": ",".join(waiting)},
        )

    def _ground(self, ask: approval.Decide, waiting: list[OfferingKind]) -> RefusalGround | None:
        if ask.decision is not Decision.REJECT or CARE_KIND not in waiting:
            return None
        if ask.ground is None:
            raise InvalidRequest(details={"fields": {"ground": ["不同意课后看护，请选一个理由。"]}})
        if self.forbids:
            raise RuleRefused(details={"findings": [self.forbids.dump()]})
        return ask.ground

    def refusals(self, ask: refusing.ReadRefusals, _: Actor) -> refusing.Refusals:
        if ask.term not in (None, *self.terms):
            raise NotFound
        return refusing.Refusals(
            term=ask.term or self.terms[0], terms=self.terms,
            grounds=self._refused() if ask.term in (None, self.terms[0]) else (),
        )

    def district_refusals(self, ask: refusing.ReadDistrictRefusals, _: Actor) -> refusing.DistrictRefusals:
        if ask.term not in (None, *self.terms):
            raise NotFound
        own = refusing.SchoolRefusals(school_id=who.SCHOOL_ID, grounds=self._refused())
        return refusing.DistrictRefusals(term=ask.term or self.terms[0], terms=self.terms, schools=(own,))

    def fees(self, ask: charged.ReadFees, actor: Actor) -> charged.Fees:
        return self.statement or self.office.ask(read_fees, ask, actor)

    def _refused(self) -> tuple[refusing.GroundCount, ...]:
        given = self.refused_before + Counter(p.ground for a in self.applications.values() for p in a.parts if p.ground)
        return tuple(refusing.GroundCount(ground=ground, refused=times) for ground, times in sorted(given.items()))

    def remind(self, ask: approval.RemindApproval, actor: Actor) -> of.Application:
        found = self._found(ask.application_id, actor)
        self._child(actor, found.pupil_id)
        if ask.application_id in self.reminded:
            raise Conflict("今天已经催过了，请给他们一点时间，明天再催。")
        self.reminded.add(ask.application_id)
        return self._seen(found, actor)

    def hands(self, ask: handing.ReadHands, actor: Actor) -> handing.Hands:
        found, how = self._found(ask.application_id, actor), handing.How
        asked, owner = self.seen_first.get(ask.application_id, (None, None))
        ways: tuple[handing.How, ...] = (how.RESOLVE,) if actor.person_id == asked else (how.CLAIM,)
        return handing.Hands(
            pupil_id=found.pupil_id, ways=ways if owner else (how.DELEGATE, how.TRANSFER),
            colleagues=self.stand_in(standing.ReadStandIn(), actor).colleagues,
        )

    def hand(self, ask: handing.Hand, actor: Actor) -> of.Application:
        hands = self.hands(handing.ReadHands(application_id=ask.application_id), actor)
        if ask.how in handing.TO_SOMEBODY and ask.to not in hands.colleagues:
            raise InvalidRequest(details={"fields": {"to": ["请从列出的同事里选一位。"]}})
        if ask.how not in hands.ways:
            raise Conflict("这份申请现在不能这样办，可能刚有人办过。请看一下现在的情况。")
        _, owner = self.seen_first.pop(ask.application_id, (None, None))
        if ask.how is handing.How.DELEGATE:
            self.seen_first[ask.application_id] = (str(ask.to), actor.person_id)
        if to := owner if ask.how is handing.How.RESOLVE else ask.to:
            facts = {"kind": "basic_care", "how": str(ask.how)}
            self.notify.tell(to, "enrolment.application_handed", ask.application_id, [hands.pupil_id], facts)
        return self._seen(self.applications[ask.application_id], actor)

    def stand_in(self, _: standing.ReadStandIn, actor: Actor) -> standing.StandIns:
        own = self.stand_ins.get(actor.person_id)
        others = tuple(one for one in self.stand_ins.values() if one.stand_in_id == actor.person_id)
        deciders = {person_id for person_id, one in who.ACTORS.items() if one.roles() & of.DECIDERS}
        return standing.StandIns(own=own, others=others, colleagues=tuple(sorted(deciders - {actor.person_id})))

    def ask_to_stand_in(self, ask: standing.AskToStandIn, actor: Actor) -> standing.StandIns:
        if ask.last < ask.first:
            raise InvalidRequest(details={"fields": {"last": ["最后一天早于第一天，请改一下。"]}})
        self.stand_ins[actor.person_id] = standing.StandIn(person_id=actor.person_id, **vars(ask))
        return self.stand_in(standing.ReadStandIn(), actor)

    def end_stand_in(self, _: standing.EndStandIn, actor: Actor) -> standing.StandIns:
        self.stand_ins.pop(actor.person_id, None)
        return self.stand_in(standing.ReadStandIn(), actor)

    def approve_many(self, ask: approval.ApproveMany, actor: Actor) -> approval.ManyApproved:
        approved, left = [], []
        for application_id in ask.application_ids:
            try:
                self.decide(approval.Decide(application_id=application_id, decision=Decision.APPROVE), actor)
                approved.append(application_id)
            except ServiceError as problem:
                left.append(approval.LeftAsItIs(application_id=application_id, words=problem.said))
        return approval.ManyApproved(approved=tuple(approved), left=tuple(left))

    def change(self, ask: of.ChangeApplication, actor: Actor) -> of.Application:
        found = self._found(ask.application_id, actor)
        self._child(actor, found.pupil_id)
        returned = [part.kind for part in found.parts if part.state is State.RETURNED]
        if not returned:
            raise Conflict("没有需要修改的。", {"stands": found.dump()})
        if CARE_KIND in returned and not ask.care_weekdays:
            raise InvalidRequest(details={"fields": {"care_weekdays": ["请重新选课后看护。"]}})
        places = [self._asked(CARE, ask.care_weekdays)] if ask.care_weekdays else []
        places += [self._asked(club, self.weekdays[club], rank) for rank, club in enumerate(ask.club_ids, 1)]
        kept = [p for p in found.places if p.kind not in returned]
        parts = tuple(replace(p, state=State.SUBMITTED) for p in found.parts)
        return self._keep(replace(found, state=State.SUBMITTED, places=(*kept, *places), parts=parts), actor)

    def _after(self, place: place.Place, state: State) -> place.Place:
        if state is State.APPROVED:
            return self._placed(place)
        return replace(place, state=PlaceState.RELEASED) if state is State.REJECTED else place

    def withdraw(self, ask: of.WithdrawApplication, actor: Actor) -> of.Application:
        found = self._found(ask.application_id, actor)
        self._child(actor, found.pupil_id)
        if found.state not in OPEN:
            raise Conflict(details={"stands": found.dump()})
        places = tuple(replace(p, state=PlaceState.RELEASED, line_position=None) for p in found.places)
        parts = tuple(replace(p, state=State.WITHDRAWN) for p in found.parts)
        return self._keep(replace(found, state=State.WITHDRAWN, places=places, parts=parts), actor)

    def read(self, ask: of.ReadApplication, actor: Actor) -> of.Application:
        return self._seen(self._found(ask.application_id, actor), actor)

    def applications_of(self, ask: of.ListApplications, actor: Actor) -> of.Applications:
        seen = [a for a in self.applications.values() if self._may_see(a, actor)]
        shown = [self._seen(a, actor) for a in seen]
        asked = [a for a in shown if not ask.waiting_only or {"decide", "hand"} & {*a.actions}]
        after = [one.application_id for one in asked].index(ask.before) + 1 if ask.before else 0
        return of.Applications(applications=tuple(asked[after : after + 50]))

    def _keep(
        self, a: of.Application, actor: Actor, cause: str = "", facts: dict[str, str] | None = None
    ) -> of.Application:
        self.applications[a.application_id] = a
        for person_id in who.GUARDIANS[a.pupil_id] if cause else ():
            self.notify.tell(person_id, f"enrolment.{cause}", a.application_id, [a.pupil_id], facts or {})
        return self._seen(a, actor)

    def _seen(self, a: of.Application, actor: Actor) -> of.Application:
        undecided = any(p.state is State.SUBMITTED for p in a.parts)
        may = {
            "decide": self._decides(actor, a.class_id) and undecided and a.application_id not in self.seen_first,
            "hand": undecided and (self._decides(actor, a.class_id) or self._sees_first(actor, a)),
            "remind": actor.child(a.pupil_id) is not None and any(p.state is State.SUBMITTED for p in a.parts),
            "change": actor.child(a.pupil_id) is not None and any(p.state is State.RETURNED for p in a.parts),
            "withdraw": actor.child(a.pupil_id) is not None and a.state in OPEN,
        }
        parts = tuple(self._on_its_way(a, p, actor) for p in a.parts)
        return replace(a, parts=parts, actions=tuple(name for name, holds in may.items() if holds))

    def _on_its_way(self, a: of.Application, part: way.Part, actor: Actor) -> way.Part:
        waits, said = part.state is State.SUBMITTED, self.said.get(a.application_id)
        told = (said,) if said and part.state in (State.APPROVED, State.REJECTED) else ()
        stop = way.Stop(key="class", name=STEP, groups=LEADS, standing=STANDING.get(part.state, "ahead"), said=told)
        back = (way.Back(from_stop="class", to=None, said=said),) if said and part.state is State.RETURNED else ()
        prepare = waits and self._sees_first(actor, a)
        mine = waits and self._decides(actor, a.class_id) and a.application_id not in self.seen_first
        return replace(part, step=STEP if waits else None, mine=mine, prepare=prepare, stops=(stop,), backs=back)

    def _sees_first(self, actor: Actor, a: of.Application) -> bool:
        return self.seen_first.get(a.application_id, ("", ""))[0] == actor.person_id

    def _found(self, application_id: str, actor: Actor) -> of.Application:
        found = self.applications.get(application_id)
        if found is None or not self._may_see(found, actor):
            raise NotFound
        return found

    def _may_see(self, a: of.Application, actor: Actor) -> bool:
        mine = self._decides(actor, a.class_id) or self._sees_first(actor, a)
        return mine or actor.child(a.pupil_id) is not None

    def _decides(self, actor: Actor, class_id: str) -> bool:
        return actor.heads(class_id) or bool(actor.roles() & self.deciders_of_all)

    @staticmethod
    def _child(actor: Actor, pupil_id: str) -> Grant:
        grant = actor.child(pupil_id)
        if grant is None:
            raise NotFound
        return grant

    def _asked(self, offering_id: str, weekdays: tuple[int, ...], rank: int | None = None) -> place.Place:
        kind = OfferingKind.BASIC_CARE if offering_id == CARE else OfferingKind.CLUB
        return place.Place(
            offering_id=offering_id, title=self.titles[offering_id], kind=kind, weekdays=weekdays,
            state=PlaceState.ASKED, rank=rank,
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
