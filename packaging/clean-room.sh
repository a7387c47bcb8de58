#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# By hand, as root: proves both README commands on a fresh Debian 12 without Qt and without a display, in a debootstrap
# root below DIR (default: a temporary one). The working tree is copied as git sees it. Needs debootstrap.
#   packaging/clean-room.sh [DIR [COMMAND…]]     COMMAND: packaging/demo.sh and tests/run.sh unless given
set -euo pipefail
cd "$(dirname "$0")/.."
room=${1:-$(mktemp -d)}
shift || true
[ $# -gt 0 ] || set -- packaging/demo.sh tests/run.sh
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  sed -n -E 's/^(deb|URIs:) *(\[[^]]*\] *)?(https?:[^ ]+).*/\3/p' | awk 'NR == 1') || true

[ -x "$room/bin/bash" ] || debootstrap --variant=minbase --include=ca-certificates bookworm "$room" ${mirror:+"$mirror"}
cp /etc/resolv.conf "$room/etc/resolv.conf"
[ ! -d /etc/apt/apt.conf.d ] || cp -rn /etc/apt/apt.conf.d/. "$room/etc/apt/apt.conf.d/" 2>/dev/null || true
rm -rf "$room/tollkeeper"
mkdir -p "$room/tollkeeper"
git ls-files -co --exclude-standard -z | xargs -0 cp --parents -t "$room/tollkeeper"

for directory in proc sys dev dev/pts; do
  mkdir -p "$room/$directory"
  mountpoint -q "$room/$directory" || mount --bind "/$directory" "$room/$directory"
done
trap 'for d in dev/pts dev sys proc; do umount "$room/$d" || true; done' EXIT

inside() { env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 chroot "$room" bash -euc "cd /tollkeeper; $1"; }
inside '! dpkg -l | grep -q libqt6 || echo "note: Qt is here already from an earlier run, not a clean room"'
for command in "$@"; do
  inside "$command"
done
echo "Ended with success in $room: $*"
