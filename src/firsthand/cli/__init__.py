"""The command line: what the Python interface does, for people at a terminal."""
