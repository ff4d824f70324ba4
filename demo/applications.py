"""Applications of the demo: families who applied last evening and wait for a head teacher's word (E3)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from demo.chance import chance
from demo.ids import an_id_at
from demo.offerings import Offering
from demo.people import District, Pupil, School, SchoolClass
from plumbing.clock import SCHOOL_PLACE

_A_CLASS = 3


def applications(
    district: District, offered: Sequence[Offering], today: date, without: frozenset[str]
) -> Iterator[dict[str, Any]]:
    """Yield some applications of every class, as enrolment's seed reads them; none by a guardian in `without`."""
    for school in district.schools:
        own = [offering for offering in offered if offering.school_id == school.school_id]
        for a_class in school.classes:
            for pupil in _some_of(school, a_class, without):
                yield {
                    "district_id": district.district_id,
                    "school_id": school.school_id,
                    **_application(pupil, a_class, own, today),
                }


def _some_of(school: School, a_class: SchoolClass, without: frozenset[str]) -> list[Pupil]:
    free = [p for p in school.pupils if p.class_id == a_class.class_id and not without.intersection(p.guardian_ids)]
    return chance("applicants", a_class.class_id).sample(free, _A_CLASS)


def _application(pupil: Pupil, a_class: SchoolClass, own: Sequence[Offering], today: date) -> dict[str, Any]:
    luck = chance("application", pupil.pupil_id)
    at = time(19, luck.randint(0, 59), luck.randint(0, 59))
    submitted_at = datetime.combine(today - timedelta(days=1), at, SCHOOL_PLACE)
    care = next(o for o in own if o.kind == "basic_care" and a_class.grade in o.grades)
    club = luck.choice([o for o in own if o.kind == "club" and o.capacity > 1 and a_class.grade in o.grades])
    days = sorted(luck.sample(care.weekdays, luck.randint(2, len(care.weekdays))))
    return {
        "application_id": an_id_at(submitted_at, "application", pupil.pupil_id),
        "pupil_id": pupil.pupil_id,
        "class_id": pupil.class_id,
        "applicant_id": pupil.guardian_ids[0],
        "submitted_at": submitted_at.isoformat(),
        "places": [
            {"offering_id": care.offering_id, "weekdays": days},
            {"offering_id": club.offering_id, "weekdays": club.weekdays},
        ],
    }
