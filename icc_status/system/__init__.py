"""The world outside: the clock, the terminal, the standard streams, files."""
