"""粘贴: a programme's offerings out of Excel or WPS: looked at row by row first, then written in one go (E8, E9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Response, flash, request

from contracts.enrolment.many_offerings import MOST_ROWS, WRITE_OFFERINGS, WriteOfferings
from contracts.enrolment.planned import SORT_LABELS
from contracts.enrolment.programme import PROGRAMME_OFFICE, Programme
from contracts.errors import Conflict, InvalidRequest, ServiceError
from contracts.fields import Text, WholeNumber
from contracts.message import Message, of
from gateway import here, view
from gateway.access import may
from gateway.forms.form import Form
from gateway.forms.plain import Given
from gateway.forms.questions import Questions
from gateway.language import phrase
from gateway.pages.programme import ADDRESS, named, read
from gateway.pages.rules_desk import Desk, desk, stay
from gateway.pasted.row import Known, Row, Standing, people_by_name, refused, understood
from gateway.pasted.table import NoHeadings, lines_of
from gateway.roll import UNHEARD, Roll

page = Blueprint("programme_paste", __name__)
page.url_defaults(stay)
LONGEST = 30_000
_TABLE, _SEQUENCE, _AGREED = "table", "sequence", "agreed"


class PastedTable(Message):
    """The form: a table as it was pasted; the programme's number, and how many rows would be written, as looked at."""

    table: str = of(Text(shortest=1, longest=LONGEST, metadata={
        "label": "从表格粘贴", "widget": "textarea",
        "hint": "在 Excel 或 WPS 里连表头一起选中，复制，粘贴到这里",
    }))
    sequence: int = of(WholeNumber(least=0), default=0)
    agreed: int = of(WholeNumber(least=0), default=0)


@dataclass(frozen=True, kw_only=True)
class Look:
    """What was made of a pasted table, and against which programme."""

    programme: Programme
    names: Roll
    rows: Sequence[Row]

    @property
    def to_write(self) -> list[Row]:
        """Return the rows by which anything changes."""
        return [one for one in self.rows if one.offering and one.standing is not Standing.SAME]

    @property
    def bad(self) -> list[Row]:
        """Return the rows with which something is wrong."""
        return [one for one in self.rows if one.offering is None]

    @property
    def same(self) -> list[Row]:
        """Return the rows that stand in the programme as they are."""
        return [one for one in self.rows if one.offering and one.standing is Standing.SAME]


def sent_form(programme_id: object) -> Form[PastedTable]:
    """Return the form as sent."""
    return _form(request.form)


@page.get(f"{ADDRESS}/paste")
@may(*PROGRAMME_OFFICE)
def ask(programme_id: object) -> Response:
    """Ask for a table."""
    at = desk(*PROGRAMME_OFFICE)
    found = read(at, str(programme_id))
    if not found.sessions:
        return view.go("programme_session.ask_new", programme_id=programme_id)
    return view.form_page("programme_paste.html", _form(Given()), programme=found)


@page.post(f"{ADDRESS}/paste")
@may(*PROGRAMME_OFFICE, form=sent_form, takes_file=True)
def look(programme_id: object) -> Response:
    """Show what each row is taken for, or what is wrong with it; nothing is written."""
    at, form = desk(*PROGRAMME_OFFICE), sent_form(programme_id)
    try:
        return _shown(form, _look(at, programme_id, form))
    except ServiceError as problem:
        return _again(at, programme_id, form.refused(problem))


@page.post(f"{ADDRESS}/paste/write")
@may(*PROGRAMME_OFFICE, form=sent_form, takes_file=True)
def write(programme_id: object) -> Response:
    """Write every row that could be read, all of them or none."""
    at, form = desk(*PROGRAMME_OFFICE), sent_form(programme_id)
    try:
        found = _look(at, programme_id, form)
    except ServiceError as problem:
        return _again(at, programme_id, form.refused(problem))
    try:
        _write(at, form, found)
    except ServiceError as problem:
        return _refused(at, programme_id, form, found, problem)
    flash(phrase("{0} 个项目已经写进方案", len(found.to_write)), "done")
    return view.go("programme.one", programme_id=programme_id)


