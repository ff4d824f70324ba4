"""What places cost: a line for each paid place on the family's page, a statement of the term for the office (E15)."""

from dataclasses import replace

import pytest

from contracts.enrolment.fee import Fees, OfferingFees, PlaceFee
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.enrolment import FOOTBALL
from tests.unit.gateway.houses.people import YIMING
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_family_pages import applies

WORDS = "每学期 120 元，本学期 60 次，已过 12 次：应收 24 元"
STATEMENT = Fees(
    term="第一学期", terms=("第一学期", "上学期"), yuan=264,
    offerings=(
        OfferingFees(offering_id=YIMING, title="三年级看护", fee_yuan=0, places=40, yuan=0),
        OfferingFees(offering_id=FOOTBALL, title="足球", fee_yuan=120, places=4, open_places=1, yuan=264),
    ),
)


@pytest.fixture
def stated(houses: InMemoryHouses) -> None:
    houses.enrolment.statement = STATEMENT


def test_a_family_reads_the_sum_of_each_paid_place_and_nothing_where_all_is_free(
    mother: Person, houses: InMemoryHouses
) -> None:
    applies(mother, YIMING, care_weekdays=["1"], club_ids=FOOTBALL)
    assert "应收" not in mother.page.words
    [application] = houses.enrolment.applications.values()
    fee = PlaceFee(offering_id=FOOTBALL, title="足球社", yuan=24, words=WORDS)
    houses.enrolment.applications[application.application_id] = replace(application, fees=(fee,))
    mother.opens(mother.address)
    assert f"足球社 · {WORDS}" in mother.page.words


@pytest.mark.usefixtures("stated")
def test_the_office_comes_to_the_statement_from_its_first_page(after_school_office: Person) -> None:
    office = after_school_office
    office.opens("/")
    office.opens(next(to for words, to in office.page.links.items() if words.startswith("课后服务收费")))
    said = "".join(office.page.words.split())
    for words in ("应收合计264元", "三年级看护40免费0", "足球4每学期120元264", "合计44264", "有1个名额还算不出"):
        assert words in said
    assert "上学期" in office.page.links


def test_before_anything_is_announced_the_statement_says_so(principal: Person) -> None:
    principal.opens("/after-school/fees")
    assert "学校还没有公布课后服务。" in principal.page.words


def test_the_statement_is_for_the_offices_alone(mother: Person, teacher: Person) -> None:
    for person in (mother, teacher):
        person.opens("/after-school/fees")
        assert person.status == 404
