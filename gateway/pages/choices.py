"""Choices: what a family may choose from, as options of a form."""

from contracts.enrolment.offering import WEEKDAY_LABELS, Offering, OfferingKind, Offerings
from gateway.forms.field import Option
from gateway.language import one_sentence, phrase
from gateway.texts.programme import fee, span


def days(offered: Offerings) -> tuple[Option, ...]:
    """Return the days on which there is basic care."""
    days = {day for o in offered.offerings if o.kind is OfferingKind.BASIC_CARE for day in o.weekdays}
    return tuple(Option(value=str(day), label=WEEKDAY_LABELS[day]) for day in sorted(days))


def clubs(offered: Offerings) -> tuple[Option, ...]:
    """Return the clubs, each with its hours and what is left."""
    return tuple(_club(o) for o in offered.offerings if o.kind is OfferingKind.CLUB)


def _club(o: Offering) -> Option:
    days = "、".join(WEEKDAY_LABELS.get(day, "") for day in o.weekdays)
    room = f"还有 {o.left} 个名额" if o.left else f"已满，可以候补（现有 {o.waiting} 人候补）"
    when = phrase("{0} {1}", days, span(o.starts_at, o.ends_at))
    hint = one_sentence(when, o.location, "" if not o.fee_yuan else fee(o.fee_yuan), room)
    return Option(value=o.offering_id, label=o.title, hint=hint)
