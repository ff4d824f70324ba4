"""Does the broker answer, has every queue its consumer, has nothing been parked?"""

from collections.abc import Iterator
from contextlib import closing

import pika
from pika.exceptions import AMQPError, ChannelClosedByBroker

from contracts.catalogue import HOUSES, SUBSCRIPTIONS
from ops.alarm import Alarm
from ops.doctor import trusted
from ops.doctor.finding import Finding
from plumbing import address, amqp, topology
from plumbing.untrusted import Untrusted

_DEAF_SECONDS = 1


def look(url: str) -> Iterator[Finding]:
    """Give a finding for the broker, and one for each queue that is not well."""
    try:
        yield from trusted.look(address.broker(url))
    except Untrusted as reason:
        yield Finding(about="消息服务器", words=reason.words, repair=reason.repair)
        return
    try:
        connection = pika.BlockingConnection(amqp.parameters(url))
    except (AMQPError, OSError) as problem:
        yield Finding(
            about="消息服务器",
            words=f"没有应答（{type(problem).__name__}），事件在各服务里等着",
            repair="自带的会自动重新启动，看 var/log/broker.log；外部的请检查 QINGFU_AMQP_URL",
        )
        return
    try:
        troubled = [*_alarmed(url), *_unattended(connection), *_parked(connection)]
    finally:
        connection.close()
    yield Finding(about="消息服务器", words="有应答")
    yield from troubled or [Finding(about="队列", words="都有人接收，没有搁置的事件")]


def _alarmed(url: str) -> Iterator[Finding]:
    with closing(Alarm(url, deaf_seconds=_DEAF_SECONDS)) as alarm:
        words = alarm.words()
    if words:
        matter, _, repair = words.partition("：")
        yield Finding(about="消息服务器", words=matter, repair=repair)


def _unattended(connection: pika.BlockingConnection) -> Iterator[Finding]:
    attended = {subscription.queue: subscription.service for subscription in SUBSCRIPTIONS}
    attended |= {f"rpc-{house}": house for house in HOUSES}
    for queue, house in attended.items():
        counts = _counts(connection, queue)
        if counts is None:
            yield Finding(about=queue, words="队列不存在", repair="bin/qingfu down，然后 make run（启动时重建）")
        elif not counts[1]:
            repair = f"bin/qingfu kill {house}（会自动重新启动）"
            yield Finding(about=queue, words=f"没有接收者，积压 {counts[0]} 条", repair=repair)


def _parked(connection: pika.BlockingConnection) -> Iterator[Finding]:
    for house in sorted({subscription.service for subscription in SUBSCRIPTIONS}):
        counts = _counts(connection, topology.parked(house))
        if counts and counts[0]:
            yield Finding(
                about=topology.parked(house),
                words=f"搁置了 {counts[0]} 条事件",
                repair=f"bin/qingfu parked list 看原因；修复后 bin/qingfu parked replay {house}",
            )


def _counts(connection: pika.BlockingConnection, queue: str) -> tuple[int, int] | None:
    """Return how many messages wait in a queue and how many consumers it has; nothing when there is no such queue."""
    channel = connection.channel()
    try:
        found = channel.queue_declare(queue, passive=True).method
    except ChannelClosedByBroker:
        return None
    channel.close()
    return found.message_count, found.consumer_count
