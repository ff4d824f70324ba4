"""A process that lets one file through the gate, in no more memory than it is given; what is refused is printed."""

import resource
import sys
from pathlib import Path

from contracts.errors import InvalidRequest
from services.directory.formats.roster.gate import check

path, megabytes = Path(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
try:
    check(path.read_bytes(), path.suffix[1:])
except InvalidRequest as refused:
    sys.stdout.write(refused.said)
