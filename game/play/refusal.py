"""What can't be done, said to the player: light enough to be known before anything is opened."""


def why_not(problem: OSError) -> str:
    """What the system says, for the middle of a sentence."""
    return (problem.strerror or "the system says no").lower()


class RefusalError(Exception):
    """What was asked for can't be done; the message is for the player, whole."""


class ShelfError(RefusalError):
    """A session that can't be opened."""
