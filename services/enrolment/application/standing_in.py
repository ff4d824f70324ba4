"""Standing in: a colleague decides what would wait for somebody who is away, on the days that they have agreed (E4)."""

from contracts.enrolment.application import DECIDERS
from contracts.enrolment.stand_in import AskToStandIn, EndStandIn, ReadStandIn, StandIn, StandIns
from contracts.errors import InvalidRequest
from services.enrolment.application.unit import Unit


def read_stand_ins(unit: Unit, _: ReadStandIn) -> StandIns:
    """Return who stands in for the actor, for whom the actor does today, and who could be asked."""
    return _stand_ins(unit)


def ask_to_stand_in(unit: Unit, ask: AskToStandIn) -> StandIns:
    """Let a colleague decide for the actor on these days. Raises InvalidRequest for no colleague, or no such days."""
    if wrong := _wrong(unit, ask):
        raise InvalidRequest(details={"fields": {field: [words] for field, words in wrong.items()}})
    unit.keep_stand_in(StandIn(
        person_id=unit.actor.person_id, stand_in_id=ask.stand_in_id, first=ask.first, last=ask.last
    ))
    unit.audit("ask_to_stand_in", "person", ask.stand_in_id)
    return _stand_ins(unit)


def end_stand_in(unit: Unit, _: EndStandIn) -> StandIns:
    """Let nobody decide for the actor any more; where nobody does, nothing changes."""
    unit.drop_stand_in(unit.actor.person_id)
    unit.audit("end_stand_in", "person", unit.actor.person_id)
    return _stand_ins(unit)


def _stand_ins(unit: Unit) -> StandIns:
    me = unit.actor.person_id
    agreed = unit.stand_ins()
    return StandIns(
        own=next((one for one in agreed if one.person_id == me and one.last >= unit.today), None),
        others=tuple(one for one in agreed if one.stand_in_id == me and one.first <= unit.today <= one.last),
        colleagues=colleagues_of(unit),
    )


def colleagues_of(unit: Unit) -> tuple[str, ...]:
    """Return who else of the school decides something themselves."""
    return tuple(sorted(unit.holders_of(sorted(map(str, DECIDERS))) - {unit.actor.person_id}))


def _wrong(unit: Unit, ask: AskToStandIn) -> dict[str, str]:
    wrong = {}
    if ask.stand_in_id not in colleagues_of(unit):
        wrong["stand_in_id"] = "请从列出的同事里选一位。"
    if ask.last < ask.first:
        wrong["last"] = "最后一天早于第一天，请改一下。"
    elif ask.last < unit.today:
        wrong["last"] = "这一天已经过去了，请写今天或以后的一天。"
    return wrong
