"""How logins, addresses and classes are read."""

import pytest

from services.directory.domain.class_name import class_name
from services.directory.domain.login import normal
from services.directory.domain.network import UNKNOWN, network_of


@pytest.mark.parametrize("typed", ["Qinghe-Laoshi-01", " qinghe-laoshi-01 ", "ｑｉｎｇｈｅ－ｌａｏｓｈｉ－０１"])
def test_a_login_is_the_same_whatever_keyboard_it_came_from(typed):
    assert normal(typed) == "qinghe-laoshi-01"


@pytest.mark.parametrize(("address", "neighbour"), [
    ("203.0.113.7", "203.0.113.250"), ("2001:db8:1:2::3", "2001:db8:1:2:ffff::9"), (" 10.0.0.1 ", "10.0.0.2"),
])
def test_neighbours_are_of_one_network(address, neighbour):
    assert network_of(address) == network_of(neighbour) != UNKNOWN


def test_strangers_are_of_different_networks():
    assert network_of("203.0.113.7") != network_of("203.0.114.7")
    assert network_of("2001:db8:1:2::3") != network_of("2001:db8:1:3::3")


@pytest.mark.parametrize("address", ["", "somewhere", "300.1.1.1", "1.2.3.4, 5.6.7.8", "\x00"])
def test_an_address_that_cannot_be_read_is_of_the_unknown_network(address):
    assert network_of(address) == UNKNOWN


def test_a_class_is_called_as_people_call_it():
    assert [class_name(3, 2), class_name(9, 11)] == ["三（2）班", "九（11）班"]
