"""The model in sentences."""
