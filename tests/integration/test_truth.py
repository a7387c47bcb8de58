# SPDX-License-Identifier: GPL-3.0-or-later
"""Sum by key + not itemised = sum by day = account total = truth, for every simulated account and every period."""

import json
import urllib.parse
from datetime import date, timedelta
from decimal import Decimal

import harness
from harness import amount

FIRST_POLL = date(2026, 6, 10)
LAST_DAY = date(2026, 6, 14)
MOMENTS = ["2026-06-10T00:07:00Z", "2026-06-10T09:42:00Z", "2026-06-10T23:57:00Z", "2026-06-11T00:02:00Z",
           "2026-06-12T15:02:00Z", "2026-06-13T00:32:00Z", "2026-06-14T12:02:00Z", "2026-06-15T00:32:00Z"]

# name at the simulator, key on its ring, gateway, first day it can tell day by day
ACCOUNTS = [
    ("OpenRouter · main", "openrouter_management", "openrouter", date(2026, 5, 18)),
    ("OpenRouter · team", "openrouter_team", "openrouter", date(2026, 5, 18)),
    ("OpenRouter · labs", "openrouter_labs", "openrouter", FIRST_POLL),
    ("ToRouter · apac", "torouter_apac", "torouter", date(2026, 5, 18)),
    ("LiteLLM · proxy", "litellm_admin", "litellm", date(2026, 5, 18)),
]


class Truth(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.profile.environment["TZ"] = "UTC"

    def truth(self, account, first, last):
        query = urllib.parse.urlencode({"from": f"{first}T00:00:00Z", "to": f"{last + timedelta(days=1)}T00:00:00Z",
                                        "account": account}, quote_via=urllib.parse.quote)
        return Decimal(json.loads(self.simulator.ask(f"/_control/truth?{query}"))["total"])

    def assertEverySumIs(self, expected, first, last):
        for by in ("account", "key", "day", "model", "provider"):
            table = self.profile.spend(by=by, from_=first.isoformat(), to=last.isoformat())
            rows = sum((amount(row["amount"]) for row in table["rows"]), Decimal(0))
            what = f"by {by}, {first} to {last}"
            self.assertEqual(amount(table["total"]), expected, what)
            self.assertEqual(rows + amount(table["not_itemised"]), expected, what)
            if by in ("account", "day"):
                self.assertEqual(amount(table["not_itemised"]), 0, what)

    def test_every_account_and_period(self):
        for name, ring, gateway, first in ACCOUNTS:
            with self.subTest(account=name):
                self.profile = harness.Profile()
                self.addCleanup(self.profile.delete)
                self.profile.environment["TZ"] = "UTC"
                self.at(MOMENTS[0])
                self.add("account", ring, gateway)
                for moment in MOMENTS:
                    self.at(moment)
                    self.poll()
                days = (LAST_DAY - first).days + 1
                for start in range(days):
                    for length in {1, 7, days - start}:
                        begin = first + timedelta(days=start)
                        end = begin + timedelta(days=length - 1)
                        if end <= LAST_DAY and (length > 1 or start % 5 == 0 or begin >= FIRST_POLL):
                            self.assertEverySumIs(self.truth(name, begin, end), begin, end)


if __name__ == "__main__":
    harness.main()
