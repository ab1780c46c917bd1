"""Every limit of the engine, in one table; each names itself where it is hit."""

FILE_BYTES = 2_000_000
"""Size of one story file."""
FILES = 200
"""Files of one story."""
FOLDER_DEPTH = 16
"""Folders inside folders of one story."""
BASES = 8
"""Stories under a story, each extending the next."""
YAML_DEPTH = 64
"""Mappings and lists inside one another."""
YAML_NODES = 200_000
"""Values in one file."""
EXPRESSION_CHARACTERS = 500
"""Length of one condition or amount."""
EXPRESSION_DEPTH = 32
"""Brackets and signs inside one another."""
EXPRESSION_LEVELS = 100
"""Steps that wait for one another in one condition, the named conditions in it written out."""
EXPRESSION_PARTS = 2_000
"""Names, numbers and signs of one condition, the named conditions in it written out."""
WHOLE = 2**53
"""Whole numbers run from minus this to this."""
PROSE_DEPTH = 16
"""Braces inside braces in prose."""
PROSE_CHARACTERS = 20_000
"""Length of one prose field."""
PARAGRAPH_WORDS = 150
"""Words of one paragraph, unless a story has a rule of its own; more are no error."""
ID_CHARACTERS = 64
"""Length of an id."""
JUMPS = 1_000
"""Scenes entered, phases passed and effects run without a choice in between."""
CALLS = 32
"""Places that wait for a called scene to return; of more, the one that has waited longest is forgotten."""
AGENDA = 5_000
"""Things planned for later turns that wait at one time."""
ACT_EFFECTS = 50_000
"""Effects of a whole story that come from acts, each use written out."""
DIAGNOSTICS = 200
"""Findings shown of one story, the first ones found; what comes after is counted."""
FINDINGS = 3 * DIAGNOSTICS
"""Findings after which the reading of a story stops."""
CODE_CHARACTERS = 20_000
"""Length of a share code."""
CODE_DECISIONS = 2_000
"""Decisions in a share code."""
TITLE_CHARACTERS = 60
"""Length of what a player calls a session."""
PLAYER_CHARACTERS = 40
"""Length of the player's own name."""
JOURNAL_BYTES = 5_000_000
"""Size of one journal."""
JOURNAL_RECORDS = 100_000
"""Records of one journal."""
SETTINGS_BYTES = 100_000
"""Size of the file of settings."""
