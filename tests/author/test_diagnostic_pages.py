"""The pages that teach: their samples are loaded, and give what they say."""

import re
import sys
from pathlib import Path

import pytest
from small_stories import begun, read

from game.analysis.lint import lint
from game.author.explain import UnknownCodeError, codes, contents, page, summary
from game.author.reference import chapters
from game.cli.main import main
from game.engine.prepare import prepare
from game.load.files import SourceFile
from game.load.pipeline import load, load_path
from game.source import limits

_LOAD = str(Path(__file__).parents[1] / "load")
if _LOAD not in sys.path:
    sys.path.insert(0, _LOAD)
from advice_samples import ADVICE
from folder_samples import FOLDERS
from reading import said_of
from test_diagnostic_codes import codes_in_the_source

PAGE = re.compile(r"# (\S+)\n\n(.+?)\n\n## Bad\n\n(.+?)\n\n## Good\n\n(.+?)\n(?:\n## More\n\n(.+)\n)?", re.DOTALL)
FENCE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
HERE = re.compile(r"( *)# here")

STORY = "story: s\ntitle: S\nstart: a\nfacts: {day: {range: 0..120}}\nscenes: {a: {text: Hello., then: a}}\n"
LONG = " or ".join(f"day == {day}" for day in range(1, 70))
# What can't be shown on a page: a second file beside the story, and where in it the finding stands.
BUILT = {
    "joined-emoji": ("codex: {}\n# one \U0001f469\u200d\U0001f680 two\n", (2, 7)),
    "long-paragraph": (f"scenes:\n  b:\n    text: {'x ' * (limits.PARAGRAPH_WORDS + 1)}\n    then: a\n", (3, 11)),
    "control-character": ("codex: {}\n# one \u202e two\n", (2, 7)),
    "expression-too-long": (f"conditions:\n  summer: {LONG}\n", (2, 11)),
    "more-findings": ("codex:\n" + "".join(f"  c{n}: []\n" for n in range(limits.DIAGNOSTICS + 1)), (201, 1)),
    "not-utf8": ("codex: {}\n# a caf\udce9\n", (2, 8)),
    "text-too-long": (f"scenes:\n  b: {{text: {'x' * (limits.PROSE_CHARACTERS + 1)}, then: a}}\n", (2, 13)),
    "yaml-too-deep": (f"codex: {'[' * limits.YAML_DEPTH}{']' * limits.YAML_DEPTH}\n", (1, 71)),
    "yaml-too-large": (f"codex: [{'x,' * limits.YAML_NODES}]\n", (1, 399_997 + 6)),
}
LIMITS = {
    "long-paragraph": limits.PARAGRAPH_WORDS,
    "bad-act": limits.ACT_EFFECTS,
    "bad-id": limits.ID_CHARACTERS,
    "expression-too-deep": limits.EXPRESSION_DEPTH,
    "expression-too-large": limits.EXPRESSION_PARTS,
    "expression-too-long": limits.EXPRESSION_CHARACTERS,
    "folder-too-deep": limits.FOLDER_DEPTH,
    "more-findings": limits.DIAGNOSTICS,
    "prose-too-deep": limits.PROSE_DEPTH,
    "text-too-long": limits.PROSE_CHARACTERS,
    "too-many-bases": limits.BASES,
    "too-many-files": limits.FILES,
    "unreadable": limits.FILE_BYTES,
    "yaml-too-deep": limits.YAML_DEPTH,
    "yaml-too-large": limits.YAML_NODES,
}


def parts(code):
    """The four parts of a page behind its heading; the whole page is nothing else."""
    match = PAGE.fullmatch(page(code))
    assert match is not None, f"{code}.md: a heading, what it means, Bad, Good, and perhaps More"
    assert match[1] == code
    return match.groups()[1:]


def bad(code):
    return FENCE.findall(parts(code)[1])


def good(code):
    return FENCE.findall(parts(code)[2])


SHOWN = [code for code in codes() if bad(code)]
MENDED = [code for code in codes() if good(code)]


def loaded(texts):
    return load([SourceFile(f"{number}.yaml", text.encode()) for number, text in enumerate(texts, 1)])


def unmarked(texts):
    """The files without their one mark, and the place it marks: file, line and column."""
    places = [
        (f"{number}.yaml", line, len(mark[1]) + 1)
        for number, text in enumerate(texts, 1)
        for line, written in enumerate(text.split("\n"))
        if (mark := HERE.fullmatch(written))
    ]
    assert len(places) == 1
    return [re.sub(r"(?m)^ *# here\n", "", text) for text in texts], places[0]


def said(story, code):
    """What is found: of advice on whole stories only what the page is about, since every sample is a very small one."""
    advice = lint(story.story, story.texts) if code in ADVICE else ()
    return [*said_of(story), *(one for one in advice if one.code == code)]


def found(story, code=""):
    return [(one.code, one.at.source, one.at.line, one.at.column) for one in said(story, code)]


