"""FEEL: what a definition's conditions are in the expression language of the standard (DMN 1.5, chapter 10)."""

import json

from engines.approval.condition import Comparison, Condition
from engines.approval.step import Step

LANGUAGE = "https://www.omg.org/spec/DMN/20230324/FEEL/"
_SIGNS = {Comparison.IS: "=", Comparison.IS_NOT: "!=", Comparison.AT_MOST: "<=", Comparison.AT_LEAST: ">="}


def left_out(step: Step) -> str:
    """Return when a case does not need the step."""
    return " and ".join(map(_holds, step.skip_if))


def decided(step: Step) -> str:
    """Return when the step has said yes: one decides for all, or enough of its signers have approved."""
    return _enough(step) if step.completion.by_each else 'outcome = "approved"'


def complete(step: Step) -> str:
    """Return when no further signature can change what the step says, or somebody has sent the case back."""
    out_of_reach = f"({signers(step)} - rejections) * 100 < {step.completion.share} * {signers(step)}"
    return f'outcome = "returned" or {_enough(step)} or {out_of_reach}'


def signers(step: Step) -> str:
    """Return how many sign."""
    return f"count(signers.{step.key})"


def _enough(step: Step) -> str:
    return f"approvals * 100 >= {step.completion.share} * {signers(step)}"


def _holds(condition: Condition) -> str:
    said = f"{condition.fact} {_SIGNS[condition.comparison]} {json.dumps(condition.value, ensure_ascii=False)}"
    return f"({condition.fact} != null and {said})" if condition.comparison is Comparison.IS_NOT else said
