"""Projects: source folders that have settings of their own."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.config import KEYS, Config, load, resolve, show
from localize.config.folders import WHOLE
from localize.config.lines import line_of
from localize.errors import ConfigError

NEWSROOM = """\
to = ["pt"]
glossary = ["glossaries/un.csv"]
export = ["po"]

[[folders]]
path = "news"
to = ["pt", "es"]
domains = ["politics"]

[[folders]]
path = "site/en"
output = "site"
export = []
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with a project the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "localize.toml").write_text(NEWSROOM, encoding="utf-8")
    (tmp_path / "news/world").mkdir(parents=True)
    return tmp_path


def of(*options: tuple[str, object], **environment: str) -> tuple[Config, ...]:
    """Give the settings of each folder of the project here."""
    return tuple(folder.config for folder in resolve(load(Path()), environment, dict(options)).folders)


def refused(text: str) -> ConfigError:
    Path("localize.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(Path())
    return caught.value


@pytest.mark.usefixtures("project")
def test_a_folder_has_its_own_settings_and_for_the_rest_those_of_the_project() -> None:
    news, site = of()
    assert (news.to, news.domains, news.export) == (("pt", "es"), ("politics",), ("po",))
    assert (site.to, site.domains, site.export) == (("pt",), (), ())
    assert news.glossary == site.glossary == (Path("glossaries/un.csv"),)


@pytest.mark.usefixtures("project")
def test_translations_stand_at_the_whole_path_or_in_the_output_of_the_folder() -> None:
    news, site = of()
    assert (news.output, news.under) == (Path("output"), PurePath("news"))
    assert (site.output, site.under) == (Path("site"), PurePath())
    assert news.home == site.home == Path("output")


@pytest.mark.usefixtures("project")
def test_an_option_and_a_variable_win_over_every_folder() -> None:
    assert [one.to for one in of(LOCALIZE_TO="fr")] == [("fr",), ("fr",)]
    news, site = of(("output", Path("/elsewhere")))
    assert (news.output, news.under) == (Path("/elsewhere"), PurePath("news"))
    assert (site.output, site.under) == (Path("/elsewhere"), PurePath("site/en"))


def test_where_in_the_project_the_command_runs_does_not_matter(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "news/world")
    config = resolve(load(Path()), {}, {})
    news, site = config.folders
    assert (config.root, config.output) == (Path("../.."), Path("../../output"))
    assert (news.path, news.config.under) == (Path(".."), PurePath("news"))
    assert (site.path, site.config.output) == (Path("../../site/en"), Path("../../site"))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            'to = ["pt"]\n\n[[folders]]\npath = "news"\ntoo = ["es"]\n',
            "localize.toml:5: folders[1].too: unknown key",
            "did you mean to?",
        ),
        (
            '[[folders]]\npath = "a"\n[[folders]]\npath = "b"\nto = [\n  "pt",\n  7,\n]\n',
            "localize.toml:5: folders[2].to: must be a text that is not empty, not 7",
            "localize config show",
        ),
        (
            '[[folders]]\npath = "news"\nengine = "echo"\n',
            "localize.toml:3: folders[1].engine: counts for the whole project, not for one folder",
            "above the first [[folders]]",
        ),
        (
            '[[folders]]\nto = ["pt"]\n',
            "localize.toml:1: folders[1]: has no path: which folder is meant?",
            'path = "news"',
        ),
        (
            '[[folders]]\npath = "news"\n[[folders]]\npath = "news/../news/world"\n',
            "localize.toml:4: folders[2].path: news/world is in news (localize.toml:2)",
            "side by side",
        ),
        (
            '[[folders]]\npath = "news/world"\n\n[[folders]]\npath = "news"\n',
            "localize.toml:2: folders[1].path: news/world is in news (localize.toml:5)",
            "side by side",
        ),
        (
            '[[folders]]\npath = "news"\n[[folders]]\npath = "./news/"\n',
            "localize.toml:4: folders[2].path: news is configured twice (localize.toml:2)",
            "side by side",
        ),
        (
            'folders = ["news"]\n',
            "localize.toml:1: folders: must be tables, each of them under [[folders]]",
            'path = "news"',
        ),
        (
            "[[folders]]\npath = 3\n",
            "localize.toml:2: folders[1].path: must be a text that is not empty, not 3",
            "path",
        ),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_mistake_is_told_with_file_line_and_remedy(text: str, message: str, hint: str) -> None:
    error = refused(text)
    assert str(error) == message
    assert hint in error.hint


@pytest.mark.usefixtures("project")
def test_what_is_shown_of_a_folder_is_what_it_has_of_its_own() -> None:
    shown = show(resolve(load(Path()), {"LOCALIZE_EXPORT": "tmx"}, {}))
    assert [one.key for one in shown[: len(KEYS)]] == list(KEYS)
    assert [(one.folder, one.key, one.value, one.origin) for one in shown[len(KEYS) :]] == [
        ("news", "path", "news", "localize.toml"),
        ("news", "to", ["pt", "es"], "localize.toml: news"),
        ("news", "domains", ["politics"], "localize.toml: news"),
        ("site/en", "path", "site/en", "localize.toml"),
        ("site/en", "output", "site", "localize.toml: site/en"),
    ]


@pytest.mark.usefixtures("project")
@given(name=st.text(st.characters(exclude_characters='"\\\n', exclude_categories=["Cs", "Cc"]), min_size=1))
def test_wherever_a_folder_is_its_translations_are_below_the_output(name: str) -> None:
    Path("localize.toml").write_text(f'[[folders]]\npath = "../{name}"\n', encoding="utf-8")
    (folder,) = of()
    assert not folder.under.is_absolute()
    assert ".." not in folder.under.parts


def test_keys_for_a_whole_run_are_keys() -> None:
    assert set(KEYS) >= WHOLE


@given(
    st.lists(
        st.sampled_from(["a = 1", 'b = """\nx\n"""', "c = [\n  1,\n]", "# c", "", "[t]", "d.e = 2"]),
        unique=True,
    )
)
def test_the_line_of_a_key_is_where_it_stands(statements: list[str]) -> None:
    text = "\n".join(statements)
    found = line_of(text, ["a"])
    above = (
        "[t]" in statements and "a = 1" in statements and statements.index("[t]") < statements.index("a = 1")
    )
    assert found == (0 if above or "a = 1" not in statements else text.split("\n").index("a = 1") + 1)
