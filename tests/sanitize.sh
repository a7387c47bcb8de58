#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds everything but the window with AddressSanitizer and UndefinedBehaviorSanitizer and runs its tests, without the
# end-to-end ones, which take the programs of the release build.
#   tests/sanitize.sh [CTest arguments]
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-packages.sh build run test
cmake --preset asan > /dev/null
cmake --build --preset asan
unset DISPLAY WAYLAND_DISPLAY
export LSAN_OPTIONS="suppressions=$PWD/tests/support/lsan.supp:print_suppressions=0"
ctest --preset asan --parallel "$(nproc)" --label-exclude integration "$@"
