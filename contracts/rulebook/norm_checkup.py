"""Norm checkup: which norms of a school's layers bind nobody today, or will soon bind nobody any more."""

from datetime import date
from enum import StrEnum

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.message import Message


class Gap(StrEnum):
    """A norm whose dates are all still to come, are all over, or end soon with nothing after them."""

    NOT_YET = "not_yet"
    NO_MORE = "no_more"
    ENDING = "ending"


class ReadNormCheckup(Message):
    """Ask which norms of the asker's school have no date that holds on this day, or soon none."""

    on: date


class NormGap(Message):
    """`on` is the first day it holds, for NOT_YET; the last one it holds, or held, otherwise."""

    norm: str
    title: str
    layer: str
    gap: Gap
    on: date


class NormCheckup(Message):
    """How many norms hold on the day, and which do not, or soon do not."""

    in_force: int
    gaps: tuple[NormGap, ...]


NORM_CHECKUP = Call(
    service="rulebook", method="norm_checkup", ask=ReadNormCheckup, answer=NormCheckup, allow=OFFICE
)
