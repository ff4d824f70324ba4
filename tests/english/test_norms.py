"""Every norm of the nation, the demo's district and its schools, and what is granted from it, is told in English."""

import re

import pytest

from engines.policy import derogation_sentence, sentence
from gateway.english.book import CHINESE, book
from services.rulebook.formats.layer_document import layer_from_plain
from tests.unit.demo.conftest import SUNDAY, of
from tests.unit.engines.sentence import SCHOOLS, norms_of

BESIDE = re.compile(r"\([^()]*\)|“[^“”]*”")
NORMS = {sentence(norm, row) for school in SCHOOLS for norm in norms_of({"学校": school}) for row in norm.rows}


@pytest.mark.parametrize("said", sorted(NORMS))
def test_what_a_norm_says_is_told_in_english(said):
    assert not CHINESE.search(BESIDE.sub("", book().english(said)))


def test_what_is_granted_is_told_in_english_but_for_its_reason_and_who_granted_it():
    district = layer_from_plain("district", of(SUNDAY)["rulebook.json"]["layers"][0]["norms"]).norms
    granted = [(norm, one) for norm in district for one in norm.derogations]
    assert granted
    for norm, one in granted:
        told = book().english(derogation_sentence(norm, one)).replace(one.reason, "").replace(one.granted_by, "")
        assert not CHINESE.search(BESIDE.sub("", told)), told
