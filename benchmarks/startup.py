"""How long a start takes, side by side: every command once a round, medians of the rounds.

    python benchmarks/startup.py VENV [--peers VENV] [--rounds 21]

VENV has icc-status installed from its wheel; the peers' one has yq, sqlite-utils and pycountry.
Peaks come from GNU time, instruction counts from valgrind, where that is installed.
"""

import argparse
import os
import pty
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FLOORS = {
    "python -c pass": "pass",
    'python -c "import click"': "import click",
    'python -c "import click, rich.table"': "import click, rich.table",
}
OURS = {
    "icc-status russia | cat": ["russia"],
    "icc-status check russia --is parties": ["check", "russia", "--is", "parties"],
    "icc-status list non-ratifiers | cat": ["list", "non-ratifiers"],
    "icc-status list --format json | cat": ["list", "--format", "json"],
    "icc-status --help": ["--help"],
    "icc-status russia (terminal)": ["russia"],
    "icc-status russia usa (terminal)": ["russia", "usa"],
    "a completion": ["russia"],
}
PASS, CLICK, TABLE = FLOORS
GOALS = {
    "icc-status russia | cat": (PASS, 1.25),
    "icc-status check russia --is parties": (PASS, 1.25),
    "icc-status list non-ratifiers | cat": (PASS, 1.25),
    "icc-status russia (terminal)": (TABLE, 1.4),
}
"""The floor that a command is held against, and how many times it may take."""
ROOM = 4
"""The MiB by which a command's peak may exceed its floor's."""
COMPLETION = {
    "_ICC_STATUS_COMPLETE": "bash_complete",
    "COMP_WORDS": "icc-status check rus",
    "COMP_CWORD": "2",
}


def commands(venv: Path, peers: Path | None, facts: Path) -> dict[str, list[str]]:
    """Return what is timed, by its name."""
    found = {name: [f"{venv}/bin/python", "-c", code] for name, code in FLOORS.items()}
    found |= {name: [f"{venv}/bin/icc-status", *args] for name, args in OURS.items()}
    if jq := shutil.which("jq"):
        found["jq"] = [jq, "-r", '.[] | select(.iso3 == "RUS") | .status', f"{facts}.json"]
    if peers:
        query = "select status from states where iso3 = 'RUS'"
        found["yq (Python)"] = [f"{peers}/bin/yq", '.[] | select(.iso3 == "RUS")', f"{facts}.yaml"]
        found["sqlite-utils"] = [f"{peers}/bin/sqlite-utils", f"{facts}.db", query]
        code = "import pycountry; pycountry.countries.lookup('russia')"
        found["pycountry"] = [f"{peers}/bin/python", "-c", code]
    return found


def write_facts(venv: Path, peers: Path | None, facts: Path) -> None:
    """Write the same facts for the peers."""
    for form in ("json", "yaml"):
        args = [f"{venv}/bin/icc-status", "list", "--format", form]
        Path(f"{facts}.{form}").write_bytes(subprocess.check_output(args))
    if peers:
        args = [f"{peers}/bin/sqlite-utils", "insert", f"{facts}.db", "states", f"{facts}.json"]
        subprocess.run([*args, "--pk", "iso3"], check=True, capture_output=True)


def run(name: str, command: list[str]) -> None:
    """Run a command to its end: on a pseudo-terminal, as a completion, or into a pipe."""
    if name.endswith("(terminal)"):
        master, slave = pty.openpty()
        with subprocess.Popen(command, stdout=slave, stdin=slave, stderr=slave):
            os.close(slave)
            try:
                while os.read(master, 65536):
                    pass
            except OSError:  # the other end is closed
                os.close(master)
        return
    completes = name == "a completion"
    environ = {**os.environ, **(COMPLETION if completes else {})}
    done = subprocess.run(command, capture_output=True, env=environ)
    assert done.stdout or not completes, "the completion answered nothing"


def seconds(work: Callable[[], None]) -> float:
    """Return the wall time of some work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak(name: str, command: list[str], note: Path) -> float:
    """Return the largest resident size of a command, in MiB, as GNU time tells it.

    Not by this process's own accounts: a child inherits the size of the parent it is forked from.
    """
    run(name, ["/usr/bin/time", "-f", "%M", "-o", str(note), *command])
    return int(note.read_text().split()[-1]) / 1024


def instructions(name: str, command: list[str]) -> str:
    """Return the millions of instructions of a command, or "" without valgrind."""
    if not shutil.which("valgrind"):
        return ""
    script = Path(command[0])
    if script.read_bytes()[:2] == b"#!":
        command = [str(script.parent / "python"), *command]
    with tempfile.NamedTemporaryFile("r") as log:
        args = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        run(name, [*args, f"--log-file={log.name}", *command])
        return f"{int(log.read().rpartition('Collected : ')[2].split()[0]) / 1e6:.0f}"


def main() -> None:
    """Time everything and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("venv", type=Path)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder, "facts")
        write_facts(options.venv, options.peers, facts)
        timed = commands(options.venv, options.peers, facts)
        times: dict[str, list[float]] = {name: [] for name in timed}
        for _ in range(options.rounds + 1):
            for name, command in timed.items():
                times[name].append(seconds(lambda name=name, command=command: run(name, command)))
        medians = {name: statistics.median(values[1:]) for name, values in times.items()}
        floor = medians[PASS]
        print(f"{'command':<40} {'ms':>7} {'x pass':>7} {'MiB':>6} {'M instr':>8}")
        note = Path(folder, "size")
        sizes = {name: peak(name, command, note) for name, command in timed.items()}
        for name, command in timed.items():
            row = f"{name:<40} {medians[name] * 1000:7.1f} {medians[name] / floor:7.2f}"
            print(f"{row} {sizes[name]:6.1f} {instructions(name, command):>8}")
        for name, (base, times) in GOALS.items():
            ratio, more = medians[name] / medians[base], sizes[name] - sizes[base]
            print(f"{name}: {ratio:.2f} of {times} times {base}, {more:+.1f} of {ROOM} MiB")
    print(f"load average {os.getloadavg()[0]:.2f}, {resource.getpagesize()} byte pages")


if __name__ == "__main__":
    main()
