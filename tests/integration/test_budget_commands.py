# SPDX-License-Identifier: GPL-3.0-or-later
"""Budgets of any scope and period from the command line, and what scripts make of them."""

import json
import signal

import harness
from harness import DONE, NO, USAGE, amount


class WithAccounts(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.profile.environment["TZ"] = "UTC"
        self.add_without_keychain("main", "openrouter_management")
        self.switch_rules_off()
        self.poll()

    def budgets(self):
        return {row["name"]: row for row in self.profile.json("budget", "list")["budgets"]}

    def key(self):
        rows = self.profile.spend(by="key", from_="2026-06-01", to="2026-06-10")["rows"]
        return rows[0]["name"], amount(rows[0]["amount"])


class Budgets(WithAccounts):
    def test_each_scope_counts_what_spend_says(self):
        month = dict(from_="2026-06-01", to="2026-06-10")
        key, of_key = self.key()
        self.assertEqual(self.profile.run("key", "label", key, "--team", "Search", "--tag", "chat").status, DONE)
        model = self.profile.spend(by="model", **month)["rows"][0]
        for name, options, spent in (
                ("all", (), self.profile.total(**month)),
                ("account", ("--account", "main"), self.profile.total(**month)),
                ("key", ("--key", key), of_key),
                ("model", ("--model", model["name"]), amount(model["amount"])),
                ("today", ("--period", "daily"), self.profile.total(from_="2026-06-10", to="2026-06-10")),
                ("week", ("--period", "weekly", "--week-start", "sunday"),
                 self.profile.total(from_="2026-06-07", to="2026-06-10")),
                ("launch", ("--from", "2026-06-02", "--to", "2026-06-20"),
                 self.profile.total(from_="2026-06-02", to="2026-06-10")),
                ("later", ("--from", "2026-07-02", "--to", "2026-07-20"), None)):
            with self.subTest(name):
                self.profile.json("budget", "add", name, "100000", *options)
                told = self.budgets()[name]
                self.assertEqual(told["spent"] and amount(told["spent"]), spent)
        # a label counts from the day it was given
        self.at("2026-06-11T09:02:00Z")
        self.poll()
        self.profile.json("budget", "add", "team", "100000", "--team", "Search")
        self.profile.json("budget", "add", "tag", "100000", "--tag", "chat")
        by_team = {row["name"]: amount(row["amount"])
                   for row in self.profile.spend(by="team", from_="2026-06-01", to="2026-06-11")["rows"]}
        self.assertGreater(by_team["Search"], 0)
        self.assertEqual(amount(self.budgets()["team"]["spent"]), by_team["Search"])
        self.assertEqual(self.budgets()["team"]["spent"], self.budgets()["tag"]["spent"])

    def test_what_is_set_stays_until_it_is_changed(self):
        self.profile.json("budget", "add", "Launch", "50", "--at", "20,90", "--forecast-at", "100,120", "--byok")
        self.profile.json("budget", "set", "60", "--name", "Launch", "--no-byok", "--pause")
        told = self.budgets()["Launch"]
        self.assertEqual((told["limit"]["amount"], told["byok"], told["paused"]), ("60.000000000", False, True))
        self.assertEqual((told["thresholds"], told["forecast_thresholds"]), ([20, 90], [100, 120]))
        self.profile.json("budget", "remove", "Launch")
        self.assertEqual(self.budgets(), {})

    def test_names_are_taken_once_and_must_exist(self):
        self.profile.json("budget", "add", "Launch", "50")
        for words in (("add", "Launch", "60"), ("add", "Launch"), ("set", "5", "--name", "nobody"),
                      ("remove", "nobody"), ("add", "x", "5", "--account", "nobody"),
                      ("add", "x", "5", "--channel", "nobody")):
            with self.subTest(words):
                ran = self.profile.run("budget", *words)
                self.assertEqual((ran.status, len(ran.err.strip().splitlines())), (USAGE, 1))
        self.assertEqual(list(self.budgets()), ["Launch"])


class Check(WithAccounts):
    def test_it_says_no_when_a_budget_is_over(self):
        self.assertEqual(self.profile.run("check").status, DONE)  # no budget, none over
        self.profile.json("budget", "add", "wide", "1000000", "--forecast-at", "")
        self.assertEqual(self.profile.run("check").status, DONE)
        self.profile.json("budget", "add", "tight", "1")
        ran = self.profile.run("check", "--json")
        self.assertEqual((ran.status, ran.json["ok"], ran.json["over"]), (NO, False, ["tight"]))
        self.assertEqual(self.profile.run("check", "--budget", "wide").status, DONE)
        self.assertEqual(self.profile.run("check", "--budget", "nobody").status, USAGE)
        self.profile.json("budget", "set", "--name", "tight", "--pause")
        self.assertEqual(self.profile.run("budget", "check", "--quiet").out, "")
        self.assertEqual(self.profile.run("check").status, DONE)

    def test_figures_that_are_not_whole_are_named(self):
        self.profile.json("budget", "add", "wide", "1000000")
        self.simulator.fault(match="/openrouter", status=401)
        self.profile.poll()
        ran = self.profile.run("check")
        self.assertEqual(ran.status, DONE)
        self.assertIn("may be over without showing", ran.err)
        self.assertEqual(self.profile.run("check", "--strict").status, harness.INCOMPLETE)


class Alerts(WithAccounts):
    def setUp(self):
        super().setUp()
        self.profile.json("budget", "add", "tight", "1", "--at", "100", "--forecast-at", "")

    def alert(self):
        return self.profile.json("alerts")["alerts"][0]

    def test_acknowledged_snoozed_assigned_noted(self):
        number = str(self.alert()["id"])
        self.assertEqual(self.profile.run("alert", "snooze", number, "--for", "8h").status, DONE)
        self.assertEqual((self.alert()["state"], self.alert()["snoozed_until"][:16]), ("snoozed", "2026-06-10T17:02"))
        self.assertEqual(len(self.profile.json("alerts", "--open")["alerts"]), 1)
        self.profile.json("alert", "assign", number, "ops")
        self.profile.json("alert", "note", "#" + number, "asked for more")
        self.assertEqual(self.profile.run("alert", "ack", number).status, DONE)
        told = self.alert()
        self.assertEqual((told["state"], told["owner"], told["note"]), ("acknowledged", "ops", "asked for more"))
        self.assertEqual(self.profile.json("alerts", "--open"), {"alerts": []})

    def test_what_makes_no_sense_is_refused(self):
        number = str(self.alert()["id"])
        for words in (("ack",), ("ack", "999"), ("snooze", number), ("snooze", number, "--for", "soon"),
                      ("snooze", number, "--until", "2026-06-01T00:00:00Z"), ("assign",)):
            with self.subTest(words):
                self.assertEqual(self.profile.run("alert", *words).status, USAGE)
        self.assertEqual(self.alert()["state"], "firing")

    def test_a_watch_sees_what_another_process_records(self):
        watch = self.profile.start("alerts", "--watch", "--json")
        self.addCleanup(watch.kill)
        first = json.loads(watch.stdout.readline())
        self.assertEqual((first["about"], first["state"]), ("tight", "firing"))
        self.profile.json("budget", "add", "tighter", "0.5", "--at", "100", "--forecast-at", "")
        self.assertEqual(json.loads(watch.stdout.readline())["about"], "tighter")
        self.profile.json("alert", "ack", str(first["id"]))
        changed = json.loads(watch.stdout.readline())
        self.assertEqual((changed["id"], changed["state"]), (first["id"], "acknowledged"))
        watch.send_signal(signal.SIGINT)
        self.assertEqual(watch.wait(harness.PATIENCE), DONE)


if __name__ == "__main__":
    harness.main()
