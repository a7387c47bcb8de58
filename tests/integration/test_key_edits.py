# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys are really changed at the gateway, and on failure both sides stay as they were."""

import json
from decimal import Decimal

import harness
from harness import DONE, GATEWAY, NO, USAGE, secret_search, secret_tool

KEY = "dispatch-assistant"
PANEL_KEY = "web-shop"


class KeyEdits(harness.TestCase):
    def at_gateway(self, name):
        rows = json.loads(self.simulator.ask("/_control/keys"))["keys"]
        return next((row for row in rows if row["name"] == name and not row.get("deleted")), None)

    def here(self, name):
        rows = self.profile.json("key", "list")["keys"]
        return next((row for row in rows if row["name"] == name), None)

    def set(self, name, *options):
        return self.profile.run("key", "set", name, *options, "--json")

    def changes_sent(self):
        return [row for row in self.simulator.log() if row["method"] in ("POST", "PATCH", "PUT", "DELETE")]

    def state(self, name):
        """Everything of a key that a change could touch, on both sides."""
        here = self.here(name)
        return self.at_gateway(name), {word: here[word] for word in
                                       ("name", "cap", "counts_byok", "disabled", "expires_at", "allowed_addresses")}


class AtOpenRouter(KeyEdits):
    def setUp(self):
        super().setUp()
        self.add("team", "openrouter_team", "openrouter")
        self.poll()

    def test_every_change_is_what_the_gateway_shows_afterwards(self):
        changes = [
            (("--cap", "750.5", "--reset", "weekly"), lambda row: Decimal(row["cap"]) == Decimal("750.5")
             and row["reset"] == "weekly"),
            (("--reset", "never",), lambda row: Decimal(row["cap"]) == Decimal("750.5") and not row["reset"]),
            (("--cap", "none",), lambda row: row["cap"] is None),
            (("--disable",), lambda row: row["disabled"] is True),
            (("--enable",), lambda row: row["disabled"] is False),
        ]
        for options, holds in changes:
            with self.subTest(options=options):
                self.simulator.clear_log()
                ran = self.set(KEY, *options)
                self.assertEqual(ran.status, DONE, ran.err)
                self.assertTrue(holds(self.at_gateway(KEY)), self.at_gateway(KEY))
                self.assertEqual(len(self.changes_sent()), 1)
        self.assertIsNone(self.here(KEY)["cap"])
        events = [row[0] for row in self.profile.rows(
            "SELECT what FROM key_event e JOIN api_key k ON k.id = e.key_id WHERE k.name = ? AND origin = 0 "
            "ORDER BY e.id", KEY)]
        self.assertEqual(events, ["cap_changed"] * 3 + ["disabled", "enabled"])
        self.poll()  # and a poll finds nothing new
        self.assertEqual(self.profile.rows("SELECT COUNT(*) FROM key_event WHERE origin = 0"), [(5,)])

    def test_a_rehearsal_changes_nothing(self):
        before = self.state(KEY)
        self.simulator.clear_log()
        ran = self.set(KEY, "--cap", "1", "--dry-run")
        self.assertEqual(ran.status, DONE, ran.err)
        self.assertFalse(ran.json["changed"])
        self.assertEqual(len(ran.json["changes"]), 1)
        self.assertEqual(self.simulator.log(), [])
        self.assertEqual(self.state(KEY), before)

    def test_a_failing_gateway_leaves_both_sides_as_they_were(self):
        before = self.state(KEY)
        faults = [
            {"status": 403, "body": '{"error":{"code":403,"message":"no"}}'},
            {"status": 429, "retry_after": "7", "body": '{"error":{"code":429,"message":"slow"}}'},
            {"status": 500, "body": '{"error":{"code":500,"message":"broken"}}'},
            {"status": 200, "body": "<html>"},
        ]
        for fault in faults:
            with self.subTest(fault=fault):
                self.simulator.clear_log()
                self.simulator.fault(match="/openrouter/api/v1/keys", method="PATCH", times=1, **fault)
                ran = self.set(KEY, "--cap", "99", "--reset", "daily")
                self.simulator.clear_faults()
                self.assertEqual(ran.status, GATEWAY, ran.err)
                self.assertIn("category", ran.json["error"])
                self.assertEqual(len(self.changes_sent()), 1, "a change is never repeated")
                self.assertEqual(self.state(KEY), before)

    def test_a_lost_answer_is_settled_by_reading_the_key_back(self):
        for lost in ({"cut_after_bytes": 10}, {"close": True}, {"status": 500, "done": True, "body": "broken"}):
            with self.subTest(lost=lost):
                self.assertEqual(self.set(KEY, "--cap", "none").status, DONE)
                self.simulator.fault(match="/openrouter/api/v1/keys", method="PATCH", times=1, **lost)
                self.simulator.clear_log()
                ran = self.set(KEY, "--cap", "12.34")
                self.simulator.clear_faults()
                self.assertEqual(ran.status, DONE, ran.err)
                self.assertEqual(len(self.changes_sent()), 1)
                self.assertEqual(Decimal(self.at_gateway(KEY)["cap"]), Decimal("12.34"))
                self.assertEqual(harness.amount(self.here(KEY)["cap"]["limit"]), Decimal("12.34"))

    def test_a_key_is_made_kept_and_deleted(self):
        ran = self.profile.run("key", "add", "--account", "team", "--name", "fresh", "--cap", "25", "--reset", "daily",
                               "--json")
        self.assertEqual(ran.status, DONE, ran.err)
        self.assertEqual(Decimal(self.at_gateway("fresh")["cap"]), 25)
        self.assertTrue(self.here("fresh")["holds_secret"])
        name = self.profile.rows("SELECT secret_name FROM api_key WHERE name = 'fresh'")[0][0]
        secret = secret_tool("lookup", self.profile.keychain_service, name)
        self.simulator.answer("/openrouter/api/v1/key", secret)  # it works
        self.assertNotIn(secret, ran.out + ran.err)

        self.assertEqual(self.profile.run("key", "remove", "fresh").status, USAGE)  # not without its name
        self.assertIsNotNone(self.at_gateway("fresh"))
        ran = self.profile.run("key", "remove", "fresh", "--confirm", "fresh", "--json")
        self.assertEqual(ran.status, DONE, ran.err)
        self.assertIsNone(self.at_gateway("fresh"))
        self.assertIsNone(self.here("fresh"))
        self.assertIsNone(secret_tool("lookup", self.profile.keychain_service, name))

    def test_a_locked_keyring_leaves_no_key_behind(self):
        harness.Keyring().lock()
        self.addCleanup(harness.Keyring().unlock)
        before = secret_search(self.profile.keychain_service)
        ran = self.profile.run("key", "add", "--account", "team", "--name", "stray")
        self.assertEqual(ran.status, harness.KEYCHAIN, ran.err)
        self.assertIsNone(self.at_gateway("stray"))
        self.assertEqual(secret_search(self.profile.keychain_service), before)

    def test_pasted_secrets_find_their_keys(self):
        secret = self.simulator.keys["openrouter_team_dispatch"]
        lines = f'# team keys\nexport DISPATCH="{secret}"\nOTHER=sk-or-v1-{"0" * 64}\n'
        ran = self.profile.run("key", "add", "--account", "team", "--key-stdin", "--json", key=lines)
        self.assertEqual(ran.json["kept"], 1, ran.out)
        self.assertNotIn(secret, ran.out + ran.err)
        self.assertTrue(self.here(KEY)["holds_secret"])


