"""Verdict: the answer to a case under every norm of every layer."""

from dataclasses import dataclass
from enum import StrEnum

from engines.policy.controlling import controlling
from engines.policy.finding import Finding


class Outcome(StrEnum):
    """`not_regulated`: no row in force covers the case; it is not a form of consent."""

    COMPLIANT = "compliant"
    VIOLATION = "violation"
    WARNING = "warning"
    NOT_REGULATED = "not_regulated"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`findings`: what refuses before what warns, a higher layer before a lower one."""

    outcome: Outcome
    findings: tuple[Finding, ...]

    @property
    def violations(self) -> tuple[Finding, ...]:
        """Return the findings that forbid the thing."""
        return tuple(finding for finding in self.findings if finding.refuses)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Return the findings that are told and do not forbid."""
        return tuple(finding for finding in self.findings if not finding.refuses)

    @property
    def controlling(self) -> tuple[Finding, ...]:
        """Return one finding for each thing that is wrong: the strictest, and of equals the highest layer's."""
        return controlling(self.findings)
