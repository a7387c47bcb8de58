#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# qmllint.sh QMLLINT BUILD SOURCE: every QML file must pass without a warning. One file a run, and again when qmllint 6.4
# itself crashes, which it does now and then; what it reports is never asked twice.
set -uo pipefail
lint=$1 build=$2 source=$3
arguments=(--bare -I "$build/qmlmodules" -I "$($(dirname "$lint")/qtpaths6 --query QT_INSTALL_QML 2>/dev/null || echo /usr/lib/x86_64-linux-gnu/qt6/qml)")
for resource in "$build"/qml/.rcc/*.qrc; do
  arguments+=(--resource "$resource")
done
failed=0 count=0
while IFS= read -r -d '' file; do
  for _ in $(seq 20); do
    output=$("$lint" "${arguments[@]}" "$file" 2>&1)
    status=$?
    [ "$status" -ge 128 ] || break
  done
  count=$((count + 1))
  if [ "$status" != 0 ] || grep -qE 'Warning:|Error:' <<< "$output"; then
    printf '%s\n%s\n' "$file" "$output"
    failed=1
  fi
done < <(find "$source/qml" -name '*.qml' -print0)
echo "qmllint: $count files"
exit "$failed"
