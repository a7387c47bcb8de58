# SPDX-License-Identifier: GPL-3.0-or-later
"""Each budget, threshold and month gives one record and one notification, whatever comes between.

Runs with --none: a bus on which nobody shows notifications until a test puts somebody there.
"""

import html
import signal
import subprocess
import sys
from datetime import datetime, timedelta

import harness
from harness import DONE, GATEWAY, amount

try:
    import dbusmock
except ImportError:
    sys.exit(harness.SKIPPED)

INTERFACE = "org.freedesktop.Notifications"
THRESHOLDS = (50, 80, 100)
ZONE = "Pacific/Auckland"  # the system's, as CTest sets it
CRASHED = -signal.SIGKILL


class NotificationServer:
    """Takes notifications and remembers them."""

    def __init__(self, capabilities="actions body body-markup"):
        self.process, self.object = dbusmock.DBusTestCase.spawn_server_template(
            "notification_daemon", {"capabilities": capabilities}, stdout=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        self.process.wait(harness.PATIENCE)

    def shown(self):
        calls = self.object.GetMethodCalls("Notify", dbus_interface="org.freedesktop.DBus.Mock")
        names = ("app_name", "replaces_id", "icon", "summary", "body", "actions", "hints", "timeout")
        return [dict(zip(names, arguments)) for _, arguments in calls]


class WithBudget(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.add_without_keychain("labs", "openrouter_labs")
        self.switch_rules_off()
        self.poll()

    def set_budget(self, limit):
        """By month, for everything, that warns of actual spend only, on the desktop only."""
        self.profile.json("budget", "set", str(limit), "--forecast-at", "", "--channel", "desktop")

    def month(self, day):
        return {"from_": f"{day[:7]}-01", "to": day}

    def local_day(self):
        moment = datetime.fromisoformat(self.profile.clock.replace("Z", "+00:00"))
        return (moment + timedelta(hours=12)).strftime("%Y-%m-%d")  # no summer time in June and July

    def alerts(self):
        """Oldest first."""
        return sorted(self.profile.json("alerts")["alerts"], key=lambda alert: alert["id"])

    def notices(self):
        """What became of each alert's notice on the desktop, oldest first."""
        return [notice["state"] for alert in self.alerts() for notice in alert["notices"]
                if notice["channel"] == "Desktop notifications"]

    def records(self):
        return [(alert["threshold"], alert["from"]) for alert in self.alerts()]

    def spent_this_month(self):
        return amount(self.profile.spend(zone=ZONE, **self.month(self.local_day()))["total"])

    def budget_at(self, percent):
        """A budget of which this share is used, within a cent."""
        limit = (self.spent_this_month() * 100 / percent).quantize(harness.Decimal("0.01"), "ROUND_DOWN")
        self.set_budget(limit)


class Records(WithBudget):
    def test_each_crossing_of_each_month_gives_one_record(self):
        self.set_budget(400)
        moment = datetime.fromisoformat(self.profile.clock.replace("Z", "+00:00"))
        expected = []
        while moment < datetime.fromisoformat("2026-07-16T00:00:00+00:00"):
            self.at(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
            self.poll()
            self.poll()
            month, spent = self.local_day()[:7] + "-01", self.spent_this_month()
            for threshold in THRESHOLDS:
                if spent * 100 >= 400 * threshold and (threshold, month) not in expected:
                    expected.append((threshold, month))
            self.assertEqual(self.records(), expected, moment)
            moment += timedelta(hours=23)
        self.assertEqual(expected, [(threshold, month) for month in ("2026-06-01", "2026-07-01")
                                    for threshold in THRESHOLDS])
        truth = self.simulator.truth("2026-06-01T00:00:00Z", self.profile.clock)
        labs = next(row["amount"] for row in truth["accounts"] if row["name"] == "OpenRouter · labs")
        self.assertEqual(self.assertSumsAgree(from_="2026-06-01", to=self.local_day()), harness.Decimal(labs))
        for alert in self.alerts():
            self.assertGreaterEqual(amount(alert["spent"]) * 100, 400 * alert["threshold"])
            self.assertEqual(alert["limit"], {"amount": "400.000000000", "currency": "USD"})
            self.assertEqual((alert["kind"], alert["state"]),
                             ("budget_spent", {"2026-06-01": "resolved", "2026-07-01": "firing"}[alert["from"]]))
            self.assertEqual((alert["repeated"], alert["acknowledged_at"]), (False, None))
            self.assertEqual(alert["severity"], {50: "info", 80: "warning", 100: "critical"}[alert["threshold"]])
            self.assertIn("is used up" if alert["threshold"] == 100 else f"passed {alert['threshold']}%",
                          alert["title"])
        self.assertEqual(self.alerts()[0]["to"], "2026-06-30")

    def test_a_poll_that_fails_raises_and_clears_nothing(self):
        self.poll()
        self.budget_at(85)
        def told():  # all but the doubt, which a failed poll does raise
            return [{**alert, "at_least": None, "facts": None, "last_true_at": None, "text": None}
                    for alert in self.alerts()]
        before = told()
        self.assertEqual([alert["threshold"] for alert in before], [50, 80])
        self.at("2026-06-24T09:02:00Z")  # the truth is far over the budget by now
        for fault in (dict(status=401), dict(status=503, retry_after="120"), dict(status=200, body='{"data":{}}')):
            with self.subTest(fault):
                self.simulator.fault(match="/openrouter", **fault)
                self.assertEqual(self.profile.poll().status, GATEWAY)
                self.assertEqual(told(), before)
                self.simulator.clear_faults()
        self.poll()
        self.assertEqual([alert["threshold"] for alert in self.alerts()], [50, 80, 100])

    def test_a_lower_budget_raises_what_it_has_passed_and_a_higher_one_resolves_it(self):
        self.budget_at(40)
        self.assertEqual(self.records(), [])
        self.budget_at(60)
        self.assertEqual([threshold for threshold, _ in self.records()], [50])
        self.budget_at(10)
        self.poll()
        self.assertEqual([(alert["threshold"], alert["state"]) for alert in self.alerts()], [(50, "resolved")])
        self.budget_at(55)
        self.assertEqual([(alert["threshold"], alert["state"]) for alert in self.alerts()], [(50, "firing")])

    def test_exactly_the_threshold_counts_as_reached(self):
        spent = self.spent_this_month()
        self.set_budget(2 * spent)
        self.assertEqual([threshold for threshold, _ in self.records()], [50])

    def test_a_nano_less_does_not(self):
        spent = self.spent_this_month()
        self.set_budget(2 * spent + harness.Decimal("0.000000002"))
        self.assertEqual(self.records(), [])

    def test_budgets_that_are_none(self):
        for words in (("0",), ("-5",), ("much",), ("1e3000",), (), ("5", "6"),
                      ("5", "--at", "ten"), ("5", "--at", "0"), ("5", "--period", "yearly"), ("5", "--week-start", "noday"),
                      ("5", "--from", "2026-06-09", "--to", "2026-06-08"), ("5", "--team", "A", "--tag", "B"), ("5", "--currency", "dollars")):
            with self.subTest(words):
                ran = self.profile.run("budget", "set", *words)
                self.assertEqual(ran.status, harness.USAGE)
                self.assertEqual(len(ran.err.strip().splitlines()), 1)
        self.assertEqual(self.profile.json("budget", "list"), {"budgets": []})


class Notifications(WithBudget):
    def serve(self, **options):
        server = NotificationServer(**options)
        self.addCleanup(server.stop)
        return server

    def test_each_record_is_shown_once(self):
        server = self.serve()
        self.poll("--notify")
        self.budget_at(85)
        self.assertEqual(server.shown(), [])  # only poll --notify shows anything
        for _ in range(3):
            self.poll("--notify")
        self.at("2026-06-24T09:02:00Z")
        for _ in range(3):
            self.poll("--notify")
        shown, alerts = server.shown(), self.alerts()
        self.assertEqual([alert["threshold"] for alert in alerts], [50, 80, 100])
        self.assertEqual(len(shown), 3)
        by_severity = [alerts[1], alerts[0], alerts[2]]  # the worse of two at once comes first; the third came later
        for call, alert in zip(shown, by_severity):
            self.assertEqual((call["app_name"], call["replaces_id"]), ("Tollkeeper", 0))
            self.assertEqual(call["summary"], alert["title"])
            self.assertRegex(call["body"], r"of \$[0-9,.]+ used, \$[0-9,.]+ (left|over)")
            self.assertEqual(int(call["hints"]["urgency"]), {50: 0, 80: 1, 100: 2}[alert["threshold"]])
            self.assertEqual(str(call["hints"]["desktop-entry"]), "tollkeeper")
            self.assertEqual([str(action) for action in call["actions"]],
                             ["default", "Open", "open", "Open", "acknowledge", "Acknowledge"])
            self.assertFalse(alert["repeated"])
        # figures in the inbox go on; the notice that came last still says what the inbox says
        self.assertEqual(shown[-1]["body"], html.escape(alerts[-1]["text"], False))
        self.assertEqual(self.notices(), ["delivered"] * 3)

    def test_a_server_without_buttons_gets_none(self):
        server = self.serve(capabilities="body")
        self.poll()
        self.budget_at(60)
        self.poll("--notify")
        self.assertEqual([list(call["actions"]) for call in server.shown()], [[]])

    def test_polling_without_notify_shows_nothing(self):
        server = self.serve()
        self.poll()
        self.budget_at(85)
        self.poll()
        self.assertEqual(server.shown(), [])
        self.assertEqual(self.notices(), ["queued"] * 2)
        self.poll("--notify")  # they were not forgotten
        self.assertEqual(len(server.shown()), 2)

    def test_without_a_notification_service_the_record_says_so(self):
        self.poll()
        self.budget_at(60)
        for _ in range(2):
            ran = self.profile.run("poll", "--notify")
            self.assertEqual((ran.status, ran.err), (DONE, ""))
            self.assertEqual(self.notices(), ["unavailable"])

    def test_killed_after_showing_it_is_shown_again_and_marked(self):
        self.crash_and_go_on("after_notify_before_log", shown_by_the_crash=1)

    def test_killed_before_showing_it_is_shown_and_marked(self):
        self.crash_and_go_on("after_intent_before_notify", shown_by_the_crash=0)

    def test_killed_between_recording_and_showing_it_is_shown_unmarked(self):
        server = self.serve()
        self.budget_at(60)
        ran = self.profile.run("poll", "--notify", CRASH_AT="after_record_before_notify")
        self.assertEqual(ran.status, CRASHED)
        self.poll("--notify")
        self.poll("--notify")
        self.assertEqual(len(server.shown()), 1)
        self.assertEqual([alert["repeated"] for alert in self.alerts()], [False])

    def test_killed_after_recording_it_is_not_shown_again(self):
        server = self.serve()
        self.budget_at(60)
        self.assertEqual(self.profile.run("poll", "--notify", CRASH_AT="after_log").status, CRASHED)
        self.poll("--notify")
        self.assertEqual(len(server.shown()), 1)

    def crash_and_go_on(self, point, shown_by_the_crash):
        server = self.serve()
        self.poll()
        self.budget_at(60)
        ran = self.profile.run("poll", "--notify", CRASH_AT=point)
        self.assertEqual(ran.status, CRASHED)
        self.assertEqual(len(server.shown()), shown_by_the_crash)
        self.assertEqual(self.notices(), ["intended"])
        self.poll("--notify")
        shown = server.shown()[shown_by_the_crash:]
        self.assertEqual(len(shown), 1)
        self.assertIn("repeated", shown[0]["body"])
        self.assertEqual([alert["repeated"] for alert in self.alerts()], [True])
        self.assertEqual(self.notices(), ["delivered"])
        self.poll("--notify")
        self.assertEqual(len(server.shown()), shown_by_the_crash + 1)

    def test_an_unset_crash_point_does_nothing(self):
        server = self.serve()
        self.poll()
        self.budget_at(60)
        self.assertEqual(self.profile.run("poll", "--notify", CRASH_AT="elsewhere").status, DONE)
        self.assertEqual(len(server.shown()), 1)


if __name__ == "__main__":
    harness.main()
