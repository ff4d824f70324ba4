"""Guardians in words: what they are to the child, and why somebody is none any more."""

from contracts.directory.guardian import END_REASON_LABELS, RELATION_LABELS

_RELATIONS = {str(code): label for code, label in RELATION_LABELS.items()}
_REASONS = {str(code): label for code, label in END_REASON_LABELS.items()}


def relation(code: str) -> str:
    """爸爸, 妈妈, 祖辈; whatever is not known is 监护人."""
    return _RELATIONS.get(code, "监护人")


def end_reason(code: str) -> str:
    """Return why a right ended; where nobody has chosen a reason, a roster did not name them any more."""
    return _REASONS.get(code, "新名册里没有")
