"""A roster of the staff: what it would do, and taking it in."""

from collections.abc import Sequence
from datetime import date

from contracts.actor import Grant, Role
from contracts.directory.roster import RosterMove
from contracts.directory.school import StaffGranted
from services.directory.application.rolls.roll import RollColleague
from services.directory.application.rosters.book import classes_of, grades_of, importer_of
from services.directory.application.rosters.opening import know_people, open_classes
from services.directory.application.rosters.unit import RosterUnit
from services.directory.domain.roster.cell import Line
from services.directory.domain.roster.change import Change
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.judged import Judged
from services.directory.domain.roster.staff_plan import StaffChange, StaffPlan, plan_staff
from services.directory.domain.roster.staff_row import StaffRow
from services.directory.domain.roster.staff_sheet import COLUMNS, REQUIRED, judge_staff
from services.directory.domain.roster.standing import Held, Standing
from services.directory.domain.roster.whole import Whole


class StaffBook:
    """Rosters of the staff."""

    columns, required, wanted = COLUMNS, REQUIRED, "“姓名”和“手机号”"

    def judge(self, lines: Sequence[Line], header: Header, today: date) -> Judged[StaffRow]:
        """Return what a sheet says."""
        return judge_staff(lines, header)

    def plan(self, unit: RosterUnit, judged: Judged[StaffRow], whole: Whole) -> StaffPlan:
        """Return what taking it in would do at this moment."""
        standing = Standing(
            grades=grades_of(unit), classes=frozenset(classes_of(unit)), staff=unit.standing_staff(),
            people=unit.known_people([row.phone for row in judged.rows]), numbered={},
        )
        return plan_staff(judged, standing, whole, importer_of(unit))

    def take_in(self, unit: RosterUnit, plan: StaffPlan) -> None:
        """Let it stand, and announce what is news."""
        changes = [change for change in plan.changes if change.change is not Change.UNCHANGED]
        class_ids = open_classes(unit, plan.opened)
        people = know_people(unit, ((change.row.phone, change.row.name) for change in changes if change.row))
        kept = [_kept(unit, change, people, class_ids) for change in changes]
        unit.keep_staff(kept)
        unit.emit_all(
            StaffGranted(grant_list_id=one.staff_id, person_id=one.person_id, grants=one.grants) for one in kept
        )

    def move(self, change: StaffChange) -> RosterMove:
        """Return a change as people read it."""
        return RosterMove(change=change.change, name=change.name)


def _kept(
    unit: RosterUnit, change: StaffChange, people: dict[str, str], class_ids: dict[ClassKey, str]
) -> RollColleague:
    grants = tuple(_grant(held, class_ids) for held in change.held)
    if change.stands:
        return RollColleague(staff_id=change.stands.staff_id, person_id=change.stands.person_id, grants=grants)
    assert change.row is not None, "who is new stands in the file"
    return RollColleague(staff_id=unit.new_id(), person_id=people[change.row.phone], grants=grants)


def _grant(held: Held, class_ids: dict[ClassKey, str]) -> Grant:
    return Grant(
        role=Role(held.role), class_id=class_ids[held.class_key] if held.class_key else None, subject=held.subject,
        grade=held.grade,
    )
