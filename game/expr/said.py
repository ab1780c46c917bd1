"""A checked expression as one text that says exactly what it asks: equal for equal trees, different for others."""

from game.expr.syntax import Binary, Expr, Literal, Members, Name, Pick, Tally, Unary, Within


def said(tree: Expr) -> str:
    """Return the tree written out, every bracket there; words stand in quotes, so that none is taken for a name."""
    match tree:
        case Literal():
            return f"'{tree.value}'" if isinstance(tree.value, str) else str(tree.value).lower()
        case Name():
            return tree.name
        case Unary():
            return f"({tree.op} {said(tree.operand)})"
        case Binary():
            return f"({said(tree.left)} {tree.op} {said(tree.right)})"
        case Within():
            return f"({said(tree.operand)} in {tree.low}..{tree.high})"
        case Pick():
            cases = ", ".join(f"{said(test)}: {low}..{high}" for test, low, high in tree.cases)
            return f"{tree.key}[{cases}]"
        case Members() | Tally():
            return f"{type(tree).__name__.lower()}[{', '.join(tree.keys)}]"
        case _:
            raise AssertionError(f"{type(tree).__name__} does not outlive checking")
