"""What is said in subtitles: sentences over cues, speakers, and what is no speech."""

from __future__ import annotations

import pytest

from localize.errors import FormatError
from localize.formats import FORMATS, parse
from localize.formats.subtitles import read_srt, read_vtt


def srt(*cues: str, pause: int = 0) -> str:
    """Write cues of two seconds, one after the other."""
    parts = []
    for number, text in enumerate(cues):
        second = 1 + number * (2 + pause)
        parts.append(f"{number + 1}\n00:00:{second:02},000 --> 00:00:{second + 2:02},000\n{text}\n")
    return "\n".join(parts)


def said(text: str) -> list[str]:
    read = read_vtt if text.startswith("WEBVTT") else read_srt
    return [unit.source.plain for unit in read(text, "film").units]


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["He will go", "to Brussels."], ["He will go to Brussels."]),
        (["He will go\nto the city", "of Brussels."], ["He will go to the city of Brussels."]),
        (["Good evening. He", "will go."], ["Good evening. He will go."]),
        (["He went.", "She stayed."], ["He went.", "She stayed."]),
        (["I told", "John about it."], ["I told John about it."]),
        (["We met Mr.", "Smith today."], ["We met Mr. Smith today."]),
        (["I was...", "...about to go."], ["I was about to go."]),
        (["I was…", "about to go."], ["I was… about to go."]),
        (["I was...", "Stop!"], ["I was...", "Stop!"]),
        (["You said--", "Never."], ["You said--", "Never."]),
        (["- Is he here?\n- No."], ["Is he here?", "No."]),
        (["- Is he here?\n- I think that", "he left."], ["Is he here?", "I think that he left."]),
        (["I think that", "- Be quiet!"], ["I think that", "Be quiet!"]),
        (["- I think that\nhe left.\n- Oh."], ["I think that he left.", "Oh."]),
        (["♪ La la la ♪", "♪ Oh yes ♪"], ["La la la", "Oh yes"]),
        (["<i>♪ La la la ♪</i>"], ["La la la"]),
        (["He said that", "[door opens]"], ["He said that", "[door opens]"]),
        (["[door opens]", "he said."], ["[door opens]", "he said."]),
        (
            ["♪ Rain again ♪\n[door opens]\n(sighs) I am tired."],
            ["Rain again", "[door opens]", "(sighs) I am tired."],
        ),
        (["♪ Rain again\nand again ♪"], ["Rain again and again"]),
        (["<i>[door opens]</i>\nCome in."], ["[door opens]", "Come in."]),
        (["And so", "JOHN SMITH: we went."], ["And so", "JOHN SMITH: we went."]),
        (["It was at 12:30", "that he came."], ["It was at 12:30 that he came."]),
        (["A LONG WAY HOME", "we went there."], ["A LONG WAY HOME", "we went there."]),
        (["{\\an8}He will", "{\\an8}go."], ["He will go."]),
        (["{\\an8}He will", "go."], ["He will", "go."]),
        (["<i>He will", "go.</i>"], ["He will go."]),
        (["<i>He will</i>", "<i>go.</i>"], ["He will go."]),
        ([">> Good evening.", ">> And good night."], ["Good evening.", "And good night."]),
        (["我们去", "看看。"], ["我们去看看。"]),
        (["-5 degrees.", "- 5 degrees."], ["5 degrees.", "5 degrees."]),
        (["...", "♪", "-", "<i></i>"], []),
    ],
)
def test_a_unit_is_what_a_speaker_says_over_as_many_cues_as_it_takes(
    cues: list[str], expected: list[str]
) -> None:
    assert said(srt(*cues)) == expected


def test_a_sentence_does_not_go_on_after_a_long_pause() -> None:
    assert said(srt("He will go", "to Brussels.", pause=2)) == ["He will go to Brussels."]
    assert said(srt("He will go", "to Brussels.", pause=4)) == ["He will go", "to Brussels."]


def test_without_punctuation_in_a_file_each_cue_stands_for_itself() -> None:
    assert said(srt("so today we are", "going to talk about", "the weather")) == [
        "so today we are",
        "going to talk about",
        "the weather",
    ]


def test_a_sentence_without_end_is_parted_after_eight_cues() -> None:
    text = srt(*["and he went on"] * 10, "and said so.", "Yes.")
    assert [plain.count("and") for plain in said(text)] == [8, 3, 0]


