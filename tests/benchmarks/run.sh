#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures speed and size, as ratios taken in one run: path | ours | reference | ratio | goal | met.
#   tests/benchmarks/run.sh [ROWS]      ten million rows unless said otherwise; about half an hour then
# Figures go to build/benchmarks/*.json as well. Nothing here fails a build: tests never assert a time.
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-10000000}

packaging/install-packages.sh build run test
cmake --preset release > /dev/null
cmake --build --preset release > /dev/null
out=build/benchmarks
rm -rf "$out" && mkdir -p "$out"
export TK_OPENAI_PEER=$PWD/build/openai-peer # a client to compare with; skipped, with the reason, without npm
export QT_QUICK_BACKEND=software QT_QPA_PLATFORM=offscreen TZ=UTC LC_ALL=C.UTF-8
programs=build/release/benchmarks

echo "path | ours | reference | ratio | goal | met"
"$programs/rows_benchmark" "$rows" "$out/rows.json" "$out/ledger.sqlite"
for program in "$programs"/*_benchmark; do
  name=$(basename "$program")
  [ "$name" = rows_benchmark ] || "$program" "$rows" "$out/${name%_benchmark}.json" "$out/ledger.sqlite"
done
python3 tests/benchmarks/duckdb_peer.py "$out/ledger.sqlite"
