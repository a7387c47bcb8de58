# SPDX-License-Identifier: GPL-3.0-or-later
"""A login at sub2api's panel: every key and every request, the session kept, and the key alone when it is over."""

import json
import urllib.parse
from datetime import date, timedelta
from decimal import Decimal

import harness
from harness import DONE, NO, USAGE, amount, secret_search

NAME = "sub2api · panel"  # at the simulator
FIRST_DAY = date(2026, 2, 23)  # of its first key


class Panel(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.user = self.simulator.greeting["panel"]
        self.profile.add("torouter", "panel", self.simulator.greeting["sub2api"], self.simulator.keys["sub2api_web"])

    def log_in(self, password=None, code=True):
        words = ["account", "login", "panel", "--user", self.user["email"], "--password-stdin", "--json"]
        if code:
            words += ["--totp", harness.totp(self.user["totp_secret"], self.profile.clock)]
        return self.profile.run(*words, key=password or self.user["password"])

    def poll_once(self):
        ran = self.profile.poll()
        self.assertEqual(ran.status, DONE, ran.err)
        return ran.json["accounts"][0]

    def truth(self, first, last):
        query = urllib.parse.urlencode({"from": f"{first}T00:00:00Z", "to": f"{last + timedelta(days=1)}T00:00:00Z",
                                        "account": NAME}, quote_via=urllib.parse.quote)
        return json.loads(self.simulator.ask(f"/_control/truth?{query}"), parse_float=Decimal)

    def assertAgreesWithTruth(self, first, last):
        truth = self.truth(first, last)
        total = Decimal(truth["total"])
        for by in ("key", "day", "model"):
            table = self.profile.spend(by=by, from_=first.isoformat(), to=last.isoformat())
            self.assertEqual(amount(table["total"]), total, by)
            self.assertEqual(sum((amount(row["amount"]) for row in table["rows"]), Decimal(0)), total, by)
            self.assertEqual(amount(table["not_itemised"]), 0, by)

    def test_every_key_day_and_request_agrees_with_the_truth(self):
        self.assertEqual(self.log_in().status, DONE)
        for moment in ("2026-06-10T09:42:00Z", "2026-06-10T23:57:00Z", "2026-06-11T00:02:00Z",
                       "2026-06-13T15:02:00Z"):
            self.at(moment)
            self.assertNotIn("panel_error", self.poll_once())
            today = date.fromisoformat(moment[:10])
            self.assertAgreesWithTruth(today - timedelta(days=6), today)
        self.assertAgreesWithTruth(FIRST_DAY, date(2026, 6, 13))
        keys = self.profile.spend(by="key", from_=FIRST_DAY.isoformat(), to="2026-06-13")["rows"]
        self.assertEqual({row["name"] for row in keys}, {"web-shop", "night-batch", "agents"})
        # every request once, under its own id
        ids = self.profile.rows("SELECT COUNT(*), COUNT(DISTINCT request_id) FROM request")[0]
        self.assertEqual(*ids)
        self.assertEqual(self.profile.rows("SELECT COUNT(*) FROM whole_interval"), [(1,)])

    def test_a_login_is_refused_for_what_it_is(self):
        self.assertEqual(self.log_in(code=False).status, USAGE)
        self.assertEqual(self.log_in(password="wrong").status, NO)
        self.profile.add("torouter", "shop", self.simulator.greeting["torouter"], self.simulator.keys["torouter_apac"])
        ran = self.profile.run("account", "login", "shop", "--user", self.user["email"], "--password-stdin", "--json",
                               key=self.user["password"])
        self.assertEqual(ran.status, NO)
        self.assertEqual(ran.json["error"]["detail"], "captcha")
        posts = [row for row in self.simulator.log() if row["method"] == "POST" and "/torouter/" in row["path"]]
        self.assertEqual(posts, [])  # the password was not sent
        self.assertEqual(self.profile.account("panel")["panel"], "none")

    def test_a_session_lives_as_long_as_the_panel_lets_it(self):
        self.assertEqual(self.log_in().status, DONE)
        for moment in ("2026-06-10T09:42:00Z", "2026-06-12T09:42:00Z", "2026-07-05T09:42:00Z"):
            self.at(moment)  # within 30 days of the last renewal
            self.assertNotIn("panel_error", self.poll_once())
        self.at("2026-08-10T09:42:00Z")
        account = self.poll_once()
        self.assertEqual((account["state"], account["panel_error"]["category"]), ("ok", "login_needed"))
        listed = self.profile.account("panel")
        self.assertEqual((listed["panel"], listed["panel_user"]), ("login_needed", self.user["email"]))
        self.assertIn("panel login needed", self.profile.run("account", "list").out)
        self.assertEqual(self.log_in().status, DONE)
        self.assertNotIn("panel_error", self.poll_once())

    def test_an_account_takes_its_session_along(self):
        before = secret_search(self.profile.keychain_service).count("secret = ")
        self.assertEqual(self.log_in().status, DONE)
        self.assertEqual(self.log_in().status, DONE)  # once more: the first session is closed
        self.assertEqual(secret_search(self.profile.keychain_service).count("secret = "), before + 1)
        self.assertEqual(self.profile.run("account", "logout", "panel").status, DONE)
        self.assertEqual(secret_search(self.profile.keychain_service).count("secret = "), before)
        self.assertEqual(self.profile.account("panel")["panel"], "none")
        self.assertEqual(self.log_in().status, DONE)
        self.assertEqual(self.profile.run("account", "remove", "panel").status, DONE)
        self.assertEqual(secret_search(self.profile.keychain_service), "")


if __name__ == "__main__":
    harness.main()
