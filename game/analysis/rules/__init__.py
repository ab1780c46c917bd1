"""Rules that hold for every story, one a file: each a function from a case to its findings, all of them advice."""
