# SPDX-License-Identifier: GPL-3.0-or-later
"""The month's forecast over five simulated months: nearer than a straight line, on the same days."""

from datetime import datetime, timedelta

import harness
from harness import amount

MONTHS = ["2026-08", "2026-07", "2026-06", "2026-05", "2026-04"]


class ForecastOfMonths(harness.TestCase):
    def live(self, first, last):
        self.at(first)
        self.add_without_keychain("main", "openrouter_management")
        moment, end = (datetime.fromisoformat(text.rstrip("Z")) for text in (first, last))
        while moment <= end:
            self.at(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
            self.poll()
            moment += timedelta(days=3)

    def test_it_is_nearer_than_a_straight_line_in_every_month(self):
        self.profile.environment["TZ"] = "UTC"
        self.live("2026-04-01T00:07:00Z", "2026-09-04T00:07:00Z")
        told = self.profile.json("forecast")
        past = {row["month"]: row for row in told["past"]}
        for month in MONTHS:
            with self.subTest(month=month):
                self.assertGreater(past[month]["forecasts"], 20)
                self.assertLess(amount(past[month]["miss"]), amount(past[month]["straight_line_miss"]))
        forecast = told["forecast"]
        self.assertLess(amount(forecast["low"]), amount(forecast["expected"]))
        self.assertLess(amount(forecast["expected"]), amount(forecast["high"]))
        self.assertIsNotNone(told["driver"])

    def test_too_few_days_give_none(self):
        self.profile.environment["TZ"] = "UTC"
        self.at("2026-06-10T00:07:00Z")
        self.add_without_keychain("labs", "openrouter_labs")
        self.poll()
        told = self.profile.json("forecast")
        self.assertIsNone(told["forecast"])
        self.assertLess(told["days_known"], told["fewest_days"])


if __name__ == "__main__":
    harness.main()
