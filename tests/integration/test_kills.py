# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments of a poll: nothing acknowledged is lost, nothing is half there.

TK_KILLS sets how many (50), TK_SEED which moments; both are printed.
"""

import os
import random
import signal
import sqlite3
import subprocess
import time
from datetime import datetime, timedelta
from decimal import Decimal

import harness
from harness import PATIENCE, amount, until

FIRST_DAY = "2026-06-01"


class Kills(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.profile.environment["TZ"] = "UTC"  # so that the figures of UTC days are those of the stored roll-up
        self.kills = int(os.environ.get("TK_KILLS", "50"))
        self.seed = int(os.environ.get("TK_SEED", str(random.SystemRandom().randrange(10**6))))
        self.random = random.Random(self.seed)
        self.moment = datetime.fromisoformat(self.profile.clock.replace("Z", "+00:00"))

    def step(self):
        """5 to 60 minutes on, always two minutes after a slot's end."""
        self.moment += timedelta(minutes=5 * self.random.randint(1, 12))
        self.at(self.moment.strftime("%Y-%m-%dT%H:%M:%SZ"))

    def total(self):
        return self.assertSumsAgree(from_=FIRST_DAY, to=self.profile.clock[:10])

    def truth(self):
        truth = self.simulator.truth(FIRST_DAY + "T00:00:00Z", self.profile.clock)
        names = ("OpenRouter · main", "OpenRouter · labs", "ToRouter · apac")
        return sum((Decimal(row["amount"]) for row in truth["accounts"] if row["name"] in names), Decimal(0))

    def assertWhole(self):
        """The file itself: sound, every share has its piece, no piece is smaller than its parts, and no moment counts
        twice by two sources."""
        connection = sqlite3.connect(f"file:{self.profile.path}/ledger.sqlite?mode=ro", uri=True)
        try:
            self.assertEqual(connection.execute("PRAGMA quick_check").fetchall(), [("ok",)])
            self.assertEqual(connection.execute("PRAGMA foreign_key_check").fetchall(), [])
            orphans = connection.execute(
                "SELECT COUNT(*) FROM share WHERE piece_id NOT IN (SELECT id FROM piece)").fetchone()
            self.assertEqual(orphans, (0,))
            too_large = connection.execute(
                """SELECT COUNT(*) FROM piece p JOIN (SELECT piece_id, dimension, SUM(billed_nanos) AS parts FROM share
                   GROUP BY piece_id, dimension) s ON s.piece_id = p.id WHERE s.parts > p.billed_nanos""").fetchone()
            self.assertEqual(too_large, (0,))
            overlapping = connection.execute(
                """SELECT COUNT(*) FROM piece a JOIN piece b ON a.account_id = b.account_id AND a.id < b.id
                   AND a.rank <> b.rank AND a.start_at < b.end_at AND b.start_at < a.end_at""").fetchone()
            self.assertEqual(overlapping, (0,))
        finally:
            connection.close()

    def killed_poll(self):
        """Starts a poll and kills it: at any time, or at any time after a random one of its requests."""
        self.simulator.clear_log()
        polling = self.profile.start("poll", "--json")
        longest = 1.3 * self.length
        if self.random.random() < 0.7:
            asked = self.random.randint(1, self.requests)
            until(lambda: len(self.simulator.log()) >= asked or polling.poll() is not None, "the poll's requests")
            longest = 0.6 * self.length
        try:
            polling.communicate(timeout=self.random.uniform(0, longest))
        except subprocess.TimeoutExpired:
            polling.kill()
            polling.communicate(timeout=PATIENCE)
        self.assertIn(polling.returncode, (0, -signal.SIGKILL))
        return polling.returncode != 0

    def measure_a_poll(self):
        self.length = PATIENCE
        for _ in range(3):  # the shortest: one that was held up would have the kills come too late
            self.step()
            begun = time.monotonic()
            polled = self.poll()
            self.length = min(self.length, time.monotonic() - begun)
        self.requests = sum(row["requests"] for row in polled.values())

    def test_nothing_is_lost_and_nothing_is_half_there(self):
        print(f"TK_KILLS={self.kills} TK_SEED={self.seed}", flush=True)
        self.add("main", "openrouter_management")
        self.add("labs", "openrouter_labs")
        self.add("apac", "torouter_apac", "torouter")
        self.poll()
        self.measure_a_poll()
        acknowledged = self.total()
        killed = 0
        stored_before_the_kill = 0
        for _ in range(self.kills):
            self.step()
            was_killed = self.killed_poll()
            self.assertWhole()
            self.assertRollUpIsFresh(from_=FIRST_DAY, to=self.profile.clock[:10])
            total = self.total()
            self.assertGreaterEqual(total, acknowledged)
            self.assertLessEqual(total, self.truth())
            if not was_killed:
                self.assertEqual(total, self.truth())
            killed += was_killed
            stored_before_the_kill += was_killed and total > acknowledged
            acknowledged = total
        print(f"{killed} of {self.kills} polls were killed, {stored_before_the_kill} after something was stored",
              flush=True)
        self.assertGreater(killed, self.kills // 4)
        self.step()
        self.poll()
        self.assertWhole()
        self.assertEqual(self.total(), self.truth())

    def test_named_points(self):
        """CRASH_AT: the same promise at each point between two steps, whichever poll it hits."""
        self.add("main", "openrouter_management")
        self.add("labs", "openrouter_labs")
        self.add("apac", "torouter_apac", "torouter")
        self.poll()
        for point in ("poll_after_keys", "rows_before_commit", "poll_after_pieces", "poll_before_commit",
                      "poll_after_commit"):
            with self.subTest(point=point):
                before = self.total()
                self.step()
                self.profile.environment["CRASH_AT"] = point
                crashed = self.profile.run("poll", "--json")
                del self.profile.environment["CRASH_AT"]
                self.assertEqual(crashed.status, -signal.SIGKILL)
                self.assertWhole()
                self.assertGreaterEqual(self.total(), before)
                self.assertLessEqual(self.total(), self.truth())
                self.poll()
                self.assertWhole()
                self.assertEqual(self.total(), self.truth())

    def test_a_fresh_profile_counts_the_same_as_one_whose_polls_were_killed(self):
        """Whole days of what a gateway tells again do not depend on how often polling broke off."""
        self.add("main", "openrouter_management")
        self.poll()
        self.measure_a_poll()
        for _ in range(10):
            self.step()
            self.killed_poll()
        self.at("2026-06-12T00:32:00Z")
        self.poll()
        days = {"from_": FIRST_DAY, "to": "2026-06-11"}
        tables = [self.profile.spend(by=by, **days) for by in ("account", "day", "model", "provider")]
        fresh = harness.Profile(self.profile.clock)
        self.addCleanup(fresh.delete)
        fresh.add("openrouter", "main", self.simulator.greeting["openrouter"],
                  self.simulator.keys["openrouter_management"])
        self.assertEqual(fresh.poll().status, harness.DONE)
        self.assertEqual([fresh.spend(by=by, **days) for by in ("account", "day", "model", "provider")], tables)
        self.assertGreater(amount(tables[0]["total"]), 0)


if __name__ == "__main__":
    harness.main()
