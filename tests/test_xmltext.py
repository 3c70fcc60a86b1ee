"""XML of unknown origin: refused where it is dangerous, read in time that is in proportion to its length."""

from __future__ import annotations

import time

import pytest

from localize.xmltext import Parser, UnwantedXmlError


def read(page: str, *, deepest: int = 3) -> list[str]:
    """Give the names of the elements of a file."""
    names: list[str] = []
    parser = Parser(deepest=deepest)

    def start(name: str, _attributes: dict[str, str]) -> None:
        parser.enter()
        names.append(name)

    parser.expat.StartElementHandler = start
    parser.expat.EndElementHandler = lambda _name: parser.leave()
    for _ in parser.read(page.encode()):
        pass
    return names


def test_elements_may_stand_within_one_another_to_a_depth() -> None:
    assert read("<a><b><c/><c/></b><b/></a>") == ["a", "b", "c", "c", "b"]
    with pytest.raises(UnwantedXmlError, match="nests more than 2 elements") as caught:
        read("<a>\n <b><c/></b></a>", deepest=2)
    assert (caught.value.line, caught.value.column) == (2, 5)


@pytest.mark.parametrize("declared", ["x 'y'", "% x 'y'", "x SYSTEM 'file:///etc/hostname'"])
def test_entities_are_refused_where_they_are_declared(declared: str) -> None:
    with pytest.raises(UnwantedXmlError, match="declares the entity 'x'"):
        read(f"<!DOCTYPE a [<!ENTITY {declared}>]><a>&x;</a>")


@pytest.mark.parametrize("token", ["<a b='", "<!--", "<?a ", "<![CDATA["])
def test_a_token_that_does_not_end_is_scanned_a_few_times_only(token: str) -> None:
    def seconds(length: int) -> float:
        started = time.process_time()
        with pytest.raises(UnwantedXmlError, match="no well-formed XML"):
            read(f"<a>{token}{'x' * length}")
        return time.process_time() - started

    assert seconds(16_000_000) < 20 * max(seconds(2_000_000), 0.02)
