"""What a job is asked to do about a draft."""

from contracts.fields import Id
from contracts.job import JobAsk
from contracts.message import of


class ReplayUnderDraft(JobAsk):
    """Judge what a replay asks for."""

    kind = "replay"

    replay_id: str = of(Id())
