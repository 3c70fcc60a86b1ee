"""Start tags are edited attribute by attribute."""

from __future__ import annotations

from localize.formats.xml import attributes_of, with_attributes

TAG = """<a:b x = "1 > 0" y='say "lang=en"'  lang="en"/>"""


def test_attributes_are_set_added_and_taken_out() -> None:
    assert with_attributes(TAG, {"lang": "pt", "z": '<"'}) == (
        """<a:b x = "1 > 0" y='say "lang=en"' lang="pt" z="&lt;&quot;"/>"""
    )
    assert with_attributes(TAG, {"x": None, "y": None}) == '<a:b  lang="en"/>'
    assert with_attributes("<a>", {"x": "1"}) == '<a x="1">'


def test_attributes_are_read_as_they_are_spelled() -> None:
    assert attributes_of(TAG) == {"x": "1 > 0", "y": 'say "lang=en"', "lang": "en"}
