# SPDX-License-Identifier: GPL-3.0-or-later
"""Add accounts, poll, spend: the figures are the gateways' own to the last digit, the keys lie in the keychain."""

import json
from decimal import Decimal

import harness
from harness import DONE, KEYCHAIN, NO, USAGE, amount, secret_search, secret_tool

ACCOUNTS = (  # name, key of the simulator, gateway, what the gateway says the key is
    ("main", "openrouter_management", "openrouter", "management"),
    ("labs", "openrouter_labs", "openrouter", "ordinary"),
    ("apac", "torouter_apac", "torouter", "ordinary"),
    ("support", "torouter_support", "torouter", "ordinary"),
    ("plain", "openai", "openai-compatible", "unknown"),
)
NAMES_IN_TRUTH = {"main": "OpenRouter · main", "labs": "OpenRouter · labs", "apac": "ToRouter · apac",
                  "support": "ToRouter · support"}
MONEY = {"amount", "currency"}


class MainJob(harness.TestCase):
    def add_all(self):
        for name, ring, gateway, _ in ACCOUNTS:
            self.add(name, ring, gateway)


class Accounts(MainJob):
    def test_every_kind_of_account_is_added_and_its_key_lies_in_the_keychain(self):
        self.add_all()
        service = self.profile.keychain_service
        listed = {row["name"]: row for row in self.profile.json("account", "list")["accounts"]}
        self.assertEqual(list(listed), [row[0] for row in ACCOUNTS])
        self.assertEqual(secret_search(service).count("schema = org.qt.keychain"), len(ACCOUNTS))
        for name, ring, gateway, role in ACCOUNTS:
            with self.subTest(name):
                key = self.simulator.keys[ring]
                self.assertEqual(secret_tool("lookup", service, self.profile.secret_name(name)), key)
                row = listed[name]
                self.assertEqual((row["gateway"], row["role"]), (gateway, role))
                self.assertEqual((row["state"], row["fetched_at"], row["error"]), ("never_polled", None, None))
                self.assertTrue(row["key"].endswith("…" + key[-4:]))
                self.assertNotIn(key, json.dumps(listed))

    def test_an_ordinary_key_is_refused_where_a_management_key_is_asked_for(self):
        self.add("main", "openrouter_management", "openrouter", "--management")
        ran = self.profile.run("account", "add", "--gateway", "openrouter", "--name", "labs", "--management",
                               "--base-url", self.simulator.greeting["openrouter"], "--key-stdin",
                               key=self.simulator.keys["openrouter_labs"])
        self.assertEqual(ran.status, USAGE)
        self.assertOneSentenceGroup(ran, "no management key")
        self.assertEqual([row["name"] for row in self.profile.json("account", "list")["accounts"]], ["main"])

    def test_a_name_is_given_once(self):
        self.add("main", "openrouter_management")
        ran = self.profile.run("account", "add", "--gateway", "openrouter", "--name", "main", "--base-url",
                               self.simulator.greeting["openrouter"], "--key-stdin",
                               key=self.simulator.keys["openrouter_labs"])
        self.assertEqual(ran.status, USAGE)
        self.assertOneSentenceGroup(ran, "“main” exists already")

    def test_removal_removes_the_key_and_keeps_the_history(self):
        self.add("labs", "openrouter_labs")
        self.add("apac", "torouter_apac", "torouter")
        self.poll()
        before = self.assertSumsAgree()
        service, entry = self.profile.keychain_service, self.profile.secret_name("labs")
        other = self.profile.secret_name("apac")
        self.assertEqual(self.profile.json("account", "remove", "labs"), {"removed": "labs"})
        self.assertIsNone(secret_tool("lookup", service, entry))
        self.assertEqual(secret_tool("lookup", service, other), self.simulator.keys["torouter_apac"])
        self.assertEqual(self.assertSumsAgree(), before)
        self.assertEqual(list(self.poll()), ["apac"])
        self.add("labs", "openrouter_labs")  # the name is free again
        self.assertEqual(self.profile.run("account", "remove", "nobody").status, USAGE)

    def test_account_test_asks_the_gateway_with_the_stored_key(self):
        self.add("main", "openrouter_management")
        told = self.profile.json("account", "test", "main")
        self.assertEqual(set(told), {"name", "role", "keys", "models", "balance", "tells_spend"})
        self.assertEqual((told["name"], told["role"], told["tells_spend"]), ("main", "management", True))
        self.simulator.fault(match="/openrouter", status=401)
        ran = self.profile.run("account", "test", "main")
        self.assertEqual(ran.status, NO)
        self.assertOneSentenceGroup(ran, "did not accept this key")

    def test_a_key_in_the_environment_is_used_and_never_stored(self):
        self.add_without_keychain("labs", "openrouter_labs")
        key = self.simulator.keys["openrouter_labs"]
        self.assertEqual(self.poll()["labs"]["state"], "ok")
        self.assertEqual(self.profile.secret_name("labs"), "env:TK_TEST_KEY_LABS")
        self.assertIsNone(secret_tool("lookup", self.profile.keychain_service, "env:TK_TEST_KEY_LABS"))
        for file in self.profile.path.rglob("*"):
            if file.is_file():
                self.assertNotIn(key.encode(), file.read_bytes(), file)

        total = self.profile.total()
        del self.profile.environment["TK_TEST_KEY_LABS"]
        ran = self.profile.poll()
        self.assertEqual(ran.status, KEYCHAIN)
        row = ran.json["accounts"][0]
        self.assertEqual((row["state"], row["error"]["category"]), ("locked", "secret_missing"))
        self.assertEqual(self.profile.total(), total)

    def test_a_variable_that_does_not_exist_is_refused(self):
        ran = self.profile.run("account", "add", "--gateway", "openrouter", "--name", "labs", "--base-url",
                               self.simulator.greeting["openrouter"], "--key-env", "TK_NO_SUCH_VARIABLE")
        self.assertEqual(ran.status, USAGE)
        self.assertOneSentenceGroup(ran, "TK_NO_SUCH_VARIABLE")


