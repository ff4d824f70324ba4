"""A family of its own: everything about it is unmistakable, and it leaves its traces in every house as families do."""

from contracts.actor import Role
from demo.password import PASSWORD, password_hash
from ops.running import wait_for
from plumbing.ids import new_id
from tests.attack import documents, settling
from tests.attack.visitor import Visitor, sign_in
from tests.attack.world import person

SECONDS = 60
CHOSEN = "four plain words here"


class LeavingFamily:
    """One child with one guardian, in a school with a head teacher, an office and a principal.

    The child comes by a roster, the guardian by a card; they apply, are turned down by name, and apply again.
    """

    def __init__(self, house, folder):
        self.house, self.nonce = house, new_id()[-6:].upper()
        letters = self.nonce.translate(_LETTERS)
        self.child, self.mother = f"LEAVINGCHILD{letters}", f"LEAVINGMOTHER{letters}"
        self.number, self.phone = f"G{new_id().replace('-', '')[-18:].translate(_DIGITS)}", "13" + _digits(9)
        self.district_id, self.school_id, self.class_id = new_id(), new_id(), new_id()
        self.care_id = new_id()
        staff = (Role.HEAD_TEACHER, Role.ACADEMIC_OFFICE, Role.PRINCIPAL)
        self.people = {role: person(f"Q7L{self.nonce}", role, self.nonce.lower()) for role in staff}
        settling.seed(house, folder / "leaving", directory=self._roll(), **self._after_school())
        settling.arrived(house)
        self.head, self.office, self.principal = (
            sign_in(house.address, self.people[role].login, PASSWORD) for role in staff
        )

    def _roll(self):
        def colleague(role):
            grant = {"role": role, **({"class_id": self.class_id} if role is Role.HEAD_TEACHER else {})}
            return {"staff_id": new_id(), "person_id": self.people[role].person_id, "grants": [grant]}

        return {
            "district": {"district_id": self.district_id, "code": f"leaving-{self.nonce.lower()}", "name": "Q7"},
            "calendar": {
                "calendar_id": self.district_id, "terms": [documents.term()], "marked": [], "provisional_from": None,
            },
            "password_hash": password_hash(), "officers": [],
            "people": [
                {"person_id": p.person_id, "name": p.name, "phone": p.phone, "login": p.login}
                for p in self.people.values()
            ],
            "schools": [{
                "school_id": self.school_id, "code": f"q7l{self.nonce.lower()}", "name": "Q7", "stage": "primary",
                "classes": [{"class_id": self.class_id, "grade": documents.GRADE, "number": 1}],
                "staff": [colleague(role) for role in self.people], "pupils": [],
            }],
        }

    def _after_school(self):
        where = {"district_id": self.district_id, "school_id": self.school_id}
        chain = {**where, "affair": "basic_care", "chain": "care_class"}
        every_day = {**where, "session_id": self.care_id, "weekdays": [1, 2, 3, 4, 5], "grades": [documents.GRADE]}
        session = {
            **every_day, "kind": "after_school", "name": "Q7", "starts_at": "16:30", "ends_at": "17:30",
            "collect_by": "18:00",
        }
        care = {
            **every_day, "offering_id": self.care_id, "kind": "basic_care", "title": "Q7", "capacity": 5,
        }
        return {
            "rulebook": {"layers": [], "chains": [chain]},
            "enrolment": {"term": documents.term(), "applications": [], "sessions": [session], "offerings": [care]},
        }

    @property
    def words(self):
        """Return all by which the family could be known again."""
        return {self.child, self.mother, self.number, self.phone}

    def comes(self):
        """The child comes by a roster, its mother opens her account by a card."""
        rows = ("学籍号\t姓名\t班级\t出生日期\t家长姓名\t与学生关系\t联系电话",
                f"{self.number}\t{self.child}\t三（1）班\t2017-05-06\t{self.mother}\t母亲\t{self.phone}")
        form = {"people": "pupils", "whole": "part", "school_id": self.school_id, "pasted": "\n".join(rows)}
        at = self.office.post("/school/rosters", form).header("Location").rpartition("/")[2]
        self._ended(at, "check")
        settling.done(self.office.program("POST", f"/api/v1/rosters/{at}/take-in", {}, **settling.key()))
        self._ended(at, "take_in")
        cards = self.office.program("POST", f"/api/v1/classes/{self.class_id}/cards", {})
        (card,) = cards.json["cards"]
        opened = Visitor(self.house.address).program(
            "POST", "/api/v1/activation",
            {"code": card["code"], "last_four": self.phone[-4:], "password": CHOSEN},
        )
        settling.done(opened)
        self.guardian = Visitor(self.house.address, opened.json["token"])
        self.mother_id = opened.json["person_id"]
        pupils = self.office.program("GET", f"/api/v1/classes/{self.class_id}/pupils").json["pupils"]
        self.pupil_id = pupils[0]["pupil_id"]
        settling.arrived(self.house)

    def _ended(self, roster_id, job):
        def ended():
            state = (self.office.program("GET", f"/api/v1/rosters/{roster_id}").json[job] or {}).get("state")
            assert state not in ("failed", "cancelled"), job
            return state == "done"

        assert wait_for(ended, SECONDS)

    def lives(self):
        """It applies, is turned down by name, applies again and has a place; its mother is told, and reads."""
        self._decided("reject", f"{self.child}已经有人接，{self.mother}知道。")
        self._decided("approve", "")
        inbox = []

        def told():
            inbox[:] = self.guardian.program("GET", "/api/v1/inbox").json["messages"]
            return len(inbox) >= 3

        assert wait_for(told, SECONDS)
        receipt = f"/api/v1/inbox/{inbox[0]['message_id']}/receipt"
        settling.done(self.guardian.program("PUT", receipt, {}, **settling.key()))

    def _decided(self, decision, reason):
        wish = {"pupil_id": self.pupil_id, "care_weekdays": [1]}
        applied = self.guardian.program("POST", "/api/v1/applications", wish, **settling.key())
        settling.done(applied)
        said = {"decision": decision, **({"reason": reason, "ground": "full"} if reason else {})}
        address = f"/api/v1/applications/{applied.json['application_id']}/decision"
        settling.done(self.head.program("PUT", address, said, **settling.key()))

    def leaves(self):
        """One of the office asks that it be erased, and the principal confirms."""
        address = f"/api/v1/pupils/{self.pupil_id}/erasure"
        settling.done(self.office.program("POST", address, {"reason": "family"}, **settling.key()))
        refused = self.office.program("POST", f"{address}/confirmation", {}, **settling.key())
        assert refused.status == 409
        settling.done(self.principal.program("POST", f"{address}/confirmation", {}, **settling.key()))


_DIGITS, _LETTERS = str.maketrans("abcdef", "123456"), str.maketrans("0123456789", "GHJKLMNPQR")


def _digits(count):
    return new_id().replace("-", "")[-count:].translate(_DIGITS)
