"""What can happen in a story, and what can't: every target with a witness, a proof, or the limit that stopped us.

A portfolio of methods; each is given only what the one before left, and every answer says whose it is. What is found by
playing is a journal that was played on the engine. What is proved is proved over a ``Flow``, which has a way for
everything the engine can do, and perhaps more: what no way of it leads to can't happen.
"""
