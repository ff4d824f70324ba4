"""Untrusted: why a server is not spoken to, in the operator's words."""


class Untrusted(Exception):
    """The way to a server is not safe: `words` say what is so, `repair` what would pass, `english` both."""

    def __init__(self, words: str, repair: str, english: str):
        self.words, self.repair, self.english = words, repair, english
        super().__init__(f"{self.chinese}\n{english}")

    @property
    def chinese(self) -> str:
        """Return both sentences."""
        return f"{self.words}。{self.repair}。"