class JsonShapes(MainJob):
    def assertMoney(self, value):
        self.assertEqual(set(value), MONEY)
        self.assertRegex(value["amount"], r"^-?[0-9]+\.[0-9]{9}$")
        self.assertEqual(value["currency"], "USD")

    def test_documents_have_the_members_that_are_promised(self):
        self.add_all()
        polled = self.profile.json("poll")
        self.assertEqual(set(polled), {"accounts"})
        for row in polled["accounts"]:
            self.assertEqual(set(row), {"name", "gateway", "state", "error", "fetched_at", "requests", "new_rows"})
            self.assertIsNone(row["error"])
            self.assertRegex(row["fetched_at"], r"^2026-06-10T09:0[2-4]:[0-9.]+Z$")
            self.assertGreater(row["requests"], 0)
            self.assertEqual(row["new_rows"] > 0, row["name"] != "plain")
        for row in self.profile.json("account", "list")["accounts"]:
            self.assertLessEqual({"name", "gateway", "base_url", "role", "key", "state", "fetched_at", "tells_spend",
                                  "error"}, set(row))

    def test_spend_says_null_for_what_a_gateway_does_not_tell(self):
        self.add_all()
        self.poll()
        table = self.profile.spend()
        self.assertLessEqual({"from", "to", "zone", "by", "total", "not_itemised", "at_least", "rows"}, set(table))
        self.assertEqual((table["from"], table["to"], table["zone"], table["by"]),
                         ("2026-06-01", "2026-06-10", "UTC", "account"))
        self.assertMoney(table["total"])
        self.assertMoney(table["not_itemised"])
        self.assertIs(table["at_least"], True)  # “plain” cannot tell its spend
        rows = {row["name"]: row for row in table["rows"]}
        for row in rows.values():
            self.assertEqual(set(row), {"name", "amount", "byok", "requests", "input_tokens", "output_tokens"})
            self.assertMoney(row["amount"])
            self.assertMoney(row["byok"])
        self.assertEqual([rows["labs"][count] for count in ("requests", "input_tokens", "output_tokens")], [None] * 3)
        self.assertGreater(rows["apac"]["requests"], 0)

    def test_without_an_account_that_cannot_tell_the_total_is_no_lower_bound(self):
        self.add("labs", "openrouter_labs")
        self.poll()
        self.assertIs(self.profile.spend()["at_least"], False)

    def test_budgets_and_alerts(self):
        self.add("labs", "openrouter_labs")
        self.poll()
        spent = self.profile.spend(zone="Pacific/Auckland")["total"]
        self.profile.json("budget", "set", "300")
        budgets = self.profile.json("budget", "list")["budgets"]
        self.assertEqual(len(budgets), 1)
        self.assertLessEqual({"name", "scope", "period", "limit", "byok", "thresholds", "spent", "at_least"},
                             set(budgets[0]))
        self.assertEqual(budgets[0]["limit"], {"amount": "300.000000000", "currency": "USD"})
        self.assertEqual(budgets[0]["spent"], spent)
        self.assertEqual(budgets[0]["thresholds"], [50, 80, 100])
        alerts = self.profile.json("alerts")["alerts"]
        self.assertGreater(len(alerts), 0)
        for alert in alerts:
            self.assertLessEqual({"budget", "threshold", "severity", "from", "to", "limit", "spent", "at_least",
                                  "raised_at", "notice", "repeated", "acknowledged_at", "title", "text"}, set(alert))
            self.assertMoney(alert["limit"])
            self.assertMoney(alert["spent"])
            self.assertIsNone(alert["acknowledged_at"])

    def test_an_empty_profile_has_nothing_to_say(self):
        self.assertEqual(self.profile.json("account", "list"), {"accounts": []})
        self.assertEqual(self.profile.json("poll"), {"accounts": []})
        self.assertEqual(self.profile.spend()["rows"], [])
        self.assertEqual(self.profile.json("budget", "list"), {"budgets": []})
        self.assertEqual(self.profile.json("alerts"), {"alerts": []})


