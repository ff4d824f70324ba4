"""Turn: one ticket of a draw, when its number came up."""

from dataclasses import dataclass

from engines.draw.answer import Answer, Why


@dataclass(frozen=True, kw_only=True)
class Turn:
    """`number`, from 1, is its place in the drawn order; `answers` stand as its choices were ranked."""

    number: int
    ticket: str
    answers: tuple[Answer, ...]

    @property
    def given(self) -> tuple[str, ...]:
        """Return the clubs that it got, the dearest first."""
        return self._clubs(Why.GIVEN)

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Return the clubs whose waiting line it is in: full, and dearer than what it got."""
        return self._clubs(Why.FULL)

    def _clubs(self, why: Why) -> tuple[str, ...]:
        return tuple(answer.club for answer in self.answers if answer.why is why)
