"""Record: what stands in the house's own record of who has looked at a child."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.actor import Role


@dataclass(frozen=True, kw_only=True)
class OnRecord:
    """One person's looks of one day, with the roles they hold now where the child is."""

    actor_id: str
    roles: tuple[Role, ...]
    on: date
    times: int
    last_at: datetime