class Elsewhere(KeyEdits):
    def test_an_ordinary_key_may_change_nothing(self):
        self.add("labs", "openrouter_labs", "openrouter")
        self.poll()
        key = self.profile.json("key", "list")["keys"][0]["name"]
        self.simulator.clear_log()
        ran = self.set(key, "--cap", "5")
        self.assertEqual(ran.status, NO, ran.err)
        self.assertEqual(self.changes_sent(), [])

    def test_the_panel_of_sub2api_changes_its_keys(self):
        user = self.simulator.greeting["panel"]
        self.profile.add("torouter", "panel", self.simulator.greeting["sub2api"], self.simulator.keys["sub2api_web"])
        ran = self.profile.run("account", "login", "panel", "--user", user["email"], "--password-stdin", "--totp",
                               harness.totp(user["totp_secret"], self.profile.clock), key=user["password"])
        self.assertEqual(ran.status, DONE, ran.err)
        self.poll()
        for options, holds in [
            (("--cap", "321"), lambda row: Decimal(row["cap"]) == 321),
            (("--expires", "2026-12-31"), lambda row: row["expires_at"] == "2026-12-31T00:00:00Z"),
            (("--allow-ip", "10.0.0.0/8", "--allow-ip", "192.0.2.7"),
             lambda row: row["allowed_addresses"] == ["10.0.0.0/8", "192.0.2.7"]),
            (("--allow-ip", "none"), lambda row: row["allowed_addresses"] == []),
        ]:
            with self.subTest(options=options):
                ran = self.set("night-batch", *options)
                self.assertEqual(ran.status, DONE, ran.err)
                self.assertTrue(holds(self.at_gateway("night-batch")), self.at_gateway("night-batch"))


if __name__ == "__main__":
    harness.main()
