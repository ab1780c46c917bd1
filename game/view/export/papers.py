"""The papers of a session alone, in order, as one text."""

from game.view.export.book import Book
from game.view.transcript import WIDTH, block_text, filled


def as_papers(told: Book, width: int = WIDTH) -> str:
    """Return what the papers wrote, turn by turn; a turn without papers is left out."""
    parts, turn = [filled(f"{told.title}: the papers", width)], ""
    for page in told.pages:
        for block in page.blocks:
            if block.kind == "turn":
                turn = block.title
            elif block.kind == "papers":
                if turn:
                    parts.append(filled(turn.upper(), width))
                    turn = ""
                parts.append(block_text(block, width))
    if len(parts) == 1:
        parts.append("No papers were read.")
    return "\n\n".join(parts) + "\n"
