# SPDX-License-Identifier: GPL-3.0-or-later
"""tollkeeperctl send, against a gateway of the test's own that counts what reaches it."""

import json
import signal
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import harness
from harness import DONE, GATEWAY, INCOMPLETE, USAGE

KEY = "sk-send-0123456789abcdef"
VARIABLE = "TK_TEST_KEY_SEND"


def piece(text=None, end=None):
    choice = {"index": 0, "delta": {"content": text} if text else {}, "finish_reason": end}
    event = {"id": "c-1", "object": "chat.completion.chunk", "model": "acme/large", "choices": [choice]}
    if end:
        event["usage"] = {"prompt_tokens": 3, "completion_tokens": 2}
    return event


class Gateway:
    """Answers posts from a list of (status, content type, bytes), the last one again and again."""

    def __init__(self):
        self.answers = []
        self.posts = []
        self.gets = []  # paths
        self.released = threading.Event()  # until then an answer without a type of content has no end
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            def say(self, status, kind, body):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("X-Request-Id", f"req-{len(gateway.posts)}")
                self.end_headers()
                self.wfile.write(body)

            def say_without_end(self, body):
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("X-Request-Id", f"req-{len(gateway.posts)}")
                self.end_headers()
                self.wfile.write(body)
                self.wfile.flush()
                gateway.released.wait(harness.PATIENCE)

            def do_GET(self):
                gateway.gets.append(self.path)
                if self.path == "/v1/key/info":  # Chuizi.AI's
                    return self.say(200, "application/json", b'{"data":{"balance":"3.21","key_prefix":"ck-1"}}')
                if self.path.startswith("/v1/generation?"):
                    return self.say(404, "application/json", b'{"error":{"code":"generation_not_found"}}')
                return self.say(200, "application/json", b'{"object":"list","data":[{"id":"acme/large"}]}')

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                gateway.posts.append((self.path, dict(self.headers), json.loads(body)))
                status, kind, body = gateway.answers[min(len(gateway.posts), len(gateway.answers)) - 1]
                if kind:
                    self.say(status, kind, body)
                else:
                    self.say_without_end(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()

    def stream(self, *events, done=True):
        lines = [b"data: " + json.dumps(event).encode() + b"\n\n" for event in events]
        self.answers.append((200, "text/event-stream", b"".join(lines) + (b"data: [DONE]\n\n" if done else b"")))

    def stall(self, *events):
        lines = [b"data: " + json.dumps(event).encode() + b"\n\n" for event in events]
        self.answers.append((200, None, b"".join(lines)))

    def plain(self, text, status=200, **cost):
        self.answers.append((status, "application/json", json.dumps({
            "id": "c-1", "object": "chat.completion", "model": "acme/large",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 3, "completion_tokens": 2, **cost}}).encode()))

    def refuse(self, status, message, **more):
        self.answers.append((status, "application/json", json.dumps({"error": {"message": message, **more}}).encode()))


class SendCase(unittest.TestCase):
    """An account at a gateway of ours, and `send` through it."""

    maxDiff = 2000

    def setUp(self):
        self.gateway = Gateway()
        self.addCleanup(self.gateway.stop)
        self.profile = harness.Profile()
        self.addCleanup(self.profile.delete)
        self.profile.environment[VARIABLE] = KEY
        ran = self.profile.run("account", "add", "--gateway", "openai-compatible", "--name", "Work", "--base-url",
                               self.gateway.url, "--key-env", VARIABLE)
        self.assertEqual(ran.status, DONE, ran.err)

    def send(self, *words, **extra):
        return self.profile.run("send", "--account", "Work", "--model", "acme/large", *words, **extra)


