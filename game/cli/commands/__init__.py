"""One command a file: ``add`` declares its arguments, ``run`` does it and returns the exit code."""
