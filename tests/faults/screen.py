"""Screen: a line for each fault as it is tried, and a table of what was caught, by list."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from tests.faults.trial import Outcome


class Screen:
    """What a person or the log of a gate sees while faults are planted."""

    def __init__(self, count: int):
        self._console, self._count, self._seen = Console(highlight=False, soft_wrap=True), count, 0

    def says(self, words: str) -> None:
        """Something is told as it is."""
        self._console.print(words, markup=False)

    def show(self, outcome: Outcome) -> None:
        """A fault has been tried."""
        self._seen += 1
        mark = "[green]red, as it must be[/]" if outcome.amiss is None else "[bold red]NOT CAUGHT[/]"
        place = f"{self._seen:>{len(str(self._count))}}/{self._count}"
        self._console.print(f"{place}  {outcome.seconds:5.1f} s  {mark}  ", end="")
        self.says(f"{outcome.fault.group}: {outcome.fault.wrong}")
        if outcome.amiss:
            self.says(f"  {outcome.fault.file} → {outcome.fault.red}\n  {outcome.amiss}")

    def sum_up(self, outcomes: Sequence[Outcome], seconds: float) -> None:
        """The table, and in how many seconds it came to be."""
        table = Table("list", "planted", "caught", "seconds of guards", title=f"{seconds:.0f} s")
        for group in dict.fromkeys(outcome.fault.group for outcome in outcomes):
            of_group = [outcome for outcome in outcomes if outcome.fault.group == group]
            caught = sum(outcome.amiss is None for outcome in of_group)
            spent = sum(outcome.seconds for outcome in of_group)
            table.add_row(group, str(len(of_group)), str(caught), f"{spent:.0f}")
        self._console.print(table)
