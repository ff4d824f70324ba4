"""A sentence for the operator: what is so, and the way out, in Chinese and in English."""


class CannotGoOn(Exception):
    """Something only the operator can change; both sentences say what, and how."""

    def __init__(self, chinese: str, english: str):
        self.chinese, self.english = chinese, english
        super().__init__(f"{chinese}\n{english}")
