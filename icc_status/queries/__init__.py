"""Tables, events, periods and counts from the model."""
