"""Every bench can be run; how fast anything is, no test says."""

import re

import pytest

from tests.bench.benches import BENCHES
from tests.bench.ground import Ground
from tests.bench.size import TINY

LINE = re.compile(r"bench ([a-z0-9_]+) ours=[\d.]+ against=[\d.]+ ratio=[\d.]+ unit=\S+")
FIGURES = {
    "rpc": ["rpc", "rpc_p99"],
    "publish": ["publish", "publish_rpc"],
    "relay": ["relay"],
    "receipt": ["receipt_p50", "receipt_p99", "receipt_first", "receipt_pace"],
    "board": ["board", "board_p99"],
    "memory": ["memory", "memory_house", "memory_house_own"],
    "import": ["import", "import_job"],
    "verdict": ["verdict", "verdict_zen", "verdict_spiff", "verdict_once"],
    "approval_transition": ["approval_transition"],
    "approval_batch": ["approval_batch", "approval_batch_spiff"],
    "draw": ["draw"],
}


@pytest.fixture(scope="module")
def ground(room, database_server, broker):
    ground = Ground(room, database_server, broker)
    yield ground
    ground.close()


@pytest.mark.parametrize("name", BENCHES)
def test_a_bench_measures_both_sides_and_says_each_figure_on_a_line_of_its_own(name, ground):
    measured = []
    with BENCHES[name](ground, TINY) as contest:
        figures = contest.settle(TINY.rounds, measured.append)
    assert [LINE.fullmatch(figure.line())[1] for figure in figures] == FIGURES[name]
    assert len(measured) == len(contest.sides) * TINY.rounds
