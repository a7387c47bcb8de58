#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text a person reads can be translated: Qt's own tool finds each under the heading that the program asks for.

texts.py LUPDATE SOURCE OUT.ts: writes what there is to translate, which the tests that open pages compare with what is
really asked for.
"""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


def gather(lupdate, source, out):
    """What the tool says besides its counts is a text it could not file."""
    pathlib.Path(out).unlink(missing_ok=True)
    run = subprocess.run(
        [lupdate, "-I", "src", "-recursive", "src", "qml", "-ts", out], cwd=source, capture_output=True, text=True)
    chatter = re.compile(r"^(Scanning directory|Updating|\s+Found \d+|$)")
    said = [line for line in (run.stdout + run.stderr).splitlines() if not chatter.match(line)]
    return said if run.returncode == 0 else said + [f"lupdate ended with {run.returncode}"]


def without_heading(tree):
    return [f"no heading: {message.findtext('source')}"
            for context in tree.iter("context") if not context.findtext("name")
            for message in context.iter("message")]


def without_plural(tree):
    """A number in a text needs the plural forms of each language, which only a marked text gets."""
    return [f"%n without plural forms: {message.findtext('source')}"
            for message in tree.iter("message")
            if "%n" in message.findtext("source") and message.get("numerus") != "yes"]


def variable_texts(source, tree):
    """A text from a table is found only if the table marks it for the same heading."""
    problems = []
    files = [path for path in (source / "src").rglob("*") if path.suffix in (".cpp", ".h")]
    contents = {path: path.read_text() for path in files}
    marked = {name for text in contents.values()
              for name in re.findall(r'QT_TRANSLATE_N?_?NOOP\w*\(\s*"(\w+)"', text)}
    for path, text in contents.items():
        for call in re.finditer(r"texts::(\w+)::tr\(\s*([^\"\s][^,)]*)", text):
            if call[1] not in marked:
                problems.append(f"{path.relative_to(source)}: {call[2]} is nowhere marked for “{call[1]}”")
        for call in re.finditer(r'\btranslate\(\s*"(\w+)",\s*([^"\s][^,)]*)', text):
            problems.append(f"{path.relative_to(source)}: say texts::{call[1]}::tr({call[2]})")
    return problems


def main():
    lupdate, source, out = sys.argv[1:]
    problems = gather(lupdate, source, out)
    tree = ElementTree.parse(out)
    problems += without_heading(tree) + without_plural(tree) + variable_texts(pathlib.Path(source), tree)
    count = sum(1 for _ in tree.iter("message"))
    print("\n".join(problems))
    print(f"texts: {count} to translate, {len(problems)} problems")
    return 1 if problems or not count else 0


if __name__ == "__main__":
    sys.exit(main())
