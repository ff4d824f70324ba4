"""Change: a guardian changes what was returned to the family, and it sets out again from the first step (E3, E4)."""

from contracts.enrolment.application import Application, ChangeApplication
from contracts.enrolment.offering import OfferingKind
from contracts.errors import NotFound
from engines.approval import Resubmit
from services.enrolment.application import refusals
from services.enrolment.application.beginning import facts_of
from services.enrolment.application.outcomes import Moved, follow_up
from services.enrolment.application.sight import View, afterwards, view
from services.enrolment.application.submission import own, wishes_of
from services.enrolment.application.unit import Unit
from services.enrolment.domain.standing import State


def change(unit: Unit, ask: ChangeApplication) -> Application:
    """Let the family ask for something else where it was told to; the rest of the application stays as it is.

    Raises NotFound (not a guardian's of the child; no such club for the grade), Conflict (nothing was returned: shows
    what stands), InvalidRequest (what was returned is asked for no more, something else is; no care on a day).
    """
    child = own(unit, _whose(unit, ask.application_id), unit.hold_child)  # held first, as news of a child does
    found = view(unit, unit.taken_in_hand(ask.application_id), hold=True)
    if "change" not in found.application.actions:
        raise refusals.nothing_returned(found.application)
    returned = [part.kind for part in found.application.parts if State(part.state) is State.RETURNED]
    if wrong := _not_returned(ask, returned):
        raise refusals.not_returned(wrong)
    if missing := _no_longer_asked(ask, returned):
        raise refusals.still_to_ask(missing)
    term = unit.term_of(ask.application_id)
    if term is None:
        raise refusals.nothing_on_offer()
    wishes = wishes_of(ask.care_weekdays, ask.club_ids, unit.offered(term.name, child.grade))
    unit.ask_instead(ask.application_id, tuple(returned), wishes)
    changed = unit.application(ask.application_id)
    assert changed is not None, "it is held"
    follow_up(unit, [_again(unit, found, changed, kind) for kind in returned])
    unit.audit("change", "application", ask.application_id, changed.pupil_id)
    return afterwards(unit, ask.application_id)


def _whose(unit: Unit, application_id: str) -> str:
    application = unit.application(application_id)
    if application is None:
        raise NotFound
    return application.pupil_id


def _again(unit: Unit, found: View, changed: Application, kind: OfferingKind) -> Moved:
    action = Resubmit(facts=facts_of(changed.places))
    case = found.chains.advanced(found.cases[kind], action, unit.actor.person_id)
    return Moved(application=changed, kind=kind, changed=case)


def _not_returned(ask: ChangeApplication, returned: list[OfferingKind]) -> list[OfferingKind]:
    return [kind for kind in _asked(ask) if kind not in returned]


def _no_longer_asked(ask: ChangeApplication, returned: list[OfferingKind]) -> list[OfferingKind]:
    return [kind for kind in returned if kind not in _asked(ask)]


def _asked(ask: ChangeApplication) -> list[OfferingKind]:
    asked = {OfferingKind.BASIC_CARE: bool(ask.care_weekdays), OfferingKind.CLUB: bool(ask.club_ids)}
    return [kind for kind, wanted in asked.items() if wanted]
