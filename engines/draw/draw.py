"""Draw: a round and its public value make an order, and the order gives out the places."""

from engines.draw.allot import allot
from engines.draw.drawn import Drawn
from engines.draw.form import check_value
from engines.draw.order import numbers, picked, seed_of
from engines.draw.round import Round


def draw(of: Round, value: str) -> Drawn:
    """Return what comes of the round with this value, the same every time. Raises Unfit if its form is another.

    That there is only one draw of a round, and none before its hash was out, is for whoever keeps rounds to see to.
    """
    check_value(of.form, value)
    seed = seed_of(of.sha256, of.name, value)
    order = picked(of.tickets, numbers(seed, len(of.tickets)))
    return Drawn(round=of, value=value, seed=seed, turns=tuple(allot(of, order)))
