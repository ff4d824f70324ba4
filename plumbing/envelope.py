"""Envelope: an event as CloudEvents 1.0 in RabbitMQ's binary mode, and back; addressed by district, school and type."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from cloudevents.core.bindings.rabbitmq import RabbitMQMessage, from_binary, to_binary
from cloudevents.core.exceptions import BaseCloudEventException
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent
from marshmallow import ValidationError

from contracts.catalogue import event_types
from contracts.errors import UnknownMessage
from contracts.received import Received

CONTENT_TYPE = "application/json"
NOWHERE = "-"
_JSON = JSONFormat()
_LARGEST_BODY = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Letter:
    """An event ready for the broker; `message_id` is the event's own id."""

    exchange: str
    routing_key: str
    message_id: str
    headers: dict[str, str]
    body: bytes


def address(district_id: str | None, school_id: str | None, event_type: str) -> str:
    """Return the routing key, by which the broker can fence a reader to one school and one type."""
    return f"{district_id or NOWHERE}.{school_id or NOWHERE}.{event_type}"


def seal(row: Any) -> Letter:
    """Return the letter for an outbox row."""
    service = row.type.partition(".")[0]
    attributes: dict[str, Any] = {
        "id": row.message_id, "source": f"/qingfu/{service}", "type": row.type, "specversion": "1.0",
        "subject": row.subject, "time": row.occurred_at, "datacontenttype": CONTENT_TYPE,
        "sequence": str(row.sequence), "correlationid": row.correlation_id,
    }
    optional = {"district": row.district_id, "school": row.school_id, "causationid": row.causation_id}
    attributes |= {name: value for name, value in optional.items() if value}
    message = to_binary(CloudEvent(attributes, row.body), _JSON)
    return Letter(
        exchange=f"{service}.events",
        routing_key=address(row.district_id, row.school_id, row.type),
        message_id=row.message_id,
        headers=message.headers,
        body=row.body.encode(),
    )


def open_letter(headers: dict[str, Any], content_type: str | None, body: bytes, *, queue: str) -> Received:
    """Return the event a message carries. Raises UnknownMessage, naming what is wrong and never quoting the body."""
    if content_type != CONTENT_TYPE:
        raise UnknownMessage("内容类型不是 application/json")
    if len(body) > _LARGEST_BODY:
        raise UnknownMessage("消息过大")
    own = {name: value for name, value in headers.items() if name.startswith("ce-") and isinstance(value, str)}
    try:
        attributes = from_binary(RabbitMQMessage(headers=own, content_type=None, body=b""), _JSON).get_attributes()
        plain = json.loads(body)
    except (BaseCloudEventException, ValueError, RecursionError) as problem:
        raise UnknownMessage(f"信封或内容无法读取：{type(problem).__name__}") from problem
    return _received(attributes, plain, queue)


def _received(attributes: dict[str, Any], plain: Any, queue: str) -> Received:
    kind = event_types().get(attributes["type"])
    if kind is None:
        raise UnknownMessage(f"目录中没有的类型或版本：{str(attributes['type'])[:80]}")
    try:
        event = kind.load(plain, newer_fields=True)
        sequence, occurred_at = int(attributes["sequence"]), attributes["time"]
        message_id = str(UUID(attributes["id"]))
        district_id, school_id = _uuid(attributes.get("district")), _uuid(attributes.get("school"))
    except ValidationError as problem:
        wrong = ", ".join(sorted(map(str, problem.normalized_messages())))
        raise UnknownMessage(f"字段有误：{wrong[:200]}") from problem
    except (KeyError, ValueError) as problem:
        raise UnknownMessage("信封的编号、序号、时间或范围有误") from problem
    if attributes.get("subject") != event.aggregate_id:
        raise UnknownMessage("信封与内容不是同一事物")
    assert isinstance(occurred_at, datetime)
    return Received(
        event=event, queue=queue, message_id=attributes["id"], sequence=sequence, occurred_at=occurred_at,
        district_id=district_id, school_id=school_id, request_id=attributes.get("correlationid", message_id),
    )


def _uuid(value: str | None) -> str | None:
    return None if value is None else str(UUID(value))
