"""How an expression is read: what binds tighter, and what each sign means."""

import pytest

from game.expr.parse import parse
from game.expr.syntax import Binary, Call, Expr, Is, Literal, Name, Unary, Within, walk


def brackets(tree: Expr) -> str:
    """A tree with every pair of brackets written out."""
    match tree:
        case Literal():
            return str(tree.value).lower()
        case Name():
            return tree.name
        case Call():
            return f"{tree.function}({tree.argument})"
        case Unary():
            return f"({tree.op} {brackets(tree.operand)})"
        case Within():
            return f"({brackets(tree.operand)} in {tree.low}..{tree.high})"
        case Is():
            return f"({brackets(tree.operand)} is {'not ' if tree.negated else ''}{tree.word})"
        case Binary():
            return f"({brackets(tree.left)} {tree.op} {brackets(tree.right)})"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a", "a"),
        ("42", "42"),
        ("0042", "42"),
        ("true", "true"),
        ("false", "false"),
        ("-5", "-5"),
        ("--5", "5"),
        ("- a", "(- a)"),
        ("a or b and c", "(a or (b and c))"),
        ("a and b or c", "((a and b) or c)"),
        ("a or b or c", "((a or b) or c)"),
        ("not a and b", "((not a) and b)"),
        ("not not a", "(not (not a))"),
        ("not a == b", "(not (a == b))"),
        ("not (a and b)", "(not (a and b))"),
        ("a + b * c", "(a + (b * c))"),
        ("a * b + c", "((a * b) + c)"),
        ("a - b - c", "((a - b) - c)"),
        ("a - b + c", "((a - b) + c)"),
        ("a // 2 * 3", "((a // 2) * 3)"),
        ("a * -b", "(a * (- b))"),
        ("-a + b", "((- a) + b)"),
        ("a-1", "(a - 1)"),
        ("a - -1", "(a - -1)"),
        ("a + 1 < b * 2", "((a + 1) < (b * 2))"),
        ("a < 1 and b >= 2", "((a < 1) and (b >= 2))"),
        ("a != b", "(a != b)"),
        ("a in 38..72", "(a in 38..72)"),
        ("a in -3..-1", "(a in -3..-1)"),
        ("a + 1 in 0 .. 9", "((a + 1) in 0..9)"),
        ("not a in 1..2", "(not (a in 1..2))"),
        ("moscow is Working", "(moscow is Working)"),
        ("moscow is not Working", "(moscow is not Working)"),
        ("moscow is Working or a", "((moscow is Working) or a)"),
        ("visits(the_line) > 1", "(visits(the_line) > 1)"),
        ("took(the_line.one)", "took(the_line.one)"),
        ("visits ( the_line )", "visits(the_line)"),
        ("((a))", "a"),
        ("(a or b) and c", "((a or b) and c)"),
        ("  a\n  and b\n", "(a and b)"),
        ("android or inner", "(android or inner)"),
        ("été == 1", "(été == 1)"),
    ],
)
def test_an_expression_is_read_as_it_is_meant(written, read):
    assert brackets(parse(written)) == read


@pytest.mark.parametrize(
    ("written", "part", "place"),
    [
        ("a and visits(b) > 1", Call, "visits(b)"),
        ("  not  cornered ", Unary, "not  cornered"),
        ("x == 1 or sky in 2..3", Within, "sky in 2..3"),
        ("sky is not Open", Is, "sky is not Open"),
        ("1 + 20 * 3", Binary, "1 + 20 * 3"),
        ("sky > -5", Literal, "-5"),
    ],
)
def test_every_part_knows_where_it_is_written(written, part, place):
    found = [node for node in walk(parse(written)) if isinstance(node, part)]
    assert written[found[0].start : found[0].end] == place


def test_the_argument_of_a_question_knows_where_it_is_written():
    call = parse("not took( the_line.one )").operand
    assert "not took( the_line.one )"[call.at : call.until] == "the_line.one"
