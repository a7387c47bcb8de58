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

# ordinary keys, which tell of themselves alone: account and key at the simulator, key on its ring, gateway, place, first
# day that can be told day by day; None: only a running counter, exact from poll to poll
KEYS = [
    ("ToRouter · support", "support-overflow", "torouter_support", "torouter", "torouter", date(2026, 5, 18)),
    ("sub2api · panel", "web-shop", "sub2api_web", "torouter", "sub2api", date(2026, 5, 18)),
    ("sub2api · panel", "night-batch", "sub2api_batch", "torouter", "sub2api", date(2026, 5, 18)),
    ("LiteLLM · proxy", "web", "litellm_web", "litellm", "litellm", None),
    ("new-api · team", "helpdesk", "newapi", "new-api", "newapi", None),
]


class Truth(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.profile.environment["TZ"] = "UTC"

    def truth(self, account, first, last, key=None):
        return self.truth_between(account, f"{first}T00:00:00Z", f"{last + timedelta(days=1)}T00:00:00Z", key)

    def truth_between(self, account, start, end, key):
        truth = self.simulator.truth(start, end, account)
        if key is None:
            return Decimal(truth["total"])
        return next((Decimal(row["amount"]) for row in truth["keys"] if row["name"] == key), Decimal(0))

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
                self.live_through_the_week(lambda: self.add("account", ring, gateway))
                self.assertEveryPeriodIs(lambda begin, end: self.truth(name, begin, end), first)

    def test_every_ordinary_key_and_period(self):
        for name, key, ring, gateway, place, first in KEYS:
            with self.subTest(account=name, key=ring):
                self.live_through_the_week(lambda: self.profile.add(
                    gateway, "account", self.simulator.greeting[place], self.simulator.keys[ring]))
                if first:
                    self.assertEveryPeriodIs(lambda begin, end: self.truth(name, begin, end, key), first)
                else:
                    whole = self.truth_between(name, MOMENTS[0], MOMENTS[-1], key)
                    self.assertEverySumIs(whole, FIRST_POLL, LAST_DAY + timedelta(days=1))

    def test_a_gateway_that_tells_only_bills_agrees_bill_by_bill(self):
        """Chuizi.AI tells no spend, only what a request cost whose id is known: in all forms of its documents."""
        start, end = "2026-06-14T11:20:00Z", "2026-06-14T11:50:00Z"
        for form in ("new", "old A", "old B"):
            with self.subTest(form=form):
                self.profile = harness.Profile()
                self.addCleanup(self.profile.delete)
                self.at(MOMENTS[-1])
                key = self.simulator.keys["chuizi_" + form.replace(" ", "_").lower()]
                self.profile.add("chuizi", "account", self.simulator.greeting["chuizi"], key)
                query = urllib.parse.urlencode({"from": start, "to": end, "account": f"Chuizi · {form}"},
                                               quote_via=urllib.parse.quote)
                requests = json.loads(self.simulator.ask(f"/_control/requests?{query}"))["requests"]
                self.assertGreater(len(requests), 5)
                for request in requests:
                    self.profile.json("generation", request["id"], "--account", "account")
                    self.profile.json("generation", request["id"], "--account", "account")  # told twice, counted once
                expected = self.truth_between(f"Chuizi · {form}", start, end, None)
                self.assertGreater(expected, 0)
                self.assertEverySumIs(expected, LAST_DAY, LAST_DAY)

    def live_through_the_week(self, add):
        self.profile = harness.Profile()
        self.addCleanup(self.profile.delete)
        self.profile.environment["TZ"] = "UTC"
        self.at(MOMENTS[0])
        add()
        for moment in MOMENTS:
            self.at(moment)
            self.poll()

    def assertEveryPeriodIs(self, truth, first):
        days = (LAST_DAY - first).days + 1
        for start in range(days):
            for length in {1, 7, days - start}:
                begin = first + timedelta(days=start)
                end = begin + timedelta(days=length - 1)
                if end <= LAST_DAY and (length > 1 or start % 5 == 0 or begin >= FIRST_POLL):
                    self.assertEverySumIs(truth(begin, end), begin, end)


if __name__ == "__main__":
    harness.main()
