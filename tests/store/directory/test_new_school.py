"""The operator opens a district and a school, and whoever runs the school's office has a card; no more is there."""

from datetime import date, time

import pytest

from contracts.actor import Grant, Role, visitor
from contracts.directory.calendar import CalendarPublished, Season, SeasonName, Term
from contracts.directory.card import Activate
from contracts.directory.new_school import OpenDistrict, OpenSchool
from contracts.directory.school import FindSchool, ListClasses, StaffGranted, Stage
from contracts.directory.session import ReadSession
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing.caller import Caller
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.directory import wiring
from services.directory.application.rolls.roll import RollClass, RollColleague, RollSchool
from services.directory.application.rolls.take_in import take_in_school
from services.directory.application.schools import find_school, list_classes
from services.directory.application.signing_in.session import read_session

CHOSEN = "tang ren jie 87 hao"
TERM = Term(name="第一学期", first=date(2026, 9, 1), last=date(2027, 1, 23))
pytestmark = pytest.mark.servers


class Operator:
    """Opens a district of its own for each test, and schools in it."""

    def __init__(self, store):
        self.store, self.code = store, f"d-{new_id()[-12:]}"
        self.phone = f"138{int(new_id()[-12:], 16) % 10**8:08d}"

    def opens_district(self, **more):
        ask = OpenDistrict(**{"code": self.code, "name": "清河区", "terms": (TERM,), **more})
        return wiring.open_district(self.store.house, ask).district_id

    def opens_school(self, **more):
        return wiring.open_school(self.store.house, OpenSchool(**{
            "district": self.code, "code": f"{self.code}-x", "name": "新河小学", "stage": Stage.PRIMARY,
            "person": "吴敏", "phone": self.phone, **more,
        }))

    def comes_with(self, card):
        """Return the session of whoever comes with the card."""
        ask = Activate(code=card, last_four=self.phone[-4:], password=CHOSEN, client=new_id())
        token = wiring.activate(self.store.house, ask, caller(visitor())).token
        return self.store.query(read_session, ReadSession(token=token), caller(visitor()))


def caller(actor):
    return Caller(call="directory.test", actor=actor, request_id="test")


@pytest.fixture
def operator(real_store):
    return Operator(real_store)


def test_a_new_district_announces_its_calendar_once(operator, real_store):
    winter = Season(first=date(2026, 10, 1), season=SeasonName.WINTER, off_work_at=time(17))
    district_id = operator.opens_district(seasons=(winter,))
    assert operator.opens_district(name="别的名字", terms=()) == district_id
    (told,) = real_store.news(Scope(district_id=district_id))
    assert isinstance(told, CalendarPublished) and (told.terms, told.seasons) == ((TERM,), (winter,))


def test_a_calendar_that_contradicts_itself_opens_no_district(operator):
    backwards = Term(name="第一学期", first=TERM.last, last=TERM.first)
    with pytest.raises(InvalidRequest) as refusal:
        operator.opens_district(terms=(backwards,))
    assert "早于开始日期" in refusal.value.details["fields"]["terms"][0]
    with pytest.raises(NotFound):
        operator.opens_school()


def test_the_card_lets_its_owner_into_the_office_of_an_empty_school(operator, real_store):
    operator.opens_district()
    opened = operator.opens_school()
    session = operator.comes_with(opened.card)
    (actor,) = session.actors
    assert actor.school_id == opened.school_id
    assert actor.grants == (Grant(role=Role.ACADEMIC_OFFICE),)
    office = caller(actor)
    assert real_store.query(list_classes, ListClasses(), office).classes == ()
    school = real_store.query(find_school, FindSchool(code=f"{operator.code}-x"), office)
    assert (school.name, school.stage) == ("新河小学", Stage.PRIMARY)


def test_opening_again_changes_nothing_but_the_card(operator, real_store):
    district_id = operator.opens_district()
    first, again = operator.opens_school(), operator.opens_school()
    assert again.school_id == first.school_id
    told = real_store.news(Scope(district_id=district_id, school_id=first.school_id))
    assert [type(event) for event in told] == [StaffGranted]
    with pytest.raises(Exception, match="激活码"):
        operator.comes_with(first.card)
    assert operator.comes_with(again.card).actors


def test_a_colleague_who_teaches_there_joins_the_office_and_goes_on_teaching(operator, real_store):
    scope = Scope(district_id=operator.opens_district(), school_id=operator.opens_school().school_id)
    (joined,) = real_store.news(scope)
    class_id = new_id()
    teaching = Grant(role=Role.TEACHER, class_id=class_id, subject="语文")
    colleague = RollColleague(staff_id=joined.grant_list_id, person_id=joined.person_id, grants=(teaching,))
    of_school = RollSchool(
        school_id=scope.school_id, code="", name="", stage=Stage.PRIMARY, pupils=(), staff=(colleague,),
        classes=(RollClass(class_id=class_id, grade=3, number=2),),
    )
    real_store.take_in(take_in_school, of_school, scope)
    (actor,) = operator.comes_with(operator.opens_school().card).actors
    assert actor.grants == (teaching, Grant(role=Role.ACADEMIC_OFFICE))


@pytest.mark.parametrize(
    ("said", "problem"), [({"phone": "1381234567"}, InvalidRequest), ({"name": "别的小学"}, Conflict)]
)
def test_what_cannot_be_is_refused_and_opens_nothing(operator, said, problem):
    operator.opens_district()
    operator.opens_school()
    with pytest.raises(problem):
        operator.opens_school(**said)


def test_a_number_that_is_somebody_elses_opens_no_account(operator):
    operator.opens_district()
    operator.opens_school()
    with pytest.raises(InvalidRequest) as refusal:
        operator.opens_school(person="别的人")
    assert "姓名不同" in refusal.value.details["fields"]["phone"][0]


def test_a_school_needs_a_district(operator):
    with pytest.raises(NotFound):
        operator.opens_school()
