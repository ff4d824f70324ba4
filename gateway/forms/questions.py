"""Questions: what one page asks of a message's fields, in which order, and what it knows without asking."""

from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from contracts.message import Message
from gateway.forms import words
from gateway.forms.described import described
from gateway.forms.field import Field, Option
from gateway.forms.joined import Joined
from gateway.forms.plain import Given, plain

Asked = TypeVar("Asked", bound=Message)
Errors = dict[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Questions(Generic[Asked]):
    """`fixed` values come from the address and are not asked; `hidden` fields are sent along unseen.

    `title` and `action` are the page's heading and the words of its button. `options` are what only the page knows, and
    `instead` are whole questions of that sort. `unasked` fields do not matter here.
    """

    message: type[Asked]
    title: str
    action: str
    order: tuple[str, ...] = ()
    fixed: dict[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    joined: Joined | None = None
    options: dict[str, tuple[Option, ...]] = field(default_factory=dict)
    instead: dict[str, Field] = field(default_factory=dict)
    unasked: frozenset[str] = frozenset()

    def plain(self, given: Given) -> dict[str, Any]:
        """Return the plain values of the message, as a program would send them."""
        in_lines = [name for name, asked in self.instead.items() if asked.widget == words.WIDGET]
        one_by_one = words.apart(self.apart(given), in_lines)
        return {**plain(self.message, one_by_one), **self.fixed}

    def apart(self, given: Given) -> Given:
        """Return what was given, under the names of the message's own fields."""
        return self.joined.split(given) if self.joined else given

    def fields(self, given: Given, errors: Errors) -> tuple[Field, ...]:
        """Return the fields a person is asked, answered so far; those that `order` does not name come last."""
        asked = {**self._joined(), **self._single()}
        names = [*(n for n in self.order if n in asked), *(n for n in asked if n not in self.order)]
        return tuple(self._answered(asked[name], given, errors) for name in names)

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the message's fields that a question stands for."""
        return self.joined.parts if self.joined and name == self.joined.name else (name,)

    def _single(self) -> dict[str, Field]:
        known = {*self.fixed, *self.hidden, *self.unasked, *(self.joined.parts if self.joined else ())}
        return {name: self.instead.get(name, f) for name, f in described(self.message).items() if name not in known}

    def _joined(self) -> dict[str, Field]:
        if self.joined is None:
            return {}
        return {self.joined.name: Field(name=self.joined.name, widget="radios", label=self.joined.label)}

    def _answered(self, asked: Field, given: Given, errors: Errors) -> Field:
        values = tuple(given.getlist(asked.name))
        said = tuple(s for part in self.parts(asked.name) for s in errors.get(part, ()))
        widget = "radios" if asked.name in self.options and asked.widget == "text" else asked.widget
        options = self._options(asked, widget, values)
        return replace(asked, widget=widget, options=options, values=values, errors=said)

    def _options(self, asked: Field, widget: str, values: tuple[str, ...]) -> tuple[Option, ...]:
        """Where the choices could not be read, keep the one that was made, so that it is not lost."""
        joined = self.joined.options if self.joined and self.joined.name == asked.name else ()
        options = self.options.get(asked.name) or joined or asked.options
        if options or widget not in ("radios", "select", "ranked"):
            return options
        return tuple(Option(value=value, label="（已选的一项）") for value in values if value)
