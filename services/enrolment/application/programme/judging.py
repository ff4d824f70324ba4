"""Judging: what the norms over a school say of a whole programme, and what in it is booked twice."""

from dataclasses import dataclass

from contracts.enrolment import programme as wire
from contracts.enrolment.programme import Programme
from contracts.errors import Conflict, RuleRefused
from contracts.finding import Finding
from engines.policy import Edition, finding_to_plain
from services.enrolment.application.calendar import school_calendar
from services.enrolment.application.unit import Unit
from services.enrolment.domain.clash import clashes
from services.enrolment.domain.judged import Found, Judged, judged
from services.enrolment.domain.period import periods
from services.enrolment.domain.put import Plan, puts

_NOT_KNOWN = "本校的规定或校历还没有送到，暂时不能判断。请过一会儿再试。"


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What was found, under which editions, and what one person or one room would be needed for at once."""

    judged: Judged
    editions: tuple[Edition, ...]
    clashes: tuple[wire.Clash, ...]

    @property
    def told(self) -> tuple[wire.Found, ...]:
        """Return the findings as they travel."""
        return tuple(map(_told, self.judged.found))


def judgement_of(unit: Unit, programme: Programme) -> Judgement:
    """Return what is to be said of a programme as it stands."""
    sessions = {session.session_id: session for session in programme.sessions}
    twice = tuple(wire.Clash(**vars(one)) for one in clashes(sessions, programme.offerings))
    standing, calendar = unit.standing_norms(), unit.calendar()
    if standing is None or calendar is None:
        return Judgement(judged=Judged(found=(), unanswered=(_NOT_KNOWN,)), editions=(), clashes=twice)
    plan = Plan(
        school_id=str(unit.actor.school_id), grades=unit.grades_with_pupils(), sessions=sessions,
        offerings=programme.offerings, last_day=programme.last_day,
    )
    stretches = periods(school_calendar(calendar), standing.norms, programme.first_day, programme.last_day)
    return Judgement(
        judged=judged(puts(plan, stretches), standing.norms), editions=standing.editions, clashes=twice
    )


def refuse_what_stands_in_the_way(judgement: Judgement) -> None:
    """Raise RuleRefused with every norm that forbids it; Conflict for what cannot be judged or is booked twice."""
    if judgement.judged.unanswered:
        raise Conflict(judgement.judged.unanswered[0])
    if forbidding := [one.finding for one in judgement.told if one.finding.force == "refuse"]:
        raise RuleRefused(details={"findings": [finding.dump() for finding in forbidding]})
    if judgement.clashes:
        raise Conflict("有老师或场地被同时安排在两个项目里，请先错开。")


def _told(found: Found) -> wire.Found:
    return wire.Found(
        finding=Finding.restore(finding_to_plain(found.finding)),
        where=wire.Whereabouts(
            grades=tuple(sorted(found.grades)), weekdays=tuple(sorted(found.weekdays)),
            seasons=tuple(sorted(found.seasons)), session_kinds=tuple(sorted(found.session_kinds)),
            offering_ids=tuple(sorted(found.offering_ids)),
        ),
    )
