"""Announcing: a programme that holds to every norm becomes what families may apply for (E2)."""

from datetime import datetime

from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.programme import AnnounceProgramme, Placing, Programme, ProgrammeAnnounced, ProgrammeState
from contracts.errors import InvalidRequest, NotFound
from services.enrolment.application.programme import refusals
from services.enrolment.application.programme.judging import judgement_of, refuse_what_stands_in_the_way
from services.enrolment.application.programme.reading import afterwards
from services.enrolment.application.refusals import no_chain
from services.enrolment.application.unit import Unit
from services.enrolment.domain.kept_judgement import KeptJudgement


def announce_programme(unit: Unit, ask: AnnounceProgramme) -> Programme:
    """Announce a programme, or, once it is, say otherwise when families may apply, and write another letter.

    Families are told when it is new to them. Raises NotFound, InvalidRequest, RuleRefused, Conflict (changed meanwhile;
    nothing in it; booked twice; the school has not said who decides).
    """
    programme = unit.take_programme(ask.programme_id)
    if programme is None:
        raise NotFound
    if programme.sequence != ask.sequence + 1:
        raise refusals.changed_meanwhile()
    if unit.draw_of(programme.programme_id):
        raise refusals.list_is_closed()
    opens_at = datetime.combine(ask.opens_on, ask.opens_at, unit.local_now.tzinfo)
    _refuse_unclear_window(unit, programme, ask)
    _refuse_what_cannot_be_applied_for(unit, programme)
    judgement = judgement_of(unit, programme)
    refuse_what_stands_in_the_way(judgement)
    under = KeptJudgement.of(judgement.judged, judgement.editions)
    unit.announce(ask, opens_at, under)
    unit.audit("announce_programme", "programme", programme.programme_id)
    if (programme.state, programme.opens_at, programme.closes_on) != (
        ProgrammeState.ANNOUNCED, opens_at, ask.closes_on
    ):
        unit.emit_all((_news(programme, opens_at, ask),))
    return afterwards(unit, programme.programme_id)


def _news(programme: Programme, opens_at: datetime, ask: AnnounceProgramme) -> ProgrammeAnnounced:
    grades = sorted({grade for offering in programme.offerings for grade in offering.grades})
    return ProgrammeAnnounced(
        programme_id=programme.programme_id, first_day=programme.first_day, last_day=programme.last_day,
        grades=tuple(grades), opens_at=opens_at, closes_on=ask.closes_on,
    )


def _refuse_unclear_window(unit: Unit, programme: Programme, ask: AnnounceProgramme) -> None:
    if ask.opens_on > programme.last_day:
        raise InvalidRequest(details={"fields": {"opens_on": [refusals.after_term(programme.last_day)]}})
    if ask.closes_on is not None and ask.closes_on < max(ask.opens_on, unit.today):
        raise InvalidRequest(details={"fields": {"closes_on": [refusals.over_before(max(ask.opens_on, unit.today))]}})
    if ask.closes_on is None and ask.placing is Placing.DRAW:
        raise InvalidRequest(details={"fields": {"closes_on": [refusals.DRAW_NEEDS_AN_END]}})
    if ask.closes_on is not None and ask.closes_on > programme.last_day:
        raise InvalidRequest(details={"fields": {"closes_on": [refusals.after_term(programme.last_day)]}})


def _refuse_what_cannot_be_applied_for(unit: Unit, programme: Programme) -> None:
    kinds = {offering.sort.kind for offering in programme.offerings}
    if not kinds:
        raise refusals.nothing_in_it()
    if missing := [kind for kind in OfferingKind if kind in kinds and unit.chain(kind) is None]:
        raise no_chain(missing)
