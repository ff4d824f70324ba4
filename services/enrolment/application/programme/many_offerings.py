"""Many offerings: a table of them is written into the programme, every row of it or none (E8, E9)."""

from collections.abc import Sequence

from contracts.enrolment.many_offerings import WriteOfferings
from contracts.enrolment.planned import Described, Planned
from contracts.enrolment.programme import Programme
from contracts.errors import Conflict, InvalidRequest, NotFound
from services.enrolment.application.programme import refusals
from services.enrolment.application.programme.offerings import put, with_lead
from services.enrolment.application.programme.sessions import checked
from services.enrolment.application.unit import Unit

_SAID = tuple(Described.__dataclass_fields__)
_Row = tuple[int, Described, Planned | None]
_Wrong = dict[str, list[str]]


def write_offerings(unit: Unit, ask: WriteOfferings) -> Programme:
    """Let the programme offer all of these; one that is so already stays as it is.

    Raises NotFound, Conflict (somebody changed the programme meanwhile), RuleRefused for one that is announced, and
    InvalidRequest, whose `fields["offerings"]` says by the row's number what is wrong with it; then nothing is written.
    """
    programme = unit.take_programme(ask.programme_id)
    if programme is None:
        raise NotFound
    if programme.sequence != ask.sequence + 1:
        raise refusals.changed_meanwhile()
    if wrong := _put_each(unit, programme, ask.offerings):
        raise InvalidRequest(details={"fields": {"offerings": wrong}})
    return checked(unit, programme)


def _put_each(unit: Unit, programme: Programme, offerings: Sequence[Described]) -> dict[str, _Wrong]:
    """Put what differs from what stands; return by the rows' numbers what is wrong, counted from 0."""
    found = {
        number: _put(unit, programme, said, before, offerings[:number])
        for number, said, before in _in_order(programme, offerings)
    }
    return {str(number): found[number] for number in sorted(found) if found[number]}


def _put(
    unit: Unit, programme: Programme, said: Described, before: Planned | None, above: Sequence[Described]
) -> _Wrong:
    if any(_same(one, said) for one in above):
        return {"title": [refusals.said_twice(said.title)]}
    if before and _values(before) == _values(with_lead(said)):
        return {}
    try:
        put(unit, programme, said, before)
    except InvalidRequest as refused:
        return dict(refused.details["fields"])
    except Conflict as refused:
        return {"title": [refused.said]}
    return {}


def _in_order(programme: Programme, offerings: Sequence[Described]) -> list[_Row]:
    """Return the rows with what stands of each: those that stand in the order of their ids, as all who hold several."""
    rows: list[_Row] = [
        (number, said, next((one for one in programme.offerings if _same(one, said)), None))
        for number, said in enumerate(offerings)
    ]
    return sorted(rows, key=lambda row: row[2].offering_id if row[2] else "")


def _same(one: Described, other: Described) -> bool:
    return (one.session_id, one.title) == (other.session_id, other.title)


def _values(said: Described) -> list[object]:
    return [_unordered(getattr(said, name)) for name in _SAID]


def _unordered(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value
