"""Whether a registry is sound."""
