# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever comes back instead of figures: said in one sentence, and not one digit changes."""

import json
from decimal import Decimal

import harness
from harness import DONE, GATEWAY, USAGE, amount, secret_tool, store_secret

STAYS = "figures so far stay as they are"
HTML = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Welcome</body></html>"
LATER = "2026-06-10T12:02:00Z"


class AddingWhatDoesNotWork(harness.TestCase):
    def refused(self, base_url, status, *words, gateway="openrouter", key=None):
        ran = self.profile.run("account", "add", "--gateway", gateway, "--name", "new", "--base-url", base_url,
                               "--key-stdin", key=key or self.simulator.keys["openrouter_labs"])
        self.assertEqual(ran.status, status, ran.err)
        self.assertOneSentenceGroup(ran, *words)
        self.assertEqual(ran.out, "")
        self.assertNotIn(self.simulator.keys["openrouter_labs"], ran.err)
        self.assertEqual(self.profile.json("account", "list"), {"accounts": []})
        self.assertEqual(harness.secret_search(self.profile.keychain_service), "")
        return ran

    def test_a_wrong_key(self):
        for gateway, base in (("openrouter", "openrouter"), ("torouter", "torouter"), ("openai-compatible", "openai")):
            with self.subTest(gateway):
                key = "sk-wrong-0123456789abcdef"
                ran = self.refused(self.simulator.greeting[base], GATEWAY, "did not accept this key",
                                   "enter it again", gateway=gateway, key=key)
                self.assertNotIn(key, ran.err)

    def test_a_wrong_path(self):
        self.refused(self.simulator.url + "/openrouter/api/v1/nowhere", GATEWAY, "does not know what we asked for",
                     "Check the address")

    def test_an_address_with_a_web_page(self):
        self.simulator.fault(match="/openrouter", status=200, body=HTML, content_type="text/html")
        self.refused(self.simulator.greeting["openrouter"], GATEWAY, "web page instead of figures",
                     "address of the interface")

    def test_an_address_where_nobody_listens(self):
        self.refused("http://127.0.0.1:1/api/v1", GATEWAY, "no connection to the gateway", "check your connection")

    def test_a_host_that_does_not_exist(self):
        self.refused("https://nonexistent.invalid/api/v1", GATEWAY, "no host of that name", "Check the address")

    def test_plain_http_to_another_machine(self):
        self.refused("http://192.0.2.1/api/v1", USAGE, "https")

    def test_addresses_that_are_none(self):
        for address in ("ftp://example.org/", "not an address", "https://user:word@example.org/",
                        "https://example.org/?key=1"):
            with self.subTest(address):
                self.refused(address, USAGE, "That cannot be used: the address", "Nothing was changed")

    def test_keys_that_would_be_more_than_a_key(self):
        for key in ("sk-first\nX-Injected: yes", "sk-first\r\nX-Injected: yes", "sk with a space", "sk-\u00e4", "\n",
                    "sk-\x00-zero"):
            with self.subTest(repr(key)):
                self.simulator.clear_log()
                self.refused(self.simulator.greeting["openrouter"], USAGE, "That cannot be used: key", key=key)
                self.assertEqual(self.simulator.log(), [])

    def test_a_line_break_at_the_end_is_no_part_of_the_key(self):
        ran = self.profile.run("account", "add", "--gateway", "openrouter", "--name", "labs", "--base-url",
                               self.simulator.greeting["openrouter"], "--key-stdin",
                               key=self.simulator.keys["openrouter_labs"] + "\r\n")
        self.assertEqual(ran.status, DONE)
        self.assertEqual(secret_tool("lookup", self.profile.keychain_service, self.profile.secret_name("labs")),
                         self.simulator.keys["openrouter_labs"])

    def test_an_unknown_gateway(self):
        self.refused(self.simulator.greeting["openrouter"], USAGE, "no gateway “nothing”", gateway="nothing")


