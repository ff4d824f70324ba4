"""Learn: what directory and rulebook announce becomes our own copy, each fact only if it is newer than what stands."""

from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened
from contracts.errors import UnknownMessage
from contracts.event import Event
from contracts.received import Received
from contracts.rulebook.norms import NormsPublished
from engines.policy import Layer, NormUnreadable, norm_from_plain
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
            _learn_norms(unit, event, received)
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


def _learn_norms(unit: Unit, event: NormsPublished, received: Received) -> None:
    try:
        norms = [norm_from_plain(plain) for plain in event.norms]
    except NormUnreadable as problem:
        raise UnknownMessage(str(problem)) from problem
    if any(norm.layer != event.layer for norm in norms) or event.layer not in list(Layer):
        raise UnknownMessage("规定里写的层级与发布的层级不符。")
    if received.district_id is None or (event.layer == Layer.SCHOOL) is not (received.school_id is not None):
        raise UnknownMessage("发布规定的层级与信封上的地区或学校不符。")
    unit.learn_layer(event, received.sequence)