def _write(at: Desk, form: Form[PastedTable], found: Look) -> None:
    """Write the rows as they were looked at. Raises Conflict where the programme has changed since then."""
    offerings, said = tuple(one.offering for one in found.to_write if one.offering), form.load()
    if not offerings:
        raise Conflict("没有要写的：每一行都已经在方案里，或者有地方要改。")
    if said.sequence == found.programme.sequence and said.agreed != len(offerings):
        raise Conflict("和刚才看的不一样了，请再看一看。")
    ask = WriteOfferings(
        programme_id=found.programme.programme_id, sequence=max(said.sequence, 1), offerings=offerings
    )
    here.houses().ask(WRITE_OFFERINGS, ask, at.actor, key=form.key)


def _refused(at: Desk, programme_id: object, form: Form[PastedTable], found: Look, problem: ServiceError) -> Response:
    """Show the rows with what enrolment has said of them; after somebody else's change, against what stands now."""
    form.refused(problem)
    here.houses().patience.shorten()
    if isinstance(problem, Conflict):
        try:
            found = _look(at, programme_id, form)
        except ServiceError:
            return view.returned(form)
    told = _of_rows(problem)
    rows = {found.to_write[int(place)].number: fields for place, fields in told.items()} if told else {}
    form.errors = {} if told else form.errors
    return _shown(form, Look(
        programme=found.programme, names=found.names,
        rows=[refused(one, rows[one.number]) if one.number in rows else one for one in found.rows],
    ))


def _of_rows(problem: ServiceError) -> Mapping[str, Mapping[str, Sequence[str]]]:
    said = problem.details.get("fields", {}).get("offerings") if isinstance(problem, InvalidRequest) else None
    return said if isinstance(said, dict) else {}


def _look(at: Desk, programme_id: object, form: Form[PastedTable]) -> Look:
    """Return what is made of the table. Raises InvalidRequest where it is none, or too long, or names are silent."""
    form.load()
    found = read(at, str(programme_id))
    names = named(at, found)
    people = {person_id: names.person(person_id) for person_id in found.colleagues}
    if found.colleagues and all(name == UNHEARD for name in people.values()):
        raise Conflict("教职工的姓名暂时读不到，请稍后再试。")
    try:
        lines = lines_of(form.given.get(_TABLE, ""))
    except NoHeadings:
        said = "没有认出表头。第一行要有“名称”，再有“年级”“星期”这样的两列，请连它一起复制。"
        raise _unreadable(said) from None
    if not lines:
        raise _unreadable("表头下面没有内容，请连下面的行一起复制。")
    if len(lines) > MOST_ROWS:
        raise _unreadable(f"一次最多 {MOST_ROWS} 行，请分几次粘贴。")
    return Look(programme=found, names=names, rows=understood(lines, Known(
        programme=found, people=people_by_name(people)
    )))


def _unreadable(said: str) -> InvalidRequest:
    return InvalidRequest(details={"fields": {_TABLE: [said]}})


def _form(given: Given) -> Form[PastedTable]:
    hidden = (_SEQUENCE, _AGREED)
    return Form(Questions(message=PastedTable, title="从 Excel 粘贴", action="先看一看", hidden=hidden), given)


def _again(at: Desk, programme_id: object, form: Form[PastedTable]) -> Response:
    here.houses().patience.shorten()
    try:
        return view.form_page("programme_paste.html", form, programme=read(at, str(programme_id)))
    except ServiceError:
        return view.returned(form)


def _shown(form: Form[PastedTable], found: Look) -> Response:
    shown: dict[str, Any] = {session.session_id: session for session in found.programme.sessions}
    form.given, form.questions = form.given.copy(), replace(form.questions, hidden=(_SEQUENCE, _AGREED, _TABLE))
    form.given[_AGREED] = str(len(found.to_write))
    form.given[_SEQUENCE] = str(found.programme.sequence)
    return view.form_page(
        "programme_paste_look.html", form, programme=found.programme, look=found, sessions=shown, sorts=SORT_LABELS,
        names=found.names,
    )
