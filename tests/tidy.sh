#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy on the C++ files of src that changed since BASE (default: the commit before this one); about half a minute a
# file, so a change of more than MOST files is left to be run by hand in parts. Needs build/release configured.
#   tests/tidy.sh [BASE]
set -euo pipefail
cd "$(dirname "$0")/.."
MOST=12
base=${1:-HEAD~1}
if ! git rev-parse -q --verify "$base^{commit}" > /dev/null 2>&1; then
  echo "tidy: no $base to compare with, nothing checked"
  exit 0
fi
mapfile -t files < <(git diff --name-only --diff-filter=d "$base" -- 'src/*.cpp')
if [ ${#files[@]} -eq 0 ]; then
  echo "tidy: no C++ file of src changed since $base"
elif [ ${#files[@]} -gt "$MOST" ]; then
  echo "tidy: ${#files[@]} files changed since $base, more than $MOST: run tests/tidy.sh BASE by hand"
else
  tidy=$(command -v clang-tidy-14 || command -v clang-tidy)
  # GCC's precompiled headers are nothing that clang can read.
  mkdir -p build/tidy
  sed -E 's# -Winvalid-pch##g; s# -include [^ "]*cmake_pch\.hxx##g' build/release/compile_commands.json > build/tidy/compile_commands.json
  printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 1 "$tidy" -p build/tidy --quiet
  echo "tidy: ${#files[@]} files: ok"
fi
