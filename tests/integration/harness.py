# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests share: a simulator of their own, a profile of their own, tollkeeperctl.

Every test runs inside tests/support/with-keyring.sh: home, session bus and keyring are private. Times stand two
minutes after a slot of the simulator's world, so that the milliseconds a process needs never change a figure.
"""

import base64
import hashlib
import hmac
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import urllib.request
from datetime import datetime
from decimal import Decimal
from pathlib import Path

SKIPPED = 77  # what CTest takes for "not run here"
PATIENCE = 60  # seconds until a process counts as hung; no test passes or fails by a shorter time
START = "2026-06-10T09:02:00Z"
BIN = Path(os.environ.get("TK_BIN_DIR", "."))
CTL = BIN / "tollkeeperctl"
SIMULATOR = BIN / "tollkeeper-simulator"
WINDOW = BIN / "tollkeeper"

# Another name of the same days: asked with it, a command works everything out afresh instead of reading the roll-up.
SAME_DAYS = {"UTC": "Africa/Abidjan", "Pacific/Auckland": "Antarctica/McMurdo"}

# The kinds of rules beside budgets.
RULES = ("spike", "fallback_rate", "failure_rate", "low_balance", "key_cap", "key_expiry", "rotation_due",
         "gateway_health", "served_model", "unusual_hour", "uncapped_key", "unused_key", "weekly_digest",
         "price_change")

# Exit status of tollkeeperctl.
DONE, NO, USAGE, GATEWAY, INCOMPLETE, WRITER, KEYCHAIN, DAMAGED = range(8)


def until(condition, what):
    """Waits for a condition that another process brings about."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.01)
    raise AssertionError(f"waited {PATIENCE} s in vain for {what}")


