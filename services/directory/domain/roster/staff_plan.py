"""Staff plan: what taking in a file of the staff would do to the school."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.directory.domain.roster.change import Change
from services.directory.domain.roster.class_key import ClassKey
from services.directory.domain.roster.finding import Finding, Force
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.judged import Judged
from services.directory.domain.roster.post import Post
from services.directory.domain.roster.refused_here import of_other_grades, under_another_name
from services.directory.domain.roster.shared_phone import Use
from services.directory.domain.roster.staff_row import StaffRow
from services.directory.domain.roster.standing import Held, Standing, StandingColleague
from services.directory.domain.roster.whole import Whole

_OFFICES = (Post.PRINCIPAL, Post.ACADEMIC_OFFICE)


@dataclass(frozen=True, kw_only=True)
class Importer:
    """Who takes the file in; only a principal makes principals or unmakes them, and nobody their own office."""

    person_id: str
    is_principal: bool


@dataclass(frozen=True, kw_only=True)
class StaffChange:
    """`held` is all that the colleague holds afterwards."""

    change: Change
    row: StaffRow | None = None
    stands: StandingColleague | None = None
    held: tuple[Held, ...] = ()

    @property
    def name(self) -> str:
        """Return the colleague's name."""
        return self.row.name if self.row else self.stands.name if self.stands else ""


@dataclass(frozen=True, kw_only=True)
class StaffPlan:
    """`findings` are all there are, of reading and of comparing; nobody leaves while a row is refused."""

    changes: tuple[StaffChange, ...]
    opened: tuple[ClassKey, ...]
    findings: tuple[Finding, ...]


def plan_staff(judged: Judged[StaffRow], standing: Standing, whole: Whole, importer: Importer) -> StaffPlan:
    """Return the plan; rows that do not fit here are refused by it."""
    header = judged.header
    uses = (Use(row=row.row, column=header.column("phone"), name=row.name, phone=row.phone) for row in judged.rows)
    grades = ((row.row, header.column("classes", "heads"), key.grade) for row in judged.rows for key in _classes(row))
    here = [*under_another_name(uses, standing.people), *of_other_grades(grades, standing.grades)]
    refused = {finding.row for finding in here}
    rows = [row for row in judged.rows if row.row not in refused]
    warned = [] if importer.is_principal else list(_not_by_office(rows, header))
    findings = (*judged.findings, *here, *warned)
    changes = [_change(row, standing, importer) for row in rows]
    if not any(finding.force is Force.REFUSE for finding in findings) and whole is Whole.SCHOOL:
        changes += _leavers(changes, standing.staff, importer)
    opened = {key for row in rows for key in _classes(row)} - standing.classes
    return StaffPlan(
        changes=tuple(changes), opened=tuple(sorted(opened)),
        findings=tuple(sorted(findings, key=lambda one: (one.row, one.column))),
    )


def _classes(row: StaffRow) -> tuple[ClassKey, ...]:
    return (*row.classes, row.heads) if row.heads else row.classes


def _not_by_office(rows: Sequence[StaffRow], header: Header) -> Iterator[Finding]:
    for row in rows:
        if Post.PRINCIPAL in row.posts:
            yield Finding(
                row=row.row, column=header.column("posts"), what="校长的权限不由教导处给予，这一项不改动",
                remedy="需要改动的，请校长本人导入这份名册", force=Force.WARN,
            )


def _change(row: StaffRow, standing: Standing, importer: Importer) -> StaffChange:
    known = standing.people.get(row.phone)
    stands = next((one for one in standing.staff if known and one.person_id == known.person_id), None)
    held = tuple(dict.fromkeys((*_protected(stands, importer), *_held(row, importer))))
    if stands is None:
        return StaffChange(change=Change.NEW, row=row, held=held)
    change = Change.UNCHANGED if set(held) == set(stands.held) else Change.CHANGED
    return StaffChange(change=change, row=row, stands=stands, held=held)


def _held(row: StaffRow, importer: Importer) -> Iterator[Held]:
    for post in (one for one in row.posts if one is not Post.GRADE_LEAD):
        if post is not Post.PRINCIPAL or importer.is_principal:
            yield Held(role=post)
    if row.heads:
        yield Held(role="head_teacher", class_key=row.heads)
    if row.leads:
        yield Held(role=Post.GRADE_LEAD, grade=row.leads)
    for key in row.classes:
        yield Held(role="teacher", class_key=key, subject=row.subject)


def _protected(stands: StandingColleague | None, importer: Importer) -> list[Held]:
    """Return what a file cannot take from the colleague."""
    if stands is None:
        return []
    own = stands.person_id == importer.person_id
    return [
        held for held in stands.held
        if (own and held.role in _OFFICES) or (held.role == Post.PRINCIPAL and not importer.is_principal)
    ]


def _leavers(
    changes: Sequence[StaffChange], staff: Sequence[StandingColleague], importer: Importer
) -> Iterator[StaffChange]:
    seen = {change.stands.staff_id for change in changes if change.stands}
    for one in staff:
        held = tuple(_protected(one, importer))
        if one.staff_id not in seen and one.held and set(held) != set(one.held):
            yield StaffChange(change=Change.LEFT, stands=one, held=held)
