"""Templates in English: the same files, read through the book."""

from collections.abc import Callable

from jinja2 import BaseLoader, Environment

from gateway.english.book import Book, signs
from gateway.english.source import translated


class ThroughBook(BaseLoader):
    """Hands out each template with its messages in English; a message that the book lacks stays Chinese."""

    def __init__(self, behind: BaseLoader, book: Book):
        self._behind, self._book = behind, book

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the source of a template. Raises TemplateNotFound."""
        source, path, current = self._behind.get_source(environment, template)
        return translated(source, self._sentence), path, current

    def list_templates(self) -> list[str]:
        """Return the names of all templates."""
        return self._behind.list_templates()

    def _sentence(self, message: str) -> str:
        return self._book.sentence(message) or signs(message) or self._book.english(message)


def english(chinese: Environment, book: Book) -> Environment:
    """Return an environment like the Chinese one whose templates come through the book."""
    assert chinese.loader is not None, "templates come from somewhere"
    return chinese.overlay(loader=ThroughBook(chinese.loader, book))
