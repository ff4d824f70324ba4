"""Everybody and everything of the world bears a mark, and no mark is ever found where it does not belong."""

import pytest

from contracts.actor import Role
from contracts.catalogue import HOUSES
from demo.password import PASSWORD
from ops.databases import as_superuser
from tests.attack import canaries
from tests.attack.crawl import crawl
from tests.attack.world import OF_A_CLASS, ROLES


def shown(answer):
    """Return all that an answer says."""
    return f"{answer.headers} {answer.body.decode('utf-8', 'replace')}"


def found(words, said):
    return sorted(word for word in words if word in said)


@pytest.mark.parametrize("role", [Role.VISITOR, *ROLES])
def test_nobody_reaches_what_is_not_theirs_by_following_links(role, world, signed_in):
    forbidden = canaries.not_for(world, role)
    pages = 0
    for address, answer in crawl(signed_in(role)):
        pages += 1
        assert answer.status < 500, address
        assert not found(forbidden, shown(answer)), address
    assert pages >= 2


@pytest.mark.parametrize("role", OF_A_CLASS)
def test_who_is_of_a_class_does_find_it(role, world, signed_in):
    """Otherwise a crawl that reaches nothing would find nothing wrong."""
    seen = " ".join(shown(answer) for _, answer in crawl(signed_in(role)))
    own = world.places["own"]
    if role is not Role.HEAD_TEACHER:
        assert own.content in seen
    if role is not Role.TEACHER:
        assert any(own.child_name(purpose) in seen for purpose in own.pupils)


def test_no_answer_to_any_attempt_shows_what_is_not_for_the_one_who_tried(routes, tries, world):
    shared = {route.key for route in routes if route.shows_the_same_to_all}
    everybodys = canaries.not_for(world, Role.VISITOR)
    for key, of_route in tries.items():
        for (role, which), one in of_route.items():
            forbidden = canaries.not_for(world, role) if which != "removed" else everybodys
            if one.answer and key not in shared:
                assert not found(forbidden, shown(one.answer)), (key, role, which)


def test_no_name_number_or_sentence_travels_in_an_event(spy, world, tries):
    events = list(spy.heard())
    assert {exchange for exchange, _ in events} >= {f"{house}.events" for house in HOUSES}
    kept = canaries.names(world) | canaries.texts(world)
    assert not [(exchange, found(kept, said)) for exchange, said in events if found(kept, said)]


def test_no_name_number_sentence_password_or_token_stands_in_a_log(house_up, world, tries, signed_in):
    tokens = {signed_in(role).token for role in ROLES}
    kept = canaries.names(world) | canaries.texts(world) | tokens | {PASSWORD}
    logs = list(house_up.places.log.glob("*.log"))
    assert len(logs) > len(HOUSES)
    for log in logs:
        assert not found(kept, log.read_text("utf-8", "replace")), log.name


@pytest.mark.parametrize("house", HOUSES)
def test_names_are_kept_by_directory_alone_and_numbers_and_tokens_can_be_read_by_nobody(
    house, house_up, world, tries, signed_in
):
    kept = {signed_in(role).token for role in ROLES} | {PASSWORD} | canaries.numbers(world)
    if house != "directory":
        kept |= canaries.names(world)
    with as_superuser(house_up.databases[house].inside_admin_url) as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t")
            assert not found(kept, cursor.fetchone()[0] or ""), table
