"""Trial: a fault is planted, its guard looks, and we see whether it was caught and named."""

import time
from dataclasses import dataclass
from subprocess import TimeoutExpired

from tests.faults.checkout import Checkout
from tests.faults.fault import Fault, FaultOutdated
from tests.faults.guard import Guard


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`amiss` says why the guard is not to be relied on; None where it caught and named the fault."""

    fault: Fault
    seconds: float
    amiss: str | None = None


def tried(fault: Fault, checkout: Checkout) -> Outcome:
    """Return what came of planting the fault into the checkout; the checkout is whole again."""
    began = time.monotonic()
    try:
        with checkout.spoilt(fault):
            amiss = _missed(fault, checkout)
    except (FaultOutdated, TimeoutExpired) as problem:
        amiss = str(problem)
    return Outcome(fault=fault, seconds=time.monotonic() - began, amiss=amiss)


def _missed(fault: Fault, checkout: Checkout) -> str | None:
    told = Guard(fault.red).look(checkout.folder)
    if told.green:
        return "the guard saw nothing"
    if unsaid := [words for words in fault.says if words not in told.words]:
        return f"the guard is red and does not say {unsaid}. It says:\n{told.words}"
    return None
