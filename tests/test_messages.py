"""A message is its English text, and can be told in another language, values in it included."""

from __future__ import annotations

import copy
import json
import pickle

from localize.messages import Message, tell

PORTUGUESE = {
    "%(words)s is missing": "falta %(words)s",
    "%(items)s and %(more)s more": "%(items)s e mais %(more)s",
    "%(a)s, or %(b)s": "%(b)s, ou %(a)s",
    "100 % of it": "100 % disso",
}


def say(template: str) -> str:
    return PORTUGUESE.get(template, template)


def test_a_message_is_its_english_text() -> None:
    message = Message("%(words)s is missing", words='"Tuesday"')
    assert message == '"Tuesday" is missing'
    assert json.dumps([message]) == json.dumps(['"Tuesday" is missing'])


def test_a_message_is_told_in_another_language_and_the_words_in_it_stay() -> None:
    assert tell(Message("%(words)s is missing", words='"missing"'), say) == 'falta "missing"'


def test_messages_in_messages_and_lists_are_told_too() -> None:
    lost = tuple(Message("%(words)s is missing", words=mark) for mark in "([")
    message = Message("%(items)s and %(more)s more", items=lost, more=2)
    assert message == "( is missing, [ is missing and 2 more"
    assert tell(message, say) == "falta (, falta [ e mais 2"


def test_values_may_change_places() -> None:
    assert tell(Message("%(a)s, or %(b)s", a=1, b=2), say) == "2, ou 1"


def test_percent_means_itself_where_no_values_are() -> None:
    assert tell(Message("100 % of it"), say) == "100 % disso"


def test_percent_in_a_value_means_itself() -> None:
    assert tell(Message("%(words)s is missing", words="%(more)s"), say) == "falta %(more)s"


def test_any_other_text_is_told_as_it_is() -> None:
    assert tell("%(words)s is missing", say) == "%(words)s is missing"


def test_a_message_goes_to_another_process_and_back() -> None:
    message = Message("%(words)s is missing", words=Message("100 % of it"))
    for other in (pickle.loads(pickle.dumps(message)), copy.deepcopy(message), copy.copy(message)):
        assert other == message
        assert tell(other, say) == "falta 100 % disso"
