#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare_with_truth.py TOLLKEEPERCTL DIR: prints the demo's spend by key and exits 1 unless the ledger in DIR/profile adds
up in every way to what the simulator says was spent (DIR/truth.json)."""
import decimal
import json
import subprocess
import sys

CTL, DIRECTORY = sys.argv[1:3]
NOW = "2026-06-18T14:32:00Z"


def ctl(*arguments):
    command = [CTL, "--profile", f"{DIRECTORY}/profile", "--clock", NOW, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def spend(by):
    return json.loads(ctl("--json", "spend", "--by", by))


def amount(money):
    return decimal.Decimal(money["amount"] if isinstance(money, dict) else money)


def main():
    print(ctl("spend", "--by", "key"))
    with open(f"{DIRECTORY}/truth.json", encoding="utf-8") as file:
        truth = json.load(file)
    sums = {"simulator's truth": amount(truth["total"])}
    for by in ("key", "model", "provider", "day", "account"):
        table = spend(by)
        sums[f"sum by {by}" + (" plus not itemised" if amount(table["not_itemised"]) else "")] = (
            sum(amount(row["amount"]) for row in table["rows"]) + amount(table["not_itemised"])
        )
    accounts = {row["name"]: amount(row["amount"]) for row in spend("account")["rows"]}
    wrong = []
    for account in truth["accounts"]:
        if accounts.get(account["name"], decimal.Decimal(0)) != amount(account["amount"]):
            wrong.append(f"{account['name']}: ledger {accounts.get(account['name'])}, truth {account['amount']}")
    for name, total in sums.items():
        print(f"{name:36} {total:>18}")
    if len(set(sums.values())) != 1:
        wrong.append("the sums differ")
    print("All sums agree." if not wrong else "WRONG: " + "; ".join(wrong))
    sys.exit(bool(wrong))


main()
