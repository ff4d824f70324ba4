"""Pupil match: which child of the school a row speaks of."""

from collections import defaultdict
from typing import Any

from services.directory.domain.roster.pupil_row import PupilRow
from services.directory.domain.roster.standing import Standing, StandingPupil


class PupilMatch:
    """By student number; else by name and birth date; else, where neither was ever kept, by name in the class."""

    def __init__(self, standing: Standing):
        self._numbered = standing.numbered
        self._by_id = {pupil.pupil_id: pupil for pupil in standing.pupils}
        self._by_birth: dict[Any, list[StandingPupil]] = defaultdict(list)
        self._by_class: dict[Any, list[StandingPupil]] = defaultdict(list)
        for pupil in standing.pupils:
            if pupil.born_on:
                self._by_birth[pupil.name, pupil.born_on].append(pupil)
            elif not pupil.numbered:
                self._by_class[pupil.name, pupil.class_key].append(pupil)

    def of(self, row: PupilRow) -> StandingPupil | None:
        """Return the child, None for one who is new here."""
        if row.student_number and (pupil_id := self._numbered.get(row.student_number)):
            return self._by_id[pupil_id]
        born = self._by_birth[row.name, row.born_on] if row.born_on else []
        if row.student_number:
            born = [pupil for pupil in born if not pupil.numbered]
        return _only(born) or _only(self._by_class[row.name, row.class_key])


def _only(found: list[StandingPupil]) -> StandingPupil | None:
    return found[0] if len(found) == 1 else None
