"""名单: the children who have a place in an offering, to be ticked on paper, or taken away as a workbook (E10, E12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, make_response, request

from contracts.actor import Actor
from contracts.directory.export import MOST_ALONE
from contracts.directory.pupil_list import (
    MOST_LISTED,
    PUPIL_LIST,
    WRITE_DOWN_PUPILS,
    ListedPupil,
    PupilList,
    ReadPupilList,
    WriteDownPupils,
)
from contracts.enrolment.programme import PROGRAMME_OFFICE
from contracts.enrolment.roster import (
    ROSTER_OF_OFFERING,
    STAFF_OF_SCHOOL,
    OfferingRoster,
    PlacedPupil,
    ReadOfferingRoster,
)
from contracts.errors import Conflict, NotFound, ServiceError
from contracts.fields import Id
from contracts.message import Message, of
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.houses import Later
from gateway.offering_book import name_of, offering_book
from gateway.roll import UNHEARD, Roll, roll
from gateway.workbook import TYPE

page = Blueprint("offering_roster", __name__)
ADDRESS = "/after-school/offerings/<uuid:offering_id>"


class WhatToTake(Message):
    """The form: all children of the offering, or those of one class."""

    class_id: str | None = of(Id(), default=None)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A child on the page."""

    pupil_id: str
    class_id: str
    class_name: str
    seat_number: int | None
    name: str
    weekdays: tuple[int, ...]


def sent_form(offering_id: object) -> Form[WhatToTake]:
    """Return the form that takes the workbook away, as sent."""
    return _form(request.form)


@page.get(ADDRESS)
@may(*STAFF_OF_SCHOOL)
def one(offering_id: object) -> Response:
    """Show who has a place; to the office also who waits."""
    return _page(*_found(offering_id), _form(Given()))


@page.post(f"{ADDRESS}/file")
@may(*PROGRAMME_OFFICE, form=sent_form)
def take(offering_id: object) -> Response:
    """Give the children away as a workbook, counted with all that the asker exports; or say why not."""
    found, actor = _found(offering_id)
    if not found.office:
        raise NotFound
    form = sent_form(offering_id)
    try:
        wanted = _wanted(found, form.load().class_id)
        told = here.houses().ask(WRITE_DOWN_PUPILS, WriteDownPupils(pupil_ids=wanted), actor)
    except ServiceError as problem:
        return _page(found, actor, form.refused(problem))
    days = {one.pupil_id: one.weekdays for one in found.placed}
    content = offering_book(found, here.caller(), [(each, days[each.pupil_id]) for each in told.pupils])
    return _file(content, name_of(found))


def _found(offering_id: object) -> tuple[OfferingRoster, Actor]:
    ask = ReadOfferingRoster(offering_id=str(offering_id))
    return here.houses().first(ROSTER_OF_OFFERING, ask, here.caller().actors(*STAFF_OF_SCHOOL))


def _wanted(found: OfferingRoster, class_id: str | None) -> tuple[str, ...]:
    """Return the children of the file. Raises Conflict where there are more than one file may hold, or none."""
    wanted = tuple(one.pupil_id for one in found.placed if class_id in (None, one.class_id))
    if not wanted:
        raise Conflict("这里还没有学生，没有什么可以导出。")
    if len(wanted) > MOST_ALONE:
        raise Conflict(f"一个文件最多 {MOST_ALONE} 名学生。请按班级分开导出，或者打印名单。")
    return wanted


def _form(given: Given) -> Form[WhatToTake]:
    return Form(Questions(message=WhatToTake, title="名单", action="下载 Excel", hidden=("class_id",)), given)


def _page(found: OfferingRoster, actor: Actor, form: Form[WhatToTake]) -> Response:
    everybody: list[PlacedPupil] = [*found.placed, *found.line]
    heard = _listed(actor, [one.pupil_id for one in everybody])
    people = [one for one in (found.lead_id, found.cover_id) if one]
    names = roll((actor,), person_ids=people, class_ids=[one.class_id for one in everybody])
    known = {each.pupil_id: each for answer in heard if (told := answer.or_none()) for each in told.pupils}
    order = {pupil_id: place for place, pupil_id in enumerate(known)}
    placed = sorted(found.placed, key=lambda one: order.get(one.pupil_id, len(order)))
    lines = [_line(one, known, names) for one in placed]
    return view.form_page(
        "offering_roster.html", form, found=found, names=names, lines=lines, silent=len(known) < len(everybody),
        line=[_line(one, known, names) for one in found.line], classes=_classes(lines), most=MOST_ALONE,
    )


def _listed(actor: Actor, pupil_ids: Sequence[str]) -> list[Later[PupilList]]:
    """Ask directory for the children, as many at once as it tells."""
    parts = [tuple(pupil_ids[first : first + MOST_LISTED]) for first in range(0, len(pupil_ids), MOST_LISTED)]
    return [here.houses().later(PUPIL_LIST, ReadPupilList(pupil_ids=part), actor) for part in parts]


def _line(one: PlacedPupil, known: dict[str, ListedPupil], names: Roll) -> Line:
    said: dict[str, Any] = {"pupil_id": one.pupil_id, "weekdays": one.weekdays}
    if (each := known.get(one.pupil_id)) is None:
        class_name = names.class_name(one.class_id)
        return Line(**said, class_id=one.class_id, class_name=class_name, seat_number=None, name=UNHEARD)
    return Line(
        **said, class_id=one.class_id, class_name=each.class_name, seat_number=each.seat_number, name=each.name
    )


def _classes(lines: Sequence[Line]) -> dict[str, tuple[str, int]]:
    """Return the classes with their names and how many of their children come."""
    found: dict[str, tuple[str, int]] = {}
    for one in lines:
        found[one.class_id] = one.class_name, found.get(one.class_id, ("", 0))[1] + 1
    return found


def _file(content: bytes, name: str) -> Response:
    response = make_response(content)
    response.headers["Content-Type"] = TYPE
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Cache-Control"] = "no-store"
    return response
