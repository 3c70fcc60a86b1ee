"""Zip archives: what is untouched stays as it is, and nothing dishonest gets in."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from localize.errors import FormatError
from localize.formats import archive
from localize.formats.archive import Archive

if TYPE_CHECKING:
    from collections.abc import Callable

LETTER = b"<p>The talks in Geneva ended.</p>" * 20


def packed(
    *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED, stored: str = "mimetype"
) -> bytes:
    """Make an archive the way most programs do."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in members:
            info = zipfile.ZipInfo(name, (2026, 11, 24, 10, 30, 4))
            info.external_attr = 0o644 << 16
            info.comment = b"by hand"
            info.compress_type = zipfile.ZIP_STORED if name == stored else method
            made.writestr(info, content)
    return file.getvalue()


OFFICE = packed(
    ("mimetype", b"application/x"),
    ("content.xml", LETTER),
    ("Pictures/", b""),
    ("Pictures/a.png", b"\x89PNG" * 99),
)


def facts(data: bytes) -> list[tuple[object, ...]]:
    """Tell all about the members of an archive but their content."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert made.testzip() is None
        return [
            (
                one.filename,
                one.date_time,
                one.compress_type,
                one.comment,
                one.external_attr,
                one.create_system,
            )
            for one in made.infolist()
        ]


def test_members_are_read_in_the_order_of_the_archive() -> None:
    opened = Archive.open(OFFICE, path="a.odt")
    assert list(opened.members) == ["mimetype", "content.xml", "Pictures/", "Pictures/a.png"]
    assert opened.read("content.xml") == LETTER


def test_an_archive_without_changes_is_the_file_itself() -> None:
    assert Archive.open(OFFICE, path="a.odt").replaced({}) == OFFICE


def test_only_the_replaced_member_changes() -> None:
    made = Archive.open(OFFICE, path="a.odt").replaced({"content.xml": b"<p>As conversas</p>"})
    assert facts(made) == facts(OFFICE)
    with zipfile.ZipFile(io.BytesIO(made)) as new, zipfile.ZipFile(io.BytesIO(OFFICE)) as old:
        assert new.read("content.xml") == b"<p>As conversas</p>"
        assert new.read("Pictures/a.png") == old.read("Pictures/a.png")
    assert made.startswith(OFFICE[: 30 + len("mimetypeapplication/x")]), (
        "mimetype first, stored, no extra field"
    )


def test_the_same_change_gives_the_same_bytes() -> None:
    first, second = (Archive.open(OFFICE, path=p).replaced({"content.xml": b"<p/>"}) for p in ("a", "b"))
    assert first == second


def test_an_archive_that_was_streamed_is_written_with_its_sizes_in_front() -> None:
    class Pipe(io.BytesIO):
        """A file that cannot go back, so that sizes follow the content."""

        def seekable(self) -> bool:
            return False

    file = Pipe()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.xml", LETTER)
        with made.open("b.xml", "w", force_zip64=True) as member:
            member.write(LETTER)
    opened = Archive.open(file.getvalue(), path="a.docx")
    assert opened.read("b.xml") == LETTER
    again = opened.replaced({"a.xml": b"<p/>"})
    assert [name for name, *_ in facts(again)] == ["a.xml", "b.xml"]
    assert Archive.open(again, path="a.docx").read("b.xml") == LETTER


@given(
    st.lists(
        st.tuples(
            st.text(
                st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\\/.:"),
                min_size=1,
            ),
            st.binary(),
        ),
        max_size=4,
        unique_by=lambda one: one[0],
    ),
    st.data(),
)
@settings(max_examples=60)
def test_what_is_replaced_is_read_again(members: list[tuple[str, bytes]], data: st.DataObject) -> None:
    opened = Archive.open(packed(("mimetype", b"x"), *members), path="a")
    changes = {name: data.draw(st.binary()) for name, _ in members}
    again = Archive.open(opened.replaced(changes), path="a")
    assert {name: again.read(name) for name in again.members} == {"mimetype": b"x", **changes}


def patched(data: bytes, change: Callable[[bytearray], None]) -> bytes:
    changed = bytearray(data)
    change(changed)
    return bytes(changed)


def encrypted(data: bytearray) -> None:
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark, 50) + offset] |= 1


def overlapping(data: bytearray) -> None:
    """Let the second entry of the directory point at the first member."""
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    struct.pack_into("<L", data, second + 42, 0)


def bomb() -> bytes:
    return packed(("content.xml", b" " * (2 * 1024 * 1024)))


HOSTILE = {
    "empty": (b"", "is empty"),
    "text": (b"Dear all,", "is no zip archive"),
    "word 97": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007, or protected by a password"),
    "cut off": (OFFICE[:-40], "damaged or cut off"),
    "cut in the middle": (OFFICE[: len(OFFICE) // 2], "damaged or cut off"),
    "traversal": (packed(("../../etc/passwd", b"x")), r"'\.\./\.\./etc/passwd' has a name"),
    "absolute": (packed(("/etc/passwd", b"x")), "'/etc/passwd' has a name"),
    "drive": (packed(("C:/x", b"x")), "'C:/x' has a name"),
    "method": (packed(("content.xml", LETTER), method=zipfile.ZIP_BZIP2), "'content.xml' is packed with method 12"),
    "encrypted": (patched(OFFICE, encrypted), "'mimetype' is protected by a password"),
    "overlap": (patched(packed(("aa", b"x"), ("aa.xml", b"y")), overlapping), "'aa.xml' has two names"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_dishonest_archive_is_refused_by_name(name: str) -> None:
    data, message = HOSTILE[name]
    with pytest.raises(FormatError, match=rf"^a\.docx: .*{message}"):
        Archive.open(data, path="a.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused() -> None:
    with pytest.raises(FormatError, match="'a' is there twice"):
        Archive.open(packed(("a", b"x"), ("a", b"y")), path="a.docx")


def test_too_many_members_are_refused_before_they_cost_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    with pytest.raises(FormatError, match="more than 3 members"):
        Archive.open(OFFICE, path="a.docx")


def test_a_member_that_is_packed_like_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(FormatError, match=r"'content\.xml' is packed like a zip bomb"):
        Archive.open(bomb(), path="a.docx").read("content.xml")


def test_a_bomb_that_lies_about_its_size_is_cut_short() -> None:
    data = bytearray(bomb())
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 1000)
    with pytest.raises(FormatError, match=r"'content\.xml' has another size"):
        Archive.open(bytes(data), path="a.docx").read("content.xml")


def test_a_damaged_member_is_refused() -> None:
    at = OFFICE.index(b"content.xml") + 15
    with pytest.raises(FormatError, match=r"'content\.xml' (is damaged|has another size)"):
        Archive.open(OFFICE[:at] + b"\xff\xff" + OFFICE[at + 2 :], path="a.docx").read("content.xml")


def test_a_missing_member_is_named() -> None:
    with pytest.raises(FormatError, match=r"no member 'word/document\.xml'"):
        Archive.open(OFFICE, path="a.docx").read("word/document.xml")


def test_an_archive_whose_directory_has_lost_its_members_is_damaged() -> None:
    end = OFFICE.rindex(b"PK\x05\x06")  # APPNOTE 4.3.16: counts at 8 and 10, size of the directory at 12
    emptied = OFFICE[: end + 8] + bytes(8) + OFFICE[end + 16 :]
    with pytest.raises(FormatError, match="damaged"):
        Archive.open(emptied, path="a.docx")


@example([(496, 0)])
@given(st.lists(st.tuples(st.integers(0, len(OFFICE) - 1), st.integers(0, 255)), min_size=1, max_size=6))
@settings(max_examples=300)
def test_a_mutated_archive_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(OFFICE)
    for place, value in changes:
        data[place] = value
    try:
        opened = Archive.open(bytes(data), path="a.docx")
        for name in opened.members:
            opened.read(name)
    except FormatError:
        return
    first = next(iter(opened.members))
    assert Archive.open(opened.replaced({first: b"new"}), path="a.docx").read(first) == b"new"
