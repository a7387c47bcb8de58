#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BINARIES DIR: lets OpenRouter's own client library read the simulator's answers. It is installed into DIR with npm, at
# the exact version of package.json. Exits 77 and says why where it cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

skip() {
  echo "skipped: $1"
  exit 77
}

command -v npm > /dev/null || skip "npm is not installed"
mkdir -p "$2"
cp "$here/package.json" "$here"/*.mjs "$2"
cd "$2"
npm ls --depth=0 > /dev/null 2>&1 ||
  timeout 120 npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error > npm.log 2>&1 ||
  skip "npm cannot install the library: $(head -n 1 npm.log)"

node=(node)
if [ "$(node -p 'parseInt(process.versions.node)' 2> /dev/null || echo 0)" -lt 20 ]; then
  node=(npx --yes node@20)
  timeout 120 "${node[@]}" --version > /dev/null 2>&1 || skip "there is no Node 20"
fi
exec "${node[@]}" check.mjs "$1/tollkeeper-simulator"
