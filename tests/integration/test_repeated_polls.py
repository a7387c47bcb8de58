# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking twice never counts twice, and a day that a better source tells later replaces what stood there."""

from decimal import Decimal

import harness
from harness import amount


class RepeatedPolls(harness.TestCase):
    def add_all(self):
        self.add("main", "openrouter_management")
        self.add("labs", "openrouter_labs")
        self.add("apac", "torouter_apac", "torouter")
        self.add("support", "torouter_support", "torouter")

    def everything(self):
        tables = [self.profile.spend(by=by, zone=zone) for zone in ("UTC", "Pacific/Auckland", "Asia/Kathmandu")
                  for by in ("account", "key", "model", "provider", "day")]
        return [(table["total"], table["not_itemised"], table["rows"]) for table in tables]

    def test_polling_twice_changes_no_total(self):
        self.add_all()
        self.poll()
        once = self.everything()
        for _ in range(3):
            polled = self.poll()
            self.assertEqual([row["new_rows"] for row in polled.values()], [0, 0, 0, 0])
            self.assertEqual(self.everything(), once)

    def test_polling_one_account_leaves_the_others(self):
        self.add_all()
        self.poll()
        self.at("2026-06-10T12:02:00Z")
        before = {row["name"]: row["amount"] for row in self.profile.spend()["rows"]}
        self.assertEqual(list(self.poll("--account", "labs")), ["labs"])
        after = {row["name"]: row["amount"] for row in self.profile.spend()["rows"]}
        self.assertGreater(amount(after.pop("labs")), amount(before.pop("labs")))
        self.assertEqual(after, before)

    def test_a_day_told_again_after_midnight_replaces_the_counters(self):
        self.add_all()
        for moment in ("2026-06-10T09:02:00Z", "2026-06-10T17:32:00Z", "2026-06-10T23:57:00Z"):
            self.at(moment)
            self.poll()
        by_counters = self.profile.spend(by="model", from_="2026-06-10", to="2026-06-10")
        self.assertGreater(amount(by_counters["not_itemised"]), 0)  # counters know no models
        for moment in ("2026-06-11T00:02:00Z", "2026-06-11T00:02:30Z", "2026-06-11T06:02:00Z"):
            self.at(moment)
            self.poll()
            truth = self.simulator.truth("2026-06-01T00:00:00Z", moment)
            self.assertEqual(self.assertSumsAgree(to=moment[:10]), Decimal(truth["total"]))
            self.assertSumsAgree(zone="Pacific/Auckland", to=moment[:10])
            self.assertRollUpIsFresh(to=moment[:10])
        day = self.profile.spend(by="account", from_="2026-06-10", to="2026-06-10")
        truth = self.simulator.truth("2026-06-10T00:00:00Z", "2026-06-11T00:00:00Z")
        main = next(row["amount"] for row in truth["accounts"] if row["name"] == "OpenRouter · main")
        self.assertEqual(next(amount(row["amount"]) for row in day["rows"] if row["name"] == "main"), Decimal(main))

    def test_a_clock_that_went_back_adds_nothing(self):
        self.add_all()
        self.poll()
        once = self.profile.total(to="2026-06-10")
        self.profile.clock = "2026-06-10T06:02:00Z"
        self.poll()
        self.profile.clock = harness.START
        self.assertEqual(self.profile.total(to="2026-06-10"), once)
        self.poll()
        self.assertEqual(self.assertSumsAgree(to="2026-06-10"), once)


if __name__ == "__main__":
    harness.main()
