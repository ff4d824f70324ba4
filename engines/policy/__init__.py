"""Policy: norms as dated, cited, layered data, and the verdict on a case with its explanation and remedy."""

from engines.policy.about import About
from engines.policy.case import Case, CaseIncomplete
from engines.policy.change import changed
from engines.policy.counter import CountedPlace, Counter, Counts, Statistic, counters_of
from engines.policy.derogation import Derogation
from engines.policy.derogation_words import derogation_sentence
from engines.policy.document import granting, norm_from_plain, norm_to_plain
from engines.policy.edition import Edition
from engines.policy.explanation import Looked, Why, explain
from engines.policy.finding import Finding, Offer
from engines.policy.finding_document import finding_to_plain
from engines.policy.first_change import first_change
from engines.policy.judge import judge
from engines.policy.limits import Limit, limits, tightest
from engines.policy.norm import Bound, Force, Layer, Norm
from engines.policy.row import Row
from engines.policy.ruling import Ruling
from engines.policy.unit import Unit
from engines.policy.unreadable import NormUnreadable
from engines.policy.value import Value
from engines.policy.verdict import Outcome, Verdict
from engines.policy.witness import Witness, witnesses
from engines.policy.words import sentence

__all__ = [
    "About",
    "Bound",
    "Case",
    "CaseIncomplete",
    "CountedPlace",
    "Counter",
    "Counts",
    "Derogation",
    "Edition",
    "Finding",
    "Force",
    "Layer",
    "Limit",
    "Looked",
    "Norm",
    "NormUnreadable",
    "Offer",
    "Outcome",
    "Row",
    "Ruling",
    "Statistic",
    "Unit",
    "Value",
    "Verdict",
    "Why",
    "Witness",
    "changed",
    "counters_of",
    "derogation_sentence",
    "explain",
    "finding_to_plain",
    "first_change",
    "granting",
    "judge",
    "limits",
    "norm_from_plain",
    "norm_to_plain",
    "sentence",
    "tightest",
    "witnesses",
]
