"""The people whom the journeys follow, as the demo's own files name them."""

import json
from dataclasses import dataclass

SCHOOL = "qinghe"
_OFFICES = ("academic_office", "after_school_office", "principal")
THE_CLASS = (3, 2)


@dataclass(frozen=True, kw_only=True)
class Someone:
    """An adult with an account."""

    name: str
    login: str
    password: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class Child:
    """A child of the class that the sign-in cards are about."""

    name: str
    guardians: tuple[Someone, ...]


class People:
    """Who is who in the demo district."""

    def __init__(self, places):
        read = {name: json.loads((places.demo / f"{name}.json").read_text("utf-8")) for name in _FILES}
        self._directory, self._homework = read["directory"], read["homework"]
        self._cards = read["cards"]["cards"]
        self._applied = {a["pupil_id"]: a["application_id"] for a in read["enrolment"]["applications"]}
        password = self._cards[0]["password"]
        self._people = {
            p["person_id"]: Someone(name=p["name"], login=p["login"], password=password, phone=p["phone"])
            for p in self._directory["people"]
        }

    @property
    def district(self):
        """Return the code of the demo district."""
        return self._directory["district"]["code"]

    def on_card(self, role):
        """Return whom the card of a role shows to a newcomer."""
        login = next(card["login"] for card in self._cards if card["role"] == role)
        return next(person for person in self._people.values() if person.login == login)

    def teacher(self, subject, of=THE_CLASS, school=SCHOOL):
        """Return who teaches a subject in a class."""
        return next(self._people[person_id] for person_id in self._teaching(school, of, subject))

    def holder(self, role, school):
        """Return one of a school's staff who holds a role, or, of a rarer sort, the one who does."""
        held = ((c["person_id"], grant["role"]) for c in self._school(school)["staff"] for grant in c["grants"])
        return next(self._people[person_id] for person_id, one in held if one == role)

    def family_of(self, school):
        """Return a guardian of a child of a school."""
        return self._people[self._school(school)["pupils"][0]["guardian_ids"][0]]

    def a_child_of(self, school, grade):
        """Return a child of a grade's first class for whom nobody has applied, and who may be asked to decide for it.

        The nearest to the child comes first.
        """
        class_id = self._class_id(school, (grade, 1))
        of_class = (p for p in self._school(school)["pupils"] if p["class_id"] == class_id)
        pupil = next(p for p in of_class if p["pupil_id"] not in self._applied)
        child = Child(name=pupil["name"], guardians=tuple(self._people[g] for g in pupil["guardian_ids"]))
        wanted = (("head_teacher", class_id), ("grade_lead", grade), *((role, None) for role in _OFFICES))
        held = [
            ((grant["role"], grant.get("class_id") or grant.get("grade")), self._people[one["person_id"]])
            for one in self._school(school)["staff"] for grant in one["grants"]
        ]
        return pupil["pupil_id"], child, [person for post in wanted for known, person in held if known == post]

    def end_of_term(self, today):
        """Return the last day of the term that runs, or comes next, as pages write it."""
        return next(t["last"] for t in self._directory["calendar"]["terms"] if t["last"] >= today.isoformat())

    def child_of(self, guardian):
        """Return the guardian's child in the class."""
        return next(child for child in self.children() if guardian in child.guardians)

    def children(self):
        """Return the children of the class for whom nobody has applied yet."""
        return [
            Child(name=pupil["name"], guardians=tuple(self._people[g] for g in pupil["guardian_ids"]))
            for pupil in self._school(SCHOOL)["pupils"]
            if pupil["class_id"] == self._class_id(SCHOOL, THE_CLASS) and pupil["pupil_id"] not in self._applied
        ]

    def piece_of(self, teacher):
        """Return the id of a piece of homework that a teacher has set."""
        person_id = next(person_id for person_id, person in self._people.items() if person == teacher)
        return next(p["assignment_id"] for p in self._homework["pieces"] if p["teacher_id"] == person_id)

    def child_applied_for(self):
        """Return the ids of a child of the class and of the application that waits for it."""
        class_id = self._class_id(SCHOOL, THE_CLASS)
        in_the_class = (p["pupil_id"] for p in self._school(SCHOOL)["pupils"] if p["class_id"] == class_id)
        return next((pupil_id, self._applied[pupil_id]) for pupil_id in in_the_class if pupil_id in self._applied)

    def _teaching(self, school, of, subject):
        wanted = (self._class_id(school, of), subject)
        for colleague in self._school(school)["staff"]:
            if any((g.get("class_id"), g.get("subject")) == wanted for g in colleague["grants"]):
                yield colleague["person_id"]

    def _class_id(self, school, of):
        classes = self._school(school)["classes"]
        return next(c["class_id"] for c in classes if (c["grade"], c["number"]) == of)

    def _school(self, code):
        return next(school for school in self._directory["schools"] if school["code"] == code)


_FILES = ("directory", "homework", "enrolment", "cards")