class WithFigures(harness.TestCase):
    """Two accounts that have figures."""

    def setUp(self):
        super().setUp()
        self.add("main", "openrouter_management")
        self.add("apac", "torouter_apac", "torouter")
        self.poll()
        self.before = self.figures()
        self.fetched = {name: self.profile.account(name)["fetched_at"] for name in ("main", "apac")}
        self.at(LATER)

    def figures(self):
        """Every figure, one row a line."""
        tables = [self.profile.spend(by=by, to="2026-06-10") for by in ("account", "key", "model", "day")]
        return [str(line) for table in tables
                for line in (table["total"], table["byok"], table["not_itemised"], *table["rows"])]

    def assertChangesNothing(self, account, state, category, *words):
        """One poll of the account fails in this way, for scripts and for people alike."""
        ran = self.profile.poll("--account", account)
        self.assertEqual(ran.status, GATEWAY, ran.out)
        row = ran.json["accounts"][0]
        self.assertEqual((row["state"], row["error"]["category"]), (state, category), row)
        self.assertEqual((row["fetched_at"], row["new_rows"]), (self.fetched[account], 0))
        for word in (STAYS, *words):
            self.assertIn(word, row["error"]["sentence"])
        listed = self.profile.account(account)
        self.assertEqual((listed["state"], listed["fetched_at"], listed["error"]["category"]),
                         (state, self.fetched[account], category))
        self.assertEqual(self.figures(), self.before)
        self.assertIs(self.profile.spend()["at_least"], True)
        output = ran.out + ran.err
        for key in self.simulator.keys.values():
            self.assertNotIn(key, output)
        for inside in ("Traceback", "ASSERT", "Error::", ".cpp"):
            self.assertNotIn(inside, output)
        return row

    def assertRecovers(self):
        """The next good poll brings everything that is true by then."""
        self.simulator.clear_faults()
        rows = self.poll()
        self.assertEqual({row["state"] for row in rows.values()}, {"ok"})
        truth = self.simulator.truth("2026-06-01T00:00:00Z", LATER)
        expected = {row["name"]: Decimal(row["amount"]) for row in truth["accounts"]}
        counted = {row["name"]: amount(row["amount"]) for row in self.profile.spend(to="2026-06-10")["rows"]}
        self.assertEqual(counted, {"main": expected["OpenRouter · main"], "apac": expected["ToRouter · apac"]})

    def spoil(self, **fault):
        self.simulator.clear_faults()
        self.simulator.fault(**fault)


class PollingWhatDoesNotWork(WithFigures):
    """Answers that are none."""

    def test_answers_that_are_no_figures(self):
        table = (
            # fault, state, category, words
            (dict(status=401), "refused", "credentials", "did not accept this key", "enter it again"),
            (dict(status=403), "refused", "policy", "does not allow this key", "Allow it there"),
            (dict(status=404), "stale", "request", "does not know what we asked for", "Check the address"),
            (dict(status=402), "refused", "balance", "no credit left", "Top up there"),
            (dict(status=429, retry_after="60"), "slowed", "rate_limit", "ask too often", "asks again by itself"),
            (dict(status=503, retry_after="120"), "unreachable", "provider", "a failure of its own",
             "asks again by itself"),
            (dict(status=200, body=HTML, content_type="text/html"), "stale", "not_an_api", "web page",
             "address of the interface"),
            (dict(status=200, body=HTML), "stale", "not_an_api", "web page"),
            (dict(status=200, body="all is well", content_type="text/plain"), "stale", "not_an_api"),
            (dict(status=200, body=""), "stale", "protocol", "not in the shape"),
            (dict(status=200, body="[]"), "stale", "protocol", "not in the shape"),
            (dict(status=200, body='{"data":'), "stale", "protocol", "incomplete or not in the shape", "Poll again"),
            (dict(status=200, body='{"data":{}}'), "stale", "protocol", "not in the shape"),
            (dict(status=200, body='{"unexpected":1}'), "stale", "protocol", "not in the shape"),
        )
        for fault, state, category, *words in table:
            for account, path in (("main", "/openrouter"), ("apac", "/torouter")):
                with self.subTest(fault=fault, account=account):
                    self.spoil(match=path, **fault)
                    self.assertChangesNothing(account, state, category, *words)
        self.assertRecovers()

    def test_the_gateway_is_quoted_and_not_obeyed(self):
        message = "no \u001b[31mluck\u0007 <b>today</b>"
        self.spoil(match="/openrouter", status=403, body=json.dumps({"error": {"code": 403, "message": message}}))
        ran = self.profile.run("poll", "--account", "main")
        self.assertEqual(ran.status, GATEWAY)
        self.assertEqual(len(ran.out.strip().splitlines()), 1)
        self.assertIn("luck", ran.out)
        self.assertNotRegex(ran.out + ran.err, r"[\x00-\x09\x0b-\x1f\x7f]")

    def test_a_body_cut_short(self):
        for path in ("/openrouter/api/v1/activity", "/openrouter/api/v1/keys", "/openrouter/api/v1/key"):
            for cut in (0, 1, 120):
                with self.subTest(path=path, cut=cut):
                    self.spoil(match=path, cut_after_bytes=cut)
                    self.assertChangesNothing("main", "unreachable", "network", "or it broke", "asks again by itself")
        self.assertRecovers()

    def test_a_connection_that_is_dropped(self):
        self.spoil(match="/torouter", close=True)
        self.assertChangesNothing("apac", "unreachable", "network", "or it broke")
        self.assertRecovers()

    def test_a_gateway_that_is_gone(self):
        self.profile.write("UPDATE account SET base_url = 'http://127.0.0.1:1/v1' WHERE name = 'apac'")
        self.assertChangesNothing("apac", "unreachable", "network", "no connection to the gateway")

    def test_a_host_that_is_gone(self):
        self.profile.write("UPDATE account SET base_url = 'https://nonexistent.invalid/v1' WHERE name = 'apac'")
        self.assertChangesNothing("apac", "unreachable", "host_not_found", "no host of that name", "your connection")

    def test_a_redirect_is_named_and_not_followed(self):
        other = harness.Simulator()
        self.addCleanup(other.stop)
        for status in (301, 302, 303, 307, 308):
            with self.subTest(status):
                self.spoil(match="/openrouter", status=status, location=other.greeting["openrouter"] + "/key")
                row = self.assertChangesNothing("main", "stale", "redirected", "redirects to",
                                                other.url.removeprefix("http://"),
                                                "Enter that address if it is the right one")
                self.assertEqual(row["requests"], 1)
        self.assertEqual(other.log(), [])
        self.assertRecovers()

    def test_a_short_wait_that_is_asked_for_is_granted(self):
        self.spoil(match="/torouter", status=429, retry_after="1", times=1)
        rows = self.poll("--account", "apac")
        self.assertEqual((rows["apac"]["state"], rows["apac"]["requests"]), ("ok", 2))

    def test_one_failure_is_repeated_and_forgotten(self):
        self.spoil(match="/torouter", status=503, times=1)
        self.assertEqual(self.poll("--account", "apac")["apac"]["requests"], 2)
        self.assertRecovers()

    def test_one_bad_page_among_good_ones_spoils_the_whole_poll(self):
        self.spoil(match="/openrouter/api/v1/activity", status=200, body='{"data":[{"date":"2026-06-09"}]}')
        self.assertChangesNothing("main", "stale", "protocol", "not in the shape")
        self.assertRecovers()


