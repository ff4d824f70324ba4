"""Submission: a guardian asks what is on offer for a child, and applies (E3)."""

from collections.abc import Callable, Sequence
from datetime import date

from contracts.enrolment.application import Application, ApplicationSubmitted, Apply
from contracts.enrolment.offering import ListOfferings, OfferedTerm, Offering, Offerings
from contracts.enrolment.part import ApplicationState
from contracts.errors import Conflict, NotFound
from services.enrolment.application import refusals
from services.enrolment.application.beginning import Beginning, begin_cases
from services.enrolment.application.calendar import school_calendar
from services.enrolment.application.sight import afterwards
from services.enrolment.application.unit import Child, TermOnOffer, Unit
from services.enrolment.domain.first_day import first_day
from services.enrolment.domain.wish import Wish, care_wishes, club_wishes, days_without_care


def read_offerings(unit: Unit, ask: ListOfferings) -> Offerings:
    """Return what the guardian may apply for on behalf of this child; nothing while no term is open."""
    child, terms = own(unit, ask.pupil_id, unit.child), unit.terms_on_offer()
    term = unit.term_of(ask.application_id) if ask.application_id else _asked_for(terms, ask.programme_id)
    if term is None:
        return Offerings(pupil_id=child.pupil_id, term="", offerings=())
    return Offerings(
        pupil_id=child.pupil_id, term=term.name, offerings=unit.offered(term.name, child.grade),
        opens_at=term.opens_at, closes_on=term.closes_on, closed=closed(unit, term), programme_id=term.programme_id,
        terms=tuple(OfferedTerm(programme_id=one.programme_id, term=one.name) for one in terms),
    )


def apply(unit: Unit, ask: Apply) -> Application:
    """Keep a family's application and let it set out on the school's chain; no place is taken yet.

    Raises NotFound (not their child; no such term; no such club), InvalidRequest (nothing asked, no care on a day),
    Conflict (an application of this child is open; too early or too late; the school has not said who decides).
    """
    child = own(unit, ask.pupil_id, unit.hold_child)
    if (term := _asked_for(unit.terms_on_offer(), ask.programme_id)) is None:
        raise refusals.nothing_on_offer()
    if words := closed(unit, term):
        raise Conflict(words)
    wishes = wishes_of(ask.care_weekdays, ask.club_ids, unit.offered(term.name, child.grade))
    new = submitted(unit, child, term.name)
    if not unit.submit(new, wishes):
        raise refusals.already_applied(unit.open_of(child.pupil_id, term.name))
    unit.emit_all((submission(unit, new, wishes, term),))
    unit.audit("apply", "application", new.application_id, child.pupil_id)
    set_out(unit, new.application_id, child)
    return afterwards(unit, new.application_id)


def _asked_for(terms: Sequence[TermOnOffer], programme_id: str | None) -> TermOnOffer | None:
    """Return the term that is asked for, the first where none is named; raise NotFound for one that is not there."""
    if programme_id is None:
        return terms[0] if terms else None
    found = next((term for term in terms if term.programme_id == programme_id), None)
    if found is None:
        raise NotFound
    return found


def closed(unit: Unit, term: TermOnOffer) -> str | None:
    """Return why nobody can apply for the term at this moment; nothing while they can."""
    if unit.now < term.opens_at:
        return refusals.not_yet(term.opens_at.astimezone(unit.local_now.tzinfo))
    return refusals.no_longer(term.closes_on) if term.closes_on and unit.today > term.closes_on else None


def set_out(unit: Unit, application_id: str, child: Child) -> None:
    """Let a case begin for each kind of service asked for."""
    application = unit.application(application_id)
    assert application is not None, "just kept"
    chains = {part.kind: unit.chain(part.kind) for part in application.parts}
    begun = [
        Beginning(application=application, child=child, kind=kind, chain=chain)
        for kind, chain in chains.items() if chain is not None
    ]
    if len(begun) < len(chains):
        raise refusals.no_chain([kind for kind, chain in chains.items() if chain is None])
    begin_cases(unit, begun)


def own(unit: Unit, pupil_id: str, known: Callable[[str], Child | None]) -> Child:
    """Return the actor's own child as the house knows them; raise NotFound for any other."""
    child = known(pupil_id) if unit.actor.child(pupil_id) else None
    if child is None:
        raise NotFound
    return child


def wishes_of(care_weekdays: Sequence[int], club_ids: Sequence[str], offered: Sequence[Offering]) -> tuple[Wish, ...]:
    """Return the places asked for, of those that are open to the child."""
    if not care_weekdays and not club_ids:
        raise refusals.nothing_asked()
    if days := days_without_care(care_weekdays, offered):
        raise refusals.no_care_on(days)
    return (*care_wishes(care_weekdays, offered), *_chosen_clubs(club_ids, offered))


def _chosen_clubs(club_ids: Sequence[str], offered: Sequence[Offering]) -> tuple[Wish, ...]:
    """Return the clubs asked for; raise NotFound for one that is not open to the child."""
    if len(set(club_ids)) < len(club_ids):
        raise refusals.one_club_twice()
    wishes = club_wishes(club_ids, offered)
    if len(wishes) < len(club_ids):
        raise NotFound
    return wishes


def submitted(unit: Unit, child: Child, term: str) -> Application:
    """Return a new application of the actor's for this child and term."""
    return Application(
        application_id=unit.new_id(),
        pupil_id=child.pupil_id,
        class_id=child.class_id,
        applicant_id=unit.actor.person_id,
        state=ApplicationState.SUBMITTED,
        submitted_at=unit.now,
        places=(),
        term=term,
    )


def submission(
    unit: Unit, application: Application, wishes: Sequence[Wish], term: TermOnOffer
) -> ApplicationSubmitted:
    """Return the news of an application; its first day is known once the calendar is."""
    weekdays = {day for wish in wishes for day in wish.weekdays}
    return ApplicationSubmitted(
        application_id=application.application_id,
        pupil_id=application.pupil_id,
        class_id=application.class_id,
        applicant_id=application.applicant_id,
        offering_ids=tuple(wish.offering_id for wish in wishes),
        first_day=_first_day(unit, term, weekdays),
    )


def _first_day(unit: Unit, term: TermOnOffer, weekdays: set[int]) -> date | None:
    published = unit.calendar()
    return first_day(school_calendar(published), max(unit.today, term.first_day), weekdays) if published else None