class Send(SendCase):
    def test_the_text_then_who_served_it(self):
        self.gateway.stream(piece("Hello\n"), piece("there\x1b[2J"), piece(end="stop"))
        ran = self.send("--stream", "--max-tokens", "9", "--system", "Be brief", "Hi")
        self.assertEqual(ran.status, DONE, ran.err)
        self.assertTrue(ran.out.startswith("Hello\nthere [2J\n"), ran.out)
        for words in ("Served by acme/large", "Request id: req-1", "Tokens: 3 in, 2 out", "total"):
            self.assertIn(words, ran.out)
        path, headers, body = self.gateway.posts[0]
        self.assertEqual((path, headers["Authorization"]), ("/v1/chat/completions", "Bearer " + KEY))
        self.assertEqual((body["max_tokens"], body["stream"]), (9, True))
        self.assertEqual([turn["role"] for turn in body["messages"]], ["system", "user"])
        self.assertNotIn(KEY, ran.out + ran.err)

    def test_one_document(self):
        self.gateway.refuse(529, "Overloaded", type="overloaded_error")
        self.gateway.plain("Hello")
        ran = self.send("--fallback", "acme/small", "--json", "-", key="Hi\n")
        self.assertEqual(ran.status, DONE, ran.err)
        told = ran.json
        self.assertEqual((told["is_error"], told["text"], told["requested_model"]), (False, "Hello", "acme/large"))
        self.assertEqual([(post["model"], post["http_status"]) for post in told["sent"]],
                         [("acme/large", 529), ("acme/small", 200)])
        self.assertEqual([(a["origin"], a["outcome"]) for a in told["attempts"]],
                         [("client", "failed"), ("client", "served")])
        self.assertLessEqual({"dns", "connect", "tls", "first_byte", "first_token", "total"}, set(told["timings_ms"]))
        self.assertIsNotNone(told["timings_ms"]["total"])
        self.assertEqual([body["model"] for _, _, body in self.gateway.posts], ["acme/large", "acme/small"])

    def test_a_refusal_is_told_and_not_repeated(self):
        self.gateway.refuse(401, "Incorrect API key provided", code="invalid_api_key")
        ran = self.send("--retries", "3", "--fallback", "acme/small", "--json", "Hi")
        self.assertEqual(ran.status, GATEWAY)
        self.assertEqual((ran.json["category"], len(self.gateway.posts)), ("credentials", 1))

    def test_a_stream_that_breaks_is_incomplete(self):
        self.gateway.stream(piece("Hel"), done=False)
        ran = self.send("--stream", "--json", "Hi")
        self.assertEqual(ran.status, INCOMPLETE)
        self.assertEqual((ran.json["text"], ran.json["stream"]["complete"]), ("Hel", False))
        self.assertEqual(len(self.gateway.posts), 1)

    COST = {"cost": 0.01, "is_byok": True, "cost_details": {"upstream_inference_cost": 0.02}}

    def test_what_each_request_cost_and_all_together(self):
        overloaded = (529, "Overloaded", {"type": "overloaded_error"})
        unknown = (404, "No such model", {"code": "model_not_found"})
        for (status, message, more), sentence in (
                (overloaded, "All 2 requests together: at least $0.030000."),  # it may have been charged
                (unknown, "All 2 requests together: $0.030000.")):
            with self.subTest(status):
                self.gateway.posts.clear()
                self.gateway.answers.clear()
                self.gateway.refuse(status, message, **more)
                self.gateway.plain("Hello", **self.COST)
                ran = self.send("--fallback", "acme/small", "Hi")
                self.assertEqual(ran.status, DONE, ran.err)
                self.assertIn("Cost: $0.030000, $0.020000 of it billed by the provider.", ran.out)
                self.assertIn(sentence, ran.out)
                self.gateway.posts.clear()
                first, last = self.send("--fallback", "acme/small", "--json", "Hi").json["sent"]
                self.assertEqual((first["cost"]["amount"], first["usage"]["input_tokens"]), (None, None))
                self.assertEqual(last["cost"], {"amount": "0.010000000", "currency": "USD",
                                                "upstream_amount": "0.020000000", "is_byok": True})
                self.assertEqual((last["usage"]["input_tokens"], last["usage"]["output_tokens"]), (3, 2))

    def test_of_one_request_there_is_no_sum(self):
        self.gateway.plain("Hello", cost=0.01)
        ran = self.send("Hi")
        self.assertIn("Cost: $0.010000.", ran.out)
        self.assertNotIn("together", ran.out)

    def test_a_ceiling_ends_it_where_the_cost_cannot_be_told(self):
        self.gateway.refuse(529, "Overloaded", type="overloaded_error")
        ran = self.send("--max-cost", "5", "--retries", "3", "--json", "Hi")
        self.assertEqual((ran.status, ran.json["end"], len(self.gateway.posts)), (GATEWAY, "cost_ceiling", 1))
        self.assertIn("cannot be told", ran.err)

    def test_a_ceiling_counts_what_is_paid_to_the_provider(self):
        self.gateway.answers.append((200, "application/json", json.dumps({
            "error": {"message": "Overloaded", "type": "overloaded_error"},
            "usage": {"cost": 0, "is_byok": True, "cost_details": {"upstream_inference_cost": 0.03}}}).encode()))
        ran = self.send("--max-cost", "0.05", "--retries", "5", "--json", "Hi")
        self.assertEqual((ran.json["end"], len(self.gateway.posts)), ("cost_ceiling", 2))
        self.assertIn("$0.060000", ran.err)

    def test_what_is_stopped_is_no_failure_of_anybody(self):
        self.gateway.stall(piece("Hel"))
        asked = self.profile.start("send", "--account", "Work", "--model", "acme/large", "--stream", "Hi")
        self.addCleanup(asked.kill)
        self.assertEqual(asked.stdout.read(3), "Hel")
        asked.send_signal(signal.SIGINT)
        out, err = asked.communicate(timeout=harness.PATIENCE)
        self.assertEqual(asked.returncode, INCOMPLETE, err)
        self.assertIn("may be charged", err)
        self.assertNotIn("it will fail again", out)
        self.assertEqual(len(self.gateway.posts), 1)
        rows = self.profile.rows(
            "SELECT q.request_id, s.outcome, q.detail FROM request q JOIN series s ON s.id = q.series_id")
        self.assertEqual([row[:2] for row in rows], [("c-1", 2)])
        self.assertNotIn("category", rows[0][2] or "")

    def test_the_bill_of_what_is_stopped_is_asked_for(self):
        ran = self.profile.run("account", "add", "--gateway", "chuizi", "--name", "Bills", "--base-url",
                               self.gateway.url, "--key-env", VARIABLE)
        self.assertEqual(ran.status, DONE, ran.err)
        self.gateway.stall({**piece("Hel"), "id": "gen-1"})
        asked = self.profile.start("send", "--account", "Bills", "--model", "acme/large", "--stream", "Hi")
        self.addCleanup(asked.kill)
        self.assertEqual(asked.stdout.read(3), "Hel")
        asked.send_signal(signal.SIGINT)
        _, err = asked.communicate(timeout=harness.PATIENCE)
        self.assertEqual(asked.returncode, INCOMPLETE, err)
        self.assertIn("/v1/generation?id=gen-1", self.gateway.gets)
        self.assertEqual(self.profile.rows("SELECT request_id, gave_up FROM generation_look_up"), [("gen-1", 0)])

    def test_the_request_becomes_a_row(self):
        self.gateway.plain("Hello")
        self.assertEqual(self.send("Hi").status, DONE)
        self.assertEqual(self.send("--no-record", "Hi").status, DONE)
        self.assertEqual(self.profile.rows("SELECT request_id FROM request"), [("c-1",)])

    def test_a_body_goes_out_as_it_was_written(self):
        self.gateway.plain("Hello")
        self.assertEqual(self.send("--body", "-", key='{"model":"acme/large","n":1}').status, DONE)
        self.assertEqual(self.gateway.posts[0][2], {"model": "acme/large", "n": 1})

    def test_nothing_that_a_body_would_drop_stands_beside_it(self):
        for option, value in (("system", "Be brief"), ("max-tokens", "9"), ("provider-order", "a,b"),
                              ("max-price", "3,15"), ("sort", "price"), ("temperature", "1"), ("top-p", "1"),
                              ("only-providers", "a"), ("ignore-providers", "a"), ("no-provider-fallback", None),
                              ("require-parameters", None), ("deny-data-collection", None), ("zero-retention", None)):
            with self.subTest(option):
                words = ("--" + option,) if value is None else ("--" + option, value)
                ran = self.send("--body", "-", *words, key='{"model":"acme/large"}')
                self.assertEqual(ran.status, USAGE, ran.err)
                self.assertIn(f"--body is sent as it is, so --{option} has no place beside it.", ran.err)
        self.assertEqual(self.gateway.posts, [])

    def test_wrong_usage_sends_nothing(self):
        for words in ((), ("a", "b"), ("--max-tokens", "0", "a"), ("--timeout", "x", "a"), ("--protocol", "x", "a"),
                      ("--retries", "-1", "a"), ("--max-price", "1", "a"), ("--body", "/nowhere")):
            ran = self.send(*words)
            self.assertEqual(ran.status, USAGE, words)
            self.assertTrue(ran.err, words)
        self.assertEqual(self.profile.run("send", "--account", "Nobody", "--model", "m", "Hi").status, USAGE)
        self.assertEqual(self.gateway.posts, [])


if __name__ == "__main__":
    harness.main()
