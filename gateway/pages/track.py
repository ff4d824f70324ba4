"""The way of an application, like a parcel's: what is done, where it is, what is still to come."""

from dataclasses import dataclass

from contracts.enrolment.application import Application, ApplicationState
from contracts.enrolment.place import PlaceState
from gateway.texts.dates import moment

DONE, NOW, AHEAD = "done", "now", "ahead"


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One stop; `state` is done, now or ahead."""

    name: str
    state: str
    note: str = ""


def track_of(application: Application) -> tuple[Stop, ...]:
    """Return the stops of an application, the last ones as far as they are known."""
    submitted = Stop(name="已提交", state=DONE, note=moment(application.submitted_at))
    decided_on = moment(application.decided_at) if application.decided_at else ""
    if application.state is ApplicationState.WITHDRAWN:
        return (submitted, Stop(name="已撤回", state=NOW))
    if application.state is ApplicationState.REJECTED:
        return (submitted, Stop(name="班主任没有同意", state=NOW, note=decided_on))
    if application.state is ApplicationState.APPROVED:
        return (submitted, Stop(name="班主任已同意", state=DONE, note=decided_on), _placement(application))
    return (submitted, Stop(name="等班主任审核", state=NOW), Stop(name="安排名额", state=AHEAD))


def _placement(application: Application) -> Stop:
    waiting = [place for place in application.places if place.state is PlaceState.WAITING]
    if any(place.state is PlaceState.ASKED for place in application.places):
        return Stop(name="正在安排名额", state=NOW)
    if waiting:
        note = "；".join(f"{place.title}排在第 {place.line_position} 位" for place in waiting)
        return Stop(name="部分候补" if len(waiting) < len(application.places) else "正在候补", state=NOW, note=note)
    return Stop(name="名额已安排", state=DONE)
