"""Signing out another: an office ends every session of somebody of its school, and says why."""

from typing import Protocol

from contracts.directory.signing_out import PersonSignedOut, SignOutPerson
from contracts.errors import NotFound
from services.directory.application.answering import answers_for
from services.directory.application.asker import asker
from services.directory.application.cards.card import Addressee
from services.directory.application.guardians.number_unit import NumberUnit
from services.directory.application.posts.unit import PostUnit
from services.directory.application.signing_in.ending import end_every_session


class SigningOutUnit(PostUnit, NumberUnit, Protocol):
    """One open transaction that knows a school's staff and its pupils' guardians."""


def sign_out_person(unit: SigningOutUnit, ask: SignOutPerson) -> PersonSignedOut:
    """Let the person be signed in nowhere; their password opens a session again at once.

    Raises NotFound, also for the asker themselves and for whom another office answers.
    """
    actor, one = asker(unit), _of_school(unit, ask.person_id)
    if one is None or ask.person_id == actor.person_id or not answers_for(unit, actor, one):
        raise NotFound
    ended = end_every_session(unit, ask.person_id, ask.reason)
    unit.audit(f"sign_out_person_{ask.reason}", "person", ask.person_id)
    return PersonSignedOut(person_id=ask.person_id, ended=ended)


def _of_school(unit: SigningOutUnit, person_id: str) -> Addressee | None:
    staff = (one.who for one in unit.holders() if one.who.person_id == person_id)
    return next(staff, None) or unit.guardian_here(person_id)
