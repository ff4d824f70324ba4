"""Names, all invented: Faker's for adults, drawn characters for children, rare ones among them as on real rolls."""

from collections.abc import Callable, Sequence

from faker import Faker

_FIRST = "子梓一雨思嘉浩欣若沐安知予景书清晚明乐言星苏云南北初夏秋禾"
_SECOND = "涵轩怡宸诺晨宁桐然悦泽萱辰阳溪航琪墨熙远舟朗禾遥晴川原野"
_RARE_GIVEN = ("𬍤", "㐱", "䶮", "𬤊然", "翀𬳿", "𣲗", "𬭎", "玥䶮", "㛃", "昇𬀩")
_RARE_WHOLE = ("阿依夏·图尔荪", "欧阳𬍤", "司徒䶮", "买买提·艾山", "诸葛㐱言")
_HIGHLAND = (
    "扎西", "次仁", "卓玛", "多吉", "央金", "旦增", "格桑", "洛桑",
    "白玛", "德吉", "仁青", "曲珍", "平措", "拉姆", "顿珠", "尼玛",
)
_EVERY_RARE, _EVERY_RARE_WHOLE = 83, 331


class Names:
    """Gives names in a fixed order; no two children share one."""

    def __init__(self) -> None:
        self._fake = Faker("zh_CN")
        self._fake.seed_instance("轻舟区")
        self._given: set[str] = set()
        self._children = 0

    def surname(self) -> str:
        """Return a family name."""
        return str(self._fake.last_name())

    def adult(self, surname: str | None = None) -> str:
        """Return the whole name of an adult."""
        return f"{surname or self.surname()}{self._fake.first_name()}"

    def child(self, surname: str) -> str:
        """Return the whole name of a child of that family; now and then one that old software spells wrong."""
        self._children += 1
        if self._children % _EVERY_RARE_WHOLE == 0:
            return _RARE_WHOLE[self._children // _EVERY_RARE_WHOLE % len(_RARE_WHOLE)]
        if self._children % _EVERY_RARE == 0:
            return surname + _RARE_GIVEN[self._children // _EVERY_RARE % len(_RARE_GIVEN)]
        return self._new(lambda: surname + self._one_of(_FIRST) + self._one_of(_SECOND))

    def highland(self) -> str:
        """Return a name without a family name, as people in the district's highland school have."""
        return self._new(lambda: self._one_of(_HIGHLAND) + self._one_of(_HIGHLAND))

    def _one_of(self, choices: Sequence[str]) -> str:
        return str(self._fake.random.choice(choices))

    def _new(self, draw: Callable[[], str]) -> str:
        while (name := draw()) in self._given:
            pass
        self._given.add(name)
        return name