def test_markup_is_codes_and_the_border_of_cues_is_one_too() -> None:
    (unit,) = read_srt(srt("He will <i>go</i>", "to <b>Brussels</b>."), "a.srt").units
    border = "\n\n2\n00:00:03,000 --> 00:00:05,000\n"
    assert unit.source.plain == "He will go to Brussels."
    assert [(code.at, code.markup, code.kind) for code in unit.source.codes] == [
        (8, "<i>", "open"),
        (10, "</i>", "close"),
        (10, border, "empty"),
        (10, "", "literal"),
        (14, "<b>", "open"),
        (22, "</b>", "close"),
    ]


def test_in_subrip_only_known_tags_are_markup() -> None:
    assert said(srt("Press <Enter> or 1 < 2, <font color='red'>now</font>!")) == [
        "Press <Enter> or 1 < 2, now!"
    ]


def test_text_after_a_blank_line_belongs_to_the_cue() -> None:
    assert said(
        "1\n00:00:01,000 --> 00:00:02,000\nHe went.\n\nShe stayed.\n\n2\n00:00:03,000 --> 00:00:04,000\nYes.\n"
    ) == [
        "He went.",
        "She stayed.",
        "Yes.",
    ]


def test_numbers_of_cues_are_no_text_even_without_a_blank_line() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nHe went.\n2\n00:00:03,000 --> 00:00:04,000\n1984\n"
    assert said(text) == ["He went.", "1984"]


@pytest.mark.parametrize(
    "times",
    [
        "00:00:01,000 --> 00:00:02,000",
        "00:00:01.000 --> 00:00:02.000",
        "0:0:1,0 -> 0:0:2,0",
        "00:01 --> 00:02",
        "00:00:01,000-->00:00:02,000",
        "00: 00: 01, 000 --> 00: 00: 02, 000",
        "00:00:01,000 --> 00:00:02,000  X1:201 X2:516 Y1:397 Y2:423",
        "-00:00:01,000 --> 00:00:02,000",
        "00:00:01:12 --> 00:00:02:10",
    ],
)
def test_times_are_read_as_kindly_as_players_do(times: str) -> None:
    assert said(f"1\n{times}\nHe went.\n") == ["He went."]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "srt",
            "1\n00:00:01,000 --> later\nHe went.\n",
            r"film\.srt:2: the times cannot be read: '00:00:01,000 --> later'",
        ),
        ("srt", srt("He went.") + "\nnow --> then\n", r"film\.srt:5: the times cannot be read"),
        ("srt", "He went.\n", r"film\.srt:1: has no times"),
        ("vtt", "00:01.000 --> 00:02.000\nHe went.\n", r"film\.vtt:1: is no WebVTT"),
        ("vtt", "WEBVTTX\n", r"film\.vtt:1: is no WebVTT"),
        ("vtt", "WEBVTT\n\na --> b\n", r"film\.vtt:3: the times cannot be read"),
    ],
)
def test_what_is_no_subtitle_file_is_refused_with_the_line(name: str, text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        parse(text.encode(), path=f"film.{name}", using=FORMATS[name])


def test_notes_styles_regions_and_identifiers_are_no_speech() -> None:
    text = (
        "WEBVTT - A film\nKind: captions\nLanguage: en\n\nSTYLE\n::cue { color: lime }\n\nREGION\nid:fred\nwidth:40%\n\n"
        "NOTE Somebody should\nread this.\n\nintro\n00:01.000 --> 00:02.000 align:start position:10%\n"
        "<v Roger Bingham>We are in <00:01.500>New York\n\n2\n00:02.000 --> 00:03.000\n<v Roger Bingham>City.\n\n"
        "3\n00:03.000 --> 00:04.000\n<v Neil>Really?</v>\n<v Roger>Yes.</v>\n\n4\n00:04.000 --> 00:05.000\n<c.yellow>Stop</c>!\n"
    )
    assert said(text) == ["We are in New York City.", "Really?", "Yes.", "Stop!"]
    assert read_vtt(text, "a.vtt").language == "en"


def test_an_arrow_in_what_is_said_is_no_line_of_times() -> None:
    assert said(srt("Go --> there.")) == ["Go --> there."]
    assert said(srt("Take this way:\nup --> left.")) == ["Take this way: up --> left."]


def test_an_arrow_in_a_note_is_no_line_of_times() -> None:
    text = "WEBVTT\n\nNOTE a --> b\n\n00:01.000 --> 00:02.000\nStop!\n\nNOTE c --> d\n"
    assert said(text) == ["Stop!"]


def test_an_empty_file_has_no_speech() -> None:
    assert said("") == []
    assert said("\ufeff\n\n") == []
    assert said("WEBVTT") == []
    assert said("1\n00:00:01,000 --> 00:00:02,000\n") == []
