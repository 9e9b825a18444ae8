"""Lets one peer answer the cases; runs in the peer's environment, which has no policygraph.

    python answer.py ADAPTER < asked.json > answered.json

asked: {"quantities": [text, …], "periods": [text, …], "speed": [text, …], "day": [year, month, day]}.
answered: {"quantities": [[{"value", "high", "unit"}, …], …], "periods": [[[year, …], …], …],
"seconds": {"quantities": …, "periods": …}}. An adapter has two functions:
quantities(text): every number from left to right; high only for a range; unit None where the peer gives none.
periods(text, day): every time from left to right, as the list of the years in which it may end; without those that have
no year (5年, 每年).
"""

import contextlib
import datetime as dt
import importlib
import json
import sys
import time


def main() -> None:
    """Reads the cases, answers them, and measures seconds of processor time for the texts of `speed`."""
    with contextlib.redirect_stdout(sys.stderr):  # some greet on import
        adapter = importlib.import_module(sys.argv[1])
    asked = json.load(sys.stdin)
    day = dt.datetime(*asked["day"])
    jobs = {"quantities": adapter.quantities, "periods": lambda text: adapter.periods(text, day)}
    answered = {name: [job(text) for text in asked[name]] for name, job in jobs.items()}
    seconds = {}
    for name, job in jobs.items():
        began = time.process_time()
        for text in asked["speed"]:
            job(text)
        seconds[name] = time.process_time() - began
    json.dump({**answered, "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
