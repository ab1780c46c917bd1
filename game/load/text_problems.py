"""What is said about how an author's texts are written down: what YAML took of them, what no reader would see."""

from game.source.diagnostic import Diagnostic, Severity
from game.source.span import Span

BLOCK = "write the text as a block: `|` after the colon, the words indented below it"


def joined_emoji(at: Span) -> Diagnostic:
    message = "this sign is joined from several; many terminals show them one beside the other and lose the column"
    return Diagnostic(code="joined-emoji", message=message, at=at, hint="use a single sign", severity=Severity.WARNING)


def swallowed_quotes(at: Span) -> Diagnostic:
    message = "YAML took these quotation marks for its own; the reader will not see them"
    return Diagnostic(code="swallowed-quotes", message=message, at=at, hint=BLOCK)


def cut_by_hash(at: Span) -> Diagnostic:
    message = "YAML takes what follows ` #` for a comment; the text ends here"
    return Diagnostic(code="cut-by-hash", message=message, at=at, hint=BLOCK + "; a comment goes on a line of its own")


def lone_quote(at: Span) -> Diagnostic:
    message = "this quotation mark closes what none has opened"
    return Diagnostic(code="lone-quote", message=message, at=at, hint=BLOCK, severity=Severity.WARNING)


def brace_made_mapping(at: Span) -> Diagnostic:
    message = "a text that begins with `{` is a mapping to YAML"
    return Diagnostic(code="brace-made-mapping", message=message, at=at, hint=BLOCK)


def colon_made_mapping(at: Span) -> Diagnostic:
    message = "a colon and a space turned this text into a mapping"
    return Diagnostic(code="colon-made-mapping", message=message, at=at, hint=BLOCK)


def name_in_title(at: Span) -> Diagnostic:
    message = "a title can't say what the reader is called: lists and kept sessions show it too"
    return Diagnostic(code="name-in-title", message=message, at=at, hint="let the text below it say the name")


def empty_text(at: Span) -> Diagnostic:
    return Diagnostic(code="empty-text", message="there is no text here", at=at)
