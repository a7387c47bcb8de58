# SPDX-License-Identifier: GPL-3.0-or-later
"""Parameters and routing of tollkeeperctl send, its copies and its support bundles."""

import json
import os
import stat
import subprocess

import harness
from harness import DONE, GATEWAY, NO, USAGE
from test_send import KEY, VARIABLE, SendCase, piece

TOOLS = [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}]
SCHEMA = {"type": "object", "properties": {"z": {"type": "string"}, "a": {"type": "string"}}}
PROMPT = "Tell me all about the merger with Globex before noon"
NO_PROXY = {"http_proxy": "", "HTTP_PROXY": "", "all_proxy": "", "ALL_PROXY": ""}


class SendOptions(SendCase):
    def file(self, name, content):
        path = self.profile.path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)

    def test_parameters_tools_and_schema(self):
        self.gateway.plain("Hello")
        ran = self.send("--temperature", "0.5", "--top-p", "0.9", "--tools", self.file("t", TOOLS), "--schema",
                        self.file("s", SCHEMA), "Hi")
        self.assertEqual(ran.status, DONE, ran.err)
        body = self.gateway.posts[0][2]
        self.assertEqual((body["temperature"], body["top_p"], body["tools"]), (0.5, 0.9, TOOLS))
        self.assertEqual(body["response_format"]["json_schema"]["schema"], SCHEMA)
        self.assertEqual(list(body["response_format"]["json_schema"]["schema"]["properties"]), ["z", "a"])
        self.assertNotIn("max_tokens", body)
        self.assertNotIn("provider", body)

    def test_tools_from_standard_input(self):
        self.gateway.plain("Hello")
        self.assertEqual(self.send("--tools", "-", "Hi", key=json.dumps(TOOLS)).status, DONE)
        self.assertEqual(self.gateway.posts[0][2]["tools"], TOOLS)

    ROUTING = ("--sort", "price", "--only-providers", "a,b", "--ignore-providers", "c", "--no-provider-fallback",
               "--require-parameters", "--deny-data-collection", "--zero-retention", "--provider-order", "b",
               "--max-price", "3,15.5")

    def test_routing_where_it_is_offered(self):
        self.profile.write("UPDATE account SET gateway = 'openrouter'")
        self.gateway.plain("Hello")
        ran = self.send(*self.ROUTING, "Hi")
        self.assertEqual(ran.status, DONE, ran.err)
        self.assertEqual(self.gateway.posts[-1][2]["provider"], {
            "sort": "price", "only": ["a", "b"], "ignore": ["c"], "order": ["b"], "allow_fallbacks": False,
            "require_parameters": True, "data_collection": "deny", "zdr": True,
            "max_price": {"prompt": "3", "completion": "15.5"}})

    def test_routing_where_it_is_not(self):
        self.assertEqual(self.send("--zero-retention", "Hi").status, NO)
        self.assertEqual(self.send("--sort", "price", "--copy-as", "curl", "Hi").status, NO)
        self.assertEqual(self.gateway.posts, [])

    def test_what_cannot_be_is_not_sent(self):
        tools, schema = self.file("t", "{}"), self.file("s", "[]")
        for words in (("--temperature", "x", "a"), ("--temperature", "2.1", "a"), ("--temperature", "nan", "a"),
                      ("--top-p", "1.1", "a"), ("--sort", "luck", "a"), ("--tools", "/nowhere", "a"),
                      ("--tools", tools, "a"), ("--schema", schema, "a"), ("--tools", "-", "-"),
                      ("--body", self.file("b", "{}"), "--temperature", "1"), ("--copy-as", "rust", "a"),
                      ("--copy-as", "curl", "--bundle", "-", "a"), ("--bundle", "-", "--json", "a"),
                      ("--force", "a"), ("--bundle-with-prompt", "a")):
            ran = self.send(*words, key="x")
            self.assertEqual(ran.status, USAGE, (words, ran.err))
            self.assertTrue(ran.err, words)
        self.assertEqual(self.gateway.posts, [])

    def test_a_copy_is_printed_and_nothing_is_sent(self):
        del self.profile.environment[VARIABLE]  # no key is needed
        for form, words in (("curl", ["curl --request POST", '"$' + VARIABLE + '"']),
                            ("python", ["import urllib.request", "os.environ"]),
                            ("node", ["await fetch(", "process.env." + VARIABLE]),
                            ("http", ["POST /v1/chat/completions HTTP/1.1", "$" + VARIABLE])):
            ran = self.send("--copy-as", form, "Hi 'there'")
            self.assertEqual(ran.status, DONE, ran.err)
            for word in words:
                self.assertIn(word, ran.out)
        told = self.send("--copy-as", "curl", "--json", "Hi").json
        self.assertEqual(told["key_variable"], VARIABLE)
        self.assertIn("curl", told["request"])
        self.assertEqual(self.gateway.posts, [])

    def test_a_copy_sends_what_send_would(self):
        self.gateway.plain("Hello")
        words = ("--temperature", "0.5", "--system", "Be brief", "it's $HOME")
        script = self.send("--copy-as", "curl", *words).out
        subprocess.run(["sh", "-c", script], env={**os.environ, **NO_PROXY, VARIABLE: KEY}, check=True,
                       capture_output=True, timeout=harness.PATIENCE)
        self.assertEqual(self.send(*words).status, DONE)
        copied, sent = self.gateway.posts
        self.assertEqual(copied[2], sent[2])
        self.assertEqual(copied[1]["Authorization"], "Bearer " + KEY)

    def refuse_with_an_echo(self):
        self.gateway.refuse(400, f"messages[0].content: '{PROMPT}' is refused for {KEY}", code="bad")

    def test_a_bundle_has_neither_key_nor_prompt(self):
        self.refuse_with_an_echo()
        path = self.profile.path / "bundle.txt"
        ran = self.send("--bundle", path, PROMPT)
        self.assertEqual(ran.status, GATEWAY, ran.err)
        bundle = path.read_text()
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        for words in ("Account: Work", "HTTP status: 400", "Request id: req-1", "is refused", "Code: bad"):
            self.assertIn(words, bundle)
        for words in (KEY, "Globex", "merger"):
            self.assertNotIn(words, bundle)

    def test_a_bundle_with_the_prompt(self):
        self.gateway.stream(piece("Hello there"), piece(end="stop"))
        ran = self.send("--stream", "--bundle", "-", "--bundle-with-prompt", PROMPT)
        self.assertEqual(ran.status, DONE, ran.err)
        self.assertTrue(ran.out.startswith("Support bundle\n"), ran.out)
        for words in (PROMPT, "Hello there", "HTTP status: 200"):
            self.assertIn(words, ran.out)
        self.assertNotIn(KEY, ran.out)

    def test_a_file_is_replaced_only_where_that_is_wanted(self):
        self.gateway.plain("Hello")
        path = self.profile.path / "bundle.txt"
        path.write_text("precious")
        os.chmod(path, 0o644)
        for place in (path, self.profile.path, self.profile.path / "nowhere" / "b"):
            ran = self.send("--bundle", place, "Hi")
            self.assertEqual(ran.status, USAGE, ran.err)
        self.assertEqual((path.read_text(), self.gateway.posts), ("precious", []))
        self.assertEqual(self.send("--bundle", path, "--force", "Hi").status, DONE)
        self.assertIn("Support bundle", path.read_text())
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)

    def test_a_key_of_a_shape_nobody_knows_is_in_no_bundle(self):
        odd = "tangerine.42.harbour"
        self.profile.environment[VARIABLE] = odd
        self.gateway.refuse(400, f"no such thing as {odd}")
        path = self.profile.path / "bundle.txt"
        ran = self.send("--bundle", path, "Hi")
        self.assertEqual(ran.status, GATEWAY)
        self.assertIn("no such thing as", path.read_text())
        for text in (path.read_text(), ran.out, ran.err):
            self.assertNotIn(odd, text)


if __name__ == "__main__":
    harness.main()
