#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the tree against the rules of its layers. Usage: check.py ROOT; prints what is wrong, exits 1 if anything is."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
SRC = ROOT / "src"
WARN_LINES, FAIL_LINES = 300, 500

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md",
    "src", "qml", "resources", "translations", "tests", "packaging", "docs", "cmake",
}

# Where a secret leaves for the person in front of the screen; everything else of platform/ may not read one.
FOR_THE_PERSON = {"platform/secret_clipboard.cpp", "platform/secret_painter.cpp"}

# pattern -> folders of src, or single files, where it may stand, and why
FORBIDDEN = [
    (r"#include <QSql|\bQSql\w+", {"storage"}, "SQL stays in storage"),
    (r"#include <Q(Network|Ssl|Tcp)|\bQNetwork\w+", {"net"}, "HTTP stays in net"),
    (r"\.reveal\(\)|->reveal\(\)", {"net", "secrets"} | FOR_THE_PERSON, "a Secret's only exit"),
    (r"#include <(QQml|QtQml|qqml|QQuick)", {"viewmodels", "app"}, "QML stays in viewmodels and app"),
    (r"#include <qt6keychain|#include <keychain.h>", {"secrets"}, "QtKeychain stays in secrets"),
    (r"\bcurrentDateTime(Utc)?\(|QDate::currentDate\(", {"base"}, "ask the injected clock"),
    (r"auto &?\w+ = [^;\n]*Object\(\)\[[^\]]*\];", set(), "a reference into a JSON object that is gone: use value()"),
    (r"ignoreSslErrors", set(), "TLS errors are never ignored"),
    (r"setInsecureFallback\(true", set(), "no plain-text fallback"),
    (r"std::(expected|source_location)\b|std::views::", set(), "clang-tidy 14 cannot read it (docs/adr/0001)"),
]
# Only a name may be awaited (docs/adr/0004): "co_await name;", "co_await name)", "(void)co_await name;".
AWAIT = re.compile(r"co_await\s+([^;]+?)(?=;|\)\s*;|\)\s*$|; !)")
AWAIT_NAME = re.compile(r"^\(?[A-Za-z_]\w*(\.get\(\))?\)?$")


# A file that must name what its layer may not, and why.
EXCEPTIONS = {
    "app/no_network.h": "refuses the QML engine every network access",
    "app/no_network.cpp": "refuses the QML engine every network access",
}
UNTRANSLATED = {"Tollkeeper", "https://"}


def layers():
    table = {}
    for line in (SRC / "layers.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, uses = line.split(":", 1)
            table[name] = set(uses.split())
    return table


def gateway_names():
    return [f.name for f in sorted((SRC / "gateways").iterdir()) if (f / "CMakeLists.txt").exists()]


def check_includes(path, layer, text, table):
    for target in re.findall(r'#include "([^"]+)"', text):
        folder = target.split("/")[0]
        if folder not in table or folder == layer:
            continue
        if folder not in table[layer] and target not in table[layer]:
            yield f"{path}: {layer} may not include {target} (src/layers.txt)"


def check_awaits(path, text):
    for line_number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0]
        for awaited in AWAIT.findall(code):
            if not AWAIT_NAME.match(awaited.strip()):
                yield f"{path}:{line_number}: await only a name, not {awaited.strip()!r} (docs/adr/0004)"


def check_gateway_isolation(path, text, names):
    own = path.relative_to(SRC).parts
    for name in names:
        inside = len(own) > 2 and own[0] == "gateways" and own[1] == name
        if not inside and own[0] != "simulator" and re.search(rf'"gateways/{name}/|\b{name}::', text):
            yield f"{path}: the gateway {name} is named outside its folder"


def check_source(path, table, names):
    layer = path.relative_to(SRC).parts[0]
    text = path.read_text()
    if layer not in table:
        yield f"{path}: no line for {layer} in src/layers.txt"
        return
    yield from check_includes(path, layer, text, table)
    yield from check_awaits(path, text)
    yield from check_gateway_isolation(path, text, names)
    if layer != "simulator" and str(path.relative_to(SRC)) not in EXCEPTIONS:
        for pattern, allowed, why in FORBIDDEN:
            if not {layer, str(path.relative_to(SRC))} & allowed and re.search(pattern, text):
                yield f"{path}: {re.search(pattern, text).group(0)!r}: {why}"


def check_qml(path):
    text = path.read_text()
    raw = re.search(r"^\s*(Text|Label)\s*\{", text, re.M)
    if raw and "controls" not in path.parts:
        yield f"{path}: raw {raw.group(1)}: use SafeText, server text must never be markup"
    if re.search(r'"#[0-9a-fA-F]{3,8}"', text) and path.name != "Theme.qml":
        yield f"{path}: a colour outside Theme.qml"
    for value in re.findall(r'\b(?:text|title|placeholderText)\s*:\s*"([^"]*[A-Za-z]{3}[^"]*)"', text):
        if value not in UNTRANSLATED:
            yield f"{path}: {value!r} is not translatable"


def check_file(path):
    lines = path.read_text().splitlines()
    if not lines or "SPDX-License-Identifier: GPL-3.0-or-later" not in "".join(lines[:2]):
        yield f"{path}: no SPDX line"
    if len(lines) > FAIL_LINES:
        yield f"{path}: {len(lines)} lines, probably two things"
    elif len(lines) > WARN_LINES:
        print(f"warning: {path}: {len(lines)} lines")


def check_readme(table):
    readme = SRC / "README.md"
    shown = readme.read_text() if readme.exists() else ""
    for name in table:
        if f"`{name}/`" not in shown:
            yield f"src/README.md does not tell what {name}/ is for"


def main():
    table, names = layers(), gateway_names()
    wrong = list(check_readme(table))
    for entry in ROOT.iterdir():
        if not entry.name.startswith(".") and entry.name not in TOP_LEVEL | {"build"}:
            wrong.append(f"{entry.name}: not in the agreed layout")
    for path in sorted(SRC.rglob("*.[ch]*")):
        if path.suffix in {".cpp", ".h"}:
            wrong += check_source(path, table, names)
    for path in sorted((ROOT / "qml").rglob("*.qml")):
        wrong += check_qml(path)
    for folder, suffixes in ((SRC, {".cpp", ".h"}), (ROOT / "tests", {".cpp", ".h", ".qml", ".py", ".sh"}), (ROOT / "qml", {".qml"})):
        for path in sorted(folder.rglob("*")):
            if path.suffix in suffixes:
                wrong += check_file(path)
    print("\n".join(wrong) or "ok")
    sys.exit(bool(wrong))


main()
