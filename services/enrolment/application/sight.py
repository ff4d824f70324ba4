"""Sight: an application as one person may see it, with what they may do; for anyone else it is not there."""

from dataclasses import replace

from contracts.actor import Actor
from contracts.enrolment.application import Application
from contracts.errors import NotFound
from services.enrolment.domain.standing import Bond, State, actions


def bond(actor: Actor, application: Application) -> Bond:
    """Return what the actor is to the application: by the child and by the class, as directory vouches now."""
    return Bond(
        guards_child=actor.child(application.pupil_id) is not None,
        heads_class=actor.heads(application.class_id),
        applied=actor.person_id == application.applicant_id,
    )


def seen(actor: Actor, application: Application | None) -> Application:
    """Return the application with the actor's actions; raise NotFound if it is not for their eyes."""
    if application is None or not (tie := bond(actor, application)).may_see:
        raise NotFound
    return replace(application, actions=actions(State(application.state), tie))
