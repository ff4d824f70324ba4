"""Navigation: where the person who is signed in may go from the head of every page."""

from dataclasses import dataclass

from flask import url_for

from contracts.actor import OFFICE, SIGNED_IN, Role
from contracts.enrolment.application import DECIDERS
from contracts.enrolment.programme import PROGRAMME_OFFICE
from contracts.rulebook.draft import LAYER_OFFICE
from gateway.caller import Caller


@dataclass(frozen=True, kw_only=True)
class Way:
    """One link; `here` when the present page lies behind it."""

    label: str
    address: str
    here: bool


_WAYS: tuple[tuple[str, str, frozenset[Role]], ...] = (
    ("布置作业", "homework_new.write", frozenset({Role.TEACHER})),
    ("我的作业", "homework_mine.mine", frozenset({Role.TEACHER})),
    ("审核", "applications.waiting", DECIDERS),
    ("孩子", "family.today", frozenset({Role.GUARDIAN})),
    ("课后服务", "programmes.every", PROGRAMME_OFFICE),
    ("班级", "school_classes.every", OFFICE),
    ("教职工", "staff.every", OFFICE),
    ("名册", "roster.ask", OFFICE),
    ("规定", "rules.own", LAYER_OFFICE),
    ("校历", "district_calendar.overview", frozenset({Role.DISTRICT_OFFICE})),
    ("消息", "inbox.messages", SIGNED_IN),
)


def ways(caller: Caller, path: str) -> tuple[Way, ...]:
    """Return the links for the caller's roles; the longest address that begins the present path is where we are."""
    if caller.unproven:
        return ()
    open_to = [(label, url_for(endpoint)) for label, endpoint, roles in _WAYS if caller.holds(*roles)]
    behind = [address for _, address in open_to if path == address or path.startswith(f"{address}/")]
    nearest = max(behind, key=len, default="")
    return tuple(Way(label=label, address=address, here=address == nearest) for label, address in open_to)
