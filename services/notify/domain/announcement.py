"""Announcement: one event as people are told of it: whom it concerns, and the facts that words can be made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

TOLD_LATE_WITHIN = timedelta(hours=24)
"""Who turns out to be concerned within its day is told as well: facts about people may come after the event."""


class Audience(StrEnum):
    """Whom an announcement is for."""

    CLASS_GUARDIANS = "class_guardians"
    CHILD_GUARDIANS = "child_guardians"
    CLASS_HEADS = "class_heads"
    NAMED = "named"
    SCHOOL_GUARDIANS = "school_guardians"


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """`cause` is the event's type without version, `about_id` its aggregate; `pupil_id` the one child it is about.

    `person_ids` are those whom the event itself names; what the whole school is told of has no class.
    """

    cause: str
    about_id: str
    audience: Audience
    class_id: str | None
    pupil_id: str | None
    facts: Mapping[str, str]
    person_ids: tuple[str, ...] = ()


_AUDIENCE_OF = {
    "homework.published": Audience.CLASS_GUARDIANS,
    "homework.corrected": Audience.CLASS_GUARDIANS,
    "homework.withdrawn": Audience.CLASS_GUARDIANS,
    "enrolment.application_submitted": Audience.CLASS_HEADS,
    "enrolment.application_returned": Audience.CHILD_GUARDIANS,
    "enrolment.approval_due": Audience.NAMED,
    "enrolment.application_handed": Audience.NAMED,
    "enrolment.application_decided": Audience.CHILD_GUARDIANS,
    "enrolment.place_given": Audience.CHILD_GUARDIANS,
    "enrolment.place_waiting": Audience.CHILD_GUARDIANS,
    "enrolment.programme_announced": Audience.SCHOOL_GUARDIANS,
}
_TOLD = frozenset({
    "class_id", "pupil_id", "subject", "day", "kind", "place", "minutes", "first_day", "decision", "offering_id",
    "from_line", "line_position", "overdue", "opens_at", "closes_on", "how",
})


class NotAnnounced(LookupError):
    """Nobody has said whom this event is to be told to."""


def announcement(event_type: str, about_id: str, said: Mapping[str, Any]) -> Announcement:
    """Return how an event is told; `said` is its body in plain values. Raises NotAnnounced."""
    cause = event_type.rpartition(".v")[0]
    if (audience := _AUDIENCE_OF.get(cause)) is None:
        raise NotAnnounced(event_type)
    return Announcement(
        cause=cause, about_id=about_id, audience=audience, class_id=said.get("class_id"), pupil_id=said.get("pupil_id"),
        facts=dict(_facts(said)), person_ids=tuple(said.get("person_ids", ())),
    )


def _facts(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in said.items():
        if name in _TOLD and value is not None:
            yield name, str(value).lower() if isinstance(value, bool) else str(value)
    if said.get("kinds"):
        yield "kinds", ",".join(said["kinds"])
    if "offering_ids" in said:
        yield "offerings", str(len(said["offering_ids"]))
