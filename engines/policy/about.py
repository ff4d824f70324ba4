"""About: the matter that a norm speaks of and a case is an instance of; a norm on care says nothing about homework."""

from enum import StrEnum


class About(StrEnum):
    """Each matter is one sort of case, so that whoever judges it can tell all that its norms may ask.

    A piece of homework, its review, a class's board, a guardian's exemption, a planned test; the hours of the
    after-school service, what is offered in them, a decision on an application; a message to families (never an alarm
    for a child's safety: no norm holds it up); a pupil's day (五项管理); a contract with a training institution.
    """

    HOMEWORK = "homework"
    REVIEW = "review"
    BOARD = "board"
    EXEMPTION = "exemption"
    EXAM = "exam"
    CARE = "care"
    OFFERING = "offering"
    APPLICATION = "application"
    NOTICE = "notice"
    ROUTINE = "routine"
    TRAINING = "training"


ABOUT_WORDS = {
    About.HOMEWORK: "作业",
    About.REVIEW: "作业审核",
    About.BOARD: "作业公示",
    About.EXEMPTION: "作业免写",
    About.EXAM: "考试",
    About.CARE: "课后服务",
    About.OFFERING: "课后服务项目",
    About.APPLICATION: "课后服务报名",
    About.NOTICE: "家校通知",
    About.ROUTINE: "五项管理",
    About.TRAINING: "校外培训",
}
