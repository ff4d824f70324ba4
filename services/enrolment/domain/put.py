"""Put: what the rules are asked of a programme: a grade's week, a grade's day, an offering (E7, E8, E9)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engines.policy import About, Case, Norm
from engines.policy.value import Value
from services.enrolment.domain.institution import institution_faults
from services.enrolment.domain.period import Period
from services.enrolment.domain.planned import Offering, Session
from services.enrolment.domain.span import Span, covered, minutes, one_after_another, span_in
from services.enrolment.domain.wish import CARE

AFTER_SCHOOL = "after_school"
_CLUBS = frozenset({"club", "outdoor_club"})
_A_SCHOOL_DAY = "school_day"
_DAYS = "service_days"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A programme: its sessions by id, what is offered in them, for which grades there are pupils, until which day."""

    school_id: str
    grades: Sequence[int]
    sessions: Mapping[str, Session]
    offerings: Sequence[Offering]
    last_day: date

    def of(self, grade: int, kind: str) -> list[Offering]:
        """Return what is offered to a grade in sessions of a kind."""
        return [one for one in self.offerings if grade in one.grades and self.sessions[one.session_id].kind == kind]


@dataclass(frozen=True, kw_only=True)
class Put:
    """One question, about one grade; `weekday` and `offering_id` where it is about one day or one offering."""

    case: Case
    period: Period
    grade: int
    session_kind: str
    weekday: int | None = None
    offering_id: str | None = None
    of_week: bool = False


def is_of_week(norm: Norm) -> bool:
    """Say whether a norm is asked of a week: on how many days there is service; all else is asked of a day."""
    return norm.measure == _DAYS


def puts(plan: Plan, periods: Iterable[Period]) -> Iterator[Put]:
    """Yield all that is to be asked of a programme, period by period."""
    kinds = list(dict.fromkeys([AFTER_SCHOOL, *(session.kind for session in plan.sessions.values())]))
    for period in periods:
        for grade in plan.grades:
            for kind in kinds:
                yield from _of_session(plan, period, grade, kind)
            yield from _of_offerings(plan, period, grade)


def _of_session(plan: Plan, period: Period, grade: int, kind: str) -> Iterator[Put]:
    offered = plan.of(grade, kind)
    care = [one for one in offered if one.sort == CARE]
    weekdays = sorted({day for one in care for day in one.weekdays})
    if not weekdays and kind != AFTER_SCHOOL:
        return
    said = _known(period, grade) | {"day_kind": _A_SCHOOL_DAY, "session_kind": kind, _DAYS: len(weekdays)}
    yield Put(case=_case(plan, About.CARE, said), period=period, grade=grade, session_kind=kind, of_week=True)
    for day in weekdays:
        fields = said | {"weekday": day} | _hours(plan, period, [one for one in offered if day in one.weekdays])
        yield Put(case=_case(plan, About.CARE, fields), period=period, grade=grade, session_kind=kind, weekday=day)


def _hours(plan: Plan, period: Period, offered: Sequence[Offering]) -> dict[str, Value]:
    """Return what a day of it comes to: basic care makes its hours, clubs take place within."""
    care = [_span(plan, period, one) for one in offered if one.sort == CARE]
    ends = max(span.ends for span in care)
    clubs = {_span(plan, period, one) for one in offered if one.sort in _CLUBS}
    hours: dict[str, Value] = {
        "service_minutes": covered(care), "starts_at": min(span.begins for span in care), "ends_at": ends,
        "club_lessons": one_after_another(clubs),
    }
    if period.off_work_at is not None:
        hours["minutes_before_off_work"] = max(0, minutes(period.off_work_at) - ends)
    return hours


def _of_offerings(plan: Plan, period: Period, grade: int) -> Iterator[Put]:
    for one in plan.offerings:
        if grade in one.grades:
            kind = plan.sessions[one.session_id].kind
            fields: dict[str, Value] = {
                "grade": grade, "session_kind": kind, "offering_kind": one.sort,
                "offering_practices": tuple(one.practices), "staff_kinds": tuple(one.staff_kinds),
                "institution_faults": tuple(institution_faults(one, plan.last_day)), "fee_yuan": one.fee_yuan,
            }
            yield Put(
                case=_case(plan, About.OFFERING, fields), period=period, grade=grade, session_kind=kind,
                offering_id=one.offering_id,
            )


def _span(plan: Plan, period: Period, offering: Offering) -> Span:
    return span_in(plan.sessions[offering.session_id], period.season)


def _known(period: Period, grade: int) -> dict[str, Value]:
    season: dict[str, Value] = {} if period.season is None else {"season": period.season}
    return {"grade": grade, **season}


def _case(plan: Plan, about: About, fields: Mapping[str, Value]) -> Case:
    return Case(fields=fields, standing={}, adding={}, about=about, school=plan.school_id)
