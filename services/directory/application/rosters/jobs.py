"""What jobs are asked to do with a roster."""

from contracts.fields import Id
from contracts.job import JobAsk
from contracts.message import of


class RosterCheck(JobAsk):
    """Read a roster and say what taking it in would do."""

    kind = "roster_check"

    roster_id: str = of(Id())


class RosterTakeIn(JobAsk):
    """Let the good rows of a checked roster stand."""

    kind = "roster_take_in"

    roster_id: str = of(Id())
