# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at every step of a rotation: it goes on where it was, the only working key is never taken away, and no key
is left of which nobody has the secret.

TK_ROTATION_KILLS sets how many random kills there are (8), TK_SEED which moments; both are printed.
"""

import json
import os
import random
import signal
import subprocess
import urllib.error
from datetime import datetime, timedelta

import harness
from harness import DONE, PATIENCE, secret_search, secret_tool

# What is done, and the step that is next when it is.
PHASES = [((), "deploy"), (("--deployed",), "watch"), (("--disable",), "delete"), (("--delete",), "done")]
POINTS = [
    "rotation_after_start", "rotation_before_create_request", "rotation_after_create_request", "rotation_after_secret",
    "rotation_before_create_commit", "rotation_after_create", "rotation_before_save_commit", "rotation_after_save",
    "rotation_after_deploy", "rotation_before_disable_request", "rotation_after_disable_request",
    "rotation_after_disable", "rotation_before_delete_request", "rotation_after_delete_request",
    "rotation_after_old_secret", "rotation_after_delete"]


class Rotations(harness.TestCase):
    account = "team"
    endpoint = "/openrouter/api/v1/key"  # of the simulator: proves a key

    def gateway_keys(self):
        """Names of this account's keys that exist at the gateway, and whether they can be used."""
        rows = json.loads(self.simulator.ask("/_control/keys"))["keys"]
        return {row["name"]: not row["disabled"] for row in rows
                if row["account"] == self.simulator_account and not row["deleted"]}

    def rotation(self):
        """The newest one."""
        rows = self.profile.rows("SELECT step, new_name, new_secret_name, deployed_at FROM rotation ORDER BY id DESC "
                                 "LIMIT 1")
        return dict(zip(("step", "new_name", "secret_name", "deployed_at"), rows[0])) if rows else None

    def new_secret(self):
        return secret_tool("lookup", self.profile.keychain_service, self.rotation()["secret_name"])

    def accepts(self, secret):
        if not secret:
            return False
        try:
            self.simulator.answer(self.endpoint, secret)
        except urllib.error.HTTPError as error:
            self.assertEqual(error.code, 401)
            return False
        return True

    def assertSafe(self, old):
        """A key works, and if it is not the old one any more, its secret is here and people know of it."""
        if self.gateway_keys().get(old, False):
            return
        self.assertTrue(self.accepts(self.new_secret()), "neither key works")
        self.assertIsNotNone(self.rotation()["deployed_at"])

    def assertNothingStray(self, before, old):
        """One new key has taken the place of the old one; nothing else has changed."""
        new = self.rotation()["new_name"]
        self.assertEqual(set(self.gateway_keys()), before - {old} | {new})
        self.assertTrue(self.gateway_keys()[new])
        self.assertTrue(self.accepts(self.new_secret()))
        connection = self.profile.rows("SELECT COUNT(*) FROM api_key WHERE gone_at IS NULL AND name = ?", new)
        self.assertEqual(connection, [(1,)])

    def later(self, **duration):
        moment = datetime.fromisoformat(self.profile.clock.replace("Z", "+00:00")) + timedelta(**duration)
        self.at(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))

    def rotate(self, name, *options, **extra):
        return self.profile.run("key", "rotate", f"{self.account}/{name}", *options, "--json", **extra)

    def until_done(self, name, options, step):
        """The rest of a phase that was cut off, as a person would go on."""
        for _ in range(3):
            rotation = self.rotation()
            if rotation and rotation["step"] == step:
                return
            ran = self.rotate(name, *options)
            self.assertEqual(ran.status, DONE, ran.err + ran.out)
        self.assertEqual(self.rotation()["step"], step)

    def rotate_killed_at(self, name, *points):
        """A whole rotation, killed at each of these points once. Gives the new key's name."""
        left = list(points)
        for options, step in PHASES:
            if step == "done":
                self.later(days=7, minutes=5)
            ran = self.rotate(name, *options, **({"CRASH_AT": left[0]} if left else {}))
            while ran.status == -signal.SIGKILL:
                left.pop(0)
                self.assertSafe(name)
                if self.rotation()["step"] == step:
                    break
                ran = self.rotate(name, *options, **({"CRASH_AT": left[0]} if left else {}))
            self.until_done(name, options, step)
            self.assertSafe(name)
        self.assertEqual(left, [], "the rotation never came there")
        return self.rotation()["new_name"]


