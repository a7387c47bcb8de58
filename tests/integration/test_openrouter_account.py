# SPDX-License-Identifier: GPL-3.0-or-later
"""An OpenRouter account with workspaces: its past by key, its running day, its limits, models about to go."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import harness
from harness import DONE, amount

TEAM = "OpenRouter · team"
FIRST, START = "2026-05-11", "2026-06-10T09:02:00Z"  # thirty completed days, and a morning
YESTERDAY, TODAY = "2026-06-09", "2026-06-10"


def money(value):
    """As the truth and as tollkeeperctl write it."""
    return amount(value) if isinstance(value, dict) else Decimal(value)


def told(rows):
    """Names with what they cost; two keys may share a name, and what cost nothing need not be told."""
    return sorted((row["name"], money(row["amount"])) for row in rows if money(row["amount"]) != 0)


class Account(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.at(START)
        self.add_without_keychain("team", "openrouter_team")

    def asked(self):
        return [entry["path"] for entry in self.simulator.log()]

    def truth(self, from_, to):
        """Of whole days, the running one until now."""
        after = (date.fromisoformat(to) + timedelta(days=1)).isoformat() + "T00:00:00Z"
        return self.simulator.truth(from_ + "T00:00:00Z", min(after, self.profile.clock), TEAM)

    def assertAgrees(self, by, words, **range_):
        """The ledger's split is the truth's, nothing is left over."""
        truth = self.truth(**range_)
        table = self.profile.spend(by=by, **range_)
        self.assertEqual(amount(table["total"]), Decimal(truth["total"]))
        self.assertEqual(amount(table["not_itemised"]), 0)
        self.assertEqual(told(table["rows"]), told(truth[words]))

    def test_the_past_is_known_by_key_model_and_provider_after_one_poll(self):
        self.poll()
        for by, words in (("key", "keys"), ("model", "models"), ("provider", "providers")):
            with self.subTest(by):
                self.assertAgrees(by, words, from_=FIRST, to=YESTERDAY)
        self.assertAgrees("key", "keys", from_=FIRST, to=TODAY)
        self.assertSumsAgree(from_=FIRST, to=TODAY)
        self.assertEqual(self.profile.rows("SELECT state, done = total FROM history"), [("done", 1)])

    def test_the_past_is_read_once(self):
        self.poll()
        self.simulator.clear_log()
        self.at("2026-06-10T09:07:00Z")
        self.poll()
        self.assertNotIn("/openrouter/api/v1/activity", self.asked())

    def test_a_completed_day_is_split_by_key_too(self):
        self.poll()
        for moment in ("2026-06-10T23:57:00Z", "2026-06-11T00:07:00Z", "2026-06-11T01:07:00Z"):
            self.at(moment)
            self.poll()
        self.assertAgrees("key", "keys", from_=TODAY, to=TODAY)
        endpoints = {row[0] for row in self.profile.rows(
            "SELECT DISTINCT endpoint FROM slice WHERE start_at = 1781049600000 AND rank = 2 AND splits_only = 0")}
        self.assertEqual(endpoints, {"GET /activity?api_key_hash"})

    def test_a_gap_is_read_afterwards(self):
        self.poll()
        self.at("2026-06-15T09:02:00Z")
        self.poll()
        for by, words in (("key", "keys"), ("model", "models")):
            self.assertAgrees(by, words, from_=TODAY, to="2026-06-14")

    def test_the_running_day_is_split_by_model_in_every_poll(self):
        for moment in (START, "2026-06-10T09:07:00Z", "2026-06-10T11:32:00Z"):
            self.at(moment)
            self.poll()
            keys = self.truth(TODAY, TODAY)["keys"]
            names = Counter(key["name"] for key in keys)
            # Analytics tell keys by name: nobody knows which of two keys of one name a row is of.
            shared = sum(money(key["amount"]) for key in keys if names[key["name"]] > 1)
            self.assertGreater(shared, 0)
            for by in ("model", "provider"):
                table = self.profile.spend(by=by, from_=TODAY, to=TODAY)
                # Spread over the steps of the counters, it is told to within a little.
                left_over = amount(table["not_itemised"]) - shared
                self.assertTrue(0 <= left_over <= amount(table["total"]) / 100, (moment, by, left_over))
        models = {row["name"] for row in self.truth(FIRST, YESTERDAY)["models"]}
        self.assertLessEqual({row["name"] for row in self.profile.spend(by="model", from_=TODAY, to=TODAY)["rows"]},
                             models)

    def test_limits_are_kept(self):
        self.add_without_keychain("research", "openrouter_team_research")
        self.poll()
        limits = self.profile.rows(
            "SELECT a.name, l.name, l.limit_count, l.limit_nanos, l.reset FROM gateway_limit l "
            "JOIN account a ON a.id = l.account_id ORDER BY a.name, l.name")
        self.assertEqual(limits, [("research", "free models", 1000, None, "daily"),
                                  ("research", "workspace monthly", None, 150_000_000_000, "monthly"),
                                  ("team", "free models", 1000, None, "daily")])

    def test_a_model_in_use_that_is_about_to_go_is_told(self):
        self.poll()
        self.at("2026-06-18T09:02:00Z")
        self.assertEqual(self.profile.run("poll").err, "")  # only the free variant is in use, and it stays
        self.add_without_keychain("main", "openrouter_management")
        self.assertEqual(self.profile.run("poll").err,
                         "meta-llama/llama-4-scout at main is no longer offered from 27 Jun.\n")
        self.at("2026-06-18T09:07:00Z")
        self.assertEqual(self.profile.run("poll", "--quiet").err, "")


harness.main()
