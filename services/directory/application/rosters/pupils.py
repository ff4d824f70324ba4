"""A roster of pupils: what it would do, and taking it in."""

from collections.abc import Sequence
from datetime import date

from contracts.directory.roster import RosterMove
from contracts.directory.school import GuardianshipChanged, PupilPlaced
from contracts.errors import InvalidRequest
from services.directory.application.rosters.book import classes_of, grades_of
from services.directory.application.rosters.kept import KeptGuardians, KeptPupil
from services.directory.application.rosters.opening import know_people, open_classes
from services.directory.application.rosters.unit import RosterUnit
from services.directory.domain.roster.cell import Line
from services.directory.domain.roster.change import Change
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.judged import Judged
from services.directory.domain.roster.pupil_plan import PupilChange, PupilPlan, plan_pupils
from services.directory.domain.roster.pupil_row import PupilRow
from services.directory.domain.roster.pupil_sheet import COLUMNS, REQUIRED, judge_pupils
from services.directory.domain.roster.seats import ClassFull, Seats
from services.directory.domain.roster.standing import Standing
from services.directory.domain.roster.whole import Whole

_PLACED_ANEW = (Change.NEW, Change.MOVED, Change.LEFT)


class PupilBook:
    """Rosters of pupils."""

    columns, required, wanted = COLUMNS, REQUIRED, "“姓名”和“班级”"

    def judge(self, lines: Sequence[Line], header: Header, today: date) -> Judged[PupilRow]:
        """Return what a sheet says."""
        return judge_pupils(lines, header, today)

    def plan(self, unit: RosterUnit, judged: Judged[PupilRow], whole: Whole) -> PupilPlan:
        """Return what taking it in would do at this moment."""
        standing = Standing(
            grades=grades_of(unit), classes=frozenset(classes_of(unit)), pupils=unit.standing_pupils(),
            people=unit.known_people([one.phone for row in judged.rows for one in row.guardians]),
            numbered=unit.numbered_pupils([row.student_number for row in judged.rows if row.student_number]),
        )
        return plan_pupils(judged, standing, whole)

    def take_in(self, unit: RosterUnit, plan: PupilPlan) -> None:
        """Let it stand, and announce what is news."""
        changes = [change for change in plan.changes if change.change is not Change.UNCHANGED]
        class_ids = open_classes(unit, plan.opened)
        guardians = [one for change in changes if change.row for one in change.row.guardians]
        people = know_people(unit, ((one.phone, one.name) for one in guardians))
        ids = [change.stands.pupil_id if change.stands else unit.new_id() for change in changes]
        seats = _seats(unit, plan)
        kept = [_kept(change, pupil_id, class_ids, seats) for change, pupil_id in zip(changes, ids, strict=True)]
        named = [
            KeptGuardians(
                pupil_id=pupil_id,
                guardians=[(people[one.phone], str(one.relation)) for one in change.row.guardians],
            )
            for change, pupil_id in zip(changes, ids, strict=True) if change.row and change.row.guardians
        ]
        unit.keep_roster_pupils(kept)
        unit.emit_all(
            PupilPlaced(pupil_id=one.pupil_id, class_id=one.class_id, seat_number=one.seat_number)
            for change, one in zip(changes, kept, strict=True) if change.change in _PLACED_ANEW
        )
        _let_guard(unit, named)
        unit.audit_pupils("take_in_roster", ids)

    def move(self, change: PupilChange) -> RosterMove:
        """Return a change as people read it."""
        was, becomes = (key.name if key else "" for key in (change.was, change.becomes))
        return RosterMove(change=change.change, name=change.name, was=was, becomes=becomes, what=change.what)


def _seats(unit: RosterUnit, plan: PupilPlan) -> Seats:
    """Return what is taken by those who stay where they are."""
    going = {change.stands.pupil_id for change in plan.changes if change.stands and change.change in _PLACED_ANEW}
    return Seats(
        (pupil.class_key, pupil.seat_number) for pupil in unit.standing_pupils()
        if pupil.class_key and pupil.seat_number and pupil.pupil_id not in going
    )


def _kept(change: PupilChange, pupil_id: str, class_ids: dict[ClassKey, str], seats: Seats) -> KeptPupil:
    row, key = change.row, change.becomes
    if row is None or key is None:
        return KeptPupil(pupil_id=pupil_id, name=change.name, class_id=None, seat_number=None)
    stays = change.stands if change.change is Change.CHANGED else None
    try:
        seat = stays.seat_number if stays and stays.seat_number else seats.give(key)
    except ClassFull as full:
        raise InvalidRequest(f"{full.key.name}超过 99 人，座号不够用。请核对名册里的班级。") from full
    return KeptPupil(
        pupil_id=pupil_id, name=row.name, class_id=class_ids[key], seat_number=seat,
        student_number=row.student_number, born_on=row.born_on, left_behind=row.left_behind, migrant=row.migrant,
    )


def _let_guard(unit: RosterUnit, named: Sequence[KeptGuardians]) -> None:
    """Let these be the guardians; whose are others now is announced."""
    ids = [one.pupil_id for one in named]
    before = unit.guardian_ids(ids)
    unit.keep_roster_guardians(named)
    unit.emit_all(
        GuardianshipChanged(pupil_id=pupil_id, guardian_ids=guardian_ids)
        for pupil_id, guardian_ids in unit.guardian_ids(ids).items()
        if set(guardian_ids) != set(before.get(pupil_id, ()))
    )
