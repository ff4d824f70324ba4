"""Case: what is to be judged: its fields, the minutes that already stand on the day, and those it would add."""

from collections.abc import Mapping
from dataclasses import dataclass

from engines.policy.about import About
from engines.policy.value import Value
from engines.policy.vocabulary import FIELDS


class CaseIncomplete(Exception):
    """A norm in force needs something that the case does not say, or says in a form that cannot be read.

    Never read as "allowed". `needed` names the field or counter.
    """

    def __init__(self, needed: str, words: str):
        self.needed = needed
        super().__init__(f"无法判断：{words}（{needed}）。请补全后再试。")


@dataclass(frozen=True, kw_only=True)
class Case:
    """`standing` and `adding` hold whole minutes by counter key: the class's day so far, and this piece's share.

    `school` is asked for only where a derogation is granted: it is for some schools and for no other.
    """

    fields: Mapping[str, Value]
    standing: Mapping[str, int]
    adding: Mapping[str, int]
    about: About = About.HOMEWORK
    school: str | None = None

    def of_school(self) -> str:
        """Return the school. Raises CaseIncomplete if it is not known: nobody's derogation is everybody's."""
        if not self.school:
            raise CaseIncomplete("school", "缺少学校")
        return self.school

    def value(self, name: str) -> Value:
        """Return a declared field. Raises CaseIncomplete if it is missing or not what the vocabulary declares."""
        declared = FIELDS[name]
        if name not in self.fields:
            raise CaseIncomplete(name, f"缺少“{declared.words}”")
        value = self.fields[name]
        if not declared.accepts(value):
            raise CaseIncomplete(name, f"“{declared.words}”的内容无法识别")
        return value

    def minutes(self, counter: str) -> tuple[int, int]:
        """Return the minutes that stand and those added. Raises CaseIncomplete if either is not known."""
        standing, adding = self.standing.get(counter), self.adding.get(counter)
        if type(standing) is not int or standing < 0:
            raise CaseIncomplete(counter, "缺少当天已有的分钟数")
        if type(adding) is not int or adding < 0:
            raise CaseIncomplete(counter, "缺少本次的分钟数")
        return standing, adding
