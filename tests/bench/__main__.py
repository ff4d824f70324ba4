"""`python -m tests.bench [rpc,relay]`: run the benches, or those named; one line a figure on standard output."""

import sys

from tests.bench.benches import BENCHES
from tests.bench.ground import private_ground
from tests.bench.screen import Screen
from tests.bench.size import FULL


def main(asked):
    """Run what is asked for; say what there is when that is nothing known."""
    names = [name for word in asked for name in word.split(",") if name] or list(BENCHES)
    if unknown := [name for name in names if name not in BENCHES]:
        sys.exit(f"没有这项性能对比：{'、'.join(unknown)}。可以写的有：{','.join(BENCHES)}")
    with Screen(names, FULL) as screen, private_ground() as ground:
        for name in names:
            screen.begin(name)
            with BENCHES[name](ground, FULL) as contest:
                figures = contest.settle(FULL.rounds, screen.step)
            screen.show(figures)


if __name__ == "__main__":
    main(sys.argv[1:])
