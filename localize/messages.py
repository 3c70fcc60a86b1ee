"""Messages for people that know how they were put together, so that a page can say them in another language.

A message is its English text, and goes wherever a text goes. What it was made of is kept beside it: a template in the
manner of gettext, and the values in it, which may be messages themselves, or tuples of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Message(str):
    """An English text that remembers its template and values.

    Attributes:
        template: With ``%(name)s`` where values stand; the key of catalogues.
        values: By name; words of articles and glossaries are plain texts, and stay as they are in every language.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Put a message together.

        Args:
            template: A literal, so that catalogues can be told from the code; without values, ``%`` means itself.
            values: Texts, numbers, messages, or tuples of these, which are written with commas.
        """
        made = super().__new__(cls, _filled(template, values, _english))
        made.template = template
        made.values = values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """Let a message go to another process as what it is."""
        return (self.template,), dict(self.values)


def tell(text: object, say: Callable[[str], str]) -> str:
    """Write a message in another language.

    Args:
        text: A message; anything else is written as it is, as no catalogue knows it.
        say: Gives the template in that language.
    """
    if isinstance(text, tuple):
        return ", ".join(tell(one, say) for one in text)
    if not isinstance(text, Message):
        return str(text)
    return _filled(say(text.template), text.values, lambda value: tell(value, say))


def _filled(template: str, values: Mapping[str, object], write: Callable[[object], str]) -> str:
    return template % {name: write(value) for name, value in values.items()} if values else template


def _english(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
