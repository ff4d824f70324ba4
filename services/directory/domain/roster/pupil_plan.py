"""Pupil plan: what taking in a file of pupils would do to the school."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from services.directory.domain.roster.change import Change
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.finding import Finding, Force
from services.directory.domain.roster.judged import Judged
from services.directory.domain.roster.pupil_match import PupilMatch
from services.directory.domain.roster.pupil_row import PupilRow
from services.directory.domain.roster.refused_here import guardians_of_before, of_other_grades, under_another_name
from services.directory.domain.roster.shared_phone import Use
from services.directory.domain.roster.standing import Standing, StandingPupil
from services.directory.domain.roster.whole import Whole


@dataclass(frozen=True, kw_only=True)
class PupilChange:
    """`row` is absent for those who leave, `stands` for those who are new. `what` names what changes besides class."""

    change: Change
    row: PupilRow | None = None
    stands: StandingPupil | None = None
    what: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the child's name, as it will stand."""
        return self.row.name if self.row else self.stands.name if self.stands else ""

    @property
    def was(self) -> ClassKey | None:
        """Return the class the child is in now."""
        return self.stands.class_key if self.stands else None

    @property
    def becomes(self) -> ClassKey | None:
        """Return the class the child will be in."""
        return self.row.class_key if self.row else None


@dataclass(frozen=True, kw_only=True)
class PupilPlan:
    """`findings` are all there are, of reading and of comparing; nobody leaves while a row is refused."""

    changes: tuple[PupilChange, ...]
    opened: tuple[ClassKey, ...]
    findings: tuple[Finding, ...]


def plan_pupils(judged: Judged[PupilRow], standing: Standing, whole: Whole) -> PupilPlan:
    """Return the plan; rows that do not fit here are refused by it."""
    header = judged.header
    uses = [
        Use(row=row.row, column=header.column(f"phone{one.place}"), name=one.name, phone=one.phone)
        for row in judged.rows for one in row.guardians
    ]
    grades = ((row.row, header.column("class"), row.class_key.grade) for row in judged.rows)
    here = [*under_another_name(uses, standing.people), *of_other_grades(grades, standing.grades)]
    refused = {finding.row for finding in here}
    match = PupilMatch(standing)
    matched = [(row, match.of(row)) for row in judged.rows if row.row not in refused]
    unfit = [
        *_twice(matched, header.column("student_number", "name")), *guardians_of_before(matched, standing, header)
    ]
    findings = (*judged.findings, *here, *unfit)
    refused |= {finding.row for finding in unfit}
    changes = [_change(row, stands, standing) for row, stands in matched if row.row not in refused]
    if not any(finding.force is Force.REFUSE for finding in findings):
        changes += _leavers(changes, standing.pupils, whole)
    opened = {change.becomes for change in changes if change.becomes} - standing.classes
    alone = _alone_in_a_new_class(changes, opened, header.column("class"))
    return PupilPlan(
        changes=tuple(changes), opened=tuple(sorted(opened)),
        findings=tuple(sorted((*findings, *alone), key=lambda one: (one.row, one.column))),
    )


def _alone_in_a_new_class(
    changes: Sequence[PupilChange], opened: Collection[ClassKey], column: int
) -> Iterable[Finding]:
    """Yield a warning for every class that would be opened for one child: it is mostly a slip of the pen."""
    sizes = Counter(change.becomes for change in changes)
    for change in changes:
        if change.row and change.becomes in opened and sizes[change.becomes] == 1:
            yield Finding(
                row=change.row.row, column=column, what="学校还没有这个班，名册里也只有这一位学生，会新开这个班",
                remedy="请核对班级，写错了就改正", force=Force.WARN,
            )


def _twice(matched: Sequence[tuple[PupilRow, StandingPupil | None]], column: int) -> list[Finding]:
    first: dict[str, int] = {}
    findings = []
    for row, stands in matched:
        if stands and (other := first.setdefault(stands.pupil_id, row.row)) != row.row:
            what = f"与第 {other} 行是学校里的同一位学生"
            findings.append(Finding(row=row.row, column=column, what=what, remedy="请核对后只留正确的一行"))
    return findings


def _change(row: PupilRow, stands: StandingPupil | None, standing: Standing) -> PupilChange:
    if stands is None:
        return PupilChange(change=Change.NEW, row=row)
    what = tuple(_what(row, stands, standing))
    if row.class_key != stands.class_key:
        return PupilChange(change=Change.MOVED, row=row, stands=stands, what=what)
    return PupilChange(change=Change.CHANGED if what else Change.UNCHANGED, row=row, stands=stands, what=what)


def _what(row: PupilRow, stands: StandingPupil, standing: Standing) -> Iterable[str]:
    """Yield what the row says otherwise; what it leaves empty it does not change."""
    if row.name != stands.name:
        yield "姓名"
    if row.student_number and not stands.numbered:
        yield "学籍号"
    if row.born_on not in (None, stands.born_on):
        yield "出生日期"
    if row.left_behind not in (None, stands.left_behind):
        yield "留守儿童"
    if row.migrant not in (None, stands.migrant):
        yield "随迁子女"
    guardians = [(known.person_id if (known := standing.people.get(one.phone)) else "", str(one.relation))
                 for one in row.guardians]
    if guardians and tuple(guardians) != _of_rosters(stands, named={person_id for person_id, _ in guardians}):
        yield "监护人"


def _of_rosters(stands: StandingPupil, named: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return the guardians that are a roster's to say, and those that this one names all the same."""
    return tuple(one for one in stands.guardians if one[0] not in stands.invited or one[0] in named)


def _leavers(
    changes: Sequence[PupilChange], pupils: Iterable[StandingPupil], whole: Whole
) -> Iterable[PupilChange]:
    if whole is Whole.PART:
        return
    seen = {change.stands.pupil_id for change in changes if change.stands}
    classes = {change.becomes for change in changes}
    for pupil in pupils:
        here = pupil.class_key in classes if whole is Whole.CLASSES else pupil.class_key is not None
        if here and pupil.pupil_id not in seen:
            yield PupilChange(change=Change.LEFT, stands=pupil)
