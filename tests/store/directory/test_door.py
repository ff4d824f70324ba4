"""Two processes of directory behind their real doors: the way in, from the gateway's side."""

import os
import socket
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from contracts.actor import visitor
from contracts.directory.people import NAMES, NamesWanted
from contracts.directory.school import SCHOOL, FindSchool
from contracts.directory.session import SESSION, SIGN_IN, SIGN_OUT, ReadSession, SignIn, SignOut
from contracts.errors import NotFound, NotSignedIn, TooManyTries, WrongSignIn
from plumbing.passport import PassportOffice, make_keys
from plumbing.rpc_client import RpcClient
from tests.plumbing.workshop import Process, answers_ready, wait_for
from tests.store.directory.cast import PASSWORD

PRIVATE, PUBLIC = make_keys()


@pytest.fixture(scope="module")
def vhost(module_vhost):
    return module_vhost()


@pytest.fixture(scope="module")
def processes(vhost, directory_database, directory_keys, tmp_path_factory):
    """Two processes that answer the same calls."""
    started = []
    for number in range(2):
        port = _free_port()
        environment = {
            **os.environ, "QINGFU_DATABASE_URL": directory_database.url("directory"),
            "QINGFU_AMQP_URL": vhost.url("directory"), "QINGFU_PASSPORT_PUBLIC_KEY": PUBLIC,
            "QINGFU_HEALTH_PORT": str(port), "QINGFU_DIRECTORY_KEYS": directory_keys,
        }
        log = tmp_path_factory.mktemp("directory") / f"{number}.log"
        started.append((Process(("-m", "services.directory", "serve"), environment, log), port))
    try:
        for process, port in started:
            wait_for(lambda port=port: answers_ready(port), process.log)
        yield started
    finally:
        for process, _ in started:
            process.stop()


@pytest.fixture
def ask(processes, vhost):
    """Return how the gateway asks."""
    client, numbers = RpcClient(vhost.url("gateway"), PassportOffice(PRIVATE)), count()

    def call(what, question, actor=None):
        return client.call(what, question, actor or visitor(), request_id=f"test-{next(numbers)}")

    yield call
    client.close()


def test_a_person_comes_in_looks_around_and_leaves(ask, real_stage):
    signed = ask(SIGN_IN, SignIn(login=real_stage.head.login, password=PASSWORD, client=real_stage.home))
    session = ask(SESSION, ReadSession(token=signed.token))
    wanted = NamesWanted(pupil_ids=(real_stage.child.pupil_id, real_stage.elder.pupil_id))
    assert ask(NAMES, wanted, session.actors[0]).pupils == {real_stage.child.pupil_id: "孩子"}
    ask(SIGN_OUT, SignOut(token=signed.token))
    with pytest.raises(NotSignedIn):
        ask(SESSION, ReadSession(token=signed.token))


def test_a_visitor_may_not_ask_for_names(ask, real_stage):
    with pytest.raises(NotFound):
        ask(NAMES, NamesWanted(pupil_ids=(real_stage.child.pupil_id,)))


def test_two_processes_count_the_same_guesses(ask, real_stage):
    def guess(_):
        try:
            ask(SIGN_IN, SignIn(login=real_stage.parent.login, password="wrong", client=real_stage.home))
        except (WrongSignIn, TooManyTries) as refused:
            return type(refused)

    with ThreadPoolExecutor(12) as guessers:
        told = list(guessers.map(guess, range(12)))
    assert (told.count(WrongSignIn), told.count(TooManyTries)) == (5, 7)


def test_schools_are_found_while_many_passwords_are_being_proved(ask, real_stage):
    """Every password takes a while; nobody else waits for it."""
    def come_in(number):
        who = SignIn(login=real_stage.parent.login, password=PASSWORD, client=f"2001:db8:ffff:{number}::1")
        return ask(SIGN_IN, who).person_id

    with ThreadPoolExecutor(24) as people:
        coming = [people.submit(come_in, number) for number in range(12)]
        finding = [people.submit(ask, SCHOOL, FindSchool(code=real_stage.first.code)) for _ in range(40)]
        assert {found.result().name for found in finding} == {"第一小学"}
        assert {one.result() for one in coming} == {real_stage.parent.person_id}


def _free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]
