"""What the manual says of claims and strategies besides their keys."""

from game.model.strategy import GENERAL

CLAIMS = """\
What you hold to be true of the whole story. `narrowsky explore` looks for a path that breaks a claim, and proves the
claim where it can. Claims change nothing that is read: no page, and no saved session.

What counts are the states in which a reader decides, and the one in which the story has ended; not what happens in
between. With `after`, only those from the one on in which it first holds; with `before`, only those before the one in
which it first holds. `always` and `never` are broken by one such state, `sometimes` is shown by one. `eventually` is
broken by a path that ends without one: at an ending, where nothing is open any more, or where its `before` comes
first. A path that goes on for ever breaks nothing.

A claim asks whatever conditions ask, also for truths that are not revealed yet. Besides, `ended` is the id of the
ending that came (before that it is none of them), and `promise(supper)` is `ungiven`, `open`, `kept` or `broken`."""

STRATEGIES = f"""\
Readers who play by themselves, for `narrowsky odds` and `narrowsky simulate`: `--reader dutiful`. Of what is open such
a reader takes what has most points, and among equals any; where nothing has points, anything. In the decisions in
which they aren't `steady` they take anything. They go by what a choice says that it moves, as a reader would, not by
what comes of it; what a check may bring counts as if it passed.

Every story can also be read by {", ".join(f"`{name}`" for name in GENERAL)}, `greedy:METER` and `greedy:-METER`: who
take anything; what they took least so far; what says that it moves least; what moves a meter up most, or down.
Strategies change nothing that is read. Their conditions may ask `promise(...)` as claims do."""
