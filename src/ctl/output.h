// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"
#include "base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace tollkeeper::ctl {

//! Exit status of tollkeeperctl (design: cli).
enum class Exit : std::uint8_t {
    Done = 0,
    No = 1, //!< the answer is "no": budget over, key invalid
    WrongUsage = 2,
    GatewayFailed = 3,
    Incomplete = 4,
    ProfileLocked = 5,
    KeychainNotUsable = 6,
    DataDamaged = 7,
};

[[nodiscard]] Exit exitFor(const Error &error);

//! What the common options say about output.
struct OutputMode {
    bool json = false;
    bool quiet = false;
};

//! A gateway's or a file's text may hold control characters; a terminal must not obey them.
[[nodiscard]] QString printable(QString text);

//! The one JSON document on standard output.
void printJson(const QJsonObject &document);
//! One of several documents, on a line of its own.
void printJsonLine(const QJsonObject &document);
//! A line for people on standard output; nothing with --quiet or --json.
void printLine(const OutputMode &mode, const QString &line);
//! A sentence to mind on standard error; nothing with --quiet.
void printWarning(const OutputMode &mode, const QString &sentence);
//! What failed, on standard error, also with --quiet.
void printError(const QString &sentence);
//! Columns for people, numbers to the right. The first row is the heading.
void printTable(const OutputMode &mode, const QList<QStringList> &rows, const QList<bool> &alignRight);
//! One sentence on standard error, and with --json the same as {"error": {...}} on standard output.
[[nodiscard]] Exit report(const OutputMode &mode, const Error &error);
//! What a person did wrong in calling us, on standard error.
[[nodiscard]] Exit reportUsage(const QString &sentence);

//! {"amount": "12.340000000", "currency": "USD"}
[[nodiscard]] QJsonObject toJson(Money money);
//! null for unknown, never 0.
[[nodiscard]] QJsonValue toJson(const std::optional<Money> &money);
[[nodiscard]] QJsonValue toJson(const std::optional<qint64> &count);
[[nodiscard]] QJsonValue toJson(const std::optional<QDateTime> &moment);
//! {"category", "title", "sentence", "detail"}; category in the decoder's vocabulary, else the kind of
//! failure.
[[nodiscard]] QJsonObject toJson(const Error &error);

} // namespace tollkeeper::ctl
