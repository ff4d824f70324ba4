"""A definition as BPMN 2.0: for whoever draws, checks or runs processes with tools of their own."""

from engines.approval.bpmn.document import bpmn

__all__ = ["bpmn"]
