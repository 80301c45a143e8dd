"""Answers as text: nothing here decides anything, and nothing here writes."""
