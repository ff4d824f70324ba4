"""SecondStepWanted: a person's school asks for a second factor, and until they have one they can do nothing else."""

from contracts.errors import ServiceError


class SecondStepWanted(ServiceError):
    """The school of this person asks its staff for a second factor; set one up first."""

    code = "second_factor_required"
    words = "您任职的学校要求在职人员打开两步验证。请先打开，再继续。"
