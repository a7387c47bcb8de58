# SPDX-License-Identifier: GPL-3.0-or-later
"""What tollkeeperctl says of a request that brought no answer, and of ends that the answer does not explain."""

import contextlib
import signal
import socket
import threading

import harness
from harness import DONE, GATEWAY, INCOMPLETE, USAGE
from test_send import KEY, VARIABLE, SendCase

OF_POLLS = ("figures", "asks again by itself", "Nothing was changed", "HTTP status 0", "Error")


class Deaf:
    """Takes a request and says nothing, or drops the connection."""

    def __init__(self, drops):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}/v1"
        self.kept = []
        self.arrived = threading.Event()
        threading.Thread(target=self.serve, args=(drops,), daemon=True).start()

    def serve(self, drops):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            connection.recv(65536)
            self.arrived.set()
            if drops:
                connection.close()
            else:
                self.kept.append(connection)

    def stop(self):
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)  # closing alone would not wake who accepts
        self.listener.close()
        for connection in self.kept:
            connection.close()


class SendFailures(SendCase):
    def deaf(self, drops=False):
        gateway = Deaf(drops)
        self.addCleanup(gateway.stop)
        self.profile.write("UPDATE account SET base_url = ?", gateway.url)
        return gateway

    def told(self, *words):
        ran = self.send(*words, "--json", "Hi")
        self.assertEqual(ran.status, GATEWAY, ran.err)
        for untrue in OF_POLLS:
            self.assertNotIn(untrue, ran.err)
            self.assertNotIn(untrue, ran.json["sent"][0]["problem"]["sentence"])
        self.assertIsNone(ran.json["message"])
        self.assertIsNone(ran.json["sent"][0]["message"])
        return ran

    def test_our_own_time_limit_is_ours(self):
        self.deaf()
        for option in ("--timeout", "--deadline"):
            with self.subTest(option):
                ran = self.told(option, "1")
                self.assertEqual((ran.json["category"], ran.json["actor"]), ("timeout", "nobody"))
                self.assertIn("time limit set here", ran.json["evidence"][0])
                self.assertIn("may be charged", ran.err)

    def test_a_dropped_connection_is_lost(self):
        self.deaf(drops=True)
        ran = self.told()
        self.assertIn("connection broke", ran.json["evidence"][0])
        self.assertIn("may be charged", ran.json["sent"][0]["problem"]["sentence"])

    def test_where_nobody_listens_nothing_was_sent(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        self.profile.write("UPDATE account SET base_url = ?", f"http://127.0.0.1:{port}/v1")
        ran = self.told()
        self.assertEqual(ran.json["charged"], "no")
        self.assertIn("Nothing was sent", ran.json["explanation"])

    def test_the_text_has_no_status_that_never_came(self):
        self.deaf()
        ran = self.send("--timeout", "1", "Hi")
        self.assertIn("no HTTP status", ran.out)
        for untrue in OF_POLLS:
            self.assertNotIn(untrue, ran.out + ran.err)

    def test_a_stop_says_what_may_have_been_done(self):
        gateway = self.deaf()
        asked = self.profile.start("send", "--account", "Work", "--model", "acme/large", "--json", "Hi")
        self.addCleanup(asked.kill)
        self.assertTrue(gateway.arrived.wait(harness.PATIENCE))
        asked.send_signal(signal.SIGINT)
        out, err = asked.communicate(timeout=harness.PATIENCE)
        self.assertEqual(asked.returncode, INCOMPLETE, err)
        self.assertNotIn("Nothing was changed", out + err)

    def test_an_early_end_says_why(self):
        self.gateway.refuse(429, "busy, try again in 7 s", type="tokens", code="rate_limit_exceeded")
        ran = self.send("--retries", "2", "--deadline", "5", "Hi")
        self.assertIn("(--deadline) left no room for another one, which should wait for 7 s.", ran.err)
        self.gateway.posts.clear()
        self.gateway.answers.clear()
        self.gateway.refuse(401, "Incorrect API key provided", code="invalid_api_key")
        ran = self.send("--fallback", "acme/small", "Hi")
        self.assertIn("No fallback was tried", ran.err)
        self.assertNotIn("No fallback", self.send("Hi").err)

    def test_what_is_not_known_is_shown_and_holds_no_key(self):
        self.gateway.answers.append((200, "text/plain", f"strange thing {KEY}".encode()))
        ran = self.send("Hi")
        self.assertIn("Read the raw answer below.", ran.out)
        self.assertIn("Raw answer:\nstrange thing", ran.out)
        self.assertNotIn(KEY, ran.out + ran.err)

    def test_an_empty_answer_is_called_one(self):
        self.gateway.plain("")
        ran = self.send("Hi")
        self.assertIn("The answer is empty.", ran.out)
        self.assertNotIn("provider failed", ran.out)

    def test_a_variable_that_is_not_set_is_named(self):
        del self.profile.environment[VARIABLE]
        ran = self.send("Hi")
        self.assertIn(VARIABLE, ran.err)
        self.assertNotIn("keychain", ran.err)
        removed = self.profile.run("account", "remove", "Work")
        self.assertEqual(removed.status, DONE, removed.err)
        self.assertNotIn("its key", removed.out)

    def test_a_blank_id_is_no_generation(self):
        for blank in ("", "  "):
            ran = self.profile.run("generation", blank, "--account", "Work")
            self.assertEqual((ran.status, ran.out), (USAGE, ""))
        self.assertEqual(self.profile.rows("SELECT COUNT(*) FROM generation_look_up"), [(0,)])

    def test_small_words(self):
        ran = self.send("--nonsense", "Hi")
        self.assertEqual(ran.status, USAGE)
        self.assertFalse(ran.err.rstrip().endswith(".."), ran.err)
        self.gateway.plain("Hello")
        path = self.profile.path / "there.txt"
        path.write_text("mine")
        ran = self.send("--bundle", str(path), "Hi")
        self.assertEqual(ran.status, USAGE)
        self.assertIn("--force", ran.err)
        self.assertEqual((path.read_text(), self.gateway.posts), ("mine", []))


if __name__ == "__main__":
    harness.main()
