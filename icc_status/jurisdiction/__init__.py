"""Articles 11 to 15 ter as a decision with its grounds: pure functions of acts and days."""
