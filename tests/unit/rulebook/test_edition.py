"""What a layer says, edition by edition."""

from engines.policy import Layer
from services.rulebook.domain.edition import Edition
from tests.unit.engines.builders import cap

NEW = Edition(layer_id="layer", layer=Layer.SCHOOL, version=0)
THIRTY, FORTY = (cap(30, layer="school"),), (cap(40, layer="school"),)


def test_a_layer_that_was_never_published_says_nothing_not_even_nothing():
    assert not NEW.says(())
    assert NEW.followed_by(()).says(())


def test_an_edition_says_its_norms_and_no_others():
    edition = NEW.followed_by(THIRTY)
    assert edition.says(THIRTY) and not edition.says(FORTY)


def test_the_next_edition_replaces_the_whole_and_counts_on():
    second = NEW.followed_by(THIRTY).followed_by(FORTY)
    assert (second.version, second.norms, second.layer_id) == (2, FORTY, "layer")
