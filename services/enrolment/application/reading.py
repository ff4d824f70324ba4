"""Reading: guardians see their children's applications, head teachers their class's; who read which child is kept."""

from contracts.actor import Role
from contracts.enrolment.application import Application, Applications, ListApplications, ReadApplication
from services.enrolment.application.sight import bond, seen
from services.enrolment.application.unit import Unit


def read(unit: Unit, ask: ReadApplication) -> Application:
    """Return one application; raise NotFound if it is not for the asker's eyes."""
    application = seen(unit.actor, unit.application(ask.application_id))
    if not bond(unit.actor, application).guards_child:
        unit.audit("read", "application", application.application_id, application.pupil_id)
    return application


def read_page(unit: Unit, ask: ListApplications) -> Applications:
    """Return a page of what the asker may see, and with it what they may do."""
    class_ids = [g.class_id for g in unit.actor.grants if g.role is Role.HEAD_TEACHER and g.class_id]
    page = unit.page(
        pupil_ids=[grant.pupil_id for grant in unit.actor.children() if grant.pupil_id],
        class_ids=class_ids,
        waiting_only=ask.waiting_only,
        before=ask.before,
    )
    for class_id in class_ids:
        unit.audit("read_applications", "class", class_id)
    return Applications(applications=tuple(seen(unit.actor, application) for application in page))
