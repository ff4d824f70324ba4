"""The demo's whole history, published piece by piece under the rules of its day, and judged again afterwards."""

from datetime import date
from typing import Any

import pytest

from demo.documents import documents
from engines.policy import norm_from_plain
from services.homework.application.findings import finding_of
from tests.unit.homework import cast
from tests.unit.homework.past import Past, pasts

ADVICE = {**cast.cap(25, "all_total_average", layer="school", force="warn"), "key": "advice"}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return documents(date(2026, 11, 20))


@pytest.fixture(scope="module")
def history(told: dict[str, Any]) -> list[Past]:
    return list(pasts(told))


def test_every_verdict_of_the_demos_history_judged_again_comes_out_the_same(history: list[Past]) -> None:
    judged = [(kept, past.warned[kept.assignment_id], again) for past in history for kept, again in past.rejudged()]
    for kept, warned, again in judged:
        assert kept.says(again), kept
        assert kept.sequence > 1 or tuple(map(finding_of, again.controlling)) == warned
    published = sum(len(past.warned) for past in history)
    assert published > 4_000
    assert len(judged) > published, "corrections are judged, too"


def test_it_does_not_matter_what_has_been_laid_down_since(history: list[Past]) -> None:
    for past in history:
        for layer in ("national", "district", "school"):
            past.says(layer, (norm_from_plain(cast.cap(1, layer=layer)),), version=2)
        assert all(kept.says(again) and not again.violations for kept, again in past.rejudged())


def test_what_was_warned_of_is_warned_of_again_in_the_same_words(told: dict[str, Any]) -> None:
    past = next(pasts(told, ADVICE))
    warned = [kept for kept, again in past.rejudged() if kept.says(again) and again.warnings]
    assert len(warned) > 100
    for kept, again in past.rejudged():
        assert kept.sequence > 1 or tuple(map(finding_of, again.controlling)) == past.warned[kept.assignment_id]
