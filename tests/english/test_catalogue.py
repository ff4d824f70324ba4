"""The catalogue has the English of every message there is, of no other, and is compiled as it is written."""

import io
import re

from babel.messages.mofile import read_mo

from gateway.english.book import CATALOGUE, CHINESE, PLACE
from tests.english.catalogue import PO, kept, updated, written


def test_every_message_has_its_english() -> None:
    assert [message.id for message in updated(kept()) if message.id and not message.string] == []


def test_nothing_stands_in_it_that_nobody_says() -> None:
    assert written(updated(kept())) == PO.read_bytes(), "run `make texts`"


def test_what_the_gateway_reads_is_what_people_wrote() -> None:
    compiled = read_mo(io.BytesIO(CATALOGUE.read_bytes()))
    assert {m.id: m.string for m in compiled if m.id} == {m.id: m.string for m in kept() if m.id}


def test_each_place_of_a_message_stands_in_its_english() -> None:
    odd = [m.id for m in kept() if m.id and sorted(PLACE.findall(m.id)) != sorted(PLACE.findall(m.string))]
    assert odd == []


def test_english_says_chinese_terms_in_brackets_or_quotes_only() -> None:
    beside = re.compile(r"\([^()]*\)|“[^“”]*”|^中文$|\{0\}班|国庆节\S*|\d{4}-\d{4}学年\S*")
    assert [m.string for m in kept() if m.id and CHINESE.search(beside.sub("", m.string))] == []
