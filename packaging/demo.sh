#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and opens the demo. Without a display it runs on a virtual screen, writes every page
# to build/demo, prints the month's spend by key and holds the ledger's sums against what was really spent.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-packages.sh build run
cmake --preset release > /dev/null
cmake --build --preset release --target tollkeeper tollkeeperctl tollkeeper-simulator

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/release/bin/tollkeeper --demo "$@"
fi

packaging/install-packages.sh headless
rm -rf build/demo
mkdir -p build/demo
export QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND=software
xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
  build/release/bin/tollkeeper --demo --profile build/demo/profile --capture build/demo "$@"
echo
echo "Pages:"
ls build/demo/*.png
echo
echo "Spend by key, June 2026:"
python3 packaging/compare_with_truth.py build/release/bin/tollkeeperctl build/demo
