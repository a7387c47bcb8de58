#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh DIR BASE-URL: reads a stream with OpenAI's own client library, which is installed into DIR with npm at the exact
# version of package.json, and prints what it cost. Exits 77 and says why where it cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

skip() {
  echo "skipped: $1"
  exit 77
}

command -v npm > /dev/null || skip "npm is not installed"
mkdir -p "$1"
cp "$here/package.json" "$here/stream.mjs" "$1"
cd "$1"
npm ls --depth=0 > /dev/null 2>&1 ||
  timeout 120 npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error > npm.log 2>&1 ||
  skip "npm cannot install the library: $(head -n 1 npm.log)"

node=(node)
if [ "$(node -p 'parseInt(process.versions.node)' 2> /dev/null || echo 0)" -lt 20 ]; then
  node=(npx --yes node@20)
  timeout 120 "${node[@]}" --version > /dev/null 2>&1 || skip "there is no Node 20"
fi
exec "${node[@]}" stream.mjs "$2"
