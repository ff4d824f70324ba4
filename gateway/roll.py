"""Roll: the names that one page needs, asked for together."""

from collections.abc import Iterable

from contracts.actor import Actor
from contracts.directory.people import NAMES, Names, NamesWanted
from gateway import here
from gateway.houses import Later

UNHEARD = "（姓名暂时读不到）"


class Roll:
    """Names as directory gives them to this person; a name not given is said to be missing, never guessed."""

    def __init__(self, answers: tuple[Later[Names], ...]):
        self._answers = answers
        self._heard: tuple[Names, ...] | None = None

    def class_name(self, class_id: str) -> str:
        """Return 三（2）班, from memory if directory is silent."""
        self._all()
        return here.class_names().of(class_id)

    def school(self, school_id: str) -> str:
        """Return the name of a school of the district."""
        return next((names.schools[school_id] for names in self._all() if school_id in names.schools), UNHEARD)

    def pupil(self, pupil_id: str) -> str:
        """Return a child's name."""
        return next((names.pupils[pupil_id] for names in self._all() if pupil_id in names.pupils), UNHEARD)

    def knows_pupil(self, pupil_id: str) -> bool:
        """Say whether directory has told this child's name."""
        return any(pupil_id in names.pupils for names in self._all())

    def person(self, person_id: str) -> str:
        """Return the name of a guardian or of staff."""
        return next((names.people[person_id] for names in self._all() if person_id in names.people), UNHEARD)

    def _all(self) -> tuple[Names, ...]:
        if self._heard is None:
            self._heard = tuple(names for answer in self._answers if (names := answer.or_none()))
            for names in self._heard:
                here.class_names().learn(names.classes)
        return self._heard


def roll(
    actors: tuple[Actor, ...], *,
    class_ids: Iterable[str] = (), pupil_ids: Iterable[str] = (), person_ids: Iterable[str] = (),
    school_ids: Iterable[str] = (),
) -> Roll:
    """Ask for these names in every school of the asker's; nothing is asked when there is nobody to name."""
    wanted = NamesWanted(
        class_ids=_once(class_ids), pupil_ids=_once(pupil_ids), person_ids=_once(person_ids),
        school_ids=_once(school_ids),
    )
    if not (wanted.class_ids or wanted.pupil_ids or wanted.person_ids or wanted.school_ids):
        return Roll(())
    return Roll(tuple(here.houses().later(NAMES, wanted, actor) for actor in actors))


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
