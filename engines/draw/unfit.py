"""Unfit: what cannot be drawn as it is said, and what to say instead."""


class Unfit(ValueError):
    """A list, a public value or a record is not what it has to be; `what` says why, `remedy` what to write instead."""

    def __init__(self, what: str, remedy: str):
        self.what, self.remedy = what, remedy
        super().__init__(f"{what}。{remedy}。")
