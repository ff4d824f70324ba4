"""Households: guardians of a stage's children as page and office ask about them, on a store real or not."""

from dataclasses import replace

from contracts.actor import Grant, Role
from contracts.directory.guardian import (
    EndGuardianship,
    EndReason,
    InviteGuardian,
    PrintGuardianCard,
    ReadGuardians,
    Relation,
)
from contracts.directory.number import AskNumber, ChangeNumber, DecideNumber, ListNumberRequests
from plumbing.caller import Caller
from services.directory import wiring
from services.directory.application.guardians.asking_number import decide_number, list_number_requests
from services.directory.application.guardians.changing_number import change_number
from services.directory.application.guardians.ending import end_guardianship
from services.directory.application.guardians.invitation import count_invitation, invite_guardian, print_guardian_card
from services.directory.application.guardians.listing import read_guardians
from tests.store.directory.cast import PASSWORD


class Household:
    """What can be asked about guardians, each in one transaction."""

    def __init__(self, stage):
        self.stage, self.store = stage, stage.store

    def office(self, school=None):
        """Return somebody of a school's office who has no child there."""
        head = self.stage.actors(self.stage.head)[0]
        school_id = (school or self.stage.first).school_id
        return replace(head, school_id=school_id, grants=(Grant(role=Role.ACADEMIC_OFFICE),))

    def guardians(self, actor, pupil):
        return self.store.change(read_guardians, ReadGuardians(pupil_id=pupil.pupil_id), _caller(actor))

    def invite(self, actor, pupil, name, phone, relation=Relation.FATHER):
        ask = InviteGuardian(pupil_id=pupil.pupil_id, name=name, phone=phone, relation=relation)
        self.store.change(count_invitation, ask, _caller(actor))
        return self.store.change(invite_guardian, ask, _caller(actor)).person_id

    def card(self, actor, pupil, person_id):
        ask = PrintGuardianCard(pupil_id=pupil.pupil_id, person_id=person_id)
        return self.store.change(print_guardian_card, ask, _caller(actor)).cards

    def end(self, actor, pupil, who, reason=EndReason.CUSTODY):
        ask = EndGuardianship(pupil_id=pupil.pupil_id, person_id=who, reason=reason)
        return self.store.change(end_guardianship, ask, _caller(actor))

    def change_number(self, actor, pupil, who, phone):
        ask = ChangeNumber(pupil_id=pupil.pupil_id, person_id=who, phone=phone)
        return self.store.change(change_number, ask, _caller(actor))

    def ask_number(self, actor, phone, secret=PASSWORD):
        return wiring.ask_number(self.store, AskNumber(phone=phone, password=secret), _caller(actor))

    def requests(self, actor):
        return self.store.query(list_number_requests, ListNumberRequests(), _caller(actor)).requests

    def decide_number(self, actor, request, decision):
        ask = DecideNumber(request_id=request.request_id, decision=decision)
        return self.store.change(decide_number, ask, _caller(actor))


def _caller(actor):
    return Caller(actor=actor, call="test", request_id="test")
