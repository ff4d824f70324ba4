"""Round: something that a house does where it is due."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Round:
    """`due` returns (district_id, school_id) of every school where `turn`, a use case of the unit, has something to do.

    The worker's role may ask it too. `turn` leaves nothing due, and changes nothing where nothing is.
    """

    name: str
    due: str
    turn: Callable[[Any], None]
