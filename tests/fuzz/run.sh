#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes every target for some seconds each, with AddressSanitizer and UndefinedBehaviorSanitizer. New inputs go into
# build/fuzz/corpus; one that breaks something is written to build/fuzz/found and ends the run. To keep it, copy it to
# tests/fuzz/corpus.
#   tests/fuzz/run.sh SECONDS [TARGET...]
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:?"tests/fuzz/run.sh SECONDS [TARGET...]"}
shift
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then targets=(sse answer capture redaction); fi
packaging/install-packages.sh build fuzz
cmake --preset fuzz > /dev/null
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"
export ASAN_OPTIONS=detect_leaks=0 # Qt's own statics, at every exit
for target in "${targets[@]}"; do
    mkdir -p "build/fuzz/corpus/$target" build/fuzz/found
    "build/fuzz/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="build/fuzz/found/$target-" -print_final_stats=1 \
        "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target"
done