def test_every_finding_has_a_page_and_every_page_is_about_a_finding():
    assert set(codes()) == codes_in_the_source()


def test_what_is_not_shown_is_built_here():
    assert {code for code in codes() if code not in SHOWN} == {*BUILT, *FOLDERS}


@pytest.mark.parametrize("code", SHOWN)
def test_a_bad_sample_gives_its_finding_alone_at_the_marked_place(code):
    texts, place = unmarked(bad(code))
    assert found(loaded(texts), code) == [(code, *place)]


@pytest.mark.parametrize("code", SHOWN)
def test_a_bad_sample_may_be_copied_with_its_mark(code):
    assert [one.code for one in said(loaded(bad(code)), code)] == [code]


@pytest.mark.parametrize("code", BUILT)
def test_what_can_not_be_shown_gives_its_finding_alone(code):
    text, place = BUILT[code]
    story = load([SourceFile("1.yaml", STORY.encode()), SourceFile("2.yaml", text.encode("utf-8", "surrogateescape"))])
    if code == "more-findings":
        assert {one.code for one in story.diagnostics[:-1]} == {"wrong-shape"}
        assert found(story)[limits.DIAGNOSTICS :] == [(code, "2.yaml", *place)]
    else:
        assert found(story, code) == [(code, "2.yaml", *place)]


@pytest.mark.parametrize(("code", "make"), [(code, make) for code, makes in FOLDERS.items() for make, _ in makes])
def test_what_is_wrong_with_files_gives_its_finding_alone(code, make, tmp_path):
    folder = tmp_path / "story"
    folder.mkdir()
    make(folder)
    assert [one.code for one in load_path(folder).diagnostics] == [code]


@pytest.mark.parametrize("code", MENDED)
def test_a_good_sample_has_no_finding_and_plays(code):
    story = loaded(good(code))
    assert found(story, code) == []
    playthrough = begun(prepare(story.story))
    assert read(playthrough)
    for _ in range(3):
        assert playthrough.open or playthrough.ended
        for choice in playthrough.open[:1]:
            playthrough = playthrough.choose(choice)


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_sample_is_the_bad_one_mended(code):
    texts, _ = unmarked(bad(code))
    before = [line for text in texts for line in text.split("\n")]
    after = [line for text in good(code) for line in text.split("\n")]
    assert before != after
    assert len(set(before) - set(after)) <= 3


@pytest.mark.parametrize("code", codes())
def test_a_page_is_short_and_says_what_it_means_in_plain_sentences(code):
    meaning, wrong, right, more = parts(code)
    told = [meaning, *(part for part in (wrong, right) if "```" not in part), *([more] if more else [])]
    for part in told:
        assert "\n\n" not in part
        assert part.endswith(".")
        assert len(part) <= 360
    assert 1 <= len(re.findall(r"\.(?:\s|$)", meaning)) <= 3
    assert all(len(line) <= 120 for line in page(code).split("\n"))
    assert page(code).isascii()


def test_no_sentence_stands_on_two_pages():
    said = [
        sentence
        for code in codes()
        for part in parts(code)
        if part and "```" not in part
        for sentence in re.split(r"(?<=\.)\s+", " ".join(part.split()))
    ]
    allowed = {"These are two files of one folder.", "Nothing was read."}
    assert {sentence for sentence in said if said.count(sentence) > 1} <= allowed


@pytest.mark.parametrize("code", LIMITS)
def test_a_page_about_a_limit_says_how_much_it_is(code):
    assert f"{LIMITS[code]:,}" in page(code)


def test_a_page_sends_nobody_to_a_chapter_or_a_page_that_is_not_there():
    names = {chapter.name for chapter in chapters()}
    for code in codes():
        assert set(re.findall(r"`narrowsky reference (\w+)`", " ".join(page(code).split()))) <= names


def test_explain_prints_a_page(capsys):
    assert main(["explain", "cut-by-hash"]) == 0
    assert capsys.readouterr().out == page("cut-by-hash")


def test_explain_without_a_code_lists_them_all(capsys):
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == contents().split("\n")
    assert [line.split()[0] for line in lines] == list(codes())
    assert "cut-by-hash" in codes()
    assert all(summary(code).endswith(".") and len(summary(code)) <= 100 for code in codes())


@pytest.mark.parametrize(
    ("code", "hint"),
    [("cut-by-hahs", "did you mean `cut-by-hash`?"), ("zzz", "lists them all"), ("../explain", "lists them all")],
)
def test_an_unknown_code_is_misuse_and_the_nearest_one_is_named(code, hint, capsys):
    assert main(["explain", code]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(f"No finding has the code `{code}`")
    assert hint in err
    with pytest.raises(UnknownCodeError, match="No finding"):
        page(code)


def test_an_unknown_code_can_not_act_on_the_terminal(capsys):
    assert main(["explain", "\x1b[2Jx"]) == 2
    assert "\x1b" not in capsys.readouterr().err
