"""How cost grows with the registry: 1, 10 and 100 times its size, medians of several rounds.

    python benchmarks/growth.py [--rounds 5]

The larger registries are made up: the real states over and over, under other codes and names.
"""

import argparse
import copy
import datetime as dt
import json
import statistics
import time
from collections.abc import Callable
from typing import Any

from icc_status.loading import registry as registry_reader
from icc_status.loading import strict_yaml
from icc_status.queries.rows import rows, state_sheet
from icc_status.render.formats import render

DAY = dt.date(2026, 10, 2)
SIZES = (1, 10, 100)


def grown(data: dict[str, Any], times: int) -> dict[str, Any]:
    """Return the data with each state that many times, each under names of its own."""
    states = []
    for n in range(times):
        for state in data["states"]:
            made = copy.copy(state)
            if n:
                for name in ("iso3", "iso2", "un_name", "common_name"):
                    made[name] = f"{state[name]} {n}"
                made["aliases"] = [f"{alias} {n}" for alias in state.get("aliases", [])]
            states.append(made)
    return {**data, "states": states}


def median(work: Callable[[], object], rounds: int) -> float:
    """Return the median of the milliseconds that some work takes."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    """Measure every step at every size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    data = dict(registry_reader.in_shape(registry_reader.read_bytes(registry_reader.bundled())))
    print(f"{'ms':<28}" + "".join(f"{f'x {size}':>10}" for size in SIZES) + f"{'growth':>10}")
    table: dict[str, list[float]] = {}
    for size in SIZES:
        more = grown(data, size)
        yaml = strict_yaml.write(more)
        text = json.dumps(more, default=dt.date.isoformat)
        registry = registry_reader.build(more)
        steps: dict[str, Callable[[], object]] = {
            "YAML to data": lambda yaml=yaml: strict_yaml.read(yaml, most=10**7),
            "JSON to data": lambda text=text: json.loads(text),
            "data to registry": lambda more=more: registry_reader.build(more),
            "index of names": lambda more=more: registry_reader.build(more).names,
            "look a name up": lambda registry=registry: registry.names.find("russia"),
            "list, plain": lambda registry=registry: render(
                state_sheet(rows(registry, DAY)), "plain"
            ),
        }
        for name, work in steps.items():
            table.setdefault(name, []).append(median(work, rounds))
    for name, times in table.items():
        line = "".join(f"{ms:10.3f}" for ms in times)
        print(f"{name:<28}{line}{times[-1] / times[0]:10.1f}")


if __name__ == "__main__":
    main()