class Simulator:
    def __init__(self, clock=START):
        self.process = subprocess.Popen(
            [SIMULATOR, "--port", "0", "--clock", clock, "--stop-with-stdin"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.greeting = json.loads(self.process.stdout.readline())
        self.url = self.greeting["url"]
        self.keys = self.greeting["keys"]

    def stop(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(PATIENCE)

    def ask(self, path, method="GET", body=None, headers=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", **(headers or {})}  # a form may not be large
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def set_clock(self, moment):
        self.ask("/_control/clock", "POST", {"now": moment})

    def fault(self, **fault):
        self.ask("/_control/fault", "POST", fault)

    def clear_faults(self):
        self.ask("/_control/fault", "DELETE")

    def log(self):
        return json.loads(self.ask("/_control/log"))["requests"]

    def clear_log(self):
        self.ask("/_control/log", "DELETE")

    def truth(self, start, end, account=None):
        asked = {"from": start, "to": end, **({"account": account} if account else {})}
        query = urllib.parse.urlencode(asked, quote_via=urllib.parse.quote)
        return json.loads(self.ask(f"/_control/truth?{query}"))

    def answer(self, path, key):
        """What the gateway says to this key, as text."""
        return self.ask(path, headers={"Authorization": "Bearer " + key})


class Ran:
    def __init__(self, status, out, err):
        self.status = status
        self.out = out
        self.err = err

    @property
    def json(self):
        return json.loads(self.out, parse_float=Decimal)


class Profile:
    """A profile below a temporary directory, and tollkeeperctl with it."""

    def __init__(self, clock=START):
        self.path = Path(tempfile.mkdtemp(prefix="tollkeeper-profile-"))
        self.clock = clock
        self.environment = {}

    def delete(self):
        shutil.rmtree(self.path, ignore_errors=True)

    def command(self, *words):
        return [str(CTL), "--profile", str(self.path), "--clock", self.clock, *map(str, words)]

    def start(self, *words, **extra):
        return subprocess.Popen(self.command(*words), env={**os.environ, **self.environment, **extra},
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True)

    def run(self, *words, key=None, **extra):
        done = subprocess.run(self.command(*words), env={**os.environ, **self.environment, **extra},
                              input=key or "", capture_output=True, text=True, timeout=PATIENCE)
        return Ran(done.returncode, done.stdout, done.stderr)

    def json(self, *words, **extra):
        """The document of a command that succeeds."""
        ran = self.run(*words, "--json", **extra)
        if ran.status != DONE:
            raise AssertionError(f"{words} ended with {ran.status}: {ran.err}")
        return ran.json

    def add(self, gateway, name, base_url, key, *options):
        ran = self.run("account", "add", "--gateway", gateway, "--name", name, "--base-url", base_url,
                       "--key-stdin", *options, key=key)
        if ran.status != DONE:
            raise AssertionError(f"account add ended with {ran.status}: {ran.err}")
        return ran

    def poll(self, *options):
        return self.run("poll", "--json", *options)

    def spend(self, by="account", zone="UTC", **range_):
        words = ["spend", "--by", by, "--zone", zone]
        for name, value in range_.items():
            words += ["--" + name.rstrip("_"), value]
        return self.json(*words)

    def total(self, zone="UTC", **range_):
        return amount(self.spend(zone=zone, **range_)["total"])

    def account(self, name):
        return next(row for row in self.json("account", "list")["accounts"] if row["name"] == name)

    @property
    def settings(self):
        return (self.path / "settings.ini").read_text()

    @property
    def keychain_service(self):
        line = next(line for line in self.settings.splitlines() if line.startswith("id="))
        return "tollkeeper/" + line.removeprefix("id=")

    def rows(self, sql, *values):
        """Reads the ledger beside the program; only after its process has ended."""
        connection = sqlite3.connect(f"file:{self.path}/ledger.sqlite?mode=ro", uri=True)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def write(self, sql, *values):
        """Changes the ledger behind the program's back; only between its processes."""
        connection = sqlite3.connect(self.path / "ledger.sqlite")
        try:
            with connection:
                connection.execute(sql, values)
        finally:
            connection.close()

    def secret_name(self, account):
        return self.rows("SELECT secret_name FROM account WHERE name = ? ORDER BY id DESC", account)[0][0]


def secret_tool(verb, service, user):
    """The independent reader of the keychain: what it prints, or None for "no such entry"."""
    done = subprocess.run(["secret-tool", verb, "server", service, "user", user, "type", "plaintext"],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE)
    return done.stdout if done.returncode == 0 else None


def secret_search(service):
    """Everything the keychain holds for a service; empty when there is nothing."""
    return subprocess.run(["secret-tool", "search", "--all", "server", service], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=PATIENCE).stdout


def store_secret(service, user, secret):
    """As another program would store it."""
    subprocess.run(["secret-tool", "store", "--label=another program", "xdg:schema", "org.qt.keychain", "user", user,
                    "server", service, "type", "plaintext"], input=secret, check=True, text=True, timeout=PATIENCE)


class Window:
    """The program with its window, beside which tollkeeperctl may read. On no screen unless told otherwise."""

    def __init__(self, profile, *words, **extra):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software",
                       **profile.environment, **extra}
        self.output = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [str(WINDOW), "--profile", str(profile.path), "--clock", profile.clock, *words],
            env=environment, stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.output)

    def is_running(self):
        return self.process.poll() is None

    def said(self):
        self.output.seek(0)
        return self.output.read()

    def close(self):
        self.process.kill()
        self.process.wait(PATIENCE)
        self.output.close()


class Keyring:
    """Starts, stops, locks and unlocks the session's gnome-keyring (tests/support/with-keyring.sh)."""

    COLLECTION = "/org/freedesktop/secrets/collection/login"

    def send(self, path, method, *arguments):
        return subprocess.run(
            ["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.secrets", path, method,
             *arguments], capture_output=True, text=True, timeout=PATIENCE).stdout

    def is_locked(self):
        state = self.send(self.COLLECTION, "org.freedesktop.DBus.Properties.Get",
                          "string:org.freedesktop.Secret.Collection", "string:Locked")
        return "true" in state if "boolean" in state else None

    def start(self):
        subprocess.run(["gnome-keyring-daemon", "--unlock", "--components=secrets"], input=b"test-pass",
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE)
        until(lambda: self.is_locked() is False, "the keyring to start")

    def stop(self):
        answer = subprocess.run(
            ["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
             "org.freedesktop.DBus.GetConnectionUnixProcessID", "string:org.freedesktop.secrets"],
            capture_output=True, text=True, timeout=PATIENCE).stdout
        if answer.strip():
            os.kill(int(answer.split()[-1]), signal.SIGTERM)
            until(lambda: self.is_locked() is None, "the keyring to stop")

    def lock(self):
        self.send("/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock",
                  "array:objpath:" + self.COLLECTION)
        until(lambda: self.is_locked() is True, "the keyring to lock")

    def unlock(self):
        # Without --replace nothing happens, and the exit status says nothing.
        subprocess.run(["gnome-keyring-daemon", "--unlock", "--replace", "--components=secrets"], input=b"test-pass",
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE)
        until(lambda: self.is_locked() is False, "the keyring to unlock")


def amount(money):
    if money["currency"] != "USD":
        raise AssertionError(f"{money} is not in USD")
    return Decimal(money["amount"])


def totp(secret, moment):
    """The code of an authenticator (RFC 6238: SHA-1, 30 seconds, six digits)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    count = int(datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp()) // 30
    digest = hmac.new(key, count.to_bytes(8, "big"), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(int.from_bytes(digest[offset:offset + 4], 'big') & 0x7fffffff) % 1000000:06}"


def key_environment(account):
    """The variable of an account whose key stays outside the keychain."""
    return "TK_TEST_KEY_" + account.upper().replace("-", "_")


class TestCase(unittest.TestCase):
    """A test with a simulator and a profile that nobody else uses."""

    maxDiff = 2000

    def setUp(self):
        self.simulator = Simulator()
        self.addCleanup(self.simulator.stop)
        self.profile = Profile()
        self.addCleanup(self.profile.delete)

    def at(self, moment):
        """Moves the simulator's clock and that of the commands to come."""
        self.simulator.set_clock(moment)
        self.profile.clock = moment

    def add(self, name, ring, gateway="openrouter", *options):
        places = {"openai-compatible": "openai", "new-api": "newapi"}
        base = self.simulator.greeting[places.get(gateway, gateway)]
        return self.profile.add(gateway, name, base, self.simulator.keys[ring], *options)

    def add_without_keychain(self, name, ring, gateway="openrouter"):
        base = self.simulator.greeting["openai" if gateway == "openai-compatible" else gateway]
        variable = key_environment(name)
        self.profile.environment[variable] = self.simulator.keys[ring]
        ran = self.profile.run("account", "add", "--gateway", gateway, "--name", name, "--base-url", base,
                               "--key-env", variable)
        self.assertEqual((ran.status, ran.err), (DONE, ""))

    def switch_rules_off(self):
        """For tests of what is not the rules': they have tests of their own. The profile exists."""
        for kind in RULES:
            self.profile.write("INSERT INTO alert_rule (kind, is_on, severity, parameters, channels) "
                               "VALUES (?, 0, 'info', '{}', '') ON CONFLICT (kind) DO UPDATE SET is_on = 0", kind)

    def poll(self, *options):
        """A poll in which every account answers."""
        ran = self.profile.poll(*options)
        notices = [line for line in ran.err.splitlines() if " is no longer offered from " not in line]
        self.assertEqual((ran.status, notices), (DONE, []), ran.out)
        return {row["name"]: row for row in ran.json["accounts"]}

    def assertOneSentenceGroup(self, ran, *words):
        """One line for people, with the words of the explanation in it and nothing of our insides."""
        lines = ran.err.strip().splitlines()
        self.assertEqual(len(lines), 1, ran.err)
        for word in words:
            self.assertIn(word, lines[0])
        for inside in ("Traceback", "ASSERT", "QSql", "Error::", ".cpp", "terminate"):
            self.assertNotIn(inside, lines[0])

    def assertSumsAgree(self, zone="UTC", **range_):
        """Total = days = accounts = keys + not itemised = models + not itemised = … Gives the total."""
        total = None
        for by in ("account", "day", "key", "model", "provider", "team", "environment"):
            table = self.profile.spend(by=by, zone=zone, **range_)
            sums = sum((amount(row["amount"]) for row in table["rows"]), Decimal(0))
            self.assertEqual(sums + amount(table["not_itemised"]), amount(table["total"]), (by, zone))
            total = amount(table["total"]) if total is None else total
            self.assertEqual(amount(table["total"]), total, (by, zone))
            if by in ("account", "day"):
                self.assertEqual(amount(table["not_itemised"]), 0, by)
        return total

    def assertRollUpIsFresh(self, **range_):
        """What is stored as the roll-up is what the slices give when they are worked out again."""
        zone = self.profile.environment.get("TZ", os.environ["TZ"])
        for by in ("account", "day", "key", "model", "provider"):
            stored, fresh = (self.profile.spend(by=by, zone=name, **range_) for name in (zone, SAME_DAYS[zone]))
            self.assertEqual((stored.pop("zone"), fresh.pop("zone")), (zone, SAME_DAYS[zone]))
            self.assertEqual(stored, fresh, by)


def main():
    """Runs the tests of the calling file; 77 when nothing could be run."""
    if not CTL.exists() or not SIMULATOR.exists():
        print(f"{BIN} has no tollkeeperctl and tollkeeper-simulator", file=sys.stderr)
        sys.exit(SKIPPED)
    program = unittest.main(exit=False, verbosity=2)
    result = program.result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.testsRun == len(result.skipped) else 0)
