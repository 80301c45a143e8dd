"""Independent copies of the depositary's table, read so that the registry can be audited."""
