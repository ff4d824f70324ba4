"""SpiffWorkflow: a chain that it has learnt from the BPMN document alone, and cases that it moves along."""

import re

from lxml import etree
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine, TaskDataEnvironment
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.specs.event_definitions.message import MessageEventDefinition
from SpiffWorkflow.bpmn.util.event import BpmnEvent
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from engines.approval.bpmn import bpmn


class Feel(TaskDataEnvironment):
    """As much of FEEL as the documents speak, for an engine that speaks Python."""

    def evaluate(self, expression, context, external_context=None):
        plain = re.sub(r"(?<![<>!=])=(?!=)", "==", expression)
        plain = re.sub(r"(signers|remind_on|overdue_on)\.(\w+)", r"\1['\2']", plain)
        return super().evaluate(plain, context, external_context)


ENGINE = PythonScriptEngine(environment=Feel({"count": len, "null": None, "true": True, "false": False}))
STOCK = BpmnWorkflowSerializer()
NEVER, BEFORE = "2999-01-01T00:00:00+00:00", "2000-01-01T00:00:00+00:00"


class Chain:
    """What is learnt once and used for every case."""

    def __init__(self, definition):
        parser = BpmnParser()
        parser.add_bpmn_xml(etree.fromstring(bpmn(definition)))
        self.spec = parser.get_spec(definition.key)
        self.subprocesses = parser.get_subprocess_specs(definition.key)

    def written(self, case):
        """Return the case as a text."""
        return STOCK.serialize_json(case.flow)

    def read(self, content):
        """Return the case that was written."""
        case = Theirs.__new__(Theirs)
        case.flow = STOCK.deserialize_json(content)
        case.flow.script_engine = ENGINE
        return case


class Theirs:
    """A case; `signers`, by the key of a step, are those who sign it."""

    def __init__(self, chain, facts, signers, remind_on=None, overdue_on=None):
        days = {"remind_on": remind_on or dict.fromkeys(signers, NEVER)}
        days["overdue_on"] = overdue_on or dict.fromkeys(signers, NEVER)
        self.flow = BpmnWorkflow(chain.spec, chain.subprocesses, script_engine=ENGINE)
        self.flow.task_tree.data.update(facts, signers=signers, **days)
        self.flow.do_engine_steps()

    @property
    def waiting(self):
        return self.flow.get_tasks(state=TaskState.READY, manual=True)

    def says(self, **said):
        task = self.waiting[0]
        task.data.update(said)
        task.run()
        self.flow.do_engine_steps()

    def looks_at_the_calendar(self):
        """Let what is due by its timers happen."""
        for task in self.flow.get_tasks(state=TaskState.WAITING):
            task.task_spec._update(task)
        self.flow.do_engine_steps()

    @property
    def messages(self):
        """Return what has been sent."""
        return [task.task_spec.bpmn_id for task in self.flow.get_tasks(state=TaskState.COMPLETED)
                if task.task_spec.bpmn_id and task.task_spec.bpmn_id.endswith("_message")]

    def withdraws(self):
        self.flow.catch(BpmnEvent(MessageEventDefinition("withdrawn"), {}))
        self.flow.do_engine_steps()

    @property
    def stands(self):
        """Return how it stands: the end, or the step and for whom it waits."""
        ends = [task.task_spec.bpmn_id for task in self.flow.get_tasks(state=TaskState.COMPLETED)]
        end = next((end for end in ("taken_back", "approved", "rejected") if end in ends), None)
        if end:
            return (end,)
        return (self.waiting[0].task_spec.bpmn_id, self.waiting[0].task_spec.lane, len(self.waiting))
