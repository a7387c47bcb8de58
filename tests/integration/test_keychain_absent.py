# SPDX-License-Identifier: GPL-3.0-or-later
"""No keychain at all (run with --none, --nobus and --dead): said plainly, nothing stored, the rest works."""

import harness
from harness import KEYCHAIN

MISSING = ("No keychain service runs in this session", "keys cannot be kept", "Start GNOME Keyring or KWallet")


class NoKeychain(harness.TestCase):
    def test_adding_an_account_says_what_is_missing_and_stores_nothing(self):
        key = self.simulator.keys["openrouter_labs"]
        ran = self.profile.run("account", "add", "--gateway", "openrouter", "--name", "labs", "--base-url",
                               self.simulator.greeting["openrouter"], "--key-stdin", "--json", key=key)
        self.assertEqual(ran.status, KEYCHAIN)
        self.assertOneSentenceGroup(ran, *MISSING)
        self.assertEqual(ran.json["error"]["category"], "keychain_missing")
        self.assertEqual(self.profile.json("account", "list"), {"accounts": []})
        for file in self.profile.path.rglob("*"):
            if file.is_file():
                self.assertNotIn(key.encode(), file.read_bytes(), file)

    def test_a_key_in_the_environment_polls_and_counts(self):
        self.add_without_keychain("labs", "openrouter_labs")
        self.assertEqual(self.poll()["labs"]["state"], "ok")
        self.assertGreater(self.assertSumsAgree(), 0)
        self.assertEqual(self.profile.json("account", "remove", "labs"), {"removed": "labs"})

    def test_an_account_of_a_session_that_had_a_keychain_keeps_its_figures(self):
        self.add_without_keychain("labs", "openrouter_labs")
        self.poll()
        total = self.assertSumsAgree()
        self.profile.write("UPDATE account SET secret_name = 'was-in-a-keychain'")
        ran = self.profile.poll()
        self.assertEqual(ran.status, KEYCHAIN)
        row = ran.json["accounts"][0]
        self.assertEqual((row["state"], row["error"]["category"]), ("locked", "keychain_missing"))
        self.assertEqual(self.assertSumsAgree(), total)
        ran = self.profile.run("account", "remove", "labs")
        self.assertEqual(ran.status, KEYCHAIN)
        self.assertOneSentenceGroup(ran, "No keychain service runs")
        self.assertEqual(self.profile.account("labs")["name"], "labs")


if __name__ == "__main__":
    harness.main()
