"""Account: what is known of somebody who knocks."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.actor import Actor
from contracts.directory.device import Browser, System
from contracts.directory.school import School


@dataclass(frozen=True, kw_only=True)
class Account:
    """A person's own login. `password_hash` never leaves the house."""

    person_id: str
    password_hash: str


@dataclass(frozen=True, kw_only=True)
class OpenSession:
    """A session as it is kept; `secret` is the kept form of its token."""

    session_id: str
    person_id: str
    secret: bytes
    browser: Browser
    system: System
    began_at: datetime
    seen_at: datetime
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Who a person is everywhere: own name, one actor for each school (and the district), and those schools.

    `second_factor_from` is the day from which one of those schools lets them do nothing without a second factor; absent
    where they have one, or none is asked of them.
    """

    name: str
    actors: tuple[Actor, ...]
    schools: tuple[School, ...]
    second_factor_from: date | None = None
