"""Replays in memory: every draft newly refuses one piece; a replay takes one look, or is seen at work."""

from contracts.actor import Actor
from contracts.errors import NotFound
from contracts.homework import replay as of_replay
from contracts.job import JobState, JobStatus
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who


class Replays:
    """`replays_busy` are seen at work; a draft without a norm changes nothing."""

    def __init__(self) -> None:
        self.replays: dict[str, of_replay.Replay] = {}
        self.replays_busy = False

    def ask_replay(self, ask: of_replay.AskReplay, _: Actor) -> of_replay.ReplayAsked:
        job = JobStatus(
            job_id=ids.new_id(), kind="replay", state=JobState.RUNNING if self.replays_busy else JobState.DONE,
            steps_done=7, steps_total=28, asked_at=clock.now(),
        )
        one = of_replay.Replay(
            replay_id=ids.new_id(), layer=ask.layer, first=ask.first, last=ask.last, job=job,
            result=None if self.replays_busy else _result(ask),
        )
        self.replays[one.replay_id] = one
        return of_replay.ReplayAsked(replay_id=one.replay_id)

    def replay(self, ask: of_replay.ReadReplay, actor: Actor) -> of_replay.Replay:
        if actor.school_id != who.SCHOOL_ID or ask.replay_id not in self.replays:
            raise NotFound
        return self.replays[ask.replay_id]


def _result(ask: of_replay.AskReplay) -> of_replay.ReplayResult:
    if not ask.norms:
        return of_replay.ReplayResult(
            pieces=40, flips=of_replay.Flips(), by_grade=(), by_class=(), by_subject=(), by_norm=(), examples=()
        )
    norm, title = str(ask.norms[0]["key"]), str(ask.norms[0]["title"])
    flipped = of_replay.FlippedPiece(
        assignment_id=ids.new_id(), class_id=who.THREE_TWO, day=ask.first, subject="数学", minutes=30,
        flip=of_replay.FlipKind.REFUSED, layer=ask.layer, norm=norm,
        sentence="每天的书面作业（在校与回家合计）平均不超过 20 分钟。", arithmetic="本次 30 分钟，超过 20 分钟",
    )
    return of_replay.ReplayResult(
        pieces=40, flips=of_replay.Flips(refused=1), by_grade=(of_replay.FlipsOfGrade(grade=3, refused=1),),
        by_class=(of_replay.FlipsOfClass(class_id=who.THREE_TWO, grade=3, number=2, refused=1),),
        by_subject=(of_replay.FlipsOfSubject(subject="数学", refused=1),),
        by_norm=(of_replay.NormRefuses(norm=norm, title=title, refused=1),), examples=(flipped,),
    )
