"""From text to a tree.

Grammar, loosest first:

    or         := and ("or" and)*
    and        := not ("and" not)*
    not        := "not" not | comparison
    comparison := sum (("==" | "!=" | "<" | "<=" | ">" | ">=") sum | "in" whole ".." whole | "is" ["not"] name
                   | "has" name)?
    sum        := term (("+" | "-") term)*
    term       := sign (("*" | "//") sign)*
    sign       := "-" sign | atom
    atom       := whole | "true" | "false" | name | name "(" argument ")" | "held" "(" or ")" | "(" or ")"
"""

import re
from dataclasses import dataclass

from game.expr.syntax import Binary, Call, Expr, ExpressionError, Has, Held, Is, Literal, Name, Unary, Within, size
from game.source.limits import EXPRESSION_CHARACTERS, EXPRESSION_DEPTH, EXPRESSION_LEVELS, WHOLE

_TOKEN = re.compile(
    r"\s*(?:(?P<whole>\d+)|(?P<word>[^\W\d][\w]*(?:\.[^\W\d]\w*)*)|(?P<sign>\.\.|==|!=|<=|>=|//|[<>+\-*()=])|(?P<bad>\S))"
)
_COMPARE = frozenset(("==", "!=", "<", "<=", ">", ">="))
_RESERVED = frozenset(("and", "or", "not", "in", "is", "has", "true", "false"))
_MEANT = {
    "=": "`==` compares",
    "!": "write `not`",
    "&": "write `and`",
    "|": "write `or`",
    "/": "whole division is `//`",
    "%": "",
    '"': "",
    "'": "",
}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while match := _TOKEN.match(text, at):
        kind = match.lastgroup or "bad"
        token = _Token(kind, match[kind], match.start(kind), match.end(kind))
        if kind == "bad":
            raise ExpressionError(
                "bad-sign",
                f"`{token.text}` has no meaning in a condition",
                token.start,
                token.end,
                _MEANT.get(token.text, ""),
            )
        found.append(token)
        at = match.end()
    found.append(_Token("end", "", len(text), len(text)))
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0

    @property
    def now(self) -> _Token:
        return self.tokens[self.at]

    def take(self) -> _Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def accept(self, *texts: str) -> _Token | None:
        token = self.now
        return self.take() if token.kind != "end" and token.text in texts else None

    def expect(self, text: str, where: str) -> _Token:
        token = self.accept(text)
        if token is None:
            raise self.unexpected(f"`{text}` {where}")
        return token

    def unexpected(self, wanted: str) -> ExpressionError:
        token = self.now
        seen = "the end" if token.kind == "end" else f"`{token.text}`"
        hint = _MEANT.get(token.text, "")
        return ExpressionError("expression-syntax", f"expected {wanted}, found {seen}", token.start, token.end, hint)

    def either(self) -> Expr:
        """or := and ("or" and)*"""
        left = self.both()
        while self.accept("or"):
            right = self.both()
            left = Binary(left.start, right.end, "or", left, right)
        return left

    def both(self) -> Expr:
        """and := not ("and" not)*"""
        left = self.negation()
        while self.accept("and"):
            right = self.negation()
            left = Binary(left.start, right.end, "and", left, right)
        return left

    def negation(self) -> Expr:
        """not := "not" not | comparison"""
        token = self.accept("not")
        if token is None:
            return self.comparison()
        with_depth = self.deeper(token)
        operand = self.negation()
        self.depth = with_depth
        return Unary(token.start, operand.end, "not", operand)

    def comparison(self) -> Expr:
        """comparison := sum (sign sum | "in" whole ".." whole | "is" ["not"] name | "has" name)?"""
        left = self.sum()
        token = self.now
        if token.text in _COMPARE:
            self.take()
            right = self.sum()
            if self.now.text in _COMPARE:
                raise self.unexpected("`and` between two comparisons")
            return Binary(left.start, right.end, token.text, left, right)
        if self.accept("in"):
            self.no_set(left)
            low = self.whole()
            self.expect("..", "between the two ends")
            high = self.whole()
            return Within(left.start, self.tokens[self.at - 1].end, left, low, high)
        if self.accept("is"):
            negated = self.accept("not") is not None
            word = self.word("a band or a word after `is`")
            return Is(left.start, word.end, left, word.text, negated, word.start)
        if self.accept("has"):
            word = self.word("a member after `has`")
            return Has(left.start, word.end, left, word.text, word.start)
        return left

    def no_set(self, left: Expr) -> None:
        """Behind ``in`` stand numbers; who writes ``knife in kit`` asks whether a set has a word."""
        found, after = self.now, self.tokens[self.at + 1 : self.at + 2]
        range_meant = any(token.text == ".." for token in after)
        if isinstance(left, Name) and found.kind == "word" and found.text not in _RESERVED and not range_meant:
            message = f"expected a whole number, found `{found.text}`"
            hint = f"a set is asked so: `{found.text} has {left.name}`"
            raise ExpressionError("expression-syntax", message, found.start, found.end, hint)

    def word(self, wanted: str) -> _Token:
        """A word that is none of the language's own."""
        if self.now.kind != "word" or self.now.text in _RESERVED:
            raise self.unexpected(wanted)
        return self.take()

    def sum(self) -> Expr:
        """sum := term (("+" | "-") term)*"""
        left = self.term()
        while token := self.accept("+", "-"):
            right = self.term()
            left = Binary(left.start, right.end, token.text, left, right)
        return left

    def term(self) -> Expr:
        """term := sign (("*" | "//") sign)*"""
        left = self.sign()
        while token := self.accept("*", "//"):
            right = self.sign()
            left = Binary(left.start, right.end, token.text, left, right)
        return left

    def sign(self) -> Expr:
        """sign := "-" sign | atom"""
        token = self.accept("-")
        if token is None:
            return self.atom()
        with_depth = self.deeper(token)
        operand = self.sign()
        self.depth = with_depth
        if isinstance(operand, Literal) and type(operand.value) is int:
            return Literal(token.start, operand.end, -operand.value)
        return Unary(token.start, operand.end, "-", operand)

    def atom(self) -> Expr:
        """atom := whole | "true" | "false" | name | call | "(" or ")"."""
        token = self.now
        if token.kind == "whole":
            self.take()
            return Literal(token.start, token.end, self.bounded(token))
        if token.text in ("true", "false"):
            self.take()
            return Literal(token.start, token.end, token.text == "true")
        if token.kind == "word" and token.text not in _RESERVED:
            self.take()
            return self.call(token) if self.now.text == "(" else Name(token.start, token.end, token.text)
        if token.text == "(":
            self.take()
            with_depth = self.deeper(token)
            inner = self.either()
            self.expect(")", "to close the bracket")
            self.depth = with_depth
            return inner
        raise self.unexpected("a name or a number")

    def call(self, function: _Token) -> Expr:
        """call := name "(" argument ")" | "held" "(" or ")"."""
        bracket = self.take()
        if function.text == "held":
            with_depth = self.deeper(bracket)
            asked = self.either()
            close = self.expect(")", "to close `held(`")
            self.depth = with_depth
            return Held(function.start, close.end, asked)
        argument = self.now
        if argument.kind != "word":
            raise self.unexpected(f"a name in the brackets of `{function.text}`")
        self.take()
        close = self.expect(")", f"to close `{function.text}(`")
        return Call(function.start, close.end, function.text, argument.text, argument.start, argument.end)

    def whole(self) -> int:
        minus = self.accept("-")
        token = self.now
        if token.kind != "whole":
            raise self.unexpected("a whole number")
        self.take()
        number = self.bounded(token)
        return -number if minus else number

    @staticmethod
    def bounded(token: _Token) -> int:
        digits = 16
        if len(token.text) > digits or int(token.text) > WHOLE:
            raise ExpressionError("number-too-large", "this number is larger than 2^53", token.start, token.end)
        return int(token.text)

    def deeper(self, token: _Token) -> int:
        before = self.depth
        self.depth += 1
        if self.depth > EXPRESSION_DEPTH:
            raise ExpressionError(
                "expression-too-deep",
                f"brackets and signs go deeper than {EXPRESSION_DEPTH} here",
                token.start,
                token.end,
            )
        return before


def parse(text: str) -> Expr:
    """Return the tree of ``text``.

    Raises ExpressionError where the text is no expression, is longer than 500 characters or nested deeper than 32.
    """
    if len(text) > EXPRESSION_CHARACTERS:
        raise ExpressionError(
            "expression-too-long",
            f"a condition holds at most {EXPRESSION_CHARACTERS} characters",
            0,
            len(text),
        )
    reader = _Reader(text)
    tree = reader.either()
    if reader.now.kind != "end":
        raise reader.unexpected("the end of the condition, `and` or `or`")
    _, levels = size(tree, EXPRESSION_CHARACTERS)
    if levels > EXPRESSION_LEVELS:
        message = f"more than {EXPRESSION_LEVELS} steps wait for one another here"
        raise ExpressionError("expression-too-deep", message, 0, len(text), "name a part of it under `conditions:`")
    return tree
