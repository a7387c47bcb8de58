# SPDX-License-Identifier: GPL-3.0-or-later
"""Another desktop keeps keys in another keychain: both are named, nothing is lost (run with --unlocked)."""

import subprocess

import dbus
import harness
from harness import KEYCHAIN, until

KDE = {"XDG_CURRENT_DESKTOP": "KDE", "KDE_SESSION_VERSION": "5"}
WALLET = "org.kde.KWallet"
METHODS = (("networkWallet", "", "s", 'ret = "kdewallet"'), ("open", "sxs", "i", "ret = 1"),
           ("entryType", "isss", "i", "ret = self.kept.get(args[2]) and 1 or 0"),
           ("readPassword", "isss", "s", 'ret = self.kept.get(args[2]) or ""'),
           ("writePassword", "issss", "i", "self.kept[str(args[2])] = str(args[3]); ret = 0"),
           ("removeEntry", "isss", "i", "self.kept.pop(args[2], None); ret = 0"))


class Wallet:
    """An empty KWallet of Plasma 5."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["/usr/bin/python3", "-m", "dbusmock", "--session", "org.kde.kwalletd5", "/modules/kwalletd5", WALLET],
            stdout=subprocess.DEVNULL)
        bus = dbus.SessionBus()
        until(lambda: bus.name_has_owner("org.kde.kwalletd5"), "the wallet")
        mock = dbus.Interface(bus.get_object("org.kde.kwalletd5", "/modules/kwalletd5"), "org.freedesktop.DBus.Mock")
        for name, takes, gives, code in METHODS:
            mock.AddMethod(WALLET, name, takes, gives,
                           f"if not hasattr(self, 'kept'): self.kept = {{}}\n{code}")

    def stop(self):
        self.process.kill()
        self.process.wait(harness.PATIENCE)


class ChangedKeychain(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.wallet = Wallet()
        self.addCleanup(self.wallet.stop)

    def go_to_kde(self):
        self.profile.environment.update(KDE)

    def leave_kde(self):
        for name in KDE:
            self.profile.environment.pop(name, None)

    def assertChanged(self, before, now):
        ran = self.profile.poll()
        self.assertEqual(ran.status, KEYCHAIN, ran.out)
        error = ran.json["accounts"][0]["error"]
        self.assertEqual(error["category"], "keychain_missing")
        self.assertIn(f"kept in {before}", error["sentence"])
        self.assertIn(f"keeps keys in {now}", error["sentence"])
        self.assertIn("enter the key again", error["sentence"])

    def test_from_the_secret_service_to_kwallet_and_back(self):
        self.add("labs", "openrouter_labs")
        self.poll()
        total = self.assertSumsAgree()
        self.go_to_kde()
        self.assertChanged("Secret Service", "KWallet")
        self.assertEqual(self.assertSumsAgree(), total)
        self.leave_kde()
        self.assertEqual(self.poll()["labs"]["state"], "ok")

    def test_from_kwallet_to_the_secret_service(self):
        self.go_to_kde()
        self.add("labs", "openrouter_labs")
        self.poll()
        self.leave_kde()
        self.assertChanged("KWallet", "Secret Service")


if __name__ == "__main__":
    harness.main()
