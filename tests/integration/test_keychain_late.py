# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyring that comes late, is locked or is unlocked meanwhile is used without anybody doing anything (--none)."""

import unittest

import harness
from harness import Keyring, Window, until


@unittest.skipUnless(harness.WINDOW.exists(), "there is no window to run")
class LateKeyring(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.keyring = Keyring()
        self.keyring.start()
        self.addCleanup(self.keyring.stop)
        self.add("labs", "openrouter_labs")
        self.add_without_keychain("apac", "torouter_apac", "torouter")

    def open_window(self):
        window = Window(self.profile)
        self.addCleanup(window.close)
        return window

    def state(self, name):
        row = self.profile.account(name)
        return row["state"], row["error"]["category"] if row["error"] else None

    def test_a_keyring_that_starts_after_the_window_is_used(self):
        self.keyring.stop()
        window = self.open_window()
        until(lambda: self.state("labs") == ("locked", "keychain_missing"), "the missing keychain to be named")
        until(lambda: self.state("apac") == ("ok", None), "the account that needs no keychain")
        self.keyring.start()
        until(lambda: self.state("labs") == ("ok", None), "the poll after the keyring came")
        self.assertTrue(window.is_running())

    def test_a_keyring_that_is_unlocked_after_the_window_opened_is_used(self):
        self.keyring.lock()
        window = self.open_window()
        until(lambda: self.state("labs") == ("locked", "keychain_locked"), "the locked keyring to be named")
        self.keyring.unlock()
        until(lambda: self.state("labs") == ("ok", None), "the poll after unlocking")
        self.assertTrue(window.is_running())


if __name__ == "__main__":
    harness.main()
