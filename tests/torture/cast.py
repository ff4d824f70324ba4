"""The people of one demo school as actors: who teaches, leads a class, has a child there."""

import json
from dataclasses import dataclass

from contracts.actor import Actor, Grant, Role


@dataclass(frozen=True)
class Pupil:
    pupil_id: str
    class_id: str
    guardian_ids: tuple[str, ...]


class School:
    """One school of the demo district, read from the file it was loaded from."""

    def __init__(self, places, code):
        whole = json.loads((places.demo / "directory.json").read_text(encoding="utf-8"))
        self.district_id = whole["district"]["district_id"]
        self._plain = next(school for school in whole["schools"] if school["code"] == code)
        self.school_id = self._plain["school_id"]
        self.classes = {c["class_id"]: c["grade"] for c in self._plain["classes"]}
        self.pupils = [
            Pupil(p["pupil_id"], p["class_id"], tuple(p["guardian_ids"])) for p in self._plain["pupils"]
        ]

    def teachers(self):
        """Return (actor, grant) of everyone who teaches a subject in a class."""
        return [
            (actor, grant) for actor in map(self._staff, self._plain["staff"]) for grant in actor.grants
            if grant.role is Role.TEACHER
        ]

    def head_of(self, class_id):
        """Return the class's head teacher."""
        return next(actor for actor in map(self._staff, self._plain["staff"]) if actor.heads(class_id))

    def holder(self, role):
        """Return somebody who holds this role for the whole school."""
        return next(actor for actor in map(self._staff, self._plain["staff"]) if role in actor.roles())

    def guardian_of(self, pupil):
        """Return the pupil's first guardian, with this child."""
        grant = Grant(role=Role.GUARDIAN, pupil_id=pupil.pupil_id, class_id=pupil.class_id)
        return self._actor(pupil.guardian_ids[0], (grant,))

    def _staff(self, plain):
        return self._actor(plain["person_id"], tuple(Grant.load(grant) for grant in plain["grants"]))

    def _actor(self, person_id, grants):
        return Actor(person_id=person_id, district_id=self.district_id, school_id=self.school_id, grants=grants)
