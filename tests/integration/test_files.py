# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests come from files and go into files: nothing twice, nothing lost, nothing computed by a spreadsheet."""

import csv
import io
import os
import signal
from decimal import Decimal

import harness
from harness import DONE, INCOMPLETE, USAGE, WRITER, amount, until

HEADING = "id,time,key,model,status,input_tokens,output_tokens,cost,latency_ms\n"
JUNE = ("--from", "2026-06-01", "--to", "2026-06-10")


def line(number, cost="0.001"):
    day, second = 1 + number % 9, number % 86400
    clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return f"r{number},2026-06-{day:02}T{clock}Z,k{number % 3},alpha,200,10,5,{cost},800\n"


class Files(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.add_without_keychain("plain", "openai", "openai-compatible")

    def write(self, text, name="usage.csv"):
        path = self.profile.path / name
        path.write_text(text, encoding="utf-8")
        return path

    def take(self, path, *options, status=DONE):
        ran = self.profile.run("import", path, "--account", "plain", "--json", *options)
        self.assertEqual(ran.status, status, ran.err)
        return ran.json

    def usage(self, *options):
        return self.profile.json("usage", *JUNE, *options)


class Importing(Files):
    def test_rows_count_once_however_often_they_come(self):
        path = self.write(HEADING + "".join(line(i) for i in range(300)))
        report = self.take(path)
        self.assertEqual(report["end"], "done")
        self.assertEqual(report["rows"], {"added": 300, "replaced": 0, "same": 0, "rejected": 0})
        before = self.usage()
        self.assertEqual(amount(before["summary"]["spend"]), Decimal("0.3"))
        again = self.take(path)
        self.assertEqual((again["end"], again["imported_before"][:10]), ("already_imported", "2026-06-10"))
        more = self.take(self.write(HEADING + "".join(line(i) for i in range(310)), "more.csv"))
        self.assertEqual(more["rows"], {"added": 10, "replaced": 0, "same": 300, "rejected": 0})
        self.assertEqual(amount(self.usage()["summary"]["spend"]), Decimal("0.31"))
        self.assertEqual(amount(self.profile.spend(from_="2026-06-01", to="2026-06-10")["total"]), Decimal("0.31"))

    def test_a_dry_run_and_a_preview_change_nothing(self):
        path = self.write(HEADING + line(1) + line(2, "free"))
        preview = self.profile.json("import", path, "--account", "plain", "--preview")
        self.assertEqual(preview["mapping"]["columns"]["cost"], "cost")
        dry = self.take(path, "--dry-run", status=INCOMPLETE)
        self.assertEqual((dry["end"], dry["rows"]["added"], dry["rows"]["rejected"]), ("dry_run", 1, 1))
        self.assertEqual(self.usage()["summary"]["requests"], 0)
        self.assertEqual(self.profile.rows("SELECT COUNT(*) FROM import_file"), [(0,)])

    def test_rejected_rows_are_told_with_their_lines(self):
        path = self.write(HEADING + line(1) + line(2, "free") + '"open\n' + line(3))
        report = self.take(path, status=INCOMPLETE)
        self.assertEqual(report["rows"]["added"], 2)
        self.assertEqual([(row["line"], row["reason"]) for row in report["problems"]],
                         [(3, "bad_number"), (4, "unclosed_quote")])
        ran = self.profile.run("import", self.write(HEADING + line(2, "=1+1\x1b[31m"), "b.csv"), "--account", "plain")
        self.assertEqual(ran.status, INCOMPLETE)
        self.assertIn("line 2: ", ran.err)
        self.assertNotIn("\x1b", ran.err)

    def test_a_person_says_what_the_columns_mean(self):
        path = self.write("wann,was,preis\n2026-06-03 12:00:00,alpha,125\n", "german.csv")
        ran = self.profile.run("import", path, "--account", "plain")
        self.assertEqual(ran.status, USAGE)
        self.assertOneSentenceGroup(ran, "no column tells when a request began")
        options = ("--map", "time=wann", "--map", "model=was", "--map", "cost=preis", "--unit", "cost=hundredths",
                   "--zone", "Europe/Berlin", "--currency", "EUR", "--save-mapping")
        report = self.take(path, *options)
        self.assertTrue(report["made_ids"])
        row = self.usage()["rows"][0]
        self.assertEqual((row["time"], row["cost"]), ("2026-06-03T10:00:00Z", {"amount": "1.250000000", "currency": "EUR"}))
        later = self.take(self.write("wann,was,preis\n2026-06-04 12:00:00,alpha,50\n", "later.csv"))
        self.assertEqual((later["rows"]["added"], later["mapping"]["zone"]), (1, "Europe/Berlin"))
        for options in (("--map", "colour=was"), ("--unit", "cost=ms"), ("--zone", "Mars/Base"), ("--currency", "$"),
                        ("--whole-from", "2026-06-01T00:00:00Z"), ("--map", "cost=nowhere")):
            with self.subTest(options):
                self.assertEqual(self.profile.run("import", path, "--account", "plain", *options).status, USAGE)

    def test_whole_rows_speak_for_the_account(self):
        path = self.write(HEADING + line(0) + line(9))
        report = self.take(path, "--whole-from", "2026-06-01T00:00:00Z", "--whole-to", "2026-06-02T00:00:00Z")
        self.assertTrue(report["whole"])
        self.assertEqual(self.profile.rows("SELECT COUNT(*) FROM whole_interval"), [(1,)])

    def test_ctrl_c_and_kill_leave_an_import_that_goes_on(self):
        rows = 300000
        path = self.write(HEADING + "".join(line(i) for i in range(rows)))
        for stop, status in ((signal.SIGINT, INCOMPLETE), (signal.SIGKILL, -signal.SIGKILL)):
            with self.subTest(stop):
                running = self.profile.start("import", path, "--account", "plain")
                until(lambda: "%" in running.stderr.readline(), "the first rows")
                running.send_signal(stop)
                running.communicate()
                self.assertEqual(running.returncode, status)
        stored = self.profile.rows("SELECT COUNT(*) FROM request")[0][0]
        self.assertGreater(stored, 0)
        self.assertLess(stored, rows)
        report = self.take(path)
        self.assertTrue(report["took_up"])
        self.assertEqual(report["rows"], {"added": rows, "replaced": 0, "same": 0, "rejected": 0})
        self.assertEqual(amount(self.usage()["summary"]["spend"]), Decimal(rows) / 1000)
        self.assertEqual(amount(self.usage()["summary"]["ledger_total"]), Decimal(rows) / 1000)

    def test_what_is_no_usable_file_is_said_in_one_sentence(self):
        folder = self.profile.path / "folder"
        folder.mkdir()
        (self.profile.path / "binary.csv").write_bytes(b"PK\x03\x04\0\0")
        for path, words in ((self.profile.path / "nowhere.csv", "not there"), (folder, "folder"),
                            (self.write("", "empty.csv"), "empty"), (self.profile.path / "binary.csv", "binary"),
                            ("/dev/null", "plain file")):
            with self.subTest(words):
                ran = self.profile.run("import", path, "--account", "plain")
                self.assertEqual(ran.status, USAGE)
                self.assertOneSentenceGroup(ran, words)
        ran = self.profile.run("import", self.write(HEADING + line(1)), "--account", "nobody")
        self.assertEqual(ran.status, USAGE)


class Exporting(Files):
    def setUp(self):
        super().setUp()
        self.take(self.write(HEADING + "".join(line(i) for i in range(100)) + line(100, "").replace("alpha", "=cmd")))

    def export(self, *options):
        path = self.profile.path / "out.csv"
        told = self.profile.json("export", path, *JUNE, *options)
        text = path.read_text(encoding="utf-8-sig")
        return told, list(csv.DictReader(io.StringIO(text, newline="")))

    def test_an_export_is_whole_private_and_reads_back_the_same(self):
        told, records = self.export()
        path = self.profile.path / "out.csv"
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        self.assertEqual((told["rows"], len(records)), (101, 102))
        self.assertEqual([record["record"] for record in records], ["request"] * 101 + ["total"])
        self.assertEqual(Decimal(records[-1]["native_amount"]), Decimal("0.1"))
        guarded = next(record for record in records if "cmd" in record["requested_model"])
        self.assertEqual((guarded["requested_model"], guarded["native_amount"]), ("'=cmd", ""))
        other = harness.Profile()
        self.addCleanup(other.delete)
        other.environment = self.profile.environment
        ran = other.run("account", "add", "--gateway", "openai-compatible", "--name", "plain", "--base-url",
                        self.simulator.greeting["openai"], "--key-env", harness.key_environment("plain"))
        self.assertEqual(ran.status, DONE, ran.err)
        self.assertEqual(other.json("import", path, "--account", "plain")["rows"]["added"], 101)
        mine, theirs = (profile.json("usage", *JUNE, "--limit", "200") for profile in (self.profile, other))
        for table in (mine, theirs):
            for row in table["rows"]:
                del row["source"], row["origin"], row["as_of"]
        self.assertEqual(mine, theirs)

    def test_an_export_holds_what_usage_finds(self):
        filters = (("--key", "k1"), ("--model", "=cmd"), ("--cost-from", "0.001"), ("--status", "failed"),
                   ("--id", "r7"), ("--from", "2026-06-03", "--to", "2026-06-04"))
        for options in filters:
            with self.subTest(options):
                found = self.usage(*options)["summary"]
                told, records = self.export(*options)
                self.assertEqual(told["rows"], found["requests"])
                self.assertEqual(sum(record["record"] == "request" for record in records), found["requests"])

    def test_standard_output_holds_the_file_and_nothing_else(self):
        ran = self.profile.run("export", "-", *JUNE, "--no-bom", "--comments", "--id", "r7")
        lines = ran.out.splitlines()
        self.assertEqual(ran.status, DONE)
        self.assertTrue(lines[0].startswith("# Tollkeeper"))
        self.assertEqual([line.split(",")[0] for line in lines if not line.startswith("#")],
                         ["record", "request", "total"])

    def test_where_it_cannot_write_nothing_is_left(self):
        ran = self.profile.run("export", self.profile.path / "no" / "folder.csv", *JUNE)
        self.assertEqual(ran.status, USAGE)
        self.assertOneSentenceGroup(ran, "choose another folder")
        self.assertFalse((self.profile.path / "no").exists())

    def test_sums_by_day_model_and_key_agree(self):
        total = amount(self.usage()["summary"]["spend"])
        for by in ("day", "model", "key"):
            rows = self.usage("--by", by)["rows"]
            self.assertEqual(sum(amount(money) for row in rows for money in row["amounts"]), total, by)
            self.assertEqual(sum(row["requests"] for row in rows), 101, by)
            self.assertEqual(sum(row["unpriced"] for row in rows), 1, by)

    def test_names_that_are_nobodys_and_words_that_mean_nothing_are_refused(self):
        for options in (("--key", "k9"), ("--account", "nobody"), ("--status", "maybe"), ("--by", "colour"),
                        ("--limit", "-1"), ("--cost-from", "much"), ("--from", "2026-06-05", "--to", "2026-06-01")):
            with self.subTest(options):
                self.assertEqual(self.profile.run("usage", *options).status, USAGE)

    def test_reading_goes_on_beside_an_import(self):
        self.simulator.clear_log()
        self.simulator.fault(match="/openai", delay_ms=600000)
        writer = self.profile.start("poll")
        self.addCleanup(writer.communicate)
        self.addCleanup(writer.kill)
        until(self.simulator.log, "the first request of the poll")
        path = self.write(HEADING + line(200), "late.csv")
        self.assertEqual(self.profile.run("import", path, "--account", "plain").status, WRITER)
        self.assertEqual(self.take(path, "--dry-run")["rows"]["added"], 1)
        self.assertEqual(self.export()[0]["rows"], 101)


class Rates(Files):
    def test_a_converted_total_names_its_rates_or_is_missing(self):
        self.take(self.write(HEADING + line(0, "10") + line(1, "20") + line(2, "5").replace("r2", "x")))
        spend = ("spend", "--from", "2026-06-01", "--to", "2026-06-10", "--zone", "UTC", "--in", "EUR", "--json")
        ran = self.profile.run(*spend)
        self.assertEqual((ran.status, ran.json["converted"]["total"]), (INCOMPLETE, None))
        self.assertIn("USD to EUR on 2026-06-01", ran.json["converted"]["missing"])
        self.assertEqual(self.profile.run("rates", "set", "USD", "EUR", "0.9", "--day", "2026-05-01").status, DONE)
        self.assertEqual(self.profile.run("rates", "set", "EUR", "USD", "1.25", "--day", "2026-06-02").status, DONE)
        ran = self.profile.run(*spend)
        self.assertEqual(ran.status, DONE)
        # 10 on the first by 0.9, 25 after it by the later rate of the opposite pair
        self.assertEqual(ran.json["converted"]["total"], {"amount": "29.000000000", "currency": "EUR"})
        self.assertEqual([rate["rate"] for rate in ran.json["converted"]["rates"]], ["0.900000000", "1.250000000"])
        self.assertEqual(amount(ran.json["total"]), 35)

    def test_rates_come_from_a_file_whole_or_not_at_all(self):
        good = self.write("date,base,quote,rate\n2026-06-01,CNY,USD,0.14\n2026-06-02,CNY,USD,0.141\n", "rates.csv")
        self.assertEqual(self.profile.json("rates", "import", good), {"stored": 2})
        listed = self.profile.json("rates", "list")["rates"]
        self.assertEqual([(row["from"], row["rate"], row["source"]) for row in listed],
                         [("2026-06-01", "0.140000000", "rates.csv"), ("2026-06-02", "0.141000000", "rates.csv")])
        bad = self.write("date,base,quote,rate\n2026-06-03,CNY,USD,0.15\n2026-06-04,CNY,USD,none\n", "bad.csv")
        ran = self.profile.run("rates", "import", bad)
        self.assertEqual(ran.status, USAGE)
        self.assertIn("line 3: ", ran.err)
        self.assertEqual(self.profile.json("rates", "list")["rates"], listed)
        self.assertEqual(self.profile.json("rates", "remove", "CNY", "USD", "--day", "2026-06-02"), {"removed": 1})
        self.assertEqual(self.profile.run("rates", "remove", "CNY", "USD", "--day", "2026-06-02").status, USAGE)
        self.assertEqual(self.profile.run("rates", "remove", "CNY", "USD").status, USAGE)
        for words in (("CNY", "CNY", "1"), ("CNY", "USD", "0"), ("CNY", "USD"), ("YUAN", "USD", "1")):
            self.assertEqual(self.profile.run("rates", "set", *words).status, USAGE, words)


if __name__ == "__main__":
    harness.main()
