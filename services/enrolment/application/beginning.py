"""Beginning: what families ask for sets out on the way of the school's chain, a case for each kind of service (E4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contracts.enrolment.application import Application
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.place import Place
from engines.approval import Case, Definition, Fact, Held, Start
from services.enrolment.application.chains import chains_of
from services.enrolment.application.outcomes import Moved, follow_up
from services.enrolment.application.unit import Child, Unit
from services.enrolment.domain.posts import places


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """What an application asks of one kind of service, by the chain that decides it."""

    application: Application
    child: Child
    kind: OfferingKind
    chain: Definition


def begin_cases(unit: Unit, begun: Sequence[Beginning]) -> None:
    """Let a case of each begin; where its chain asks nobody, it is decided with that."""
    cases = [_case(unit.new_id(), one) for one in begun]
    unit.begin(cases)
    unit.give_cases([
        (one.application.application_id, one.kind, case.case_id) for one, case in zip(begun, cases, strict=True)
    ])
    chains = chains_of(unit, cases)
    follow_up(unit, [
        Moved(
            application=one.application, kind=one.kind,
            changed=chains.advanced(case.case_id, Start(), one.application.applicant_id),
        )
        for one, case in zip(begun, cases, strict=True)
    ])


def begin_left_over(unit: Unit, kind: OfferingKind, chain: Definition) -> None:
    """Let a case begin for whatever was asked for before the school had a chain for it."""
    waiting = unit.without_case(kind)
    if waiting:
        begin_cases(unit, [
            Beginning(application=application, child=child, kind=kind, chain=chain) for application, child in waiting
        ])


def begin_all_left_over(unit: Unit) -> None:
    """Let a case begin for whatever has none, where the school has a chain for it."""
    unit.hold_chains()
    for kind in OfferingKind:
        if (chain := unit.chain(kind)) is not None:
            begin_left_over(unit, kind, chain)


def facts_of(asked: Sequence[Place]) -> Mapping[str, Fact]:
    """Return what an application says of itself, for a chain to leave a step out by."""
    care = {day for place in asked if place.kind is OfferingKind.BASIC_CARE for day in place.weekdays}
    clubs = sum(place.kind is OfferingKind.CLUB for place in asked)
    return {"applied_by": "guardian", "basic_care_days": len(care), "clubs": clubs}


def _case(case_id: str, one: Beginning) -> Held:
    family, child = frozenset({one.application.applicant_id}), one.child
    case = Case(
        definition=one.kind, version=one.chain.version, applicants=family, own=family,
        facts=facts_of(one.application.places),
    )
    where = places(class_id=one.application.class_id, grade=child.grade, pupil_id=child.pupil_id)
    return Held(case_id=case_id, case=case, places=where)
