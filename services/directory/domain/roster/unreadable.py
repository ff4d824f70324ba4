"""Unreadable: a cell that does not say what its column asks for."""


class Unreadable(Exception):
    """`what` is wrong and `remedy` would pass, each a plain sentence that quotes nothing of the cell."""

    def __init__(self, what: str, remedy: str):
        self.what, self.remedy = what, remedy
        super().__init__(what, remedy)
