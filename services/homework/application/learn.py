"""Learn: what directory and rulebook announce becomes our own copy, each fact only if it is newer than what stands."""

from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened
from contracts.errors import UnknownMessage
from contracts.event import Event
from contracts.received import Received
from contracts.rulebook.norms import NormsPublished
from engines.schooldays import CalendarContradicts
from services.homework.application.unit import Unit
from services.homework.domain.calendar import calendar_of


def learn(unit: Unit, received: Received) -> None:
    """Keep the fact. Raises UnknownMessage for one that cannot be used: it is parked, and what stands goes on."""
    event: Event = received.event
    match event:
        case ClassOpened():
            unit.learn_class(event, received.sequence)
        case CalendarPublished():
            _learn_calendar(unit, event, received)
        case NormsPublished():
            unit.learn_layer(event, received.sequence)
        case _:
            raise UnknownMessage


def _learn_calendar(unit: Unit, event: CalendarPublished, received: Received) -> None:
    document = event.dump()
    try:
        calendar_of(document)
    except CalendarContradicts as problem:
        raise UnknownMessage(str(problem)) from problem
    learn_it = unit.learn_own_calendar if received.school_id else unit.learn_calendar
    learn_it(event.calendar_id, document, received.sequence, received.occurred_at)
