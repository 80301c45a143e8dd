"""The registry against independent copies and other registries."""
