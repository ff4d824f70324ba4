"""OwnChanges: what was changed through this gateway stands on its pages at once; the others wait for the news."""

from typing import TypeVar

from contracts.actor import Actor
from contracts.call import Call
from contracts.directory.district_calendar import (
    DROP_SEASON,
    DROP_TERM,
    KEEP_SEASON,
    KEEP_TERM,
    MARK_DAYS,
    SETTLE_DAYS,
    UNMARK_DAYS,
)
from contracts.directory.own_calendar import MARK_DAY, MOVE_TERM, UNMARK_DAY
from contracts.homework.assignment import CORRECT, PUBLISH, WITHDRAW
from contracts.message import Message
from contracts.rulebook.adoption import ADOPT_DRAFT
from contracts.rulebook.derogation import DECIDE_DEROGATION
from gateway.houses import Client
from gateway.public_pages import PublicPages

Ask = TypeVar("Ask", bound=Message)
Answer = TypeVar("Answer", bound=Message)

_ON_BOARDS = (PUBLISH, CORRECT, WITHDRAW)
_IN_CALENDARS = (
    MARK_DAY, UNMARK_DAY, MOVE_TERM, MARK_DAYS, UNMARK_DAYS, KEEP_TERM, DROP_TERM, SETTLE_DAYS, KEEP_SEASON, DROP_SEASON
)
_IN_RULES = (ADOPT_DRAFT, DECIDE_DEROGATION)
_SHOWN_TO_EVERYBODY = {call.name for call in (*_ON_BOARDS, *_IN_CALENDARS, *_IN_RULES)}


class OwnChanges:
    """A client that drops the pages its commands change, also where nobody knows whether they were carried out."""

    def __init__(self, client: Client, pages: PublicPages):
        self._client, self._pages = client, pages

    def call(
        self, call: Call[Ask, Answer], ask: Ask, actor: Actor, *,
        request_id: str, key: str | None = None, timeout: float = 5.0,
    ) -> Answer:
        """Return the house's answer, or raise a contracts error: always one of the two, within `timeout` seconds."""
        try:
            return self._client.call(call, ask, actor, request_id=request_id, key=key, timeout=timeout)
        finally:
            if call.name in _SHOWN_TO_EVERYBODY:
                self._pages.drop_of(actor)
