"""Seats: a place is given while one is left, else a number in the line; a freed one goes to the first who waits (E10).

All this runs while the offerings are held, so nobody sees a free place beside a waiting child.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contracts.enrolment.application import Application
from contracts.enrolment.place import Place, PlaceGiven, PlaceReleased, PlaceState, PlaceWaiting
from contracts.event import Event
from services.enrolment.application.unit import Unit
from services.enrolment.domain.choice import Choice, Stands, Timetable, is_of_no_use, no_longer_wanted

_STANDS = {
    PlaceState.ASKED: Stands.ASKED, PlaceState.GIVEN: Stands.GIVEN, PlaceState.WAITING: Stands.WAITING,
}


def seat(unit: Unit, application: Application, places: Sequence[Place], timetable: Timetable) -> Iterator[Event]:
    """Give the application its places, and a number in the line of each that is full.

    Of clubs it gets those that the child likes most, as many as a child may have, and none that meets another; for
    those it likes more than what it got it waits; the others it is done with. Clubs that are drawn wait for that.
    """
    has: list[Choice] = []
    clubs = _choices(places, timetable)
    for place in sorted(places, key=lambda one: one.rank or 0):
        club = clubs.get(place.offering_id)
        if club and timetable.drawn_later:
            continue
        if club and is_of_no_use(club, has, timetable.most_clubs):
            unit.let_go(application.application_id, place.offering_id)
            continue
        given_one = unit.take_seat(place.offering_id)
        yield _given(unit, application, place) if given_one else _queued(unit, application, place)
        if club and given_one:
            has.append(club)


def hand_on(unit: Unit, places: Sequence[Place]) -> Iterator[Event]:
    """Hand each place that was held to the first who waits, or back to its offering when nobody does.

    A child who moves up into a club that it likes more gives up what it can keep no longer: that goes on to the next,
    and so on. Each offering is held before its place changes hands; who meets another on the way begins again.
    """
    freed = [(place.offering_id, place) for place in places if place.state is PlaceState.GIVEN]
    while freed:
        offering_id, place = freed.pop(0)
        unit.hold_offering(offering_id)
        next_in_line = unit.give_to_next_in_line(offering_id)
        application = unit.application(next_in_line) if next_in_line else None
        if application is None:
            unit.free_seat(offering_id)
            continue
        yield given(application, place, from_line=True)
        for given_up in _given_up(unit, application):
            yield _released(application, given_up)
            if given_up.state is PlaceState.GIVEN:
                freed.append((given_up.offering_id, given_up))


def fill(unit: Unit, offering_id: str) -> Iterator[Event]:
    """Give the free places of an offering, which is held, to whoever has waited longest."""
    while unit.take_seat(offering_id):
        next_in_line = unit.give_to_next_in_line(offering_id)
        application = unit.application(next_in_line) if next_in_line else None
        if application is None:
            unit.free_seat(offering_id)
            return
        place = next(one for one in application.places if one.offering_id == offering_id)
        yield given(application, place, from_line=True)
        given_up = list(_given_up(unit, application))
        yield from (_released(application, one) for one in given_up)
        yield from hand_on(unit, given_up)


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


def _given_up(unit: Unit, application: Application) -> Iterator[Place]:
    """Yield what the application gives up now, once it is given up: as it stood before."""
    if sum(place.rank is not None for place in application.places) < 2:
        return
    timetable = unit.timetable([place.offering_id for place in application.places])
    wanted_no_longer = no_longer_wanted(_choices(application.places, timetable).values(), timetable.most_clubs)
    for choice in wanted_no_longer:
        unit.hold_offering(choice.offering_id)
        if stood := unit.let_go(application.application_id, choice.offering_id):
            place = next(one for one in application.places if one.offering_id == choice.offering_id)
            yield replace(place, state=PlaceState(stood))


def _choices(places: Sequence[Place], timetable: Timetable) -> dict[str, Choice]:
    """Return the clubs among the places, by offering, as choices that can be weighed against each other."""
    return {
        place.offering_id: Choice(
            offering_id=place.offering_id, rank=place.rank, stands=_STANDS[place.state],
            weekdays=frozenset(place.weekdays), spans=timetable.spans[place.offering_id],
        )
        for place in places if place.rank is not None and place.state in _STANDS
    }


def _given(unit: Unit, application: Application, place: Place) -> PlaceGiven:
    unit.give(application.application_id, place.offering_id)
    return given(application, place)


def _queued(unit: Unit, application: Application, place: Place) -> PlaceWaiting:
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


def _released(application: Application, place: Place) -> PlaceReleased:
    return PlaceReleased(
        application_id=application.application_id,
        pupil_id=application.pupil_id,
        class_id=application.class_id,
        offering_id=place.offering_id,
        kind=place.kind,
    )
