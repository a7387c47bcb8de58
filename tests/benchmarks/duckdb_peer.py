#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sums of a 30-day filter in DuckDB, over a file of its own built from the same rows: the peer of the Usage page's
strip. duckdb_peer.py LEDGER.sqlite; prints the median in milliseconds, or why there is none. Needs the Python package
duckdb, which the product does not use."""
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import duckdb
except ImportError:
    print("no DuckDB here (Python package duckdb): not compared")
    sys.exit(0)

DAY = 86_400_000
ledger = sys.argv[1]
last = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True).execute("SELECT MAX(id) >> 20 FROM request").fetchone()[0]
with tempfile.TemporaryDirectory() as folder:
    rows = pathlib.Path(folder) / "rows.csv"
    with rows.open("w") as out:
        subprocess.run(["sqlite3", "-csv", ledger, "SELECT r.id >> 20, s.key_id, s.requested_id, s.outcome, s.fell_back, "
                        "r.billed_nanos, r.input_tokens, r.output_tokens, r.total_ms FROM request r "
                        "JOIN series s ON s.id = r.series_id ORDER BY r.id"], stdout=out, check=True)
    peer = duckdb.connect(str(pathlib.Path(folder) / "peer.duckdb"))
    peer.execute("SET threads = 2")
    peer.execute(f"CREATE TABLE request AS SELECT * FROM read_csv('{rows}', header = false, names = ['moment', 'key', "
                 "'model', 'outcome', 'fell_back', 'nanos', 'input', 'output', 'total_ms'])")
    rows.unlink()
    question = ("SELECT COUNT(*), SUM(nanos), SUM(input), SUM(output), COUNT(*) FILTER (outcome = 0), "
                "COUNT(*) FILTER (outcome = 1), COUNT(*) FILTER (fell_back > 0) FROM request "
                f"WHERE moment >= {last - 30 * DAY}")
    times = []
    for _ in range(7):
        begun = time.perf_counter()
        peer.execute(question).fetchall()
        times.append((time.perf_counter() - begun) * 1000)
    print(f"DuckDB, sums of 30 days: {statistics.median(times):.2f} ms")
