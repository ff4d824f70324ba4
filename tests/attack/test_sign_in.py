"""Nobody learns who exists, nobody guesses on, and a storm of guesses keeps nobody else out."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate, count, takewhile

from contracts.actor import Role
from demo.password import PASSWORD
from services.directory.domain.patience import AT_ONE_PLACE
from tests.attack.visitor import Visitor, sign_in

GUESSES, AT_ONCE = 200, 32


def test_an_unknown_name_and_a_wrong_password_cannot_be_told_apart(house_up, world):
    known, unknown = world.removed[Role.GRADE_LEAD].login, "q7-unknown-" + "x" * 20
    by_program = [
        Visitor(house_up.address).program("POST", "/api/v1/session", {"login": login, "password": "wrong"})
        for login in (known, unknown)
    ]
    assert by_program[0].status == 401
    assert by_program[0].without_ids() == by_program[1].without_ids()
    by_page = [
        Visitor(house_up.address).post("/sign-in", {"login": login, "password": "wrong", "key": "k"})
        for login in (known, unknown)
    ]
    (status, headers, page), (_, _, other) = (answer.without_ids() for answer in by_page)
    assert status == 401
    assert page.replace(known, "") == other.replace(unknown, "")
    assert dict(headers).keys() == dict(by_page[1].without_ids()[1]).keys()


def heard_within(seconds):
    """Return how many guesses are heard in this time: the free ones, then one after each wait."""
    waits = (AT_ONE_PLACE.wait_after(tries).total_seconds() for tries in count(AT_ONE_PLACE.free))
    return AT_ONE_PLACE.free + sum(1 for _ in takewhile(lambda waited: waited <= seconds, accumulate(waits)))


def test_two_hundred_guesses_at_once_are_almost_all_not_even_heard_and_keep_nobody_else_out(house_up, world):
    login = world.removed[Role.ACADEMIC_OFFICE].login

    def guess(number):
        return Visitor(house_up.address).program("POST", "/api/v1/session", {"login": login, "password": str(number)})

    begun = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        storm = [crowd.submit(guess, number) for number in range(GUESSES)]
        meanwhile = [sign_in(house_up.address, held.login, PASSWORD) for held in world.holders.values()]
        answers = [one.result() for one in storm]
    assert all(visitor.token for visitor in meanwhile)
    assert {answer.status for answer in answers} <= {401, 429, 503}
    assert sum(answer.status == 401 for answer in answers) <= heard_within(time.monotonic() - begun)
    assert all(int(answer.header("Retry-After")) > 0 for answer in answers if answer.status != 401)


def test_a_password_is_never_sent_back_nor_kept_in_an_address(house_up):
    answer = Visitor(house_up.address).post("/sign-in", {"login": "q7-nobody-typed", "password": "Q7PASSWORDTYPED"})
    assert "Q7PASSWORDTYPED" not in answer.text
    in_address = Visitor(house_up.address).get("/sign-in?login=q7&password=Q7PASSWORDTYPED")
    assert "Q7PASSWORDTYPED" not in in_address.text
