# SPDX-License-Identifier: GPL-3.0-or-later
"""Sum by key + not itemised = sum by day = account total = truth, for every simulated account and every period."""

import json
import os
from datetime import date, datetime, timedelta
from decimal import Decimal

import harness
from harness import amount

FIRST = date(2026, 6, 1)
PERIODS = [("a day", FIRST + timedelta(days=3), FIRST + timedelta(days=3)),
           ("a week", FIRST + timedelta(days=1), FIRST + timedelta(days=7)),
           ("all of it", FIRST, FIRST + timedelta(days=9))]


class Truth(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.profile.environment["TZ"] = "UTC"

    def truth(self, account, start, end):
        last = datetime.combine(end + timedelta(days=1), datetime.min.time())
        until = min(last, datetime.fromisoformat(self.profile.clock.replace("Z", "")))
        answer = self.simulator.ask(
            f"/_control/truth?from={start}T00:00:00Z&to={until.isoformat()}Z&account={account}")
        return Decimal(json.loads(answer)["total"] if isinstance(answer, (str, bytes)) else answer["total"])

    def assertEverySumIs(self, expected, start, end, what):
        tables = {by: self.profile.spend(by=by, from_=start.isoformat(), to=end.isoformat())
                  for by in ("account", "key", "day", "model", "provider")}
        for by, table in tables.items():
            rows = sum((amount(row["amount"]) for row in table["rows"]), Decimal(0))
            self.assertEqual(amount(table["total"]), expected, f"{what}: total by {by}")
            self.assertEqual(rows + amount(table["not_itemised"]), expected, f"{what}: rows by {by}")
        self.assertEqual(amount(tables["day"]["not_itemised"]), 0, what)
        self.assertEqual(amount(tables["account"]["not_itemised"]), 0, what)
