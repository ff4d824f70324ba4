"""Trial: an office that tries drafts on what its stage has set; the job's own function runs in place."""

from contracts.actor import Role
from contracts.homework.replay import AskReplay, ReadReplay, ReplayedLayer
from services.homework.application.replays.asking import ask_replay, read_replay
from services.homework.application.replays.job import ReplayUnderDraft
from services.homework.work import replay


class Trial:
    """By a principal, over two weeks around today, unless said otherwise."""

    def __init__(self, stage):
        self.stage, self.office = stage, stage.staff(Role.PRINCIPAL)

    def of(self, *norms, layer="school", **period):
        """Return what a draft would have changed."""
        replay_id = self.asks(*norms, layer=layer, **period)
        self.runs(replay_id)
        return self.reads(replay_id).result

    def asks(self, *norms, layer="school", **period):
        """Let the office ask for a replay; return its id."""
        return self.asks_plainly(tuple({**norm, "layer": layer} for norm in norms), layer=layer, **period)

    def asks_plainly(self, norms, *, layer, first=None, last=None, as_of=None):
        """Let the office ask with these very documents."""
        ask = AskReplay(
            layer=ReplayedLayer(layer), norms=norms, first=first or self.stage.in_days(-7),
            last=last or self.stage.in_days(7), as_of=as_of,
        )
        return self.stage.store.ask(ask_replay, ask, self.office).replay_id

    def reads(self, replay_id, by=None):
        """Return how far it is."""
        return self.stage.store.ask(read_replay, ReadReplay(replay_id=replay_id), by or self.office)

    def runs(self, replay_id):
        """Do the job; return the steps it told of."""
        job = InPlace(self.stage.store, self.office, ReplayUnderDraft(replay_id=replay_id))
        outcome = replay(job)
        self.stage.store.ask(lambda unit, _: outcome.effect(unit), None, self.office)
        return job.steps


class InPlace:
    """A job as its function sees it, without a process of its own."""

    def __init__(self, store, actor, ask):
        self._store, self._actor, self.ask, self.steps = store, actor, ask, []

    def query(self, use_case, ask):
        """Ask the house a question."""
        return self._store.ask(use_case, ask, self._actor)

    def progress(self, done, total):
        """Keep how far it is."""
        self.steps.append((done, total))
