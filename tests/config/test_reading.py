from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.config import KEYS, Config, load, resolve, show
from localize.errors import ConfigError
from localize.exchange import EXPORT_FORMATS

EVERY_KEY = """\
from = "en"
to = ["pt", "pt_br", "pt"]
glossary = ["terms/un.csv", "/shared/terms"]
memory = ["approved"]
fuzzy = 90
exclude = ["drafts", "*.tmp.md"]
output = "out"
engine = "echo"
pivots = ["es"]
beam = 5
threads = 2
jobs = 3
fail_on = "warning"
export = ["po"]
back = true
baseline = "known.json"
exclude_checks = ["quotes-mismatch"]
severities = { number-mismatch = "error", term-drift = "warning" }
on_bad = "keep-source"
domains = ["politics"]
models = "models"
index = "https://models.example/index.json"
firefox_index = "copy/records.json"
foreign = "translate"
conventions = "always"
encoding = "cp1252"
front_matter = ["headline"]
strings = ["title", "!menu.*"]
subtitle_columns = 37
subtitle_lines = 1
subtitle_speed = 20
max_size = 1000
state = false
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(text: str, name: str = "localize.toml") -> ConfigError:
    """Write a configuration file and give the error that reading it raises."""
    Path(name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(Path())
    return caught.value


def test_every_key_has_its_place(project: Path) -> None:
    (project / "localize.toml").write_text(EVERY_KEY, encoding="utf-8")
    assert load(Path()) == Config(
        source="en",
        to=("pt", "pt-BR"),
        glossary=(Path("terms/un.csv"), Path("/shared/terms")),
        memory=(Path("approved"),),
        fuzzy=90,
        exclude=("drafts", "*.tmp.md"),
        output=Path("out"),
        engine="echo",
        pivots=("es",),
        beam=5,
        threads=2,
        jobs=3,
        fail_on="warning",
        export=("po",),
        back=True,
        baseline=Path("known.json"),
        exclude_checks=("quotes-mismatch",),
        severities=(("number-mismatch", "error"), ("term-drift", "warning")),
        on_bad="keep-source",
        domains=("politics",),
        models=Path("models"),
        index="https://models.example/index.json",
        firefox_index="copy/records.json",
        foreign="translate",
        conventions="always",
        encoding="cp1252",
        front_matter=("headline",),
        strings=("title", "!menu.*"),
        subtitle_columns=37,
        subtitle_lines=1,
        subtitle_speed=20,
        max_size=1000,
        state=False,
    )
    assert [line.partition(" ")[0] for line in EVERY_KEY.splitlines()] == list(KEYS)


def test_without_a_file_there_is_none(project: Path) -> None:
    assert project.is_dir()
    assert load(Path()) is None
    assert resolve(None, {}, {}) == Config()


def test_the_nearest_file_wins_and_its_paths_count_from_its_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = project / "news" / "2024"
    deep.mkdir(parents=True)
    (project / "localize.toml").write_text('engine = "far"\n', encoding="utf-8")
    (project / "news" / "localize.toml").write_text('glossary = ["un.csv"]\n', encoding="utf-8")
    monkeypatch.chdir(deep)
    config = load(Path())
    assert config is not None
    assert config.glossary == (Path("../un.csv"),)
    assert config.engine == "argos"
    assert config.origins == {"glossary": str(Path("../localize.toml"))}


def test_a_project_file_counts_when_it_has_the_table(project: Path) -> None:
    inner = project / "articles"
    inner.mkdir()
    (project / "pyproject.toml").write_text('[tool.localize]\nto = ["es"]\n', encoding="utf-8")
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    config = load(inner)
    assert config is not None
    assert config.to == ("es",)
    assert config.origins == {"to": "pyproject.toml"}


def test_our_own_file_wins_over_the_project_file_beside_it(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.localize]\nengine = "a"\n', encoding="utf-8")
    (project / "localize.toml").write_text('engine = "b"\n', encoding="utf-8")
    config = load(project)
    assert config is not None
    assert config.engine == "b"


@pytest.mark.usefixtures("project")
def test_an_unknown_key_names_file_key_nearest_and_all() -> None:
    error = refused('[tool.localize]\nfailon = "error"\n', "pyproject.toml")
    assert str(error) == "pyproject.toml:2: tool.localize.failon: unknown key"
    assert error.hint == (
        "did you mean fail_on? keys: from, to, glossary, memory, fuzzy, exclude, output, engine, pivots, beam, threads, jobs, fail_on, export, back, "
        "baseline, exclude_checks, severities, on_bad, domains, models, index, firefox_index, foreign, conventions, encoding, front_matter, strings, subtitle_columns, subtitle_lines, subtitle_speed, max_size, state"
    )


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('to = "pt"', "to: must be a list, not 'pt'"),
        ("to = [1]", "to: must be a text that is not empty, not 1"),
        (
            'to = ["portuguese!"]',
            "to: 'portuguese!' is not a language tag; write tags like en, pt, pt-BR or zh-Hant",
        ),
        ('from = ""', "from: must be a text that is not empty, not ''"),
        ("beam = true", "beam: must be a whole number from 0 to 64, not True"),
        ('jobs = "4"', "jobs: must be a whole number from 1 to 1024, not '4'"),
        ("jobs = 0", "jobs: must be a whole number from 1 to 1024, not 0"),
        ("threads = 1.5", "threads: must be a whole number from 0 to 1024, not 1.5"),
        ('fail_on = "fatal"', "fail_on: must be one of error, warning, note, never, not 'fatal'"),
        ('export = ["docx"]', "export: must be one of po, not 'docx'"),
        ("output = {}", "output: must be a text that is not empty, not a table"),
        ('models = "a\\u0000b"', "models: must be a text that is not empty, not 'a\0b'"),
    ],
)
def test_a_wrong_value_says_what_it_must_be(line: str, message: str) -> None:
    if line.startswith("export"):
        message = message.replace("of po", f"of {', '.join(EXPORT_FORMATS)}")
    assert str(refused(line + "\n")) == f"localize.toml:1: {message}"


@pytest.mark.usefixtures("project")
def test_a_check_that_does_not_exist_cannot_be_excluded() -> None:
    error = refused('exclude_checks = ["numbers"]\n')
    assert str(error).startswith(
        "localize.toml:1: exclude_checks: must be one of term-missing, term-forbidden, "
    )


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("text", ["to = [", "[[[", "a" * 1_000_001, "x = " + "[" * 100_000])
def test_what_is_no_toml_is_refused_by_name(text: str) -> None:
    assert str(refused(text)).startswith("localize.toml: is ")


def test_what_is_no_utf8_is_refused_and_a_mark_at_the_beginning_is_fine(project: Path) -> None:
    (project / "localize.toml").write_bytes(b'engine = "\xe9"\n')
    with pytest.raises(ConfigError, match=r"^localize.toml: is no TOML in UTF-8: "):
        load(project)
    (project / "localize.toml").write_bytes(b'\xef\xbb\xbfengine = "echo"\n')
    assert load(project) == Config(engine="echo")


@pytest.mark.usefixtures("project")
def test_the_table_of_a_project_has_to_be_a_table() -> None:
    error = refused("[tool]\nlocalize = 3\n", "pyproject.toml")
    assert str(error) == "pyproject.toml:2: tool.localize: must be a table, not 3"


def test_option_beats_environment_beats_file_beats_default(project: Path) -> None:
    (project / "localize.toml").write_text(
        'to = ["fr"]\nengine = "file"\njobs = 2\nbeam = 3\n', encoding="utf-8"
    )
    environment = {
        "LOCALIZE_TO": "pt, es",
        "LOCALIZE_ENGINE": "variable",
        "LOCALIZE_JOBS": "4",
        "HOME": "/nowhere",
    }
    config = resolve(load(project), environment, {"to": ("de",), "engine": None, "fail_on": "never"})
    assert (config.to, config.engine, config.jobs, config.beam, config.fail_on) == (
        ("de",),
        "variable",
        4,
        3,
        "never",
    )
    assert config.origins == {
        "to": "command line",
        "engine": "LOCALIZE_ENGINE",
        "jobs": "LOCALIZE_JOBS",
        "beam": "localize.toml",
        "fail_on": "command line",
    }


def test_every_key_has_a_variable() -> None:
    text = {
        "beam": "7",
        "fuzzy": "7",
        "threads": "7",
        "jobs": "7",
        "subtitle_columns": "32",
        "subtitle_lines": "3",
        "subtitle_speed": "0",
        "max_size": "7",
        "state": "true",
        "back": "true",
        "fail_on": "note",
        "export": "po",
    }
    text |= {
        "exclude_checks": "code-lost,url-changed",
        "severities": "code-lost=note",
        "on_bad": "fail",
        "from": "pt",
        "to": "en,fr",
        "pivots": "es",
        "foreign": "keep",
        "conventions": "region",
    }
    environment = {f"LOCALIZE_{key.upper()}": text.get(key, "x") for key in KEYS}
    config = resolve(None, environment, {})
    assert set(config.origins) == set(KEYS)
    assert (config.max_size, config.exclude_checks, config.glossary) == (
        7,
        ("code-lost", "url-changed"),
        (Path("x"),),
    )


def test_an_empty_variable_is_not_set() -> None:
    assert resolve(None, {"LOCALIZE_TO": "", "LOCALIZE_ENGINE": " "}, {}) == Config()


def test_a_mistyped_variable_is_an_error_and_a_foreign_one_is_not() -> None:
    with pytest.raises(ConfigError, match=r"^environment: LOCALIZE_THREAD: unknown variable$") as caught:
        resolve(None, {"LOCALIZE_THREAD": "2"}, {})
    assert caught.value.hint == "did you mean LOCALIZE_THREADS?"
    assert resolve(None, {"LOCALIZE_VERSION": "0.1.0"}, {}) == Config()


def test_a_wrong_variable_or_option_names_itself() -> None:
    with pytest.raises(
        ConfigError, match=r"^environment: LOCALIZE_JOBS: must be a whole number .*, not 'many'$"
    ):
        resolve(None, {"LOCALIZE_JOBS": "many"}, {})
    with pytest.raises(ConfigError, match=r"^command line: to: 'x' is not a language tag"):
        resolve(None, {}, {"to": ["x"]})
    with pytest.raises(ConfigError, match=r"^command line: engines: unknown key$"):
        resolve(None, {}, {"engines": "echo"})


def test_no_glossary_is_not_the_same_as_none_named() -> None:
    assert resolve(None, {}, {}).glossary is None
    assert resolve(None, {}, {"glossary": ()}).glossary == ()


def test_every_key_is_shown_with_its_value_and_origin() -> None:
    config = resolve(None, {"LOCALIZE_TO": "pt"}, {"output": Path("out"), "beam": 4})
    shown = {setting.key: (setting.value, setting.origin) for setting in show(config)}
    assert list(shown) == list(KEYS)
    assert shown["to"] == (["pt"], "LOCALIZE_TO")
    assert shown["output"] == ("out", "command line")
    assert shown["beam"] == (4, "command line")
    assert shown["glossary"] == (None, "default")
    assert shown["engine"] == ("argos", "default")


@given(st.dictionaries(st.sampled_from([f"LOCALIZE_{key.upper()}" for key in KEYS]), st.text(max_size=12)))
def test_any_environment_gives_a_configuration_or_a_config_error(environment: dict[str, str]) -> None:
    try:
        config = resolve(None, environment, {})
    except ConfigError as error:
        named = error.key
    else:
        named = "" if len(show(config)) == len(KEYS) else "?"
    assert named in {"", *environment}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('severities = "error"', "must be a table, not 'error'"),
        ('severities = ["number-mismatch"]', "must be a table, not a list"),
        ('severities = { numbers = "error" }', "numbers: must be one of term-missing, "),
        (
            'severities = { number-mismatch = "fatal" }',
            "number-mismatch: must be one of error, warning, note, not 'fatal'",
        ),
        ("[severities]\nnumber-mismatch = 2", "number-mismatch: must be one of error, warning, note, not 2"),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_weight_that_is_none_is_refused(text: str, wrong: str) -> None:
    assert f"localize.toml:1: severities: {wrong}" in str(refused(f"{text}\n"))


def test_weights_can_stand_in_a_variable_and_are_shown_that_way() -> None:
    config = resolve(None, {"LOCALIZE_SEVERITIES": "term-drift=warning, number-mismatch=error"}, {})
    assert config.severities == (("number-mismatch", "error"), ("term-drift", "warning"))
    (shown,) = [setting for setting in show(config) if setting.key == "severities"]
    assert shown.value == ["number-mismatch=error", "term-drift=warning"]
