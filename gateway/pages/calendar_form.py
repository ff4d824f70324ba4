"""What every form about a calendar does: it is sent, the change stands, or it comes back with what would pass."""

from typing import Any, Protocol

from flask import Response, flash

from contracts.actor import Actor
from contracts.call import Call
from contracts.errors import Conflict, ServiceError
from gateway import here, view
from gateway.forms.form import Form

VERSION = "version"


class Stated(Protocol):
    """A calendar as it stands; its version grows with each change."""

    @property
    def version(self) -> int:
        """Return which one it is."""


class Office(Protocol):
    """Who looks after a calendar: a school's academic office, or a district's."""

    @property
    def actor(self) -> Actor:
        """Return who acts."""

    @property
    def whose(self) -> str:
        """Return what the calendar is called."""

    @property
    def address(self) -> str:
        """Return the page where the calendar is looked after."""

    def calendar(self) -> Stated:
        """Return the calendar as it stands."""


def changed(office: Office, call: Call[Any, Any], form: Form[Any]) -> Response:
    """Let the change stand and go back to the calendar, or show the form again."""
    try:
        here.houses().ask(call, form.load(), office.actor, key=form.key)
    except ServiceError as problem:
        return _again(office, form.refused(problem))
    flash("校历已更新，作业和课后服务按新的校历计算", "done")
    return view.go_to(office.address)


def page(office: Office, form: Form[Any]) -> Response:
    """Show the form."""
    return view.form_page("calendar_change.html", form, back=office.address, whose=office.whose)


def _again(office: Office, form: Form[Any]) -> Response:
    """Show the refused form; after somebody else's change it is about the calendar as it stands now."""
    here.houses().patience.shorten()
    if isinstance(form.problem, Conflict):
        try:
            form.given = form.given.copy()
            form.given[VERSION] = str(office.calendar().version)
        except ServiceError:
            return view.returned(form)
    return page(office, form)
