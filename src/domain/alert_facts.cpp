// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alert.h"

#include <QJsonValue>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Visits every member with its name in JSON: one list for both directions.
template<typename Facts, typename Visit>
void eachMember(Facts &facts, Visit visit)
{
    visit("name"_L1, facts.name);
    visit("account"_L1, facts.accountName);
    visit("spent"_L1, facts.spent);
    visit("limit"_L1, facts.limit);
    visit("expected"_L1, facts.expected);
    visit("usual"_L1, facts.usual);
    visit("percent"_L1, facts.percent);
    visit("times"_L1, facts.times);
    visit("days_left"_L1, facts.daysLeft);
    visit("count"_L1, facts.count);
    visit("of"_L1, facts.of);
    visit("since"_L1, facts.since);
    visit("until"_L1, facts.until);
    visit("before"_L1, facts.before);
    visit("after"_L1, facts.after);
    visit("cause"_L1, facts.cause);
    visit("driver"_L1, facts.driver);
    visit("period_first"_L1, facts.periodFirst);
    visit("period_last"_L1, facts.periodLast);
    visit("at_least"_L1, facts.isAtLeast);
}

QJsonValue valueOf(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QJsonValue valueOf(const QDate &day)
{
    return valueOf(day.isValid() ? day.toString(Qt::ISODate) : QString());
}

QJsonValue valueOf(bool flag)
{
    return flag ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined);
}

QJsonValue valueOf(const Money &money)
{
    return QJsonObject{{u"amount"_s, money.amountText()}, {u"currency"_s, money.currency().code()}};
}

QJsonValue valueOf(double number)
{
    return number;
}

QJsonValue valueOf(qint64 count)
{
    return count;
}

QJsonValue valueOf(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

template<typename Value>
QJsonValue valueOf(const std::optional<Value> &value)
{
    return value ? valueOf(*value) : QJsonValue(QJsonValue::Undefined);
}

void read(const QJsonValue &json, QString &text)
{
    text = json.toString();
}

void read(const QJsonValue &json, QDate &day)
{
    day = QDate::fromString(json.toString(), Qt::ISODate);
}

void read(const QJsonValue &json, bool &flag)
{
    flag = json.toBool();
}

void read(const QJsonValue &json, std::optional<Money> &money)
{
    if (const auto currency = Currency::fromCode(json[u"currency"_s].toString())) {
        if (const auto amount = Money::fromText(json[u"amount"_s].toString(), *currency))
            money = *amount;
    }
}

void read(const QJsonValue &json, std::optional<double> &number)
{
    if (json.isDouble())
        number = json.toDouble();
}

void read(const QJsonValue &json, std::optional<qint64> &count)
{
    if (json.isDouble())
        count = json.toInteger();
}

void read(const QJsonValue &json, std::optional<QDateTime> &moment)
{
    auto read = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    if (read.isValid())
        moment = read.toUTC();
}

} // namespace

QJsonObject toJson(const AlertFacts &facts)
{
    QJsonObject json;
    eachMember(facts, [&json](QLatin1StringView name, const auto &member) {
        if (const auto value = valueOf(member); !value.isUndefined())
            json.insert(name, value);
    });
    return json;
}

AlertFacts alertFactsFrom(const QJsonObject &json)
{
    AlertFacts facts;
    eachMember(facts, [&json](QLatin1StringView name, auto &member) { read(json.value(name), member); });
    return facts;
}

} // namespace tollkeeper