class AtOpenRouter(Rotations):
    simulator_account = "OpenRouter · team"

    def setUp(self):
        super().setUp()
        self.add(self.account, "openrouter_team")
        self.poll()
        self.name = "dispatch-assistant"

    def test_killed_at_every_point(self):
        for point in POINTS:
            with self.subTest(point=point):
                before = set(self.gateway_keys())
                old, self.name = self.name, self.rotate_killed_at(self.name, point)
                self.assertNothingStray(before, old)
        # one entry for the account and one for the key that is left
        self.assertEqual(secret_search(self.profile.keychain_service).count("secret = "), 2)
        lineage = self.profile.rows("SELECT COUNT(*) FROM api_key WHERE replaces_id IS NOT NULL")
        self.assertEqual(lineage, [(len(POINTS),)])

    def test_killed_again_while_it_recovers(self):
        before = set(self.gateway_keys())
        old, self.name = self.name, self.rotate_killed_at(
            self.name, "rotation_after_create_request", "rotation_after_stray_deleted",
            "rotation_after_create_request", "rotation_after_secret", "rotation_before_create_commit")
        self.assertNothingStray(before, old)

    def test_killed_at_any_moment(self):
        kills = int(os.environ.get("TK_ROTATION_KILLS", "8"))
        seed = int(os.environ.get("TK_SEED", str(random.SystemRandom().randrange(10**6))))
        chance = random.Random(seed)
        print(f"TK_ROTATION_KILLS={kills} TK_SEED={seed}", flush=True)
        killed = 0
        while killed < kills:
            before = set(self.gateway_keys())
            old = self.name
            for options, step in PHASES:
                if step == "done":
                    self.later(days=7, minutes=5)
                running = self.profile.start("key", "rotate", f"{self.account}/{old}", *options, "--json")
                try:
                    running.communicate(timeout=chance.uniform(0.01, 0.4))
                except subprocess.TimeoutExpired:
                    running.kill()
                    running.communicate(timeout=PATIENCE)
                    killed += 1
                if self.rotation():
                    self.assertSafe(old)
                self.until_done(old, options, step)
            self.name = self.rotation()["new_name"]
            self.assertNothingStray(before, old)


class OwnKey(Rotations):
    """The key an account is asked with."""

    def test_the_own_key_of_a_panel_account_is_exchanged(self):
        """It is made, disabled and deleted by the panel login, and has another name there than here."""
        self.account, self.simulator_account = "panel", "sub2api · panel"
        base = self.simulator.greeting["sub2api"]
        self.endpoint = base.removeprefix(self.simulator.url) + "/v1/usage"
        user = self.simulator.greeting["panel"]
        self.profile.add("torouter", "panel", base, self.simulator.keys["sub2api_web"])
        ran = self.profile.run("account", "login", "panel", "--user", user["email"], "--password-stdin", "--totp",
                               harness.totp(user["totp_secret"], self.profile.clock), key=user["password"])
        self.assertEqual(ran.status, DONE, ran.err)
        self.poll()
        name = "web-shop"
        for points in (["rotation_after_create_request", "rotation_before_switch"],
                       ["rotation_after_secret", "rotation_after_switch", "rotation_before_disable_request"],
                       ["rotation_after_disable_request", "rotation_after_delete_request"]):
            with self.subTest(points=points):
                before = set(self.gateway_keys())
                old, name = name, self.rotate_killed_at(name, *points)
                self.assertNothingStray(before, old)
                self.poll()  # the account answers with its new key, and every row has kept its name
                own = self.profile.rows("SELECT name FROM api_key WHERE remote_id = 'self'")
                self.assertEqual(own, [(name,)])
                self.assertEqual(set(self.gateway_keys()), {row[0] for row in self.profile.rows(
                    "SELECT name FROM api_key WHERE gone_at IS NULL")})

    def test_an_account_is_switched_whole_or_not_at_all(self):
        """The new key is made elsewhere and pasted; disabling and deleting are said, not done."""
        self.account = "labs"
        self.add("labs", "openrouter_labs")
        self.poll()
        first, second = self.simulator.keys["openrouter_labs"], self.simulator.keys["openrouter_team_dispatch"]
        name = self.profile.json("key", "list")["keys"][0]["name"]
        ran = self.rotate(name, "--key-stdin", key=second)
        self.assertEqual(ran.status, DONE, ran.err)
        self.assertEqual(self.rotate(name, "--deployed").status, DONE)
        service = self.profile.keychain_service
        for point, expected in (("rotation_before_switch", first), ("rotation_after_switch", second)):
            self.assertEqual(self.rotate(name, "--disable", CRASH_AT=point).status, -signal.SIGKILL)
            self.assertEqual(secret_tool("lookup", service, self.profile.secret_name("labs")), expected)
            self.poll()
        self.assertEqual(self.rotation()["step"], "disable")
        self.assertEqual(secret_search(service).count("secret = "), 2)  # the old one until the end


if __name__ == "__main__":
    harness.main()
