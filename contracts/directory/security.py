"""Security of a school: from which day its staff need a second factor at sign-in."""

from datetime import date
from enum import StrEnum

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.fields import Choice, Id, WholeNumber
from contracts.message import Message, of


class SecondFactorDemand(StrEnum):
    """What a school asks of its staff."""

    REQUIRED = "required"
    OWN_CHOICE = "own_choice"


DEMAND_LABELS = {
    SecondFactorDemand.REQUIRED: "在职人员都要打开", SecondFactorDemand.OWN_CHOICE: "由每个人自己决定",
}


class ReadSecurity(Message):
    """Ask what the asker's school asks of its staff, and who has no second factor yet."""


class Unproven(Message):
    """One of the staff who has a post and no second factor."""

    person_id: str = of(Id())
    name: str


class Security(Message):
    """`second_factor_from` is absent where each decides alone; from that day on who is unproven can do nothing else."""

    second_factor_from: date | None = None
    unproven: tuple[Unproven, ...]


class DemandSecondFactor(Message):
    """The office says what is asked of the staff, and how many days they have; again begins the days anew."""

    demand: SecondFactorDemand = of(
        Choice(SecondFactorDemand, metadata={"label": "两步验证", "labels": DEMAND_LABELS})
    )
    grace_days: int = of(
        WholeNumber(least=0, most=60, metadata={
            "label": "给大家几天时间", "hint": "0 到 60；0 就是从今天起", "widget": "number",
        }), default=14,
    )


class SecurityStands(Message):
    """This is asked of the staff now."""

    second_factor_from: date | None = None


class ResetSecondFactor(Message):
    """The office takes a colleague's second factor away, who has lost phone and codes; what they had open ends."""

    person_id: str = of(Id())


class SecondFactorReset(Message):
    """This colleague has no second factor."""

    person_id: str = of(Id())


SECURITY = Call(service="directory", method="security", ask=ReadSecurity, answer=Security, allow=OFFICE)
DEMAND_SECOND_FACTOR = Call(
    service="directory", method="demand_second_factor", ask=DemandSecondFactor, answer=SecurityStands, allow=OFFICE,
    command=True,
)
RESET_SECOND_FACTOR = Call(
    service="directory", method="reset_second_factor", ask=ResetSecondFactor, answer=SecondFactorReset, allow=OFFICE,
    command=True,
)
