"""Due: what the calendar has to say today of approvals that lie: a reminder, or what follows from delay (E4)."""

from engines.approval import SYSTEM, Ring
from services.enrolment.application.chains import chains_of
from services.enrolment.application.unit import Unit


def ring_due(unit: Unit) -> None:
    """Let every task of the school that is due by today be reminded of, or go to whom its chain names; once."""
    while ringing := dict(unit.ringing(unit.today)):
        chains = chains_of(unit, unit.in_hand(list(ringing)))
        unit.keep([chains.advanced(case_id, Ring(task=number), SYSTEM) for case_id, number in ringing.items()])
