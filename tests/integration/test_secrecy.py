# SPDX-License-Identifier: GPL-3.0-or-later
"""A key is in the keychain and on its way to its gateway, nowhere else; files are the owner's alone."""

import base64
import os
import secrets
import stat
import tempfile
import time
from pathlib import Path

import harness
from harness import DONE, GATEWAY, until

LARGEST = 64 * 1024 * 1024


class Secrecy(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.begun = time.time()
        self.temporary = Path(tempfile.mkdtemp(prefix="tollkeeper-tmp-"))
        self.addCleanup(harness.shutil.rmtree, self.temporary)
        self.profile.environment.update(
            QT_LOGGING_RULES="*=true", QT_LOGGING_TO_CONSOLE="1", TMPDIR=str(self.temporary))
        self.canary = "sk-or-v1-" + secrets.token_hex(32)
        self.said = []

    def run_and_keep(self, *words, **more):
        ran = self.profile.run(*words, **more)
        self.said.append((words, ran.out + ran.err))
        return ran

    def files(self):
        """Everything below the profile and the home, and what is new in the temporary directories."""
        home = Path(os.environ["HOME"])
        for root in (self.profile.path, home, self.temporary):
            for file in root.rglob("*"):
                if file.is_file() and home / ".local/share/keyrings" not in file.parents:
                    yield file
        for file in Path("/tmp").glob("*"):
            try:
                status = file.lstat()
            except FileNotFoundError:  # of another test, which is over
                continue
            if stat.S_ISREG(status.st_mode) and status.st_mtime >= self.begun and status.st_size < LARGEST:
                yield file

    def assertNowhere(self, *keys):
        forms = [form for key in keys
                 for form in (key.encode(), key.encode().hex().encode(), base64.b64encode(key.encode()).rstrip(b"="),
                              key.encode("utf-16-le"), key[9:].encode())]
        seen = 0
        for file in self.files():
            try:
                content = file.read_bytes()
            except FileNotFoundError:
                continue
            seen += 1
            for form in forms:
                self.assertNotIn(form, content, file)
        self.assertGreaterEqual(seen, 2)  # the ledger and the settings at least
        for words, text in self.said:
            for form in forms:
                self.assertNotIn(form, text.encode(), words)

    def whole_run(self):
        greeting, keys = self.simulator.greeting, self.simulator.keys
        for name, gateway, ring, base in (("main", "openrouter", "openrouter_management", "openrouter"),
                                          ("labs", "openrouter", "openrouter_labs", "openrouter"),
                                          ("apac", "torouter", "torouter_apac", "torouter"),
                                          ("plain", "openai-compatible", "openai", "openai")):
            ran = self.run_and_keep("account", "add", "--gateway", gateway, "--name", name, "--base-url",
                                    greeting[base], "--key-stdin", key=keys[ring])
            self.assertEqual(ran.status, DONE)
        self.run_and_keep("budget", "set", "100")
        self.run_and_keep("poll", "--json", "--notify")
        for fault in (dict(status=401), dict(status=429, retry_after="60"), dict(cut_after_bytes=20),
                      dict(status=302, location="http://127.0.0.1:1/"), dict(status=200, body="<html>")):
            self.simulator.fault(match="", **fault)
            self.run_and_keep("poll", "--json")
            self.simulator.clear_faults()
        for words in (("poll",), ("account", "list"), ("account", "list", "--json"), ("account", "test", "main"),
                      ("spend", "--by", "key", "--json"), ("alerts",), ("account", "remove", "labs")):
            self.run_and_keep(*words)

    def test_no_key_is_left_behind_by_a_whole_run(self):
        self.whole_run()
        self.assertTrue(any("qt." in text or "tollkeeper" in text.lower() for _, text in self.said))
        self.assertNowhere(*(self.simulator.keys[ring] for ring in
                             ("openrouter_management", "openrouter_labs", "torouter_apac", "openai")))

    def test_a_key_that_is_refused_is_left_nowhere(self):
        for gateway, base in (("openrouter", "openrouter"), ("torouter", "torouter"), ("openai-compatible", "openai")):
            ran = self.run_and_keep("account", "add", "--gateway", gateway, "--name", "wrong", "--base-url",
                                    self.simulator.greeting[base], "--key-stdin", "--json", key=self.canary)
            self.assertEqual(ran.status, GATEWAY)
        self.assertEqual(harness.secret_search(self.profile.keychain_service), "")
        self.assertNowhere(self.canary)

    def test_a_gateway_that_repeats_the_key_does_not_make_us_repeat_it(self):
        for body in ('{"error":{"code":401,"message":"key %s is unknown"}}',
                     '{"code":"INVALID_API_KEY","message":"%s"}', '<html>%s</html>', '{"data":"%s"}', "%s"):
            self.simulator.fault(match="/openrouter", status=401, body=body % self.canary)
            ran = self.run_and_keep("account", "add", "--gateway", "openrouter", "--name", "wrong", "--base-url",
                                    self.simulator.greeting["openrouter"], "--key-stdin", "--json", key=self.canary)
            self.assertEqual(ran.status, GATEWAY)
            self.simulator.clear_faults()
        self.assertNowhere(self.canary)

    def test_a_key_that_a_poll_gets_back_is_not_kept(self):
        self.add("labs", "openrouter_labs")
        key = self.simulator.keys["openrouter_labs"]
        for status in (200, 401, 403, 500):
            self.simulator.fault(match="/openrouter", status=status, body='{"error":{"message":"%s"}}' % key)
            self.run_and_keep("poll", "--json")
            self.run_and_keep("account", "list", "--json")
            self.simulator.clear_faults()
        self.assertNowhere(key)

    def test_a_login_at_a_panel_leaves_nothing_but_its_session_in_the_keychain(self):
        user = self.simulator.greeting["panel"]
        code = harness.totp(user["totp_secret"], self.profile.clock)
        self.run_and_keep("account", "add", "--gateway", "torouter", "--name", "panel", "--base-url",
                          self.simulator.greeting["sub2api"], "--key-stdin", key=self.simulator.keys["sub2api_web"])
        for password, words in ((self.canary, ()), (user["password"], ()), (user["password"], ("--totp", "000000")),
                                (user["password"], ("--totp", code))):
            self.run_and_keep("account", "login", "panel", "--user", user["email"], "--password-stdin", "--json", *words,
                              key=password)
        kept = [line.removeprefix("secret = ") for line in
                harness.secret_search(self.profile.keychain_service).splitlines() if line.startswith("secret = ")]
        self.assertEqual(len(kept), 2)
        self.run_and_keep("poll", "--json")
        for fault in (dict(status=401), dict(status=200, body='{"code":0,"data":{"access_token":"%s"}}' % self.canary),
                      dict(status=500, body='{"code":500,"message":"%s"}' % self.canary)):
            self.simulator.fault(match="/sub2api/api", **fault)
            self.run_and_keep("poll", "--json")
            self.simulator.clear_faults()
        self.run_and_keep("account", "list", "--json")
        self.run_and_keep("account", "logout", "panel")
        tokens = {value.removeprefix("Bearer ") for row in self.simulator.log() if "/sub2api/" in row["path"]
                  for name, value in row["headers"] if name.lower() == "authorization"}
        self.assertGreaterEqual(len(tokens), 2)  # the key, and access tokens
        self.assertNowhere(self.canary, user["password"], *kept, *tokens)

    def test_while_it_runs_the_key_is_in_no_argument_and_no_environment(self):
        self.add("labs", "openrouter_labs")
        key = self.simulator.keys["openrouter_labs"].encode()
        self.simulator.clear_log()
        self.simulator.fault(match="/openrouter", delay_ms=600000)
        polling = self.profile.start("poll")
        self.addCleanup(polling.communicate)
        self.addCleanup(polling.kill)
        until(self.simulator.log, "the request that carries the key")
        process = Path(f"/proc/{polling.pid}")
        for name in ("cmdline", "environ", "comm"):
            self.assertNotIn(key, (process / name).read_bytes())
        core = next(line for line in (process / "limits").read_text().splitlines() if "core file size" in line)
        self.assertRegex(core, r"core file size\s+0\s+0\s")
        for descriptor in (process / "fd").iterdir():
            target = os.readlink(descriptor)
            if target.startswith("/") and not target.startswith(("/dev/", "/proc/")) and Path(target).is_file():
                self.assertNotIn(key, Path(target).read_bytes(), target)

    def test_only_the_owner_may_read(self):
        umask = os.umask(0o022)
        self.addCleanup(os.umask, umask)
        open_profile = harness.Profile()
        self.addCleanup(open_profile.delete)
        os.chmod(open_profile.path, 0o755)
        open_profile.add("openrouter", "labs", self.simulator.greeting["openrouter"],
                         self.simulator.keys["openrouter_labs"])
        self.simulator.clear_log()
        self.simulator.fault(match="/openrouter", delay_ms=600000)
        polling = open_profile.start("poll")  # while it runs, -wal and -shm are there
        self.addCleanup(polling.communicate)
        self.addCleanup(polling.kill)
        until(self.simulator.log, "the poll's request")
        modes = {str(path.relative_to(open_profile.path)): stat.S_IMODE(path.lstat().st_mode)
                 for path in open_profile.path.rglob("*")}
        self.assertLessEqual({"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "settings.ini", "state"},
                             set(modes))
        for name, mode in modes.items():
            self.assertEqual(mode, 0o700 if (open_profile.path / name).is_dir() else 0o600, name)
        self.assertEqual(stat.S_IMODE(open_profile.path.stat().st_mode), 0o700)

    def test_the_default_profile_is_the_owners_alone(self):
        umask = os.umask(0o022)
        self.addCleanup(os.umask, umask)
        ran = harness.subprocess.run([harness.CTL, "budget", "set", "100"], capture_output=True, text=True)
        self.assertEqual((ran.returncode, ran.stderr), (DONE, ""))
        home = Path(os.environ["HOME"])
        for name in (".local/share/tollkeeper", ".config/tollkeeper", ".local/state/tollkeeper"):
            self.assertEqual(stat.S_IMODE((home / name).stat().st_mode), 0o700, name)
            for file in (home / name).rglob("*"):
                self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file)
        self.assertTrue((home / ".local/share/tollkeeper/ledger.sqlite").exists())


if __name__ == "__main__":
    harness.main()
