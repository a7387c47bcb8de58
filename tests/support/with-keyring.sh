#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-keyring.sh [STATE] COMMAND…: runs COMMAND in a private home and D-Bus session and passes on its exit status.
#   --unlocked   a gnome-keyring, open, password "test-pass" (the default)
#   --locked     the same, locked
#   --prompt     the same, locked, with a screen on which it can ask for its password
#   --first-run  a bus that would start a keyring; nothing is stored yet
#   --none       a bus without any service
#   --nobus      no session bus
#   --dead       an address where no bus listens
# COMMAND sees the state in TK_KEYRING_STATE. Exit status 77: a tool is missing.
set -uo pipefail

readonly bus_config='<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>'

ask_bus() { # method argument
  dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    "org.freedesktop.DBus.$1" string:org.freedesktop.secrets 2>/dev/null
}

start_keyring() {
  eval "$(printf %s test-pass | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
  for _ in $(seq 600); do
    ask_bus NameHasOwner | grep -q true && return 0
    sleep 0.1
  done
  echo "with-keyring.sh: the keyring did not come up" >&2
  return 1
}

lock_keyring() {
  dbus-send --session --print-reply=literal --dest=org.freedesktop.secrets /org/freedesktop/secrets \
    org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
}

stop_keyring() { # also one that was started or replaced meanwhile
  local pid
  pid=$(ask_bus GetConnectionUnixProcessID | grep -o '[0-9]*$')
  if [[ -n $pid ]]; then kill "$pid" 2>/dev/null; fi
}

inside() {
  case $TK_KEYRING_STATE in
    unlocked) start_keyring || return 1 ;;
    locked | prompt) start_keyring && lock_keyring || return 1 ;;
  esac
  "$@"
  local status=$?
  case $TK_KEYRING_STATE in unlocked | locked | prompt | first-run) stop_keyring ;; esac
  return $status
}

if [[ ${1:-} == --inside ]]; then
  shift
  inside "$@"
  exit
fi

export TK_KEYRING_STATE=unlocked
case ${1:-} in
  --unlocked | --locked | --prompt | --first-run | --none | --nobus | --dead) TK_KEYRING_STATE=${1#--}; shift ;;
esac
tools="dbus-run-session dbus-send gnome-keyring-daemon secret-tool"
if [[ $TK_KEYRING_STATE == prompt ]]; then tools+=" Xvfb xdotool"; fi
for tool in $tools; do
  command -v $tool >/dev/null || { echo "with-keyring.sh: needs $tool" >&2; exit 77; }
done

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
mkdir -m 700 "$room/home" "$room/runtime"
printf %s "$bus_config" >"$room/bus.conf"
export HOME=$room/home XDG_RUNTIME_DIR=$room/runtime
export XDG_DATA_HOME=$HOME/.local/share XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache
export XDG_STATE_HOME=$HOME/.local/state
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS DBUS_SESSION_BUS_PID GNOME_KEYRING_CONTROL SSH_AUTH_SOCK

case $TK_KEYRING_STATE in
  prompt) # before the bus, whose children inherit it
    exec {display}<> <(:)
    Xvfb -displayfd $display -screen 0 1024x768x24 >/dev/null 2>&1 &
    screen=$!
    trap 'kill $screen; rm -rf "$room"' EXIT
    read -r -t 60 number <&$display || { echo "with-keyring.sh: no screen" >&2; exit 1; }
    DISPLAY=:$number dbus-run-session -- "$0" --inside "$@"
    ;;
  unlocked | locked | first-run) dbus-run-session -- "$0" --inside "$@" ;;
  none) dbus-run-session --config-file="$room/bus.conf" -- "$0" --inside "$@" ;;
  nobus) inside "$@" ;;
  dead) DBUS_SESSION_BUS_ADDRESS=unix:path=$room/nowhere inside "$@" ;;
esac
