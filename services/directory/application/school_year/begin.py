"""A school year begins: its classes are new ones, each continuing one of the year before; the highest grade leaves."""

from datetime import timedelta

from services.directory.application.asker import asker
from services.directory.application.rosters.book import grades_of
from services.directory.application.school_year.next_year import known_terms, refuse_unless_next
from services.directory.application.school_year.unit import NextYearUnit
from services.directory.domain.promotion import promotions
from services.directory.domain.school_year import first_day_of


def take_into_year(unit: NextYearUnit, year: int) -> None:
    """Let the school be in this year, all of it at once; a school that is there already stays as it is.

    Raises Conflict when something has come in the way since it was asked for.
    """
    unit.hold_school()
    if unit.present_year() >= year:
        return
    refuse_unless_next(unit, year)
    first_day = first_day_of(year, known_terms(unit))
    assert first_day is not None, "without its calendar no year begins"
    last_day = first_day - timedelta(days=1)
    going_on = [one for one in promotions(unit.standing_classes(), grades_of(unit)) if one.next_grade]
    closed = unit.close_classes(last_day)
    unit.emit_all(closed)
    unit.emit_all(unit.open_next(going_on, year, first_day))
    unit.emit_all(unit.move_up())
    unit.emit_all(unit.graduate(last_day))
    unit.emit_all(unit.staff_moves_up([one.class_id for one in closed]))
    unit.keep_year_begun(year)
    unit.audit("begin_school_year", "school", str(asker(unit).school_id))
