"""A file comes into a house and out again unharmed, in pieces, and only for the person whose it is."""

import hashlib
import os

import pytest

from contracts.actor import Actor
from contracts.errors import InvalidRequest, NotFound
from contracts.file import LARGEST_IN, PIECE_BYTES, GetPiece, PutPiece
from contracts.job import ReadJob
from plumbing import ids
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.house import House
from plumbing.jobs.carry import Carrier
from plumbing.passport import PassportOffice
from plumbing.rpc_client import RpcClient
from plumbing.unit import Unit
from tests.plumbing.conftest import PRIVATE
from tests.plumbing.jobbing import GET, JOB, PUT, Chore
from tests.plumbing.workshop import answers_ready, wait_for


@pytest.fixture
def client(workshop):
    """The gateway's client; these calls are not in the catalogue, so it has the operator's rights on the broker."""
    door = workshop.start("-m", "tests.plumbing.jobbing_door", "PORT")
    client = RpcClient(workshop.vhost.operator_url, PassportOffice(PRIVATE))
    workshop.clients.append(client)
    wait_for(lambda: answers_ready(door.port), "the door to be ready")
    return client


@pytest.fixture
def carrier(client, guardian):
    return Carrier(client, guardian, "request-7")


@pytest.fixture
def colleague(guardian):
    return Actor(
        person_id=ids.new_id(), district_id=guardian.district_id, school_id=guardian.school_id, grants=guardian.grants
    )


@pytest.fixture
def house(workshop):
    database = Database(workshop.house_database.url("notify"))
    yield House(service="notify", unit=Unit, database=database)
    database.engine.dispose()


def ask_with(house, asker, file_id):
    caller = Caller(actor=asker, call="notify.ask", request_id="request-7")
    return house.change(
        lambda unit, ask: unit.ask_job(ask, input_file_id=file_id), Chore(does="turns_round"), caller
    )


def put(carrier, content, file_id=None):
    file_id = file_id or ids.new_id()
    carrier.put(PUT, content, file_id=file_id, media_type="text/plain")
    return file_id


@pytest.mark.parametrize("size", [1, PIECE_BYTES, PIECE_BYTES + 1, LARGEST_IN])
def test_what_went_in_comes_out(carrier, size):
    content = os.urandom(size)
    assert carrier.get(GET, put(carrier, content)) == (content, "text/plain")


def test_a_file_that_is_put_again_is_the_same_file(workshop, carrier):
    content = os.urandom(PIECE_BYTES + 7)
    file_id = put(carrier, content)
    assert put(carrier, content, file_id) == file_id
    assert workshop.database.value("SELECT count(*) FROM job_piece") == 2


@pytest.mark.parametrize("content", [b"", bytes(LARGEST_IN + 1)], ids=["empty", "too large"])
def test_an_empty_file_or_one_that_is_too_large_is_refused_before_it_is_sent(carrier, content):
    with pytest.raises(InvalidRequest, match="8 MB"):
        put(carrier, content)


def test_a_job_reads_the_file_it_was_given_and_its_asker_gets_what_it_made(
    workshop, carrier, client, house, guardian
):
    workshop.worker()
    content = os.urandom(PIECE_BYTES * 2 + 1)
    job_id = ask_with(house, guardian, put(carrier, content))

    def done():
        seen = client.call(JOB, ReadJob(job_id=job_id), guardian, request_id="request-8")
        return seen.output_file_id

    made = wait_for(done, "the job to be done")
    assert carrier.get(GET, made)[0] == content[::-1]


def test_no_job_is_asked_for_with_a_file_that_is_not_there_or_is_somebody_elses(
    workshop, carrier, house, colleague, guardian
):
    theirs = put(carrier, b"hello")
    for file_id, asker in ((theirs, colleague), (ids.new_id(), guardian)):
        with pytest.raises(InvalidRequest, match="没有完整送到"):
            ask_with(house, asker, file_id)
    assert workshop.database.value("SELECT count(*) FROM job") == 0


def test_nobody_gets_the_file_of_somebody_else_or_adds_to_it(client, carrier, colleague):
    content = os.urandom(10)
    file_id = put(carrier, content)
    other = Carrier(client, colleague, "request-9")
    with pytest.raises(NotFound):
        other.get(GET, file_id)
    with pytest.raises(InvalidRequest, match="已经用过"):
        put(other, content, file_id)


def test_a_file_that_is_not_whole_is_not_there(client, house, guardian):
    content = os.urandom(PIECE_BYTES + 1)
    piece = PutPiece(
        file_id=ids.new_id(), media_type="text/plain", size=len(content), sha256=hashlib.sha256(content).hexdigest(),
        number=0, content=content[:PIECE_BYTES],
    )
    assert not client.call(PUT, piece, guardian, request_id="request-7").whole
    with pytest.raises(NotFound):
        client.call(GET, GetPiece(file_id=piece.file_id, number=0), guardian, request_id="request-7")
    with pytest.raises(InvalidRequest, match="没有完整送到"):
        ask_with(house, guardian, piece.file_id)


def test_a_damaged_file_is_refused(client, guardian):
    piece = PutPiece(
        file_id=ids.new_id(), media_type="text/plain", size=5, sha256="0" * 64, number=0, content=b"hello"
    )
    with pytest.raises(InvalidRequest, match="路上损坏"):
        client.call(PUT, piece, guardian, request_id="request-7")


def test_a_piece_of_the_wrong_length_is_refused(client, guardian):
    piece = PutPiece(
        file_id=ids.new_id(), media_type="text/plain", size=9, sha256="0" * 64, number=0, content=b"hello"
    )
    with pytest.raises(InvalidRequest, match="长度不对"):
        client.call(PUT, piece, guardian, request_id="request-7")
