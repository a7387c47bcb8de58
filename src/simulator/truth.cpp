// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/truth.h"

#include "base/money.h"
#include "simulator/catalogue.h"

#include <QJsonArray>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

QString amountText(qint64 micros)
{
    return Money::fromNanos(micros * 1000).amountText();
}

QJsonObject withAmounts(QJsonObject row, const Figures &figures)
{
    row[u"amount"_s] = amountText(figures.micros);
    row[u"byok"_s] = amountText(figures.byokMicros);
    return row;
}

QJsonArray rows(const std::map<QString, Figures> &sums, const QString &nameField)
{
    QJsonArray list;
    for (const auto &[name, figures] : sums)
        list.append(withAmounts({{nameField, name}}, figures));
    return list;
}

struct Sums {
    Figures total;
    std::map<std::size_t, Figures> accounts;
    QJsonArray keys;
    std::map<QString, Figures> models;
    std::map<QString, Figures> providers;
    std::map<QString, Figures> days;
};

QString modelName(const Key &key, std::size_t model)
{
    return key.account().place == Place::OpenRouter ? models()[model].openRouterId() : models()[model].name;
}

void addDays(Sums &sums, const Key &key, Stretch stretch)
{
    for (auto from = stretch.from; from < stretch.to;) {
        const auto to = qMin(stretch.to, (from / SlotsPerDay + 1) * SlotsPerDay);
        sums.days[dayOf(from).toString(Qt::ISODate)] += key.spent({from, to});
        from = to;
    }
}

void addKey(Sums &sums, const Key &key, Stretch stretch)
{
    const auto spent = key.spent(stretch);
    sums.total += spent;
    sums.accounts[key.plan.account] += spent;
    sums.keys.append(withAmounts({{u"account"_s, key.account().name}, {u"name"_s, key.plan.name}}, spent));
    for (const auto &series : key.series) {
        const auto part = series.spent(stretch);
        sums.models[modelName(key, series.spec().model)] += part;
        sums.providers[series.spec().provider] += part;
    }
    addDays(sums, key, stretch);
}

QJsonArray accountRows(const std::map<std::size_t, Figures> &sums)
{
    QJsonArray list;
    for (const auto &[index, figures] : sums) {
        const auto &account = accountPlans()[index];
        const auto gateway = account.place == Place::OpenRouter ? u"openrouter"_s : u"torouter"_s;
        list.append(withAmounts({{u"name"_s, account.name}, {u"gateway"_s, gateway}}, figures));
    }
    return list;
}

} // namespace

QJsonObject truth(const World &world, Stretch stretch)
{
    Sums sums;
    for (const auto &key : world.keys()) {
        if (key.account().ofCompany && !key.plan.management)
            addKey(sums, key, stretch);
    }
    return {{u"from"_s, startOf(stretch.from).toString(Qt::ISODate)},
        {u"to"_s, startOf(stretch.to).toString(Qt::ISODate)}, {u"currency"_s, u"USD"_s},
        {u"total"_s, amountText(sums.total.micros)}, {u"byok"_s, amountText(sums.total.byokMicros)},
        {u"accounts"_s, accountRows(sums.accounts)}, {u"keys"_s, sums.keys},
        {u"models"_s, rows(sums.models, u"name"_s)}, {u"providers"_s, rows(sums.providers, u"name"_s)},
        {u"days"_s, rows(sums.days, u"day"_s)}};
}

} // namespace tollkeeper::simulator
