"""A status for each row of a data set."""
