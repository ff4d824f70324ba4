"""A template in English is the same template: what is code stays code, and every shown sentence is found whole."""

import pytest

from gateway.english.source import messages, translated


@pytest.mark.parametrize(("source", "said"), [
    ("<p>没有作业。</p>", ["没有作业。"]),
    ("<p>还有 {{ n }} 个名额</p>", ["还有 {0} 个名额"]),
    ("<p>{{ a }}到{{ b }}</p>", ["{0}到{1}"]),
    ('<nav aria-label="{{ name }}的卡">x</nav>', ["{0}的卡"]),
    ('{{ "上学" if day else "放假" }}', ["上学", "放假"]),
    ('{{ f({"a": {"b": "错误"}}) }}<p>好</p>', ["好", "错误"]),
    ("{# 说明 #}<p>{% if x %}一{% else %}二{% endif %}</p>", ["一", "二"]),
    ("<p>  留空  </p>", ["留空"]),
    ("<p>{{ child }}</p><!-- English -->", []),
])
def test_every_message_is_found(source: str, said: list[str]) -> None:
    assert messages(source) == said


def test_places_may_change_their_order() -> None:
    assert translated("<p>{{ a }}的{{ b | f }}</p>", lambda _: "{1} of {0}") == "<p>{{ b | f }} of {{ a }}</p>"


def test_nothing_else_is_touched() -> None:
    source = '<a href="{{ url_for("x", d={"a": 1}) }}" class="q">\n {% set y = {"a": "b"} %}{{ y }}</a>'
    assert translated(source, lambda _: "never") == source
