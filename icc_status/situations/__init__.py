"""What the Court has been asked to look at."""
