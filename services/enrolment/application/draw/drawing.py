"""Drawing: the public value decides, once (E10)."""

from contracts.enrolment.draw import Draw, DrawPlaces
from engines.draw import Drawn, Unfit, draw, record_from_plain, record_to_plain
from services.enrolment.application.draw import refusals
from services.enrolment.application.draw.reading import drawn_programme, seen
from services.enrolment.application.unit import Unit


def draw_places(unit: Unit, ask: DrawPlaces) -> Draw:
    """Draw; what came of it stands for ever, and is given out when it is committed.

    Raises NotFound, Conflict (not closed; the value is not out; drawn already: the first one stands), InvalidRequest.
    """
    programme, kept = drawn_programme(unit, unit.programme(ask.programme_id)), unit.hold_draw(ask.programme_id)
    if kept is None:
        raise refusals.not_closed()
    closed = record_from_plain(dict(kept.record))
    if isinstance(closed, Drawn):
        raise refusals.drawn_already()
    if unit.today < kept.value_on:
        raise refusals.not_drawn_yet(kept.value_on)
    try:
        drawn = draw(closed, ask.value)
    except Unfit as unfit:
        raise refusals.value_unfit(str(unfit)) from unfit
    unit.keep_drawn(ask.programme_id, record_to_plain(drawn))
    unit.audit("draw_places", "programme", ask.programme_id)
    return seen(unit, programme, unit.draw_of(ask.programme_id))
