"""Logs: one JSON line a happening, with the request's id; ids and codes only, never what people wrote or are called."""

import logging
import sys
import traceback
from typing import Any

import structlog

_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure(process: str) -> None:
    """Send every log of this process, libraries' too, to standard error as JSON lines."""
    structlog.configure(
        processors=[*_SHARED, _without_words, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_SHARED, _without_words],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _named(process),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    ))
    sys.excepthook = lambda *problem: structlog.get_logger("main").critical("process failed", exc_info=problem)
    root = logging.getLogger()
    root.handlers[:], root.level = [handler], logging.INFO
    logging.getLogger("pika").setLevel(logging.CRITICAL)
    logging.getLogger("nameko").setLevel(logging.CRITICAL)  # it quotes errors' words; the doors say what happened
    logging.getLogger("amqp").setLevel(logging.WARNING)


def _named(process: str) -> Any:
    def add(_: Any, __: str, line: Any) -> Any:
        return {"process": process, **line}

    return add


def _without_words(_: Any, __: str, line: Any) -> Any:
    """Keep an exception's kind and place, not its text: a driver's text may quote a row, and a row a child."""
    given = line.pop("exc_info", None)
    exception = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(exception, BaseException):
        frames = traceback.extract_tb(exception.__traceback__)[-8:]
        line["exception"] = f"{type(exception).__module__}.{type(exception).__name__}"
        line["where"] = [f"{frame.filename.rsplit('/', 3)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
    return line
