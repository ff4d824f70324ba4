"""Opening what a roster brings with it: classes and adults that were not known."""

from collections.abc import Iterable, Sequence

from contracts.directory.school import ClassOpened
from services.directory.application.rolls.roll import RollClass
from services.directory.application.rosters.book import classes_of
from services.directory.application.rosters.kept import NewPerson
from services.directory.application.rosters.unit import RosterUnit
from services.directory.domain.roster.class_key import ClassKey


def open_classes(unit: RosterUnit, opened: Sequence[ClassKey]) -> dict[ClassKey, str]:
    """Let these classes be open; return the ids of all there are."""
    new = [RollClass(class_id=unit.new_id(), grade=key.grade, number=key.number) for key in opened]
    if new:
        unit.keep_classes(new)
        unit.emit_all(ClassOpened(class_id=one.class_id, grade=one.grade, number=one.number) for one in new)
    return classes_of(unit)


def know_people(unit: RosterUnit, named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Let everybody with these (phone, name) be known in the district; return their ids by phone."""
    names = dict(named)
    known = {phone: person.person_id for phone, person in unit.known_people(list(names)).items()}
    new = [
        NewPerson(person_id=unit.new_id(), name=name, phone=phone)
        for phone, name in names.items() if phone not in known
    ]
    unit.keep_new_people(new)
    return known | {one.phone: one.person_id for one in new}
