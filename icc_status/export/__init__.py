"""The registry as tables for other programs."""
