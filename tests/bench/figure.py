"""Figure: a number of ours beside the same number of a bare tool, both from one run."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`ratio` is ours by theirs: above 1 is better where the unit is a rate, worse where it is a time or a size."""

    name: str
    ours: float
    against: float
    unit: str

    @property
    def ratio(self) -> float:
        """Return ours by theirs."""
        return self.ours / self.against

    def line(self) -> str:
        """Return the figure as one line that a program can read too."""
        numbers = f"ours={_short(self.ours)} against={_short(self.against)} ratio={self.ratio:.2f}"
        return f"bench {self.name} {numbers} unit={self.unit}"


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"
