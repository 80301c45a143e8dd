"""The day and the terminals that the tests run the program with."""

import datetime as dt

from icc_status.system.terminal import Terminal

TODAY = dt.date(2026, 11, 24)
PIPE = Terminal(tty=False, width=80, color=False, encoding="utf-8")
SCREEN = Terminal(tty=True, width=100, color=False, encoding="utf-8")
