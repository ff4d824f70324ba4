"""directory's guardians and numbers in memory."""

from dataclasses import replace

from contracts.actor import OFFICE, Actor
from contracts.directory import guardian as of
from contracts.directory import number as of_number
from contracts.directory.card import Card, Cards
from contracts.errors import InvalidRequest, NotFound
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who

TAKEN, TAKEN_WORDS = "13900000000", "这个号码在区里已经登记过，请联系学校教导处添加。"


class Guardians:
    """By child: who guards it, in their order; whoever was invited here has no account."""

    def __init__(self) -> None:
        self.guarding = {pupil: [self._known(i) for i in held] for pupil, held in who.GUARDIANS.items()}
        self.past: dict[str, list[of.PastGuardian]] = {pupil: [] for pupil in who.GUARDIANS}
        self.wishes: dict[str, of_number.NumberRequest] = {}
        self.changed: list[tuple[str, str]] = []

    @staticmethod
    def _known(person_id: str) -> of.Guardian:
        return of.Guardian(
            person_id=person_id, name=who.PEOPLE[person_id], relation="mother", since=clock.now(), has_account=True
        )

    def _guardians_of(self, pupil_id: str) -> list[of.Guardian]:
        if pupil_id not in self.guarding:
            raise NotFound
        return self.guarding[pupil_id]

    def guardians(self, ask: of.ReadGuardians, actor: Actor) -> of.Guardians:
        held, office = self._guardians_of(ask.pupil_id), bool(actor.roles() & OFFICE)
        name, class_id = who.PUPILS[ask.pupil_id]
        if not (office or actor.heads(class_id) or actor.child(ask.pupil_id)):
            raise NotFound
        family = not (office or actor.heads(class_id))
        return of.Guardians(
            pupil_id=ask.pupil_id, pupil_name=name, class_id=class_id, may_invite=True,
            past=tuple(self.past[ask.pupil_id]) if office else (),
            guardians=tuple(
                replace(
                    one, first=one is held[0], own=one.person_id == actor.person_id,
                    has_account=None if family else one.has_account,
                    actions=("card", "number", "sign_out", "end") if office else () if one.has_account else ("card",),
                )
                for one in held
            ),
        )

    def invite_guardian(self, ask: of.InviteGuardian, _: Actor) -> of.GuardianInvited:
        if ask.phone == TAKEN:
            raise InvalidRequest(details={"fields": {"phone": [TAKEN_WORDS]}})
        new = of.Guardian(
            person_id=ids.new_id(), name=ask.name, relation=ask.relation, since=clock.now(), has_account=False
        )
        self._guardians_of(ask.pupil_id).append(new)
        return of.GuardianInvited(pupil_id=ask.pupil_id, person_id=new.person_id)

    def print_guardian_card(self, ask: of.PrintGuardianCard, actor: Actor) -> Cards:
        found = self.guardians(of.ReadGuardians(pupil_id=ask.pupil_id), actor).guardians
        one = next((one for one in found if one.person_id == ask.person_id and "card" in one.actions), None)
        if one is None:
            raise NotFound
        card = Card(person_id=one.person_id, name=one.name, relation=one.relation, code="KX4P-9TRW-7HM2-0001")
        return Cards(cards=(card,), without_phone=(), days=30)

    def end_guardianship(self, ask: of.EndGuardianship, _: Actor) -> of.GuardianshipEnded:
        held = self._guardians_of(ask.pupil_id)
        one = next((one for one in held if one.person_id == ask.person_id), None)
        if one is None:
            raise NotFound
        held.remove(one)
        self.past[ask.pupil_id].append(of.PastGuardian(
            person_id=one.person_id, name=one.name, relation=one.relation, since=one.since, until=clock.now(),
            reason=ask.reason,
        ))
        return of.GuardianshipEnded(pupil_id=ask.pupil_id, person_id=ask.person_id, guardians_left=len(held))

    def change_number(self, ask: of_number.ChangeNumber, _: Actor) -> of_number.NumberChanged:
        if ask.phone == TAKEN:
            raise InvalidRequest(details={"fields": {"phone": ["这个号码已经登记给另一个人，请核对。"]}})
        self.changed.append((ask.person_id, ask.phone))
        return of_number.NumberChanged(person_id=ask.person_id)

    def ask_number(self, ask: of_number.AskNumber, actor: Actor) -> of_number.NumberAsked:
        if ask.password != who.PASSWORD:
            raise InvalidRequest(details={"fields": {"password": ["密码不对，请检查后再试。"]}})
        wish = of_number.NumberRequest(
            request_id=ids.new_id(), person_id=actor.person_id, name=who.PEOPLE[actor.person_id], children=("李一鸣",),
            phone=ask.phone, asked_at=clock.now(),
        )
        self.wishes[actor.person_id] = wish
        return of_number.NumberAsked(expires_at=wish.asked_at)

    def number_requests(self, _: of_number.ListNumberRequests, __: Actor) -> of_number.NumberRequests:
        return of_number.NumberRequests(requests=tuple(self.wishes.values()))

    def decide_number(self, ask: of_number.DecideNumber, _: Actor) -> of_number.NumberDecided:
        wish = next((one for one in self.wishes.values() if one.request_id == ask.request_id), None)
        if wish is None:
            raise NotFound
        if ask.decision is of_number.NumberDecision.CONFIRM:
            if wish.phone == TAKEN:
                raise InvalidRequest(details={"fields": {"phone": ["这个号码已经登记给另一个人，请核对。"]}})
            self.changed.append((wish.person_id, wish.phone))
        del self.wishes[wish.person_id]
        return of_number.NumberDecided(request_id=ask.request_id, decision=ask.decision)
