"""Words: what became of one ticket, as Chinese sentences that its family can read."""

from engines.draw.answer import Answer, Why
from engines.draw.drawn import Drawn
from engines.draw.turn import Turn


def explained(drawn: Drawn, ticket: str) -> tuple[str, ...]:
    """Return the ticket's number and a sentence for each choice. Raises KeyError for a ticket that is not in it."""
    turn = drawn.turn[ticket]
    told = [f"第 {rank} 志愿{_told(drawn, turn, answer)}" for rank, answer in enumerate(turn.answers, 1)]
    return (f"抽签顺序：第 {turn.number} 号，共 {len(drawn.turns)} 号。", *told)


def _told(drawn: Drawn, turn: Turn, answer: Answer) -> str:
    club = _title(drawn, answer)
    if answer.why is Why.GIVEN:
        return f"{club}：得到名额。"
    if answer.why is Why.ENOUGH:
        return f"{club}：已得到前面的志愿，不再安排。"
    if answer.why is Why.CLASH and answer.by:
        return f"{club}：与已得到的{_title(drawn, turn.answers[answer.by - 1])}时间冲突。"
    found = f"最后一个名额在第 {answer.by} 号给出" if answer.by else "这一轮没有名额"
    return f"{club}：{found}，候补第 {drawn.waiting[answer.club].index(turn.ticket) + 1} 位。"


def _title(drawn: Drawn, answer: Answer) -> str:
    return f"“{drawn.round.club[answer.club].title}”"
