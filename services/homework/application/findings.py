"""Findings as they travel."""

from contracts import finding as wire
from engines.policy import Finding, finding_to_plain


def finding_of(finding: Finding) -> wire.Finding:
    """Return a finding in the words and values that a form can show and send back."""
    return wire.Finding.restore(finding_to_plain(finding))
