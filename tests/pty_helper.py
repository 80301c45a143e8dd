"""A pseudo-terminal for tests that need a real one."""

import os
import pty
import struct
import subprocess
import termios
from fcntl import ioctl


def shown(command, env, columns=None, cwd=None):
    """Run a command on a terminal, so many columns wide; return its code and what it shows."""
    master, slave = pty.openpty()
    if columns:
        ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), slave)
    with subprocess.Popen(command, **streams, env=env, cwd=cwd) as process:
        os.close(slave)
        text = b""
        try:
            while chunk := os.read(master, 65536):
                text += chunk
        except OSError:  # the other end is closed
            pass
        os.close(master)
    return process.returncode, text.decode("utf-8")
