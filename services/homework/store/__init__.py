"""Homework's tables, read and written by nobody else."""

from services.homework.store.unit import HomeworkUnit

__all__ = ["HomeworkUnit"]
