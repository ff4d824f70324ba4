"""布置作业 and what becomes of it, in a teacher's verbs."""

import re
from dataclasses import dataclass

OF_THE_CLASS = "三（2）班"


@dataclass(frozen=True, kw_only=True)
class Task:
    """What a teacher types and ticks. Nothing said about the day: it stays as the page offers it."""

    content: str
    minutes: int | str
    kind: str = "书面"
    place: str = "在校完成"
    teaching: str = f"{OF_THE_CLASS} · 英语"


class SettingHomework:
    """The page 布置作业 on a teacher's phone."""

    def __init__(self, phone):
        self.phone = phone
        phone.open("/homework/new")
        self.day = phone.typed("哪一天做")

    def fill(self, task):
        for choice in (task.teaching, task.kind, task.place):
            self.phone.choose(choice)
        self.phone.write("内容", task.content)
        self.phone.write("预计用时（分钟）", str(task.minutes))

    def publish(self, task):
        """It was filled in and sent; the page that follows is there."""
        self.fill(task)
        self.phone.press("发布到公示栏")

    def still_holds(self, task):
        """Everything that was typed and ticked stands in the form, or the test fails."""
        assert all(self.phone.chosen(choice) for choice in (task.teaching, task.kind, task.place))
        assert self.phone.typed("内容") == task.content
        assert self.phone.typed("预计用时（分钟）") == str(task.minutes)
        assert self.phone.typed("哪一天做") == self.day

    def minutes_set_and_left(self, teaching):
        """Return the minutes a class already has on the page's day, and those still free, as its bar says them."""
        self.phone.choose(teaching)
        if not self.phone.scripts:
            self.phone.press("先算一算，不发布")
        words = self.phone.page.locator(".q-budget__words")
        words.wait_for()
        said = re.search(r"班已有 (\d+) 分钟，还可布置 (\d+) 分钟", words.inner_text())
        return int(said[1]), int(said[2])


@dataclass(frozen=True, kw_only=True)
class Receipts:
    """How many guardians were told, and how many of them have read it."""

    read: int
    told: int


def receipts(phone):
    """Return the receipts that a teacher's page of a piece counts."""
    said = re.search(r"已读 (\d+)/(\d+) 位家长", phone.words)
    return Receipts(read=int(said[1]), told=int(said[2]))


def correct(phone, path, *, minutes, reason):
    """The piece says something else from now on."""
    phone.open(path).follow("更正")
    phone.write("预计用时（分钟）", minutes)
    phone.write("为什么更正", reason)
    phone.press("更正")
    phone.sees("已更正，公示栏会显示更正和理由")


def withdraw(phone, path, *, reason):
    """The piece no longer has to be done."""
    phone.open(path).follow("撤回")
    phone.write("为什么撤回", reason)
    phone.press("撤回")
    phone.sees("已撤回，公示栏保留划线和理由")


def is_refused(phone, *, arithmetic, clause):
    """The form is back: what is wrong is first and in focus, with its sum, and the clause is quoted."""
    assert phone.status == 422
    assert arithmetic in phone.what_is_wrong()
    phone.sees("不能发布：", f"“{clause}")
