"""NormUnreadable: a document that is not a norm, with the place and the way out."""


class NormUnreadable(Exception):
    """The document of a norm cannot be taken: `norm` and `row` (from 1) say where, `remedy` what to write instead."""

    def __init__(self, *, norm: str, row: int | None, what: str, remedy: str):
        self.norm, self.row, self.what, self.remedy = norm, row, what, remedy
        line = "" if row is None else f"第 {row} 行"
        super().__init__(f"规定“{norm}”{line}：{what}。{remedy}。")
