"""Refused here: what reads well, but does not fit this school or district."""

from collections.abc import Iterable, Mapping

from services.directory.domain.roster.finding import Finding
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.pupil_row import PupilRow
from services.directory.domain.roster.shared_phone import Use
from services.directory.domain.roster.standing import KnownPerson, Standing, StandingPupil


def under_another_name(uses: Iterable[Use], people: Mapping[str, KnownPerson]) -> list[Finding]:
    """Return a refusal for every number that stands under another name."""
    return [
        Finding(
            row=use.row, column=use.column, what="这个号码已经登记给姓名不同的另一个人",
            remedy="请核对姓名和号码；确实换了人的，先由原来的人改号",
        )
        for use in uses if (known := people.get(use.phone)) and known.name != use.name
    ]


def guardians_of_before(
    matched: Iterable[tuple[PupilRow, StandingPupil | None]], standing: Standing, header: Header
) -> list[Finding]:
    """Return a refusal for every guardian whose right the school has ended."""
    return [
        Finding(
            row=row.row, column=header.column(f"phone{one.place}"), what="学校已经终止这位监护人查看孩子信息的权利",
            remedy="请从名册里删去；确实要恢复的，由教导处在孩子的“监护人”页面添加",
        )
        for row, stands in matched if stands
        for one in row.guardians if (known := standing.people.get(one.phone)) and known.person_id in stands.ended
    ]


def of_other_grades(places: Iterable[tuple[int, int, int]], grades: range) -> list[Finding]:
    """Return a refusal for every (row, column, grade) that the school does not teach."""
    return [
        Finding(row=row, column=column, what="本校没有这个年级", remedy="请核对年级和班级")
        for row, column, grade in places if grade not in grades
    ]
