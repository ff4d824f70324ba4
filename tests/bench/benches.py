"""Benches: all of them, by the name that ONLY gives."""

from tests.bench.approval_batch import approval_batch
from tests.bench.approval_transition import approval_transition
from tests.bench.board import board
from tests.bench.draw import draw_of_a_district
from tests.bench.memory import memory
from tests.bench.publish import publish
from tests.bench.receipt import receipt
from tests.bench.relay import relay
from tests.bench.roster import roster
from tests.bench.rpc import rpc
from tests.bench.verdict import verdict

BENCHES = {
    "rpc": rpc, "publish": publish, "relay": relay, "receipt": receipt, "board": board, "memory": memory,
    "import": roster, "verdict": verdict, "approval_transition": approval_transition,
    "approval_batch": approval_batch, "draw": draw_of_a_district,
}
"""Each is a context: ready inside it, gone after it; it gives the contest that is to be settled."""
