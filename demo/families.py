"""Families: who the children of a class are, and who their guardians; some have two children, some one guardian."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from demo.chance import Chance, chance
from demo.ids import an_id
from demo.names import Names
from demo.people import Colleague, Person, Pupil, SchoolClass
from demo.phones import Phones
from demo.plans import CARDS, CARDS_CLASS, Plan

_HIGHLAND = "i"
_FEWEST_SEATS, _MOST_SEATS = 20, 27
_TWINS, _SIBLINGS, _ONE_GUARDIAN = 0.012, 0.06, 0.15


@dataclass(kw_only=True)
class Family:
    """Guardians with one name for their children, and the classes the children are in so far."""

    surname: str
    guardians: tuple[Person, ...]
    class_ids: list[str] = field(default_factory=list)


class Families:
    """Fills the classes of one school; `elsewhere` are families of another school that may send a second child."""

    def __init__(self, plan: Plan, names: Names, phones: Phones, elsewhere: Sequence[Family] = ()):
        self._plan, self._names, self._phones = plan, names, phones
        self._chance = chance("families", plan.key)
        self._elsewhere = [family for family in elsewhere if len(family.class_ids) == 1]
        self.families: list[Family] = []
        self.guardians: list[Person] = []

    def fill(self, a_class: SchoolClass, colleague: Colleague | None = None) -> Iterator[Pupil]:
        """Yield the class's pupils by seat number. A `colleague` of the school has the child on the first seat."""
        for seat in range(1, self._chance.randint(_FEWEST_SEATS, _MOST_SEATS) + 1):
            family = self._family_for(a_class, seat, colleague)
            family.class_ids.append(a_class.class_id)
            yield Pupil(
                pupil_id=an_id("pupil", self._plan.key, a_class.grade, a_class.number, seat),
                name=self._name(family),
                class_id=a_class.class_id,
                seat_number=seat,
                guardian_ids=tuple(guardian.person_id for guardian in family.guardians),
            )

    def _name(self, family: Family) -> str:
        return self._names.child(family.surname) if family.surname else self._names.highland()

    def _family_for(self, a_class: SchoolClass, seat: int, colleague: Colleague | None) -> Family:
        if colleague and seat == 1:
            return self._kept(Family(surname=self._names.surname(), guardians=(colleague.person,)))
        if self._is_the_cards_sibling(a_class, seat):
            return next(f for f in self.families if f.class_ids == [self._cards_class_id()] and len(f.guardians) == 2)
        return self._known_family(a_class, seat, self._chance) or self._new_family()

    def _known_family(self, a_class: SchoolClass, seat: int, luck: Chance) -> Family | None:
        """Return the family of the seat before (twins), or of a sibling in another class or the other school."""
        drawn = luck.random()
        if drawn < _TWINS and seat > 1 and self.families[-1].class_ids == [a_class.class_id]:
            return self.families[-1]
        if drawn < _SIBLINGS:
            apart = [f for f in self.families if len(f.class_ids) == 1 and a_class.class_id not in f.class_ids]
            return luck.choice(apart) if apart else self._from_elsewhere(luck)
        return None

    def _from_elsewhere(self, luck: Chance) -> Family | None:
        return self._elsewhere.pop(luck.randrange(len(self._elsewhere))) if self._elsewhere else None

    def _new_family(self) -> Family:
        if self._plan.key == _HIGHLAND and len(self.families) % 3 == 0:
            return self._kept(Family(surname="", guardians=self._parents(self._names.highland)))
        surname = self._names.surname()
        return self._kept(Family(surname=surname, guardians=self._parents(lambda: self._names.adult(surname))))

    def _parents(self, first_name) -> tuple[Person, ...]:
        one = self._guardian(first_name())
        if self._chance.random() < _ONE_GUARDIAN:
            return (one,)
        return (one, self._guardian(self._names.adult()))

    def _guardian(self, name: str) -> Person:
        login = f"{self._plan.code}-jiazhang-{len(self.guardians) + 1:03d}"
        person = Person(person_id=an_id("person", login), name=name, login=login, phone=self._phones.number())
        self.guardians.append(person)
        return person

    def _kept(self, family: Family) -> Family:
        self.families.append(family)
        return family

    def _is_the_cards_sibling(self, a_class: SchoolClass, seat: int) -> bool:
        return self._plan.key == CARDS and (a_class.grade, a_class.number, seat) == (5, 1, 1)

    def _cards_class_id(self) -> str:
        return class_id(self._plan, *CARDS_CLASS)


def class_id(plan: Plan, grade: int, number: int) -> str:
    """Return the id of a class."""
    return an_id("class", plan.key, grade, number)
