"""Turn answers into text. No logic and no I/O."""
