"""The gateway runs from its image alone: pages, health and leave, with the broker's address and its keys from files."""

import http.client
import os
from contextlib import closing

import pytest

pytestmark = [pytest.mark.images, pytest.mark.servers]


@pytest.fixture(scope="module")
def image(build):
    return build(HOUSE="gateway", ROOM="gateway")


@pytest.fixture
def gateway(site, image):
    return site("directory").container("gateway", image).becomes_healthy()


def test_the_image_holds_the_gateway_and_no_house(image):
    assert sorted(os.listdir(image.home)) == ["contracts", "engines", "gateway", "plumbing"]
    assert "assets" not in os.listdir(image.home / "gateway")  # what its style is made of stays with the developers


def test_it_shows_the_page_for_signing_in_and_leaves_in_order_from_nothing_but_its_image(gateway):
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=15)) as line:
        line.request("GET", "/sign-in")
        answer = line.getresponse()
        assert answer.status == 200
        assert "登录" in answer.read().decode()
    assert gateway.stop() == 0, gateway.log.read_text()