class Figures(MainJob):
    MOMENTS = ("2026-05-26T09:02:00Z", "2026-05-26T20:02:00Z", "2026-05-27T00:02:00Z", "2026-05-28T13:02:00Z",
               "2026-05-29T09:02:00Z", "2026-05-30T11:42:00Z", "2026-05-31T22:32:00Z", "2026-06-01T03:02:00Z",
               "2026-06-02T11:02:00Z", "2026-06-05T23:57:00Z")

    def assertEqualsTruth(self, start, moment):
        """Everything since the midnight `start`, as the world's own books have it."""
        range_ = {"from_": start[:10], "to": moment[:10]}
        truth = self.simulator.truth(start, moment)
        self.assertEqual(self.assertSumsAgree(**range_), Decimal(truth["total"]), moment)
        table = self.profile.spend(**range_)
        self.assertEqual(amount(table["byok"]), Decimal(truth["byok"]), moment)
        counted = {NAMES_IN_TRUTH[row["name"]]: (amount(row["amount"]), amount(row["byok"])) for row in table["rows"]}
        expected = {row["name"]: (Decimal(row["amount"]), Decimal(row["byok"])) for row in truth["accounts"]}
        self.assertEqual(counted, expected, moment)

    def everything(self, zone):
        """No zone makes money appear or vanish."""
        return self.profile.total(zone=zone, from_="2026-01-01", to="2026-12-31")

    def test_ten_days_of_polling_equal_the_truth_across_midnights_and_a_month_end(self):
        self.at(self.MOMENTS[0])
        self.add_all()
        for moment in self.MOMENTS:
            with self.subTest(moment):
                self.at(moment)
                self.poll()
                self.assertEqualsTruth("2026-05-01T00:00:00Z", moment)
                self.assertSumsAgree(zone="Asia/Kathmandu", from_="2026-05-01", to=moment[:10])
        self.assertRollUpIsFresh(from_="2026-05-01", to="2026-06-06")
        for zone in ("Pacific/Auckland", "America/Los_Angeles"):
            self.assertSumsAgree(zone=zone, from_="2026-05-01", to="2026-06-06")
        everything = {self.everything(zone) for zone in ("UTC", "Asia/Kathmandu", "Pacific/Auckland")}
        self.assertEqual(len(everything), 1, everything)
        self.assertEqualsTruth("2026-06-01T00:00:00Z", self.MOMENTS[-1])

    def truth_of(self, account, start, end):
        truth = self.simulator.truth(f"{start}T00:00:00Z", end if "T" in end else f"{end}T00:00:00Z")
        return Decimal(next(row["amount"] for row in truth["accounts"] if row["name"] == NAMES_IN_TRUTH[account]))

    def test_each_utc_day_equals_the_truth_where_a_gateway_tells_days(self):
        self.add("main", "openrouter_management")
        self.add("apac", "torouter_apac", "torouter")
        self.poll()
        ends = [f"2026-06-{day:02}" for day in range(2, 11)] + [self.profile.clock]
        expected = {}
        for day, end in enumerate(ends, start=1):
            start = f"2026-06-{day:02}"
            expected[start] = self.truth_of("main", start, end) + self.truth_of("apac", start, end)
        counted = {row["name"]: amount(row["amount"]) for row in self.profile.spend(by="day")["rows"]}
        self.assertEqual(counted, expected)

    def test_completed_days_are_itemised_by_model_to_the_last_digit(self):
        self.add("main", "openrouter_management")
        self.poll()
        table = self.profile.spend(by="model", from_="2026-06-01", to="2026-06-09")
        self.assertEqual(amount(table["not_itemised"]), 0)
        counted = {row["name"]: amount(row["amount"]) for row in table["rows"]}
        self.assertEqual(sum(counted.values()), self.truth_of("main", "2026-06-01", "2026-06-10"))
        truth = self.simulator.truth("2026-06-01T00:00:00Z", "2026-06-10T00:00:00Z")
        # A model that no key of another OpenRouter account uses.
        sonnet = next(row["amount"] for row in truth["models"] if row["name"] == "anthropic/claude-sonnet-4.5")
        self.assertEqual(counted["anthropic/claude-sonnet-4.5"], Decimal(sonnet))

    def test_one_silent_gateway_takes_nothing_from_the_others(self):
        self.at("2026-06-18T11:27:00Z")
        self.add_all()
        self.poll()
        self.at("2026-06-19T08:02:00Z")  # “support” does not answer any more
        ran = self.profile.poll()
        self.assertEqual(ran.status, harness.GATEWAY)
        rows = {row["name"]: row for row in ran.json["accounts"]}
        self.assertEqual({name: row["state"] for name, row in rows.items()},
                         {"main": "ok", "labs": "ok", "apac": "ok", "support": "unreachable", "plain": "ok"})
        self.assertRegex(rows["support"]["fetched_at"], "^2026-06-18T11:27")
        self.assertEqualsTruth("2026-06-01T00:00:00Z", self.profile.clock)


