"""Form: one page's questions, what a person has typed so far, and what stands in the way."""

from typing import Generic, Self, TypeVar

from marshmallow import ValidationError

from contracts.errors import (
    DeadlinePassed,
    Fault,
    NotFound,
    NotSignedIn,
    OutcomeUnknown,
    ServiceError,
    StillAnswering,
    Unavailable,
)
from contracts.finding import Finding
from contracts.message import Message
from gateway.forms import refusal
from gateway.forms.field import Field
from gateway.forms.plain import Given
from gateway.forms.questions import Errors, Questions
from gateway.language import phrase
from plumbing.ids import new_id

Asked = TypeVar("Asked", bound=Message)
KEY, UNSURE = "key", "unsure"
NOTHING_DONE = (Unavailable, DeadlinePassed)
STILL_UNKNOWN = "系统暂时不可用，上一次提交有没有成功还不知道。请过一会儿再点一次：用的是同一张表，不会重复。"
SAME_KEY_AGAIN = (OutcomeUnknown, StillAnswering, Unavailable, DeadlinePassed, Fault)
NOT_FOR_A_FORM = (NotFound, NotSignedIn)


class Form(Generic[Asked]):
    """One rendering of a form. `key` makes its command happen once, however often it is sent."""

    def __init__(self, questions: Questions[Asked], given: Given):
        self.questions, self.given = questions, given
        self.key = given.get(KEY) or new_id()
        self.unsure = UNSURE in given
        self.problem: ServiceError | None = None
        self.findings: tuple[Finding, ...] = ()
        self.errors: Errors = {}

    def load(self) -> Asked:
        """Return the message as typed. Raises InvalidRequest."""
        try:
            return self.questions.message.load(self.questions.plain(self.given))
        except ValidationError as problem:
            raise refusal.invalid(problem) from problem

    def refused(self, problem: ServiceError) -> Self:
        """Show the form again with what is wrong and all that was typed.

        The key stays where the same request may be sent again, and is new where something has to change first.
        What no form can show (not there, not signed in) is raised again.
        """
        if isinstance(problem, NOT_FOR_A_FORM):
            raise problem
        self.stopped(problem)
        self.errors = refusal.by_field(problem)
        self.judged(refusal.findings(problem))
        if not isinstance(problem, SAME_KEY_AGAIN):
            self.key = new_id()
        return self

    def stopped(self, problem: ServiceError) -> Self:
        """Show the form again exactly as it was sent: something kept it from reaching its house.

        Once an answer was lost, "nothing was done" would say too much of this form, until an answer comes.
        """
        self.problem = OutcomeUnknown(STILL_UNKNOWN) if self.unsure and isinstance(problem, NOTHING_DONE) else problem
        self.unsure = isinstance(self.problem, OutcomeUnknown)
        return self

    def judged(self, findings: tuple[Finding, ...]) -> Self:
        """Show these findings, the forbidding ones at their fields too."""
        self.findings = findings
        for finding in findings:
            if finding.force == "refuse":
                self.errors[finding.field] = (*self.errors.get(finding.field, ()), finding.arithmetic)
        return self

    def get(self, name: str) -> str:
        """Return what was typed into a field of the message, also where it is answered joined with another."""
        return self.questions.apart(self.given).get(name, "")

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the questions with answers and errors, in the order they are asked."""
        return self.questions.fields(self.given, self.errors)

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """Return the names and values that are sent along unseen."""
        hidden = ((name, value) for name in self.questions.hidden for value in self.given.getlist(name) or [""])
        return ((KEY, self.key), *(((UNSURE, "1"),) if self.unsure else ()), *hidden)

    @property
    def summary(self) -> tuple[tuple[str, str], ...]:
        """Return every sentence of the error summary with the id of the field it leads to, or an empty one."""
        fields = self.fields
        shown = {part for f in fields for part in self.questions.parts(f.name)}
        listed = [(phrase("{0}：{1}", f.label, said), f.id) for f in fields for said in f.errors]
        homeless = [(said, "") for name, told in self.errors.items() if name not in shown for said in told]
        return (*listed, *homeless)
