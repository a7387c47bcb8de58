#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh FOLDER BINARIES DIR [WRAPPER…]: installs into DIR with npm what FOLDER/package-lock.json names, and runs FOLDER/check.mjs
# there, by WRAPPER if one is given. Exits 77 and says why where it cannot be had.
# The lock names no registry: npm install --package-lock-only --omit-lockfile-registry-resolved
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 binaries=$2 room=$3
shift 3

skip() {
  echo "skipped: $1"
  exit 77
}

command -v npm > /dev/null || skip "npm is not installed"
mkdir -p "$room"
cp "$here/$folder"/package{,-lock}.json "$here/$folder"/*.mjs "$here/simulator.mjs" "$room"
cd "$room"
npm ls --depth=0 > /dev/null 2>&1 ||
  timeout 500 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error > npm.log 2>&1 ||
  skip "npm cannot install it: $(head -n 1 npm.log)"

node=$(node -p process.execPath)
if [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
  # Its own path: a wrapper may bring a home of its own, in which npx would install it again.
  node=$(timeout 120 npx --yes node@20 -p process.execPath 2> /dev/null) || skip "there is no Node 20"
fi
exec "$@" "$node" check.mjs "$binaries"
