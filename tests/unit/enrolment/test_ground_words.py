"""A ground is called in the contracts what the rule book calls it, or a norm would speak of something else."""

from contracts.enrolment.ground import GROUND_LABELS
from engines.policy.vocabulary import FIELDS


def test_the_grounds_are_those_that_norms_may_name_in_the_same_words():
    assert {str(code): words for code, words in GROUND_LABELS.items()} == dict(FIELDS["refusal_grounds"].labels)
