"""Sight: applications as one person may see them, with what they may do; for anyone else they are not there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from contracts.actor import Actor, Role
from contracts.enrolment.application import Application
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import Part
from contracts.errors import NotFound
from services.enrolment.application.chains import Chains, chains_of
from services.enrolment.application.unit import Unit
from services.enrolment.domain.standing import Bond, State, actions

RUN_SCHOOL = frozenset({Role.ACADEMIC_OFFICE, Role.AFTER_SCHOOL_OFFICE, Role.PRINCIPAL})
"""Who is answerable for the after-school service of the whole school."""


@dataclass(frozen=True, kw_only=True)
class View:
    """An application as the actor sees it, the case of each of its parts, and what it takes to move them.

    `has_it`: a colleague has asked the actor to see it first, or the actor a colleague.
    """

    application: Application
    bond: Bond
    cases: Mapping[OfferingKind, str]
    chains: Chains
    has_it: bool

    @property
    def there(self) -> bool:
        """Say whether the application exists for the actor: by what they are to it, or because it waits for them."""
        return self.bond.may_see or self.has_it or any(part.mine for part in self.application.parts)


def view(unit: Unit, application: Application | None, *, hold: bool = False) -> View:
    """Return the actor's view of an application; its cases held, if so asked. Raises NotFound."""
    if application is None or not (found := views(unit, [application], hold=hold)[0]).there:
        raise NotFound
    return found


def views(unit: Unit, applications: Sequence[Application], *, hold: bool = False) -> list[View]:
    """Return the actor's view of each application, in as many queries for fifty as for one."""
    cases = unit.cases_of([one.application_id for one in applications])
    case_ids = [case_id for own in cases.values() for case_id in own.values()]
    chains = chains_of(unit, unit.in_hand(case_ids) if hold else unit.look_at(case_ids))
    return [_view(unit.actor, one, chains, cases[one.application_id]) for one in applications]


def afterwards(unit: Unit, application_id: str) -> Application:
    """Return an application as it is now, to whoever has just changed it."""
    application = unit.application(application_id)
    assert application is not None, "it has just been changed"
    return views(unit, [application])[0].application


def bond(actor: Actor, application: Application) -> Bond:
    """Return what the actor is to the application: by the child and by the class, as directory vouches now."""
    return Bond(
        guards_child=actor.child(application.pupil_id) is not None,
        heads_class=actor.heads(application.class_id),
        runs_school=bool(actor.roles() & RUN_SCHOOL),
        applied=actor.person_id == application.applicant_id,
    )


def _view(actor: Actor, application: Application, chains: Chains, cases: Mapping[OfferingKind, str]) -> View:
    parts = tuple(_placed(part, chains, cases.get(part.kind), actor) for part in application.parts)
    tie, turn, me = bond(actor, application), any(part.mine for part in parts), actor.person_id
    has_it = any(part.prepare for part in parts) or any(chains.lent(case_id, me) for case_id in cases.values())
    may = actions(
        State(application.state), [State(part.state) for part in parts], tie, turn=turn,
        hands=turn or has_it or any(chains.oversees(case_id, me) for case_id in _running(cases, parts)),
    )
    return View(
        application=replace(application, parts=parts, actions=may), bond=tie, cases=cases, chains=chains,
        has_it=has_it,
    )


def _running(cases: Mapping[OfferingKind, str], parts: Sequence[Part]) -> list[str]:
    return [cases[part.kind] for part in parts if part.step is not None]


def _placed(part: Part, chains: Chains, case_id: str | None, actor: Actor) -> Part:
    """Return the part with the step that it waits at, and whether it waits for the actor."""
    if case_id is None or (step := chains.held[case_id].case.step) is None:
        return part
    due = min((task.due for task in chains.held[case_id].case.tasks if task.open and task.due), default=None)
    return replace(
        part, step=chains.definition(case_id).step(step).name, due=due,
        mine=bool(chains.tasks_for(case_id, actor.person_id)),
        prepare=bool(chains.tasks_to_prepare(case_id, actor.person_id)),
    )
