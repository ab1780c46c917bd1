"""Commands: arguments, one call, print, exit code. The wiring of the house is visible here and nowhere else.

Owns: settings (where things are), report (how findings are printed), one file a command. Heavy rooms are imported by
the command that needs them, when it runs.
"""
