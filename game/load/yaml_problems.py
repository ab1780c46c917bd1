"""What is said about files and their YAML: every wording about them stands here."""

import re

from game.load.text_problems import BLOCK
from game.source.clean import clean_line, name_of
from game.source.diagnostic import Diagnostic
from game.source.limits import FILE_BYTES, FILES, FOLDER_DEPTH, YAML_DEPTH, YAML_NODES
from game.source.span import Span

_KEY = re.compile(r" *[a-z_]+:( |$)")
_PLAIN_PAIR = re.compile(r" *(- )?[a-z_]+: +[^\s|>{\[]")


def _of_file(name: str) -> Span:
    return Span(name, 1, 1, 1, 1)


def no_story(path: str) -> Diagnostic:
    return Diagnostic(
        code="no-story",
        message="there is nothing here",
        at=_of_file(path),
        hint="give a story's folder or file",
    )


def no_files(name: str) -> Diagnostic:
    return Diagnostic(code="no-files", message="this folder holds no `.yaml` files", at=_of_file(name))


def too_many_files(name: str, count: int) -> Diagnostic:
    return Diagnostic(code="too-many-files", message=f"{count} files; a story has at most {FILES}", at=_of_file(name))


def too_deep_folder(name: str) -> Diagnostic:
    message = f"folders inside folders go deeper than {FOLDER_DEPTH} here; what they hold is not read"
    return Diagnostic(code="folder-too-deep", message=message, at=_of_file(name))


def outside(name: str) -> Diagnostic:
    return Diagnostic(code="outside", message="this link leads out of the story's folder", at=_of_file(name))


def unreadable(name: str, why: str) -> Diagnostic:
    hint = "divide it into several files" if str(f"{FILE_BYTES:,}") in why else ""
    return Diagnostic(code="unreadable", message=f"this file was not read: {why}", at=_of_file(name), hint=hint)


def not_utf8(at: Span) -> Diagnostic:
    return Diagnostic(code="not-utf8", message="this is not UTF-8 from here on", at=at, hint="save the file as UTF-8")


def control_character(at: Span, point: str) -> Diagnostic:
    message = f"a character no story may hold: {point} ({name_of(point)})"
    return Diagnostic(code="control-character", message=message, at=at, hint="delete it")


_YAML = (
    ("mapping values are not allowed", "a colon and a space turned this line into something else", BLOCK),
    (
        "did not find expected key",
        "the entry above ended in a way YAML can't read",
        "check indentation and quotation marks; " + BLOCK,
    ),
    ("expected <block end>", "this line doesn't fit the ones around it", "check its indentation; " + BLOCK),
    ("could not find expected ':'", "a key without its colon", "write `key: value`, or indent the text"),
    ("cannot start any token", "this sign can't begin a value", BLOCK),
    ("unexpected end of stream", "this quotation mark is never closed", BLOCK),
    ("did not find expected ',' or", "a `{` or `[` was never closed, or holds prose with a comma", BLOCK),
    ("found unknown escape character", "a backslash in double quotes", BLOCK),
    (
        "did not find expected alphabetic",
        "`*` and `&` mean something else to YAML at the start of a value",
        BLOCK,
    ),
    (
        "block sequence entries are not allowed",
        "a list can't begin on this line",
        "put the `-` on a line of its own, indented",
    ),
    ("did not find expected '-'", "this list ends in a way YAML can't read", "indent every `-` alike"),
    ("found a tab", "a tab where YAML wants spaces", "indent with spaces"),
    (
        "did not find expected comment or line break",
        "nothing can follow the `|` or `>` on its line",
        "write the text on the lines below, indented",
    ),
    ("did not find expected <document start>", "`...` ended the file above", "remove the `...`"),
)


