#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# demo_agrees.sh BINARIES DIR: lives through the demo, captures one page and holds the ledger against the simulator's truth.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$2"
"$1/tollkeeper" --demo --profile "$2/profile" --capture "$2" --page overview --theme light --size 1440x900
test -s "$2/overview-light-1440x900.png"
exec /usr/bin/python3 "$here/../../packaging/compare_with_truth.py" "$1/tollkeeperctl" "$2"
