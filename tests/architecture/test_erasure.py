"""Whatever is kept of a child can be deleted: a house that keeps a child's id hears when the child is erased."""

from contracts import catalogue
from contracts.directory.erasure import PupilErased

KEPT_BY_LAW = {"audit"}


def test_a_house_that_keeps_a_childs_id_hears_of_its_erasure(house):
    keeps = house.every(
        "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND column_name IN ('pupil_id', 'pupil_ids')"
    ) - KEPT_BY_LAW
    hears = any(PupilErased in one.events for one in catalogue.SUBSCRIPTIONS if one.service == house.name)
    assert not keeps or hears or house.name == PupilErased.producer()
