# SPDX-License-Identifier: GPL-3.0-or-later
"""A key that is new in every run is found nowhere but in the keychain, while the window and the command line use it.

Run with --prompt: a screen, so that what assistive technology reads can be walked through. See test_secrecy.py for what
the command line alone leaves behind after refusals and odd answers.
"""

import base64
import json
import os
import secrets
import stat
import subprocess
import sys
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import harness
from harness import DONE, GATEWAY, Keyring, Window, until

WALK = """
import pyatspi
def walk(node, depth=0):
    if node is None or depth > 40:
        return
    text = [node.getRoleName(), node.name, node.description]
    for read in (lambda: node.queryText().getText(0, -1), lambda: str(node.queryValue().currentValue),
                 lambda: ' '.join(node.getAttributes())):
        try:
            text.append(read())
        except Exception:
            pass
    print('|'.join(str(part) for part in text))
    for i in range(node.childCount):
        walk(node.getChildAtIndex(i), depth + 1)
walk(pyatspi.Registry.getDesktop(0))
"""

class Gateway(ThreadingHTTPServer):
    """An OpenAI-compatible gateway that takes any key but those it was told to refuse, and says the key back."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.seen = set()
        self.refused = set()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1"

    def stop(self):
        self.shutdown()
        self.server_close()


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        key = self.headers.get("Authorization", "").removeprefix("Bearer ")
        self.server.seen.add(key)
        status = 401 if key in self.server.refused else 200 if self.path.endswith("/models") else 404
        body = {"error": {"message": f"the key {key} is unknown", "code": key}} if status != 200 else {
            "object": "list", "data": [{"id": "m-" + str(number)} for number in range(3)]}
        answer = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


class Canary(harness.TestCase):
    def setUp(self):
        self.keyring = Keyring()
        self.keyring.unlock()
        self.addCleanup(self.keyring.lock)
        umask = os.umask(0o022)
        self.addCleanup(os.umask, umask)
        self.gateway = Gateway()
        self.addCleanup(self.gateway.stop)
        self.profile = harness.Profile()
        self.addCleanup(self.profile.delete)
        self.outside = Path(tempfile.mkdtemp(prefix="tollkeeper-canary-"))
        self.addCleanup(harness.shutil.rmtree, self.outside)
        self.profile.environment.update(
            QT_LOGGING_RULES="*=true", QT_LOGGING_TO_CONSOLE="1", TMPDIR=str(self.outside))
        self.key = "sk-" + secrets.token_hex(24)
        self.said = {}
        self.kept = {}  # what of a process was seen in /proc

    def forms(self):
        key = self.key.encode()
        return (key, key.hex().encode(), base64.b64encode(key).rstrip(b"="), key.decode().encode("utf-16-le"), key[3:])

    def assertSilent(self, where, content):
        for form in self.forms():
            self.assertNotIn(form, content, where)

    def ctl(self, *words, key=None, status=DONE):
        ran = self.profile.run(*words, key=key)
        self.assertEqual(ran.status, status, (words, ran.err[-400:]))
        self.said[" ".join(words)] = (ran.out + ran.err).encode()
        return ran

    def look_at(self, process, what):
        """Arguments and environment of a process and of everything it has started."""
        children = [process]
        for task in children:
            for thread in Path(f"/proc/{task}/task").glob("*"):
                children += [int(child) for child in (thread / "children").read_text().split()]
            for name in ("cmdline", "environ"):
                self.kept[f"{what} {task} {name}"] = Path(f"/proc/{task}/{name}").read_bytes()
        return children

    def assertNoCore(self, process):
        limits = Path(f"/proc/{process}/limits").read_text()
        core = next(line for line in limits.splitlines() if "core file size" in line)
        self.assertRegex(core, r"core file size\s+0\s+0\s")

    def assertOwnersAlone(self):
        self.assertEqual(stat.S_IMODE(self.profile.path.stat().st_mode), 0o700)
        for path in self.profile.path.rglob("*"):
            mode = stat.S_IMODE(path.lstat().st_mode)
            self.assertEqual(mode, 0o700 if path.is_dir() else 0o600, path)

    def assertNowhere(self):
        home = Path(os.environ["HOME"])
        seen = 0
        for root in (self.profile.path, self.outside, home):
            for file in root.rglob("*"):
                if file.is_file() and home / ".local/share/keyrings" not in file.parents:
                    seen += 1
                    self.assertSilent(file, file.read_bytes())
        self.assertGreaterEqual(seen, 3)  # the ledger, the settings and an export at least
        self.assertGreaterEqual(len(self.said), 3)
        for where, content in {**self.said, **self.kept}.items():
            self.assertSilent(where, content)

    def add_account(self):
        self.ctl("account", "add", "--gateway", "openai-compatible", "--name", "canary", "--base-url",
                 self.gateway.url, "--key-stdin", key=self.key)
        self.assertIn(self.key, self.gateway.seen)
        entry = self.profile.secret_name("canary")
        self.assertEqual(harness.secret_tool("lookup", self.profile.keychain_service, entry), self.key)

    def test_the_command_line_keeps_it_to_itself(self):
        self.ctl("account", "add", "--gateway", "openai-compatible", "--name", "wrong", "--base-url",
                 "http://127.0.0.1:1/v1", "--key-stdin", key=self.key, status=GATEWAY)
        self.add_account()
        self.ctl("budget", "set", "100")
        self.ctl("poll", "--json", "--notify")
        self.gateway.refused.add(self.key)  # and says it back
        self.ctl("poll", "--json", "--notify", status=GATEWAY)
        self.gateway.refused.clear()
        self.ctl("poll", "--json")
        for words in (("account", "list", "--json"), ("account", "test", "canary"), ("alerts",),
                      ("spend", "--by", "key", "--json"), ("usage", "--json"), ("key", "list", "--json"),
                      ("forecast", "--json"), ("export", str(self.outside / "requests.csv"))):
            self.ctl(*words)
        self.ctl("account", "key", "canary", key=self.key)
        for words in (("key", "check", "--json"), ("key", "add", "--account", "canary", "--key-stdin", "--json"),
                      ("key", "rotate", "canary", "--json"), ("key", "rotate", "canary", "--key-stdin", "--json")):
            ran = self.profile.run(*words, key=self.key)  # whatever comes of it
            self.said[" ".join(words)] = (ran.out + ran.err).encode()
        self.assertEqual(stat.S_IMODE((self.outside / "requests.csv").stat().st_mode), 0o600)
        self.assertOwnersAlone()
        self.assertNowhere()

    @unittest.skipUnless(harness.WINDOW.exists(), "there is no window to run")
    def test_the_window_keeps_it_to_itself(self):
        self.add_account()
        self.gateway.seen.clear()
        self.gateway.refused.add(self.key)  # its words about the key come to the window
        launcher = self.start_accessibility()
        notifications = self.start_notifications()
        window = Window(self.profile, "--page", "overview", QT_QPA_PLATFORM="xcb",
                        QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        self.addCleanup(window.close)
        self.addCleanup(lambda: self.key in self.gateway.seen or print(window.said()[-2000:].decode(), file=sys.stderr))
        until(lambda: self.key in self.gateway.seen or not window.is_running(), "the window's poll")
        tree = until(lambda: self.tree(), "the window in the accessibility tree")
        self.look_at(window.process.pid, "window")
        self.assertNoCore(window.process.pid)
        modes = {path.name for path in self.profile.path.rglob("*")}
        self.assertLessEqual({"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "settings.ini"}, modes)
        self.assertOwnersAlone()
        self.said["accessibility tree"] = tree.encode()
        self.ctl("export", str(self.outside / "requests.csv"))
        self.assertTrue(window.is_running())
        window.process.terminate()
        window.process.wait(harness.PATIENCE)
        self.said["window"] = window.said()
        self.assertIn(b"tollkeeper.", self.said["window"])  # its log was really on
        for process in (notifications, launcher):
            if process:
                process.kill()
                process.wait(harness.PATIENCE)
        if notifications:
            self.said["notifications"] = notifications.log.read_bytes()
        self.assertNowhere()

    def tree(self):
        walked = subprocess.run(["/usr/bin/python3", "-c", WALK], capture_output=True, text=True,
                                timeout=harness.PATIENCE)
        if "No module named" in walked.stderr:
            print("python3-pyatspi is not here: the accessibility tree was not looked at", file=sys.stderr)
            return "not looked at"
        return walked.stdout if "canary" in walked.stdout else ""  # the account's name is on the page

    def start_accessibility(self):
        launcher = Path("/usr/libexec/at-spi-bus-launcher")
        if not launcher.exists():
            return None
        process = subprocess.Popen([launcher, "--launch-immediately"], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        self.addCleanup(process.kill)
        return process

    def start_notifications(self):
        log = self.outside / "notifications.log"
        process = subprocess.Popen(
            ["/usr/bin/python3", "-m", "dbusmock", "--session", "--template", "notification_daemon"],
            stdout=log.open("wb"), stderr=subprocess.STDOUT)
        process.log = log
        self.addCleanup(process.kill)
        return process


if __name__ == "__main__":
    harness.main()
