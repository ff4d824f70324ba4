"""Guard: a test, an import contract, a rule of the linter or the type checker, run on a checkout by its name."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LIMIT_SECONDS = 300
_BIN = Path(sys.executable).parent
_PYTEST = (sys.executable, "-m", "pytest", "-x", "--tb=short", "--hypothesis-seed=0", "--examples=300")
_TYPED = ("contracts", "engines", "plumbing", "services", "gateway", "ops", "demo")
TOOLS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "lint-imports": lambda contract: (str(_BIN / "lint-imports"), "--no-cache", "--contract", contract),
    "ruff": lambda rule: (sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise", "."),
    "mypy": lambda _: (sys.executable, "-m", "mypy", *_TYPED),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """Whether a guard was content, and what it told."""

    green: bool
    words: str


@dataclass(frozen=True)
class Guard:
    """`name` is a pytest node, or a tool and what is asked of it: `lint-imports houses`, `ruff D103`, `mypy`."""

    name: str

    @property
    def is_test(self) -> bool:
        """Say whether it is a test."""
        return self.name.startswith("tests/")

    def look(self, folder: Path) -> Told:
        """Return what it tells of the checkout in this folder: of a test, only which one failed and why."""
        if self.is_test:
            told = look_all([self], folder)
            return Told(green=told.green, words="\n".join(_complaints(told.words)))
        tool, _, asked = self.name.partition(" ")
        return _run(TOOLS[tool](asked), folder)


def look_all(tests: list[Guard], folder: Path) -> Told:
    """Return what several tests tell, run together."""
    return _run((*_PYTEST, *(test.name for test in tests)), folder)


def _complaints(words: str) -> list[str]:
    return [line for line in words.splitlines() if line.startswith(("E ", "FAILED ", "ERROR "))]


def _run(command: tuple[str, ...], folder: Path) -> Told:
    own = {"PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200", "PYTHONPATH": ""}
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **own}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=LIMIT_SECONDS, check=False,
    )
    return Told(green=done.returncode == 0, words=done.stdout)
