"""Homework's door: calls and facts come in, use cases answer. No decisions here."""

from contracts import catalogue
from contracts.homework import assignment, board, replay
from contracts.received import Received
from plumbing.caller import Caller
from plumbing.doors import HouseProvider, answers
from plumbing.subscribe import subscribe
from services.homework import wiring
from services.homework.application.board import read_board, read_week
from services.homework.application.budget import read_budget
from services.homework.application.correct import correct
from services.homework.application.judge import judge
from services.homework.application.learn import learn
from services.homework.application.publish import publish
from services.homework.application.read import read, read_mine
from services.homework.application.replays.asking import ask_replay, read_replay
from services.homework.application.withdraw import withdraw


class HomeworkService:
    """Homework, as the gateway and the other houses see it."""

    name = "homework"
    house = HouseProvider(wiring.build)

    @answers(assignment.PUBLISH)
    def publish(self, ask: assignment.PublishHomework, caller: Caller) -> dict[str, object]:
        """Publish a draft to its class."""
        return self.house.command(publish, ask, caller)

    @answers(assignment.CORRECT)
    def correct(self, ask: assignment.CorrectHomework, caller: Caller) -> dict[str, object]:
        """Replace what a published piece says."""
        return self.house.command(correct, ask, caller)

    @answers(assignment.WITHDRAW)
    def withdraw(self, ask: assignment.WithdrawHomework, caller: Caller) -> dict[str, object]:
        """Take a published piece back."""
        return self.house.command(withdraw, ask, caller)

    @answers(assignment.JUDGE)
    def judge(self, ask: assignment.Draft, caller: Caller) -> assignment.Judged:
        """Say what publishing a draft would meet."""
        return self.house.query(judge, ask, caller)

    @answers(assignment.BUDGET)
    def budget(self, ask: assignment.ReadBudget, caller: Caller) -> assignment.DayBudget:
        """Say what a class has on a day and what is left."""
        return self.house.query(read_budget, ask, caller)

    @answers(assignment.READ)
    def read(self, ask: assignment.ReadAssignment, caller: Caller) -> assignment.Assignment:
        """Show one piece."""
        return self.house.query(read, ask, caller)

    @answers(assignment.MINE)
    def mine(self, ask: assignment.ListMine, caller: Caller) -> assignment.Assignments:
        """Show what the asker has set."""
        return self.house.query(read_mine, ask, caller)

    @answers(board.WEEK)
    def week(self, ask: board.ReadWeek, caller: Caller) -> board.Week:
        """Show a week of the school."""
        return self.house.query(read_week, ask, caller)

    @answers(board.BOARD)
    def board(self, ask: board.ReadBoard, caller: Caller) -> board.Board:
        """Show a day of the school."""
        return self.house.query(read_board, ask, caller)

    @answers(replay.ASK_REPLAY)
    def ask_replay(self, ask: replay.AskReplay, caller: Caller) -> dict[str, object]:
        """Let a draft be tried on the past."""
        return self.house.command(ask_replay, ask, caller)

    @answers(replay.REPLAY)
    def replay(self, ask: replay.ReadReplay, caller: Caller) -> replay.Replay:
        """Say how far a replay is, and what it has found."""
        return self.house.query(read_replay, ask, caller)

    @subscribe(catalogue.HOMEWORK_FACTS)
    def learn(self, received: Received) -> None:
        """Keep what directory and rulebook announce."""
        self.house.effect(learn, received)
