"""Security of a school: the office says whether its staff need a second factor, and from which day."""

from datetime import date, timedelta
from typing import Protocol

from contracts.directory.security import (
    DemandSecondFactor,
    ReadSecurity,
    ResetSecondFactor,
    SecondFactorDemand,
    SecondFactorReset,
    Security,
    SecurityStands,
    Unproven,
)
from contracts.errors import NotFound
from services.directory.application.answering import answers_for
from services.directory.application.asker import asker
from services.directory.application.posts.unit import PostUnit
from services.directory.application.signing_in.ending import end_every_session


class SecurityUnit(PostUnit, Protocol):
    """One open transaction that may say what a school asks of its staff."""

    def second_factor_from(self) -> date | None:
        """Return from which day this school's staff need a second factor."""

    def keep_second_factor_from(self, day: date | None) -> None:
        """Let it be this day, or none."""


def read_security(unit: SecurityUnit, ask: ReadSecurity) -> Security:
    """Return what is asked of the staff, and who of those with a post has no second factor."""
    return Security(
        second_factor_from=unit.second_factor_from(),
        unproven=tuple(
            Unproven(person_id=one.who.person_id, name=one.who.name)
            for one in unit.holders() if one.grants and not one.second_factor
        ),
    )


def demand_second_factor(unit: SecurityUnit, ask: DemandSecondFactor) -> SecurityStands:
    """Let this be asked of the staff from now on, or after the days of grace."""
    required = ask.demand is SecondFactorDemand.REQUIRED
    day = unit.today + timedelta(days=ask.grace_days) if required else None
    unit.keep_second_factor_from(day)
    school_id = asker(unit).school_id
    assert school_id is not None, "an office is a school's"
    unit.audit("demand_second_factor", "school", school_id)
    return SecurityStands(second_factor_from=day)


def reset_second_factor(unit: SecurityUnit, ask: ResetSecondFactor) -> SecondFactorReset:
    """Let the colleague have no second factor, and no session: the password comes first again.

    Raises NotFound, also for the asker themselves and for whom another office answers.
    """
    one = next((one for one in unit.holders() if one.who.person_id == ask.person_id), None)
    actor = asker(unit)
    if one is None or ask.person_id == actor.person_id or not answers_for(unit, actor, one.who):
        raise NotFound
    unit.drop_factor(ask.person_id)
    end_every_session(unit, ask.person_id)
    unit.audit("reset_second_factor", "staff", one.staff_id)
    return SecondFactorReset(person_id=ask.person_id)
