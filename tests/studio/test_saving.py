"""A save changes one line, never what somebody else wrote meanwhile, and can be taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.errors import GlossaryError
from localize.studio.journal import ChangedMeanwhileError, Journal, sha256
from localize.studio.saving import Conflict, Entry, Refused, Saved, extend, remove, save
from localize.studio.workspace import Workspace

if TYPE_CHECKING:
    from localize.studio.desk import Desk

NEWS = "glossaries/news.csv"


def lines(project: Path) -> list[str]:
    return (project / NEWS).read_text(encoding="utf-8").split("\n")


def entry_of(desk: Desk, name: str, **changed: str) -> Entry:
    """Give what a form says that was opened now and in which some cells were changed."""
    state = desk.workspace.state()
    number = state.numbers[name]
    sheet, index = state.index.place(number)
    row = state.row(number)
    cells = {column: cell for column, cell in {**row, **changed}.items() if cell}
    return Entry(sheet.path, row, cells, sheet.rows[index], sheet.sha256)


def saved(desk: Desk, entry: Entry, *, force: bool = False) -> Saved | Refused | Conflict:
    return save(desk.workspace, desk.journal, entry, label="changed", force=force)


def test_a_change_is_one_line_of_a_diff(desk: Desk, project: Path) -> None:
    before = lines(project)
    assert isinstance(saved(desk, entry_of(desk, "ceasefire", pt="trégua")), Saved)
    changed = [(a, b) for a, b in zip(before, lines(project), strict=True) if a != b]
    assert [pair[1] for pair in changed] == [
        "ceasefire,ceasefire,trégua,alto el fuego,term,defence,,cease-fire|truce,"
    ]


def test_line_ends_quotes_and_a_byte_order_mark_stay(desk: Desk, project: Path) -> None:
    data = b'\xef\xbb\xbfen,pt,note\r\n"NATO",OTAN,"a, b"\r\nceasefire,cessar-fogo,\r\n'
    (project / NEWS).write_bytes(data)
    assert isinstance(saved(desk, entry_of(desk, "nato", pt="NATO")), Saved)
    assert (project / NEWS).read_bytes() == data.replace(b"OTAN", b"NATO")


def test_a_new_concept_is_one_line_more(desk: Desk, project: Path) -> None:
    before = lines(project)
    outcome = saved(desk, Entry(NEWS, None, {"en": "treaty", "pt": "tratado"}))
    assert isinstance(outcome, Saved)
    assert outcome.concept == "treaty"
    after = lines(project)
    assert [line for line in after if line not in before] == ["treaty,treaty,tratado,,,,,,"]
    assert [line for line in after if line in before] == before


def test_after_a_save_the_pages_know_what_a_fresh_look_at_the_files_would_tell(desk: Desk) -> None:
    saved(desk, entry_of(desk, "ceasefire", pt="trégua"))
    saved(desk, Entry(NEWS, None, {"en": "treaty", "pt": "tratado"}))
    now, fresh = desk.workspace.state(), Workspace((Path("glossaries"),)).state()
    assert now.ids == fresh.ids
    assert [now.row(number) for number in range(len(now.ids))] == [
        fresh.row(number) for number in range(len(fresh.ids))
    ]
    assert now.index.hays == fresh.index.hays
    assert [sheet.sha256 for sheet in now.sheets] == [sheet.sha256 for sheet in fresh.sheets]


def test_what_is_wrong_is_not_saved_but_may_be_forced(desk: Desk, project: Path) -> None:
    before = lines(project)
    entry = entry_of(desk, "ceasefire", id="nato")
    assert isinstance(saved(desk, entry), Refused)
    assert lines(project) == before


def test_a_change_of_another_row_by_an_editor_does_not_matter(desk: Desk, project: Path) -> None:
    entry = entry_of(desk, "nato", pt="NATO")
    text = (project / NEWS).read_text(encoding="utf-8")
    (project / NEWS).write_text(
        text.replace("\nceasefire,", "\ntreaty,treaty,tratado,,,,,,\nceasefire,"), encoding="utf-8"
    )
    assert isinstance(saved(desk, entry), Saved)
    after = (project / NEWS).read_text(encoding="utf-8")
    assert "treaty,treaty,tratado" in after
    assert "nato,NATO,NATO,OTAN" in after


def test_a_change_of_the_same_row_by_an_editor_is_shown_and_not_overwritten(
    desk: Desk, project: Path
) -> None:
    entry = entry_of(desk, "nato", pt="NATO")
    text = (
        (project / NEWS).read_text(encoding="utf-8").replace("nato,NATO,OTAN", "nato,NATO,Aliança Atlântica")
    )
    (project / NEWS).write_text(text, encoding="utf-8")
    outcome = saved(desk, entry)
    assert isinstance(outcome, Conflict)
    assert outcome.theirs is not None
    assert outcome.theirs["pt"] == "Aliança Atlântica"
    assert (project / NEWS).read_text(encoding="utf-8") == text


def test_two_tabs_do_not_overwrite_one_another(desk: Desk) -> None:
    first, second = entry_of(desk, "nato", pt="NATO"), entry_of(desk, "nato", es="Alianza")
    assert isinstance(saved(desk, first), Saved)
    assert isinstance(saved(desk, second), Conflict)
    state = desk.workspace.state()
    assert state.row(state.numbers["nato"])["pt"] == "NATO"


def test_removing_what_another_has_changed_asks_first(desk: Desk, project: Path) -> None:
    entry = entry_of(desk, "nato")
    assert isinstance(saved(desk, entry_of(desk, "nato", pt="NATO")), Saved)
    assert isinstance(remove(desk.workspace, desk.journal, entry, label="removed"), Conflict)
    assert any(line.startswith("nato,") for line in lines(project))


@pytest.mark.parametrize("name", ["secretary-general", "nato", "prime-minister"])
def test_the_first_a_middle_and_the_last_row_are_removed(desk: Desk, project: Path, name: str) -> None:
    before = lines(project)
    assert isinstance(remove(desk.workspace, desk.journal, entry_of(desk, name), label="removed"), Saved)
    assert lines(project) == [line for line in before if not line.startswith(f"{name},")]


def test_undo_and_redo_give_the_very_bytes_back(desk: Desk, project: Path) -> None:
    states = [(project / NEWS).read_bytes()]
    saved(desk, entry_of(desk, "nato", pt="NATO"))
    states.append((project / NEWS).read_bytes())
    remove(desk.workspace, desk.journal, entry_of(desk, "ceasefire"), label="removed")
    states.append((project / NEWS).read_bytes())
    for expected in (states[1], states[0]):
        assert desk.journal.undo()
        assert (project / NEWS).read_bytes() == expected
    assert desk.journal.undo() is None
    for expected in states[1:]:
        assert desk.journal.redo()
        assert (project / NEWS).read_bytes() == expected


def test_undo_does_not_take_back_what_somebody_else_wrote(desk: Desk, project: Path) -> None:
    saved(desk, entry_of(desk, "nato", pt="NATO"))
    with (project / NEWS).open("a", encoding="utf-8") as file:
        file.write("treaty,treaty,tratado,,,,,,\n")
    after = (project / NEWS).read_bytes()
    with pytest.raises(ChangedMeanwhileError, match="changed by another program"):
        desk.journal.undo()
    assert (project / NEWS).read_bytes() == after


def test_the_first_concept_makes_the_file_and_undo_takes_it_away(desk: Desk, project: Path) -> None:
    (project / NEWS).unlink()
    name = desk.workspace.first.as_posix()
    assert isinstance(saved(desk, Entry(name, None, {"en": "treaty", "pt": "tratado"})), Saved)
    assert (project / name).read_text(encoding="utf-8") == "en,pt\ntreaty,tratado\n"
    desk.journal.undo()
    assert not (project / name).exists()


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../news.csv", "glossaries/../../x.csv", "glossaries/other.csv", ""]
)
def test_no_file_but_an_open_one_is_written(desk: Desk, name: str) -> None:
    with pytest.raises(GlossaryError, match="not open here"):
        saved(desk, Entry(name, None, {"en": "treaty"}))


def test_an_import_leaves_out_what_is_there(desk: Desk) -> None:
    rows = [{"en": "NATO", "pt": "NATO", "domain": "defence"}, {"en": "treaty", "pt": "tratado"}]
    assert extend(desk.workspace, desk.journal, NEWS, rows, label="imported") == [0]
    assert "treaty" in desk.workspace.state().numbers


@given(st.text("ab\n", max_size=9).map(str.encode), st.text("ab\n", max_size=9).map(str.encode))
def test_a_change_and_its_reverse_are_inverse(
    tmp_path_factory: pytest.TempPathFactory, old: bytes, new: bytes
) -> None:
    path = tmp_path_factory.mktemp("journal") / "file"
    path.write_bytes(old)
    journal = Journal()
    journal.write(path, old, new, "changed")
    assert sha256(path.read_bytes()) == sha256(new)
    journal.undo()
    assert path.read_bytes() == old
