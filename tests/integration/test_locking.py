# SPDX-License-Identifier: GPL-3.0-or-later
"""One writer per profile: the second one says so, readers go on."""

import harness
from harness import DONE, WRITER, until


class Locking(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.add("labs", "openrouter_labs")
        self.poll()

    def hold(self):
        """A poll that waits for its gateway, and so holds the profile."""
        self.simulator.clear_log()
        self.simulator.fault(match="/openrouter", delay_ms=600000)
        writer = self.profile.start("poll")
        self.addCleanup(writer.communicate)
        self.addCleanup(writer.kill)
        until(self.simulator.log, "the first request of the poll")
        return writer

    def test_the_second_writer_is_refused_and_says_who_writes(self):
        writer = self.hold()
        for words in (("poll",), ("budget", "set", "100"), ("account", "remove", "labs"),
                      ("key", "label", "sk-or", "--team", "T")):
            with self.subTest(words):
                ran = self.profile.run(*words)
                self.assertEqual(ran.status, WRITER)
                self.assertOneSentenceGroup(ran, "Another Tollkeeper is using this profile", str(writer.pid),
                                            "Nothing was changed")
                self.assertEqual(ran.out, "")
        ran = self.profile.run("poll", "--json")
        self.assertEqual(ran.json["error"]["category"], "profile_locked")
        self.assertEqual([row["name"] for row in self.profile.json("account", "list")["accounts"]], ["labs"])

    def test_a_key_given_to_the_second_writer_is_not_stored(self):
        self.hold()
        ran = self.profile.run("account", "add", "--gateway", "torouter", "--name", "apac", "--base-url",
                               self.simulator.greeting["torouter"], "--key-stdin",
                               key=self.simulator.keys["torouter_apac"])
        self.assertEqual(ran.status, WRITER)
        self.assertEqual(len(self.profile.json("account", "list")["accounts"]), 1)

    def test_reading_goes_on_beside_a_writer(self):
        commands = (("account", "list"), ("spend", "--by", "day"), ("spend", "--by", "key"), ("budget", "list"),
                    ("alerts",))
        before = [self.profile.json(*words) for words in commands]
        self.hold()
        self.assertEqual([self.profile.json(*words) for words in commands], before)

    def test_a_writer_that_was_killed_holds_nothing(self):
        writer = self.hold()
        writer.kill()
        writer.wait(harness.PATIENCE)
        self.simulator.clear_faults()
        self.assertEqual(self.profile.poll().status, DONE)

    def test_a_lock_file_that_a_kill_left_without_content_holds_nothing(self):
        for name in ("writer.lock", "writer.lock.rmlock"):
            with self.subTest(name):
                (self.profile.path / "state" / name).write_text("")
                ran = self.profile.run("budget", "set", "100")
                self.assertEqual((ran.status, ran.err), (DONE, ""))

    def test_a_reader_keeps_no_writer_out(self):
        self.simulator.clear_log()
        self.simulator.fault(match="/openrouter", delay_ms=600000)
        reader = self.profile.start("account", "test", "labs")
        self.addCleanup(reader.communicate)
        self.addCleanup(reader.kill)
        until(self.simulator.log, "the reader's request")
        ran = self.profile.run("budget", "set", "100")
        self.assertEqual((ran.status, ran.err), (DONE, ""))

    def test_another_profile_is_not_concerned(self):
        self.hold()
        other = harness.Profile()
        self.addCleanup(other.delete)
        self.assertEqual(other.run("budget", "set", "100").status, DONE)


if __name__ == "__main__":
    harness.main()
