"""Image: what deploy/Dockerfile makes of one house, step by step, in a folder instead of by a container engine."""

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from string import Template

from dockerfile_parse import DockerfileParser
from pathspec import GitIgnoreSpec

from ops.account import Account
from ops.places import CHECKOUT

DOCKERFILE = CHECKOUT / "deploy" / "Dockerfile"
IGNORED = GitIgnoreSpec.from_lines((CHECKOUT / ".dockerignore").read_text(encoding="utf-8").splitlines())
_KEPT = ("USER", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT")


class Image:
    """`root` is its file system, `kept` what the Dockerfile says of the process; a step it does not know fails it."""

    def __init__(self, folder, **arguments):
        self._folder, self._arguments, self._stages = folder, arguments, {}
        self.environment, self.kept = {}, {}
        with DOCKERFILE.open("rb") as file:
            for step in DockerfileParser(fileobj=file).structure:
                self._take(step["instruction"], step["value"])

    def inside(self, path):
        """Return where a path of the image lies on this machine."""
        return self.root / path.lstrip("/")

    @property
    def home(self):
        """Return the folder in which its processes start."""
        return self.inside(self._workdir)

    @property
    def path(self):
        """Return PATH as its processes have it: its own programs first."""
        own, _, rest = self.environment["PATH"].partition(":")
        assert rest == "$PATH"
        return str(self.inside(own))

    def _take(self, instruction, value):
        match instruction:
            case "COMMENT":
                return
            case "ARG":
                name, _, default = value.partition("=")
                self._arguments.setdefault(name, self._filled(default))
            case "FROM":
                self._begin(*value.split(" AS "))
            case "WORKDIR":
                self._workdir = value
                self.home.mkdir()
            case "COPY":
                self._copy(*self._filled(value).split())
            case "RUN":
                self._run(*json.loads(value))
            case "ENV":
                self.environment |= dict(pair.split("=", 1) for pair in shlex.split(value))
            case _:
                assert instruction in _KEPT, instruction
                self.kept[instruction] = value

    def _filled(self, text):
        return Template(text).substitute(self._arguments)

    def _begin(self, base, name="last"):
        assert base == "${PYTHON}", "only what is replayed here: our own stages upon Python's"
        self.root = self._stages[name] = self._folder / name
        self.root.mkdir()
        self._workdir = "/"

    def _copy(self, *words):
        if words[0].startswith("--from="):
            source, ignore = self._stages[words[0].removeprefix("--from=")] / words[1].lstrip("/"), None
        else:
            source, ignore = CHECKOUT / words[0], _ignored
            assert not IGNORED.match_file(words[0]), f"{words[0]} is kept from the builder"
        target = self.inside(str(Path(self._workdir) / words[-1]))
        if source.is_dir():
            shutil.copytree(source, target, symlinks=True, ignore=ignore)
        else:
            shutil.copy(source, target)
        if ignore:
            _as_a_careful_developer_has_them(target)

    def _run(self, *words):
        here = [str(self.inside(word)) if word.startswith("/") else word for word in words[1:]]
        program = words[0] if words[0] != "python" else sys.executable if "pip" in here else base_python()
        subprocess.run([program, *here], cwd=self.home, check=True)


def base_python():
    """Return a Python that every user of this machine can run: ours may live in somebody's closed home."""
    found = (Path(sys._base_executable), Path("/usr/bin/python3"))
    return next(path for path in found if Account(0, 0).reaches(path))


def _as_a_careful_developer_has_them(copied):
    """Nobody but their owner may read these files: a checkout under umask 077, which a builder copies as it is."""
    subprocess.run(["chmod", "--recursive", "go-rwx", copied], check=True)


def _ignored(folder, names):
    inside = Path(folder).relative_to(CHECKOUT)
    return [name for name in names if IGNORED.match_file(inside / name)]
