"""What can go wrong, by what the asker can do about it."""


class IccStatusError(Exception):
    """The common ancestor: its text is one line for a person, and ends in what to do."""


class QuestionError(IccStatusError):
    """The question is at fault: a name, a day or a field that cannot be answered."""


class RegistryError(IccStatusError):
    """The registry cannot be read, or is not a registry."""


class OutputError(IccStatusError):
    """An answer could not be written."""
