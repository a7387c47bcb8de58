# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs do to our entries of the keychain is noticed and named."""

import harness
from harness import KEYCHAIN, secret_tool, store_secret


class Entries(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.add("labs", "openrouter_labs")
        self.add("apac", "torouter_apac", "torouter")
        self.poll()
        self.service = self.profile.keychain_service
        self.entry = self.profile.secret_name("labs")

    def test_a_key_that_another_program_removed_is_called_missing(self):
        total = self.assertSumsAgree()
        secret_tool("clear", self.service, self.entry)
        self.assertIsNone(secret_tool("lookup", self.service, self.entry))
        ran = self.profile.poll()
        self.assertEqual(ran.status, KEYCHAIN)
        rows = {row["name"]: row for row in ran.json["accounts"]}
        self.assertEqual(rows["apac"]["state"], "ok")
        self.assertEqual(rows["labs"]["error"]["category"], "secret_missing")
        for words in ("no key for this account", "figures stay as they are", "Enter the key again"):
            self.assertIn(words, rows["labs"]["error"]["sentence"])
        self.assertEqual(self.assertSumsAgree(), total)
        self.assertEqual(self.profile.account("labs")["role"], "ordinary")

    def test_the_key_of_an_account_can_be_given_again(self):
        total = self.assertSumsAgree()
        secret_tool("clear", self.service, self.entry)
        self.assertEqual(self.profile.poll().status, KEYCHAIN)
        ran = self.profile.run("account", "key", "labs", key="sk-or-v1-" + "0" * 64)  # not a key of this gateway
        self.assertNotEqual(ran.status, harness.DONE)
        ran = self.profile.run("account", "key", "labs", key=self.simulator.keys["openrouter_labs"])
        self.assertEqual(ran.status, harness.DONE, ran.err)
        self.poll()
        self.assertEqual(self.assertSumsAgree(), total)
        self.assertEqual(secret_tool("lookup", self.service, self.profile.secret_name("labs")),
                         self.simulator.keys["openrouter_labs"])

    def test_an_account_whose_key_is_gone_can_be_removed(self):
        secret_tool("clear", self.service, self.entry)
        self.assertEqual(self.profile.json("account", "remove", "labs"), {"removed": "labs"})

    def test_a_key_that_another_program_stored_is_used(self):
        store_secret(self.service, self.entry, self.simulator.keys["openrouter_management"])
        self.poll()
        self.assertEqual(self.profile.account("labs")["role"], "management")

    def test_two_profiles_do_not_share_their_keys(self):
        other = harness.Profile()
        self.addCleanup(other.delete)
        other.add("openrouter", "labs", self.simulator.greeting["openrouter"], self.simulator.keys["openrouter_labs"])
        self.assertNotEqual(other.keychain_service, self.service)
        other.json("account", "remove", "labs")
        self.assertEqual(secret_tool("lookup", self.service, self.entry), self.simulator.keys["openrouter_labs"])


if __name__ == "__main__":
    harness.main()
