"""Programmes of the little school: enrolment's own store in memory, told of its people, its terms and the norms."""

from datetime import date

from contracts.actor import Role
from contracts.directory.calendar import Term
from contracts.directory.school import ClassOpened, PupilPlaced, StaffGranted
from contracts.enrolment.offering import OfferingKind
from services.enrolment.application.facts import learn
from tests.store.enrolment import cast, office
from tests.store.enrolment.fake import FakeStore
from tests.unit.gateway.houses import people as who

LATER = (
    Term(name="2098-2099学年第二学期", first=date(2099, 2, 20), last=date(2099, 7, 1)),
    Term(name="2099-2100学年第一学期", first=date(2099, 9, 1), last=date(2100, 1, 20)),
)


class Told(FakeStore):
    """The store, and enough of a stage for what an office hears."""

    def __init__(self) -> None:
        super().__init__()
        self.school_id = who.SCHOOL_ID


def written_in_memory() -> FakeStore:
    """Return a store that knows the school, in which nothing is written yet."""
    store = Told()
    for one in who.CLASSES:
        store.hear(learn, ClassOpened(class_id=one.class_id, grade=one.grade, number=one.number), 1)
    for pupil_id, (_, class_id) in who.PUPILS.items():
        store.hear(learn, PupilPlaced(pupil_id=pupil_id, class_id=class_id, seat_number=1), 1)
    for person_id, actor in who.ACTORS.items():
        grants = tuple(grant for grant in actor.grants if grant.role not in (Role.GUARDIAN, Role.DISTRICT_OFFICE))
        if grants:
            told = StaffGranted(grant_list_id=person_id, person_id=person_id, grants=grants)
            store.hear(learn, told, 1)
    for kind in OfferingKind:
        store.hear(learn, cast.chain(kind, ("head_teacher",)), 1)
    store.hear(learn, office.calendar_told(*LATER), 1, of_school=False)
    store.hear(learn, office.nation_told(*office.NATION), 1, of_school=False)
    return store
