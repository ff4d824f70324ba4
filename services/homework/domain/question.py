"""Question: what the rules are asked of one piece: all they may look at, and nothing else."""

from dataclasses import dataclass

from engines.policy import Case, Finding, Ruling, Verdict


@dataclass(frozen=True, kw_only=True)
class Question:
    """The piece as a case, beside what else stands; for a correction, also the case that it was `before`."""

    case: Case
    before: Case | None = None

    def put_to(self, ruling: Ruling) -> Verdict:
        """Return the answer: the same for ever, whoever asks.

        A norm laid down later does not break what stands: where the piece already broke it, it may go on, not further.
        Raises CaseIncomplete where a norm needs what is not said: never "allowed".
        """
        tolerated = _tolerated(ruling, self.before, self.case) if self.before else frozenset()
        if not tolerated:
            return ruling.judge(self.case)
        kept = [norm for norm in ruling.norms if (norm.layer, norm.key) not in tolerated]
        return Ruling.of(kept, ruling.on).judge(self.case)


def _tolerated(ruling: Ruling, before: Case, after: Case) -> frozenset[tuple[str, str]]:
    broken = {_name(finding): finding for finding in ruling.judge(before).violations}
    now = ruling.judge(after).violations
    worse = {_name(finding) for finding in now if _is_worse(finding, broken.get(_name(finding)))}
    return frozenset(map(_name, now)) - worse


def _name(finding: Finding) -> tuple[str, str]:
    return finding.norm.layer, finding.norm.key


def _is_worse(now: Finding, before: Finding | None) -> bool:
    """Say whether a norm is broken that was not, or by more than it was."""
    if before is None:
        return True
    if isinstance(now.observed, int) and isinstance(before.observed, int):
        return now.observed > before.observed
    return now.observed != before.observed
