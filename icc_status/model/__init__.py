"""The model: what states did, and what follows from it. Standard library only."""
