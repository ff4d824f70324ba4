"""A school's chain of approval is published whole, version by version; one that cannot work is not."""

import pytest
import yaml

from contracts.rulebook.chain import ChainPublished
from engines.approval import DefinitionUnreadable
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.rulebook.application.chains import ChainText, publish_chain
from services.rulebook.domain.chain import ChainUnfit
from services.rulebook.wiring import CHAINS

SHIPPED = {chain["key"]: chain for chain in yaml.safe_load(CHAINS.read_text(encoding="utf-8"))}
APPLICATIONS = ["care_class_principal", "care_class", "clubs_class_school"]


@pytest.fixture
def publishes(stage):
    """Publish a chain at one school; return it."""
    school_id = new_id()

    def act(plain, affair="basic_care"):
        scope = Scope(district_id=stage.district_id, school_id=school_id)
        return stage.store.run(publish_chain, ChainText(affair=affair, plain=plain), scope)

    act.school_id = school_id
    return act


@pytest.mark.parametrize("key", APPLICATIONS)
def test_every_house_hears_the_whole_of_a_chain_that_is_shipped(stage, publishes, key):
    chain = publishes(SHIPPED[key])
    [(school_id, told)] = stage.news()
    assert (school_id, chain.version) == (publishes.school_id, 1)
    assert told == ChainPublished(
        chain_id=chain.chain_id, affair="basic_care", version=1, definition={**told.definition, "key": "basic_care"},
    )
    assert [step["key"] for step in told.definition["steps"]] == [step["key"] for step in SHIPPED[key]["steps"]]


def test_what_stands_already_is_told_nobody_and_a_change_is_the_next_version(stage, publishes):
    first = publishes(SHIPPED["care_class"])
    assert publishes(SHIPPED["care_class"]) == first
    second = publishes(SHIPPED["care_class_principal"])
    assert (second.chain_id, second.version) == (first.chain_id, 2)
    assert [told.version for _, told in stage.news()] == [1, 2]


def test_care_and_clubs_have_chains_of_their_own(stage, publishes):
    publishes(SHIPPED["care_class"])
    publishes(SHIPPED["clubs_class_school"], "club")
    assert [(told.affair, told.version) for _, told in stage.news()] == [("basic_care", 1), ("club", 1)]


def test_a_chain_with_a_group_that_no_school_has_is_not_published(stage, publishes):
    step = {"key": "class", "name": "班级审核", "groups": ["headmaster"]}
    with pytest.raises(ChainUnfit, match="没有“headmaster”这个岗位"):
        publishes({"title": "班级审核", "overseers": [], "steps": [step]})
    assert stage.news() == []


def test_a_chain_that_cannot_be_read_is_not_published(stage, publishes):
    with pytest.raises(DefinitionUnreadable):
        publishes(["not", "a", "chain"])
    assert stage.news() == []
