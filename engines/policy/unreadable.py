"""NormUnreadable: a document that is not a norm, with the place and the way out."""


class NormUnreadable(Exception):
    """The document of a norm cannot be taken.

    `norm` and `row` or `derogation` (from 1) say where, `remedy` what to write instead.
    """

    def __init__(self, *, norm: str, row: int | None, derogation: int | None = None, what: str, remedy: str):
        self.norm, self.row, self.derogation, self.what, self.remedy = norm, row, derogation, what, remedy
        line = "" if row is None else f"第 {row} 行"
        granted = "" if derogation is None else f"第 {derogation} 条准予"
        super().__init__(f"规定“{norm}”{line}{granted}：{what}。{remedy}。")
