// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/truth.h"

#include "base/money.h"
#include "simulator/catalogue.h"
#include "simulator/truth_parts.h"

#include <QJsonArray>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

QJsonArray rows(const std::map<QString, Figures> &sums, const QString &nameField)
{
    QJsonArray list;
    for (const auto &[name, figures] : sums)
        list.append(withFigures({{nameField, name}}, figures));
    return list;
}

struct Sums {
    Figures total;
    std::map<std::size_t, Figures> accounts;
    QJsonArray keys;
    QJsonArray cells;
    std::map<QString, Figures> models;
    std::map<QString, Figures> providers;
    std::map<QString, Figures> days;
};

//! What tells a key from all others; its name alone need not.
QJsonObject keyNames(const Key &key)
{
    QJsonObject names{{u"account"_s, key.account().name}, {u"name"_s, key.plan.name}};
    if (key.account().place == Place::OpenRouter) {
        names[u"hash"_s] = key.hash;
        names[u"workspace"_s] = key.workspace().name;
    }
    return names;
}

void addDays(Sums &sums, const Key &key, Stretch stretch, const QTimeZone &zone)
{
    for (auto from = stretch.from; from < stretch.to;) {
        const auto day = startOf(from).toTimeZone(zone).date();
        const auto end = slotFrom(day.addDays(1).startOfDay(zone));
        const auto to = qMin(stretch.to, end);
        sums.days[day.toString(Qt::ISODate)] += key.spent({from, to});
        from = to;
    }
}

void addSeries(Sums &sums, const Key &key, Stretch stretch)
{
    std::map<QString, Figures> models;
    for (const auto &series : key.series) {
        const auto part = series.spent(stretch);
        models[modelName(key, series.spec().model)] += part;
        sums.providers[series.spec().provider] += part;
    }
    for (const auto &[model, figures] : models) {
        sums.models[model] += figures;
        auto names = keyNames(key);
        names[u"model"_s] = model;
        sums.cells.append(withFigures(names, figures));
    }
}

void addKey(Sums &sums, const Key &key, Stretch stretch, const QTimeZone &zone)
{
    const auto spent = key.spent(stretch);
    sums.total += spent;
    sums.accounts[key.plan.account] += spent;
    sums.keys.append(withFigures(keyNames(key), spent));
    addSeries(sums, key, stretch);
    addDays(sums, key, stretch, zone);
}

QJsonArray accountRows(const std::map<std::size_t, Figures> &sums)
{
    QJsonArray list;
    for (const auto &[index, figures] : sums) {
        const auto &account = accountPlans()[index];
        list.append(
            withFigures({{u"name"_s, account.name}, {u"gateway"_s, gatewayName(account.place)}}, figures));
    }
    return list;
}

} // namespace

QString amountText(qint64 micros)
{
    return Money::fromNanos(micros * 1000).amountText();
}

QString gatewayName(Place place)
{
    switch (place) {
    case Place::OpenRouter:
        return u"openrouter"_s;
    case Place::ToRouter:
        return u"torouter"_s;
    case Place::OpenAi:
        return u"openai"_s;
    case Place::Sub2api:
        return u"sub2api"_s;
    case Place::Chuizi:
        return u"chuizi"_s;
    case Place::LiteLlm:
        return u"litellm"_s;
    case Place::NewApi:
        return u"newapi"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject withFigures(QJsonObject row, const Figures &figures)
{
    row[u"amount"_s] = amountText(figures.micros);
    row[u"byok"_s] = amountText(figures.byokMicros);
    row[u"requests"_s] = figures.requests;
    row[u"prompt_tokens"_s] = figures.promptTokens;
    row[u"completion_tokens"_s] = figures.completionTokens;
    row[u"reasoning_tokens"_s] = figures.reasoningTokens;
    row[u"cache_read_tokens"_s] = figures.cacheReadTokens;
    row[u"cache_write_tokens"_s] = figures.cacheWriteTokens;
    return row;
}

QString modelName(const Key &key, std::size_t model)
{
    const auto place = key.account().place;
    const bool withVendor = place == Place::OpenRouter || place == Place::Chuizi;
    return withVendor ? models()[model].openRouterId() : models()[model].name;
}

bool TruthScope::includes(const Key &key) const
{
    const bool meant = account ? key.plan.account == *account : key.account().ofCompany;
    return meant && !key.plan.management;
}

QJsonObject truth(const World &world, Stretch stretch, const TruthScope &scope)
{
    Sums sums;
    for (const auto &key : world.keys()) {
        if (scope.includes(key))
            addKey(sums, key, stretch, scope.zone);
    }
    return {{u"from"_s, startOf(stretch.from).toString(Qt::ISODate)},
        {u"to"_s, startOf(stretch.to).toString(Qt::ISODate)}, {u"currency"_s, u"USD"_s},
        {u"zone"_s, QString::fromLatin1(scope.zone.id())}, {u"total"_s, amountText(sums.total.micros)},
        {u"byok"_s, amountText(sums.total.byokMicros)}, {u"requests"_s, sums.total.requests},
        {u"accounts"_s, accountRows(sums.accounts)}, {u"keys"_s, sums.keys}, {u"keys_by_model"_s, sums.cells},
        {u"models"_s, rows(sums.models, u"name"_s)}, {u"providers"_s, rows(sums.providers, u"name"_s)},
        {u"days"_s, rows(sums.days, u"day"_s)}};
}

} // namespace tollkeeper::simulator
