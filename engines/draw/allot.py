"""Allot: places to tickets in the drawn order, each taking the dearest of its choices that it still can."""

from collections.abc import Iterable, Iterator

from engines.draw.answer import Answer, Why
from engines.draw.round import Round
from engines.draw.ticket import Ticket
from engines.draw.turn import Turn


def allot(of: Round, order: Iterable[Ticket]) -> Iterator[Turn]:
    """Yield each ticket's turn. A ticket has one, and takes in it all that it may have (E10).

    What is left when its number comes up does not depend on its own choices, so nobody gains by ranking otherwise than
    they wish.
    """
    taken: dict[str, list[int]] = {club.id: [] for club in of.clubs}
    for number, ticket in enumerate(order, 1):
        answers: list[Answer] = []
        for choice in ticket.choices:
            answers.append(_answer(of, choice, answers, taken[choice]))
            if answers[-1].why is Why.GIVEN:
                taken[choice].append(number)
        yield Turn(number=number, ticket=ticket.id, answers=tuple(answers))


def _answer(of: Round, choice: str, dearer: list[Answer], takers: list[int]) -> Answer:
    """Return what becomes of a choice after the dearer ones; `takers` are the numbers that have a place in it."""
    club = of.club[choice]
    given = [rank for rank, answer in enumerate(dearer, 1) if answer.why is Why.GIVEN]
    if len(given) == of.most_per_ticket:
        return Answer(club=choice, why=Why.ENOUGH)
    for rank in given:
        if club.clashes(of.club[dearer[rank - 1].club]):
            return Answer(club=choice, why=Why.CLASH, by=rank)
    if len(takers) == club.places:
        return Answer(club=choice, why=Why.FULL, by=takers[-1] if takers else 0)
    return Answer(club=choice, why=Why.GIVEN)
