// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/output.h"

#include "base/clock.h"
#include "words/explain.h"

#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

void write(FILE *file, const QString &line)
{
    QTextStream(file) << line << '\n';
}

} // namespace

QString printable(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !c.isPrint(); }, u' ');
    return text;
}

Exit exitFor(const Error &error)
{
    using Kind = Error::Kind;
    if (error.kind <= Kind::Rejected)
        return Exit::GatewayFailed;
    if (error.kind <= Kind::SecretMissing)
        return Exit::KeychainNotUsable;
    switch (error.kind) {
    case Kind::ProfileLocked:
        return Exit::ProfileLocked;
    case Kind::InvalidInput:
    case Kind::NotFound:
    case Kind::File:
        return Exit::WrongUsage;
    case Kind::SecondFactorNeeded:
        return Exit::WrongUsage;
    case Kind::LoginNotOffered:
    case Kind::LoginRefused:
    case Kind::NotOffered:
    case Kind::SecretMismatch:
    case Kind::Busy:
    case Kind::TooEarly:
    case Kind::AppLocked:
    case Kind::Leak:
        return Exit::No;
    case Kind::LoginNeeded:
    case Kind::NotApplied:
        return Exit::GatewayFailed;
    case Kind::Cancelled:
        return Exit::Incomplete;
    default:
        return Exit::DataDamaged;
    }
}

void printJson(const QJsonObject &document)
{
    QTextStream(stdout) << QJsonDocument(document).toJson(QJsonDocument::Indented);
}

void printJsonLine(const QJsonObject &document)
{
    QTextStream(stdout) << QJsonDocument(document).toJson(QJsonDocument::Compact) << '\n';
}

void printLine(const OutputMode &mode, const QString &line)
{
    if (!mode.json && !mode.quiet)
        write(stdout, printable(line));
}

void printWarning(const OutputMode &mode, const QString &sentence)
{
    if (!mode.quiet)
        write(stderr, printable(sentence));
}

void printError(const QString &sentence)
{
    write(stderr, printable(sentence));
}

void printTable(const OutputMode &mode, const QList<QStringList> &rows, const QList<bool> &alignRight)
{
    QList<qsizetype> widths(alignRight.size(), 0);
    for (const auto &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    for (const auto &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const auto cell = printable(row.at(i));
            line += alignRight.at(i) ? cell.rightJustified(widths.at(i)) : cell.leftJustified(widths.at(i));
            line += u"  "_s;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        printLine(mode, line);
    }
}

Exit report(const OutputMode &mode, const Error &error)
{
    printError(explain(error).sentence);
    if (mode.json)
        printJson({{u"error"_s, toJson(error)}});
    return exitFor(error);
}

Exit reportUsage(const QString &sentence)
{
    write(stderr, sentence);
    return Exit::WrongUsage;
}

QJsonObject toJson(Money money)
{
    return {{u"amount"_s, money.amountText()}, {u"currency"_s, money.currency().code()}};
}

QJsonValue toJson(const std::optional<Money> &money)
{
    return money ? QJsonValue(toJson(*money)) : QJsonValue();
}

QJsonValue toJson(const std::optional<qint64> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonValue toJson(const std::optional<QDateTime> &moment)
{
    return moment ? QJsonValue(utcText(*moment)) : QJsonValue();
}

QJsonObject toJson(const Error &error)
{
    const auto words = explain(error);
    const auto category
        = error.kind == Error::Kind::Rejected ? QString(toText(error.category)) : QString(toText(error.kind));
    return {{u"category"_s, category}, {u"title"_s, words.title}, {u"sentence"_s, words.sentence},
        {u"detail"_s, error.detail}};
}

} // namespace tollkeeper::ctl
