"""What a run's lines say of its rounds."""

from itertools import cycle

from tests.bench.contest import Compared, Contest
from tests.bench.figure import Figure


def test_a_figure_is_one_line_with_both_numbers_and_their_ratio():
    figure = Figure(name="rpc", ours=1234.5, against=2469, unit="calls/s")
    assert figure.line() == "bench rpc ours=1234 against=2469 ratio=0.50 unit=calls/s"


def test_the_middle_round_counts_and_nobody_is_always_measured_first():
    order, rates = [], cycle([10, 1000, 30])
    contest = Contest(
        sides={"house": lambda: {"rate": next(rates)}, "bare": lambda: {"rate": 60}},
        compared=(Compared(name="any", ours="house", against="bare", of="rate", unit="things/s"),),
    )
    (figure,) = contest.settle(3, order.append)
    assert (figure.ours, figure.against) == (30, 60)
    assert order == ["house 1/3", "bare 1/3", "bare 2/3", "house 2/3", "house 3/3", "bare 3/3"]
