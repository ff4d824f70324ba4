"""Institution: what is wrong with one that is brought in to run an offering (E9)."""

from collections.abc import Iterator
from datetime import date

from services.enrolment.domain.planned import Offering

INSTITUTION = "institution"
_SUBJECT = "subject"


def institution_faults(offering: Offering, last_day: date) -> Iterator[str]:
    """Yield its faults by their codes: it teaches a subject; its papers end before the term; nobody selected it."""
    if INSTITUTION not in offering.staff_kinds and not offering.institution:
        return
    if offering.institution_sort == _SUBJECT:
        yield "subject_training"
    if offering.white_listed_until is None or offering.white_listed_until < last_day:
        yield "off_white_list"
    if offering.selected_on is None:
        yield "unselected"
