"""Told: broken rules as a page tells them; what several layers say alike is said once, with the clause of each."""

from dataclasses import dataclass
from itertools import chain

from contracts.finding import Finding, Offer


@dataclass(frozen=True, kw_only=True)
class Told:
    """Findings of one sentence and one sum: from the nation, the district, the school, or several of them."""

    findings: tuple[Finding, ...]

    @property
    def said(self) -> Finding:
        """Return the finding whose words stand for all."""
        return self.findings[0]

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Return every offer, each once."""
        return tuple(dict.fromkeys(chain.from_iterable(f.offers for f in self.findings)))


def told(findings: tuple[Finding, ...]) -> tuple[Told, ...]:
    """Return the findings as they are told, in their order."""
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.force, finding.sentence, finding.arithmetic), []).append(finding)
    return tuple(Told(findings=tuple(same)) for same in alike.values())