class AlteredAnswers(WithFigures):
    """The true answer with one value altered: strings are read as decimals, rubbish is refused, nothing becomes 0."""

    KEY, ACTIVITY, USAGE = "/openrouter/api/v1/key", "/openrouter/api/v1/activity", "/torouter/v1/usage"

    def true_answer(self, path, ring):
        self.simulator.clear_faults()
        return json.loads(self.simulator.answer(path, self.simulator.keys[ring]), parse_float=Decimal)

    def alter(self, path, ring, change):
        document = self.true_answer(path, ring)
        change(document)
        self.spoil(match=path, status=200, body=json_text(document))

    def test_amounts_as_text_are_the_same_amounts(self):
        def as_text(document):
            for row in document["data"]:
                row["usage"] = str(row["usage"])
                row["byok_usage_inference"] = str(row["byok_usage_inference"])
        self.alter(self.ACTIVITY, "openrouter_management", as_text)
        self.poll()
        as_text_was_told = self.figures()
        self.simulator.clear_faults()
        self.poll()
        self.assertEqual(self.figures(), as_text_was_told)
        self.assertRecovers()

    def test_values_that_are_no_amounts_are_refused(self):
        for value in ("twelve", "12,50", "", "0x10", "1e400", "NaN", True, [], {}, None):
            with self.subTest(repr(value)):
                def change(document, value=value):
                    document["data"][3]["usage"] = value
                self.alter(self.ACTIVITY, "openrouter_management", change)
                self.assertChangesNothing("main", "stale", "protocol", "not in the shape", "nothing of it was used")
        self.assertRecovers()

    def test_a_day_that_is_none_is_refused(self):
        for value in ("2026-13-45", "yesterday", 20260609, None):
            with self.subTest(repr(value)):
                def change(document, value=value):
                    document["data"][0]["date"] = value
                self.alter(self.ACTIVITY, "openrouter_management", change)
                self.assertChangesNothing("main", "stale", "protocol", "not in the shape")
        self.assertRecovers()

    def test_amounts_of_a_torouter_key(self):
        for value in ("much", None, True, []):
            with self.subTest(repr(value)):
                def change(document, value=value):
                    document["daily_usage"][0]["actual_cost"] = value
                self.alter(self.USAGE, "torouter_apac", change)
                self.assertChangesNothing("apac", "stale", "protocol", "not in the shape")

        def as_text(document):
            for row in document["daily_usage"] + document["model_stats"]:
                row["actual_cost"] = str(row["actual_cost"])
        self.alter(self.USAGE, "torouter_apac", as_text)
        self.poll("--account", "apac")
        self.assertRecovers()

    def test_counters_of_a_key(self):
        for value in ("plenty", None, True):
            with self.subTest(repr(value)):
                def change(document, value=value):
                    document["data"][0]["usage"] = value
                self.alter("/openrouter/api/v1/keys", "openrouter_management", change)
                self.assertChangesNothing("main", "stale", "protocol", "not in the shape")
        self.assertRecovers()


def json_text(document):
    """JSON with decimals as they were, never through a double."""
    marks = {}

    def mark(value):
        name = f"@{len(marks)}@"
        marks[f'"{name}"'] = str(value)
        return name
    text = json.dumps(document, default=mark)
    for name, number in marks.items():
        text = text.replace(name, number)
    return text


if __name__ == "__main__":
    harness.main()
