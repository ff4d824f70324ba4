"""The gateway's ear: it hears what the catalogue lets it hear, and says when it may have missed something."""

import pytest

from contracts.catalogue import GATEWAY_LISTENS
from contracts.directory.session import SessionEnded
from plumbing import ids
from plumbing.listen import Listener
from tests.plumbing.workshop import wait_for

pytestmark = pytest.mark.servers


class Ear:
    """Notes what it is told; of each beginning, whether it was believed already."""

    def __init__(self, amqp_url):
        self.heard, self.believed = [], []
        self.listener = Listener(amqp_url, GATEWAY_LISTENS, on_event=self._hear, on_hearing=self._begin)
        self.listener.start()
        wait_for(self.listener.fresh, "the listener to hear itself")

    def _hear(self, received):
        self.heard.append(received.event)

    def _begin(self):
        self.believed.append(self.listener.fresh())


@pytest.fixture
def ear(workshop):
    return Ear(workshop.vhost.url("gateway"))


def ended():
    return SessionEnded(session_id=ids.new_id())


def test_every_event_it_listens_for_may_be_bound_by_the_gateways_own_user(ear):
    assert ear.listener.fresh()


def test_before_it_is_believed_again_it_says_that_it_may_have_missed_something(ear, workshop, publish, guardian):
    before, after = ended(), ended()
    publish(before, guardian)
    wait_for(lambda: before in ear.heard, "the event to be heard")
    workshop.vhost.close_connections()
    wait_for(lambda: len(ear.believed) == 2, "it to listen again")
    publish(after, guardian)
    wait_for(lambda: after in ear.heard, "the event after it to be heard")
    assert ear.believed == [False, False]
