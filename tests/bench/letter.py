"""Letter: an event ready for bare pika, with the same address, properties and bytes that the relay gives it."""

from dataclasses import dataclass

import pika

from plumbing.envelope import CONTENT_TYPE


@dataclass(frozen=True)
class Letter:
    """`subject` tells one event from another."""

    subject: str
    exchange: str
    routing_key: str
    body: bytes
    properties: pika.BasicProperties

    @classmethod
    def of(cls, row, sealed):
        """Return the letter of an outbox row that the envelope has sealed."""
        properties = pika.BasicProperties(
            message_id=sealed.message_id, type=row.type, content_type=CONTENT_TYPE, content_encoding="utf-8",
            delivery_mode=2, headers=sealed.headers,
        )
        return cls(row.subject, sealed.exchange, sealed.routing_key, sealed.body, properties)

    def publish(self, channel):
        """Hand it to a channel."""
        channel.basic_publish(self.exchange, self.routing_key, self.body, self.properties)