def syntax(name: str, text: str, at: tuple[int, int], problem: str, began: int) -> Diagnostic:
    line, column = at
    message, hint = "YAML can't be read here", BLOCK
    for part, said, way_out in _YAML:
        if part in problem:
            message, hint = said, way_out
            break
    lines = text.split("\n")
    line = min(line, len(lines))
    written = lines[line - 1]
    above = next((one for one in reversed(lines[: line - 1]) if one.strip()), "")
    if "mapping values are not allowed" in problem and _deeper(written, above):
        message = "this line is indented more than the one above, which has its value already"
        hint, column = "give both the same indentation", len(written) - len(written.lstrip(" ")) + 1
    if written[column - 1 : column] == "\t" or "\t" in written[: len(written) - len(written.lstrip())]:
        message, hint = "a tab where YAML wants spaces", "indent with spaces"
    place = Span(name, line, column, line, column + 1)
    notes = (("it began here", Span(name, began, 1, began, 2)),) if 0 < began < line else ()
    return Diagnostic(code="yaml-syntax", message=message, at=place, hint=hint, notes=notes)


def odd_indent(at: Span, meant: int) -> Diagnostic:
    message = "this line is indented otherwise than those that belong beside it"
    hint = f"indent it by {meant} spaces, as they are"
    return Diagnostic(code="yaml-syntax", message=message, at=at, hint=hint)


def no_space(at: Span) -> Diagnostic:
    message = "a colon without a space behind it makes no key"
    return Diagnostic(code="yaml-syntax", message=message, at=at, hint="put a space behind the colon")


def _deeper(line: str, above: str) -> bool:
    """Whether a line is a key indented more than the plain pair above it."""
    deeper = len(line) - len(line.lstrip(" ")) > len(above) - len(above.lstrip(" "))
    return deeper and _PLAIN_PAIR.match(above) is not None and _KEY.match(line) is not None


def unclosed(at: Span) -> Diagnostic:
    message = "this quotation mark is closed too late or never: the text after it was swallowed"
    return Diagnostic(code="yaml-syntax", message=message, at=at, hint=BLOCK)


def alias(at: Span) -> Diagnostic:
    return Diagnostic(
        code="yaml-alias",
        message="aliases (`*name`) are not part of the format",
        at=at,
        hint="write it out; " + BLOCK,
    )


def anchor_or_tag(at: Span, anchor: str | None, tag: str | None) -> Diagnostic:
    sign = f"&{anchor}" if anchor else tag or "!"
    message = f"anchors and tags (`{clean_line(sign)}`) are not part of the format"
    return Diagnostic(code="yaml-anchor", message=message, at=at, hint="write it out; " + BLOCK)


def merge(at: Span) -> Diagnostic:
    return Diagnostic(code="yaml-merge", message="merges (`<<`) are not part of the format", at=at, hint="write it out")


def second_document(at: Span) -> Diagnostic:
    return Diagnostic(
        code="yaml-document",
        message="a second document begins here",
        at=at,
        hint="remove the `---`, or make it a file",
    )


def key_not_text(at: Span) -> Diagnostic:
    return Diagnostic(code="yaml-key", message="a key must be a word", at=at, hint="braces in prose? " + BLOCK)


def too_deep(at: Span) -> Diagnostic:
    return Diagnostic(code="yaml-too-deep", message=f"mappings and lists go deeper than {YAML_DEPTH} here", at=at)


def too_many_values(at: Span) -> Diagnostic:
    message = f"this file holds more than {YAML_NODES:,} values"
    return Diagnostic(code="yaml-too-large", message=message, at=at, hint="divide it into several files")


def duplicate_key(at: Span, key: str, first: Span) -> Diagnostic:
    return Diagnostic(
        code="duplicate-key",
        message=f"`{key}` stands here a second time",
        at=at,
        notes=(("the first is here", first),),
    )


def not_a_mapping(at: Span) -> Diagnostic:
    return Diagnostic(code="not-a-mapping", message="a story file holds sections: `scenes:`, `meters:` ...", at=at)
