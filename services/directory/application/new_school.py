"""Opening a school: it is known, and the first person of its academic office has a card; the rest is theirs to do."""

from typing import Protocol

from contracts.actor import STAFF, Grant, Role
from contracts.directory.new_school import OpenDistrict, OpenSchool, SchoolOpened
from contracts.directory.school import School, StaffGranted
from contracts.errors import Conflict, InvalidRequest, NotFound
from engines.schooldays import CalendarContradicts
from services.directory.application.cards.card import Addressee
from services.directory.application.cards.new_card import CARD_DAYS, new_card
from services.directory.application.cards.unit import CardUnit
from services.directory.application.rolls.roll import Roll, RollCalendar, RollColleague, RollDistrict, RollSchool
from services.directory.application.rolls.take_in import take_in_district
from services.directory.application.rosters.opening import know_people
from services.directory.application.rosters.unit import RosterUnit
from services.directory.application.unit import Unit
from services.directory.domain.roster.phone import read_phone
from services.directory.domain.roster.unreadable import Unreadable

_OFFICE = Grant(role=Role.ACADEMIC_OFFICE)


class NewSchoolUnit(RosterUnit, CardUnit, Protocol):
    """What opening a school can reach."""


class PlatformUnit(Unit, Protocol):
    """What anybody may know of districts and schools."""

    def district_of(self, code: str) -> str | None:
        """Return the id of the district of a code."""


def open_district(unit: Unit, ask: OpenDistrict, district_id: str) -> None:
    """Let the new district be known, and its calendar be announced. Raises InvalidRequest."""
    calendar = RollCalendar(
        calendar_id=unit.new_id(), terms=ask.terms, marked=ask.marked, provisional_from=ask.provisional_from,
        seasons=ask.seasons,
    )
    district = RollDistrict(district_id=district_id, code=ask.code, name=ask.name)
    roll = Roll(district=district, calendar=calendar, password_hash="", officers=(), people=(), schools=())
    try:
        take_in_district(unit, roll)
    except CalendarContradicts as problem:
        raise _refused("terms", str(problem)) from problem


def place_of(unit: PlatformUnit, ask: OpenSchool) -> tuple[str, str | None]:
    """Return the ids of the district and of the school, if that is known. Raises NotFound, Conflict."""
    district_id, stands = unit.district_of(ask.district), unit.school(ask.code)
    if district_id is None:
        raise NotFound(f"没有代码是 {ask.district} 的区县，请先开通区县。")
    if stands and not _is_the_same(stands, ask, district_id):
        raise Conflict(f"代码 {ask.code} 已经是另一所学校的了，请换一个代码。")
    return district_id, stands.school_id if stands else None


def open_school(unit: NewSchoolUnit, ask: OpenSchool, district_id: str, school_id: str) -> SchoolOpened:
    """Let the school be known, the person be of its academic office, and have a card. Raises InvalidRequest."""
    phone = _phone(ask.phone)
    unit.keep_schools([RollSchool(
        school_id=school_id, code=ask.code, name=ask.name, stage=ask.stage, classes=(), staff=(), pupils=()
    )])
    unit.hold_school()
    person_id = _known(unit, ask.person, phone)
    _join_the_office(unit, person_id, school_id)
    addressee = Addressee(person_id=person_id, name=ask.person, phone=phone, has_account=False)
    code, kept = new_card(unit, addressee, sheet_id=school_id, district_id=district_id)
    unit.keep_cards([kept])
    return SchoolOpened(school_id=school_id, card=code, days=CARD_DAYS)


def _is_the_same(stands: School, ask: OpenSchool, district_id: str) -> bool:
    return (stands.district_id, stands.name, stands.stage) == (district_id, ask.name, ask.stage)


def _phone(typed: str) -> str:
    try:
        return read_phone(typed)
    except Unreadable as problem:
        raise _refused("phone", f"{problem.what}。{problem.remedy}。") from problem


def _known(unit: NewSchoolUnit, name: str, phone: str) -> str:
    """Return the id of the person, known from now on. Raises InvalidRequest for a number of somebody else's."""
    known = unit.known_people([phone]).get(phone)
    if known and known.name != name:
        raise _refused("phone", "这个号码已经登记给姓名不同的另一个人，请核对姓名和号码。")
    return know_people(unit, [(phone, name)])[phone]


def _join_the_office(unit: NewSchoolUnit, person_id: str, school_id: str) -> None:
    held = {actor.school_id: actor.grants for actor in unit.standing(person_id).actors}.get(school_id, ())
    if _OFFICE.role in {grant.role for grant in held}:
        return
    staff_id = next((one.staff_id for one in unit.standing_staff() if one.person_id == person_id), unit.new_id())
    grants = (*(grant for grant in held if grant.role in STAFF), _OFFICE)
    unit.keep_staff([RollColleague(staff_id=staff_id, person_id=person_id, grants=grants)])
    unit.emit(StaffGranted(grant_list_id=staff_id, person_id=person_id, grants=grants))


def _refused(field: str, words: str) -> InvalidRequest:
    return InvalidRequest(details={"fields": {field: [words]}})
