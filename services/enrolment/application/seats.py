"""Seats: a place is given while one is left, else a number in the line; a freed one goes to the first who waits (E10).

Both run while the offerings are held, so nobody sees a free place beside a waiting child.
"""

from contracts.enrolment.application import Application
from contracts.enrolment.place import Place, PlaceGiven, PlaceState, PlaceWaiting
from contracts.event import Event
from services.enrolment.application.unit import Unit


def seat_or_queue(unit: Unit, application: Application, place: Place) -> Event:
    """Give the application its place, or a number in the waiting line when none is left."""
    if unit.take_seat(place.offering_id):
        unit.give(application.application_id, place.offering_id)
        return given(application, place)
    number = unit.draw_number(place.offering_id)
    position = unit.queue(application.application_id, place.offering_id, number)
    return PlaceWaiting(
        application_id=application.application_id,
        pupil_id=application.pupil_id,
        class_id=application.class_id,
        offering_id=place.offering_id,
        kind=place.kind,
        line_position=position,
    )


def hand_on(unit: Unit, place: Place) -> Event | None:
    """Hand a place that was held to the first who waits, or back to the offering when nobody does."""
    if place.state is not PlaceState.GIVEN:
        return None
    next_in_line = unit.give_to_next_in_line(place.offering_id)
    application = unit.application(next_in_line) if next_in_line else None
    if application is None:
        unit.free_seat(place.offering_id)
        return None
    return given(application, place, from_line=True)


def given(application: Application, place: Place, *, from_line: bool = False) -> PlaceGiven:
    """Return the news that the application has a place in this offering."""
    return PlaceGiven(
        application_id=application.application_id,
        pupil_id=application.pupil_id,
        class_id=application.class_id,
        offering_id=place.offering_id,
        kind=place.kind,
        from_line=from_line,
    )
