"""What can't be done, said to the player: light enough to be known before anything is opened."""


class RefusalError(Exception):
    """What was asked for can't be done; the message is for the player, whole."""


class ShelfError(RefusalError):
    """A session that can't be opened."""
