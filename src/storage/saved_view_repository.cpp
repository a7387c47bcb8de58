// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/saved_view_repository.h"

#include "domain/request_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

template<typename T, typename ToNumber>
QJsonArray numbers(const QList<T> &values, ToNumber toNumber)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(static_cast<qint64>(toNumber(value)));
    return array;
}

QStringList texts(const QJsonValue &value)
{
    QStringList all;
    for (const auto &text : value.toArray())
        all.append(text.toString());
    return all;
}

QJsonObject contentOf(const SavedView &view)
{
    const auto &filter = view.filter;
    const auto idOf = [](const auto &id) { return id.value(); };
    const auto self = [](auto value) { return value; };
    QJsonObject content{{u"period"_s, view.period}, {u"first"_s, filter.days.first.toString(Qt::ISODate)},
        {u"last"_s, filter.days.last.toString(Qt::ISODate)}, {u"accounts"_s, numbers(filter.accounts, idOf)},
        {u"keys"_s, numbers(filter.keys, idOf)},
        {u"requested"_s, QJsonArray::fromStringList(filter.requestedModels)},
        {u"served"_s, QJsonArray::fromStringList(filter.servedModels)},
        {u"providers"_s, QJsonArray::fromStringList(filter.providers)},
        {u"outcomes"_s, numbers(filter.outcomes, self)}, {u"statuses"_s, numbers(filter.httpStatuses, self)},
        {u"fell_back"_s, filter.fellBackOnly}, {u"request"_s, filter.requestId},
        {u"playground"_s, QString(toText(filter.playground))}};
    if (filter.costFrom) {
        content[u"cost_from"_s] = filter.costFrom->amountText();
        content[u"currency"_s] = filter.costFrom->currency().code();
    }
    return content;
}

SavedView viewFrom(const QString &name, const QJsonObject &content)
{
    SavedView view{name, content.value("period"_L1).toString(), {}};
    auto &filter = view.filter;
    filter.days = {QDate::fromString(content.value("first"_L1).toString(), Qt::ISODate),
        QDate::fromString(content.value("last"_L1).toString(), Qt::ISODate)};
    for (const auto &id : content.value("accounts"_L1).toArray())
        filter.accounts.append(AccountId(id.toInteger()));
    for (const auto &id : content.value("keys"_L1).toArray())
        filter.keys.append(KeyId(id.toInteger()));
    filter.requestedModels = texts(content.value("requested"_L1));
    filter.servedModels = texts(content.value("served"_L1));
    filter.providers = texts(content.value("providers"_L1));
    for (const auto &outcome : content.value("outcomes"_L1).toArray())
        filter.outcomes.append(static_cast<RequestOutcome>(outcome.toInt()));
    for (const auto &status : content.value("statuses"_L1).toArray())
        filter.httpStatuses.append(status.toInt());
    filter.fellBackOnly = content.value("fell_back"_L1).toBool();
    filter.requestId = content.value("request"_L1).toString();
    filter.playground
        = playgroundRowsFromText(content.value("playground"_L1).toString()).value_or(PlaygroundRows::Counted);
    const auto currency = Currency::fromCode(content.value("currency"_L1).toString());
    if (currency) {
        const auto least = Money::fromText(content.value("cost_from"_L1).toString(), *currency);
        filter.costFrom = least ? std::optional(*least) : std::nullopt;
    }
    return view;
}

} // namespace

Result<QList<SavedView>> SavedViewRepository::all()
{
    auto rows = m_database.run(u"SELECT name, content FROM saved_view ORDER BY name"_s);
    if (!rows)
        return fail(rows.error());
    QList<SavedView> views;
    while (rows->next())
        views.append(viewFrom(
            rows->value(0).toString(), QJsonDocument::fromJson(rows->value(1).toString().toUtf8()).object()));
    return views;
}

Outcome SavedViewRepository::save(const SavedView &view)
{
    const auto content = QString::fromUtf8(QJsonDocument(contentOf(view)).toJson(QJsonDocument::Compact));
    return m_database.execute(u"INSERT OR REPLACE INTO saved_view (name, content) VALUES (:name, :content)"_s,
        {{":name", view.name}, {":content", content}});
}

Outcome SavedViewRepository::remove(const QString &name)
{
    return m_database.execute(u"DELETE FROM saved_view WHERE name = :name"_s, {{":name", name}});
}

} // namespace tollkeeper
