# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts over webhooks that fail, hang and recover: each is told once, and its secrets stay in the keychain."""

import hashlib
import hmac
import json
import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import harness
from harness import DONE, GATEWAY, USAGE

SECRET = "whsec-Zx81-not-for-anybody"
PATH = "/hook/T0KEN-q7c2-secret"


class Receiver:
    """A receiver of webhooks that answers as it is told to and keeps what it received."""

    def __init__(self):
        self.received = []
        self.answer = 200
        self.may_answer = threading.Event()
        self.may_answer.set()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.received.append((self.path, dict(self.headers), body))
                receiver.may_answer.wait(harness.PATIENCE)
                if receiver.answer == "drop":
                    self.connection.close()
                    return
                self.send_response(receiver.answer)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}{PATH}"

    def stop(self):
        self.may_answer.set()
        self.server.shutdown()
        self.server.server_close()


class Channels(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.receiver = Receiver()
        self.addCleanup(self.receiver.stop)
        self.add("labs", "openrouter_labs")
        self.switch_rules_off()
        self.poll()
        ran = self.profile.run("channel", "add", "--kind", "webhook", "--name", "ops room", "--address-stdin",
                               key=self.receiver.address)
        self.assertEqual((ran.status, ran.err), (DONE, ""))
        ran = self.profile.run("channel", "set", "ops room", "--secret-stdin", key=SECRET)
        self.assertEqual((ran.status, ran.err), (DONE, ""))

    def notice(self):
        alert = self.profile.json("alerts")["alerts"][0]
        return next(one for one in alert["notices"] if one["channel"] == "ops room")

    def later(self, seconds):
        moment = datetime.fromisoformat(self.profile.clock.replace("Z", "+00:00")) + timedelta(seconds=seconds)
        self.profile.clock = moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    def raise_an_alert(self):
        self.profile.json("budget", "add", "tight", "1", "--at", "100", "--forecast-at", "", "--channel", "ops room")

    def notify(self):
        self.assertEqual(self.profile.run("poll", "--notify").status, DONE)

    def test_a_receiver_that_fails_hangs_and_recovers_is_told_once(self):
        self.raise_an_alert()
        self.assertEqual((self.notice()["state"], len(self.receiver.received)), ("queued", 0))
        for answer, wait in ((503, 45), ("drop", 120), (429, 420)):
            self.receiver.answer = answer
            self.notify()
            self.assertEqual(self.notice()["state"], "failed", answer)
            seen = len(self.receiver.received)
            self.notify()  # too early for the next try
            self.assertEqual(len(self.receiver.received), seen)
            self.later(wait)
        self.receiver.may_answer.clear()  # it takes the message and says nothing
        self.notify()
        self.assertEqual((self.notice()["state"], self.notice()["attempts"]), ("failed", 4))
        self.receiver.may_answer.set()
        self.receiver.answer = 200
        self.later(960)  # the hanging took its time
        self.notify()
        self.assertEqual((self.notice()["state"], self.notice()["attempts"]), ("delivered", 5))
        self.later(90_000)
        self.notify()
        self.assertEqual(len(self.receiver.received), 5)

    def test_what_it_gets_can_be_read_and_proved(self):
        self.raise_an_alert()
        self.notify()
        path, headers, body = self.receiver.received[0]
        self.assertEqual(path, PATH)
        signed = f"{headers['Tollkeeper-Timestamp']}.".encode() + body
        self.assertEqual(headers["Tollkeeper-Signature"],
                         "sha256=" + hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest())
        told, alert = json.loads(body), self.profile.json("alerts")["alerts"][0]
        self.assertEqual((told["alert"], told["kind"], told["reason"], told["severity"]),
                         (alert["id"], "budget_spent", "raised", "critical"))
        self.assertEqual((told["title"], told["facts"]["limit"]["currency"]), (alert["title"], "USD"))
        self.assertEqual((told["test"], told["repeated"]), (False, False))

    def test_a_refusal_for_good_is_not_tried_again(self):
        self.receiver.answer = 404
        self.raise_an_alert()
        self.notify()
        self.assertEqual(self.notice()["state"], "given_up")
        self.later(7200)
        self.notify()
        self.assertEqual(len(self.receiver.received), 1)

    def test_a_test_says_that_it_is_one_and_what_came_of_it(self):
        self.assertEqual(self.profile.run("channel", "test", "ops room").status, DONE)
        self.assertTrue(json.loads(self.receiver.received[0][2])["test"])
        self.receiver.answer = 500
        self.assertEqual(self.profile.run("channel", "test", "ops room").status, GATEWAY)
        self.assertEqual(self.profile.run("channel", "test", "nobody").status, USAGE)

    def test_address_and_secret_lie_in_the_keychain_and_nowhere_else(self):
        self.raise_an_alert()
        self.receiver.answer = 503
        self.notify()
        self.receiver.answer = 200
        self.later(20)
        ran = self.profile.run("poll", "--notify", QT_LOGGING_RULES="*=true")
        told = ran.out + ran.err + json.dumps(self.profile.json("channel", "list")) + json.dumps(
            self.profile.json("alerts"), default=str)
        kept = b"".join(path.read_bytes() for path in self.profile.path.rglob("*") if path.is_file())
        for secret in (SECRET, PATH):
            self.assertNotIn(secret, told)
            self.assertNotIn(secret.encode(), kept)
            self.assertIn(secret, harness.secret_search(self.profile.keychain_service))
        self.assertEqual(self.profile.run("channel", "remove", "ops room").status, DONE)
        for secret in (SECRET, PATH):
            self.assertNotIn(secret, harness.secret_search(self.profile.keychain_service))


if __name__ == "__main__":
    harness.main()
