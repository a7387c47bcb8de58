#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need, builds and runs everything through CTest. Tests that need a keyring start a private D-Bus
# session with a real gnome-keyring of their own (tests/support/with-keyring.sh); nobody's own session is touched.
# The last line counts what passed, failed and was skipped; what was skipped says why above it.
#   tests/run.sh [CTest arguments]
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-packages.sh build run test
command -v npm > /dev/null || packaging/install-packages.sh interop
tests/check-format.sh
cmake --preset release > /dev/null
cmake --build --preset release
export QT_QUICK_BACKEND=software
unset DISPLAY WAYLAND_DISPLAY
# Nothing here goes further than this machine: not through a proxy, nor to a name server that does not answer.
export no_proxy=127.0.0.1,localhost NO_PROXY=127.0.0.1,localhost RES_OPTIONS="timeout:1 attempts:1"

report=build/release/test-report.txt
status=0
ctest --preset release --parallel "$(nproc)" "$@" 2>&1 | tee "$report" || status=$?

passed=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#[0-9]+:.* Passed ' "$report" || true)
skipped=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#[0-9]+:.*\*\*\*Skipped' "$report" || true)
all=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#[0-9]+:' "$report" || true)
tests/tidy.sh || status=$?
echo "tests: $passed passed, $((all - passed - skipped)) failed, $skipped skipped"
exit "$status"