class FiguresOfACompanyInUtc(Figures):
    """The same with UTC as the reporting zone: what is compared is the roll-up, not what was worked out for a zone."""

    def setUp(self):
        super().setUp()
        self.profile.environment["TZ"] = "UTC"


class Labels(MainJob):
    def test_spend_by_team_follows_the_labels(self):
        self.add("main", "openrouter_management")
        self.poll()
        labelled = self.profile.json("key", "label", "support-chat-prod", "--team", "Support", "--environment", "prod",
                                     "--owner", "desk", "--tag", "chat", "--tag", "eu")
        self.assertEqual(labelled, {"key": "support-chat-prod", "team": "Support", "environment": "prod",
                                    "owner": "desk", "tags": ["chat", "eu"]})
        self.assertSumsAgree()
        self.at("2026-06-10T15:02:00Z")
        self.poll()
        keys = {row["name"]: amount(row["amount"]) for row in self.profile.spend(by="key")["rows"]}
        for by, name in (("team", "Support"), ("environment", "prod")):
            rows = {row["name"]: amount(row["amount"]) for row in self.profile.spend(by=by)["rows"]}
            self.assertIn(name, rows)
            self.assertGreater(rows[name], 0)
            self.assertLessEqual(rows[name], keys["support-chat-prod"])
        self.assertSumsAgree()

    def test_a_key_nobody_has_is_not_labelled(self):
        self.add("main", "openrouter_management")
        self.poll()
        ran = self.profile.run("key", "label", "no-such-key", "--team", "Support")
        self.assertEqual(ran.status, USAGE)
        self.assertOneSentenceGroup(ran, "no-such-key")


if __name__ == "__main__":
    harness.main()
