# SPDX-License-Identifier: GPL-3.0-or-later
"""tollkeeperctl decode: a captured answer in, its meaning out, without a profile and without a network."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import harness
from harness import CTL, DONE, PATIENCE, USAGE

EXHAUSTED = (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\n"
             b"X-Request-ID: a1\r\nX-Request-ID: b2\r\n\r\n"
             b'{"code":"API_KEY_QUOTA_EXHAUSTED","message":"quota of sk-abcdef0123456789 used up"}')
STREAM = (b"HTTP/2 200 \ncontent-type: text/event-stream\nx-generation-id: gen-1\n\n: OPENROUTER PROCESSING\n\n"
          b'data: {"id":"gen-1","model":"acme/x","provider":"Acme","choices":[{"index":0,"delta":{"content":"Hello\\n"}}]}\n\n'
          b'data: {"id":"gen-1","model":"acme/x","provider":"Acme","choices":[{"index":0,"delta":{"content":"there"},'
          b'"finish_reason":"stop"}],"usage":{"prompt_tokens":20,"completion_tokens":2,"cost":0.000004,"is_byok":false}}\n\n')
FIELDS = {
    "is_error", "category", "retry", "retry_after_s", "resets_at", "actor", "code", "http_status", "provider", "charged",
    "title", "explanation", "next_steps", "message", "evidence", "ids", "requested_model", "served_model",
    "served_model_certain", "served_provider", "trace_published", "attempts", "stream", "finish_reason", "usage", "cost",
    "text"}


class Decode(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)

    def run_decode(self, *words, given=None):
        home = self.home.name
        environment = {**os.environ, "HOME": home, "XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config",
                       "XDG_STATE_HOME": home + "/state"}
        done = subprocess.run([CTL, "decode", *words], input=given or b"", capture_output=True, timeout=PATIENCE,
                              env=environment)
        return harness.Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def decode(self, gateway, capture, *words):
        ran = self.run_decode("--gateway", gateway, "--json", *words, "-", given=capture)
        self.assertEqual((ran.status, ran.err), (DONE, ""))
        document = json.loads(ran.out)
        self.assertEqual(set(document), FIELDS)
        return document

    def test_a_refusal(self):
        told = self.decode("torouter", EXHAUSTED, "--requested-model", "m")
        self.assertLess({
            "is_error": True, "category": "key_budget", "retry": "after_fix", "retry_after_s": None, "resets_at": None,
            "actor": "ops", "code": "API_KEY_QUOTA_EXHAUSTED", "http_status": 429, "provider": None, "charged": "no",
            "message": "quota of sk-… used up", "requested_model": "m", "served_model": None,
            "served_model_certain": True, "served_provider": None, "trace_published": False, "attempts": [],
            "ids": {"request": ["a1", "b2"], "sent_request": None, "generation": None, "upstream": "b2"},
            "stream": {"is_stream": False, "complete": True, "terminator": None, "events": 0, "text_chars": 0},
            "usage": {"input_tokens": None, "output_tokens": None, "cached_tokens": None, "reasoning_tokens": None},
            "cost": {"amount": None, "currency": None, "upstream_amount": None, "is_byok": None}, "text": "",
        }.items(), told.items())
        for words in ("title", "explanation"):
            self.assertTrue(told[words])
        self.assertTrue(told["next_steps"] and told["evidence"])

    def test_a_stream(self):
        told = self.decode("openrouter", STREAM + b"data: [DONE]\n\n")
        self.assertEqual((told["is_error"], told["category"], told["charged"]), (False, "none", "yes"))
        self.assertEqual(told["stream"], {"is_stream": True, "complete": True, "terminator": "[DONE]", "events": 3,
                                          "text_chars": 11})
        self.assertEqual(told["text"], "Hello\nthere")
        self.assertEqual(told["cost"], {"amount": "0.000004000", "currency": "USD", "upstream_amount": None,
                                        "is_byok": False})
        self.assertEqual(told["ids"]["generation"], "gen-1")
        self.assertEqual((told["served_model"], told["served_provider"]), ("acme/x", "Acme"))

    def test_a_stream_that_breaks_off(self):
        told = self.decode("openrouter", STREAM)
        self.assertEqual((told["is_error"], told["category"], told["charged"]), (True, "stream_interrupted", "yes"))
        self.assertEqual((told["stream"]["complete"], told["text"]), (False, "Hello\nthere"))

    def test_every_gateway_and_protocol_is_known(self):
        for gateway in ("openrouter", "torouter", "chuizi", "litellm", "portkey", "new-api", "openai-compatible"):
            for protocol in ("openai-chat", "openai-responses", "anthropic-messages", "gemini"):
                told = self.decode(gateway, b"HTTP/1.1 401 No\r\n\r\n{}", "--protocol", protocol)
                self.assertEqual(told["category"], "credentials")

    def test_words_for_people(self):
        path = Path(self.home.name) / "answer.txt"
        path.write_bytes(EXHAUSTED)
        ran = self.run_decode("--gateway", "torouter", str(path))
        self.assertEqual((ran.status, ran.err), (DONE, ""))
        for words in ("The key has used all of its spending cap", "API_KEY_QUOTA_EXHAUSTED", "Request id: a1",
                      "Not charged", "does not tell which providers"):
            self.assertIn(words, ran.out)
        self.assertNotIn("abcdef0123456789", ran.out)

    def test_a_terminal_obeys_nothing_in_it(self):
        ran = self.run_decode("--gateway", "openrouter", "-",
                              given=b'HTTP/1.1 500 No\r\n\r\n{"error":{"message":"a\\u001b[31mb\\u0007"}}')
        self.assertEqual(ran.status, DONE)
        self.assertFalse(set(ran.out) & {"\x1b", "\x07"})

    def test_what_cannot_be_read(self):
        good = ("--gateway", "torouter")
        for words, given in ((good + ("-",), b""), (good + ("-",), b'{"code":"API_KEY_EXPIRED"}'), (good, EXHAUSTED),
                             (good + ("-", "-"), EXHAUSTED), (good + ("/nowhere/at/all",), b""), (good + ("/",), b""),
                             (("-",), EXHAUSTED), (("--gateway", "nobody", "-"), EXHAUSTED),
                             (good + ("--protocol", "grpc", "-"), EXHAUSTED), (good + ("--oops", "-"), EXHAUSTED),
                             (good + ("-",), b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * (18 << 20))):
            with self.subTest(words=words):
                ran = self.run_decode(*words, given=given)
                self.assertEqual((ran.status, ran.out), (USAGE, ""))
                self.assertEqual(len(ran.err.strip().splitlines()), 1)

    def test_it_leaves_no_profile_behind(self):
        self.decode("torouter", EXHAUSTED)
        self.assertEqual(list(Path(self.home.name).iterdir()), [])


if __name__ == "__main__":
    harness.main()
