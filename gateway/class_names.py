"""Names of classes as last heard from directory, so that a form still says 三（2）班 while directory is silent."""

from collections.abc import Mapping

MOST = 20_000
UNHEARD = "（班级名称暂时读不到）"


class ClassNames:
    """Class id → name. A class is nobody's secret; names of people are never kept here."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def learn(self, names: Mapping[str, str]) -> None:
        """Remember these names."""
        if len(self._names) + len(names) > MOST:
            self._names.clear()
        self._names.update(names)

    def of(self, class_id: str) -> str:
        """Return the name last heard, or words that say it is not known now."""
        return self._names.get(class_id, UNHEARD)

    def knows(self, class_id: str) -> bool:
        """Say whether a name was heard."""
        return class_id in self._names
