# SPDX-License-Identifier: GPL-3.0-or-later
"""A locked keyring is called locked: the account, its key and its figures stay (run with --locked)."""

import harness
from harness import DONE, KEYCHAIN, Keyring, secret_tool

LOCKED = ("The keyring is locked", "stay as they are", "Unlock the keyring and poll again")


class LockedKeyring(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.keyring = Keyring()
        self.addCleanup(self.keyring.lock)
        self.assertTrue(self.keyring.is_locked())

    def add_unlocked(self):
        self.keyring.unlock()
        self.add("labs", "openrouter_labs")
        self.poll()
        self.keyring.lock()

    def test_a_key_given_while_it_is_locked_is_not_half_stored(self):
        ran = self.profile.run("account", "add", "--gateway", "openrouter", "--name", "labs", "--base-url",
                               self.simulator.greeting["openrouter"], "--key-stdin",
                               key=self.simulator.keys["openrouter_labs"])
        self.assertEqual(ran.status, KEYCHAIN)
        self.assertOneSentenceGroup(ran, "The keyring is locked")
        self.assertEqual(self.profile.json("account", "list"), {"accounts": []})
        self.keyring.unlock()
        self.add("labs", "openrouter_labs")

    def test_polling_says_locked_and_changes_no_figure(self):
        self.add_unlocked()
        before = self.profile.account("labs")
        total = self.assertSumsAgree()
        self.profile.clock = "2026-06-10T10:02:00Z"
        self.simulator.clear_log()
        for _ in range(2):
            ran = self.profile.poll()
            self.assertEqual(ran.status, KEYCHAIN)
            row = ran.json["accounts"][0]
            self.assertEqual((row["state"], row["error"]["category"], row["error"]["title"]),
                             ("locked", "keychain_locked", "The keyring is locked"))
            self.assertEqual((row["fetched_at"], row["requests"], row["new_rows"]), (before["fetched_at"], 0, 0))
            for words in LOCKED:
                self.assertIn(words, row["error"]["sentence"])
        self.assertEqual(self.simulator.log(), [])
        self.assertEqual(self.assertSumsAgree(), total)
        after = self.profile.account("labs")
        self.assertEqual((after["state"], after["key"], after["fetched_at"]),
                         ("locked", before["key"], before["fetched_at"]))

        ran = self.profile.run("poll")
        self.assertEqual(ran.status, KEYCHAIN)
        for words in LOCKED:
            self.assertIn(words, ran.out)

    def test_after_unlocking_the_same_key_works_again(self):
        self.add_unlocked()
        self.assertEqual(self.profile.poll().status, KEYCHAIN)
        self.keyring.unlock()
        self.assertEqual(self.poll()["labs"]["state"], "ok")
        self.assertIsNone(self.profile.account("labs")["error"])

    def test_account_test_says_locked(self):
        self.add_unlocked()
        ran = self.profile.run("account", "test", "labs")
        self.assertEqual(ran.status, KEYCHAIN)
        self.assertOneSentenceGroup(ran, *LOCKED)

    def test_removing_while_locked_fails_and_leaves_account_and_key(self):
        self.add_unlocked()
        ran = self.profile.run("account", "remove", "labs")
        self.assertEqual(ran.status, KEYCHAIN)
        self.assertOneSentenceGroup(ran, "The keyring is locked")
        self.assertEqual(self.profile.account("labs")["name"], "labs")
        entry = self.profile.secret_name("labs")
        self.keyring.unlock()
        service = self.profile.keychain_service
        self.assertEqual(secret_tool("lookup", service, entry), self.simulator.keys["openrouter_labs"])
        self.assertEqual(self.profile.run("account", "remove", "labs").status, DONE)
        self.assertIsNone(secret_tool("lookup", service, entry))

    def test_an_account_whose_key_is_in_the_environment_does_not_need_the_keyring(self):
        self.add_without_keychain("apac", "torouter_apac", "torouter")
        self.assertEqual(self.poll()["apac"]["state"], "ok")


if __name__ == "__main__":
    harness.main()
