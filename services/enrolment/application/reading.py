"""Reading: guardians see their children's applications, staff what they decide or answer for; who read is kept."""

from dataclasses import replace

from contracts.actor import Actor, Role
from contracts.enrolment.application import Application, Applications, ListApplications, ReadApplication
from services.enrolment.application.chains import posts_of, stand_ins_of
from services.enrolment.application.fees import fees_of
from services.enrolment.application.sight import RUN_SCHOOL, view, views
from services.enrolment.application.unit import Unit
from services.enrolment.application.way import with_way


def read(unit: Unit, ask: ReadApplication) -> Application:
    """Return one application with its way, and to a guardian with what its places cost.

    Raises NotFound if it is not for the asker's eyes.
    """
    found = view(unit, unit.application(ask.application_id))
    if found.bond.guards_child:
        return replace(with_way(unit, found), fees=fees_of(unit, ask.application_id))
    unit.audit("read", "application", found.application.application_id, found.application.pupil_id)
    return with_way(unit, found)


def read_page(unit: Unit, ask: ListApplications) -> Applications:
    """Return a page of what the asker may see, or of what waits for them, and with it what they may do."""
    found = _waiting(unit, ask) if ask.waiting_only else _all(unit, ask)
    if unit.actor.roles() & RUN_SCHOOL:
        unit.audit("read_applications", "school", str(unit.actor.school_id))
    for class_id in _headed(unit.actor):
        unit.audit("read_applications", "class", class_id)
    return Applications(applications=tuple(found))


def _waiting(unit: Unit, ask: ListApplications) -> list[Application]:
    for_whom = [person for person, stand_in in stand_ins_of(unit).items() if stand_in == unit.actor.person_id]
    posts = {*posts_of(unit.actor), *unit.posts_held(for_whom)}
    names = [unit.actor.person_id, *for_whom, *sorted(posts)]
    shown = (one.application for one in views(unit, unit.waiting_for(names, ask.before)))
    return [one for one in shown if "decide" in one.actions or any(part.prepare for part in one.parts)]


def _all(unit: Unit, ask: ListApplications) -> list[Application]:
    page = unit.page(
        pupil_ids=[grant.pupil_id for grant in unit.actor.children() if grant.pupil_id],
        class_ids=_headed(unit.actor), whole_school=bool(unit.actor.roles() & RUN_SCHOOL), before=ask.before,
    )
    return [one.application for one in views(unit, page)]


def _headed(actor: Actor) -> list[str]:
    return [grant.class_id for grant in actor.grants if grant.role is Role.HEAD_TEACHER and grant.class_id]
