// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"
#include "gateways/connector.h"

#include <QHash>
#include <QJsonObject>

namespace tollkeeper::openrouter {

//! One key object, as `GET /key` and `GET /keys` both send it: usage in USD, all time and of the UTC day,
//! week (from Monday) and month; the estimate for own provider keys (BYOK) apart.
struct KeyAnswer {
    KeyFacts key; //!< remoteId is the hash, empty where the answer has none
    CounterReading counters;
};
[[nodiscard]] Result<KeyAnswer> parseKey(const QJsonObject &key, const QString &endpoint);

//! `GET /key`: what this key is and, for an ordinary one, what it has spent (as key "self"); the limits that
//! hold for it.
[[nodiscard]] Result<PollFacts> parseOwnKey(const QJsonObject &body, const QDateTime &now);

//! The limits inside a `GET /key` answer: the account's daily free requests and the layers of budgets above
//! the key. Where exactly the layers hang is not documented: a list of objects with a scope is one, whatever
//! its name, and so is `effective_budget`, the tightest of them.
[[nodiscard]] Result<QList<LimitFacts>> parseLimits(
    const QJsonObject &key, const QString &remoteKeyId, const QDateTime &now);

//! `GET /workspaces`: one page.
struct WorkspacesPage {
    QStringList ids;
    std::optional<qint64> total; //!< of all pages
};
[[nodiscard]] Result<WorkspacesPage> parseWorkspaces(const QJsonObject &body);

//! `GET /keys`: one page. The list says neither its length nor the size of a page.
[[nodiscard]] Result<QList<KeyAnswer>> parseKeys(const QJsonObject &body);

//! `GET /credits`: the balance is what was bought minus what was used; it can be below zero.
[[nodiscard]] Result<BalanceFacts> parseCredits(const QJsonObject &body);

//! `GET /activity`: completed UTC days by model and provider; rows of one day, model and provider (there is
//! one per endpoint) are summed. Days from `today` on are left out: the counters tell the running day.
//! `keyHash` is the key that was asked for; empty: the whole account.
[[nodiscard]] Result<QList<BucketFacts>> parseActivity(
    const QJsonObject &body, QDate today, const QString &keyHash = {});

//! What `POST /analytics/query` is asked to group the running day by, beside the key.
enum class TodayBy : std::uint8_t { Model, Provider };
[[nodiscard]] QByteArray analyticsQuery(TodayBy by, const QDateTime &now);
//! What the names in its rows stand for.
struct KnownNames {
    QHash<QString, QString> keysByName; //!< hashes, of names that only one key bears
    QHash<QString, QString> modelsByOtherName; //!< one that is not among them is taken as it is
};
//! Its answer as splits of the counters of the running UTC day. A row names its key only by name: those that
//! no single key bears are left out, and so is everything where the answer was truncated.
[[nodiscard]] Result<QList<BucketFacts>> parseAnalytics(
    const QJsonObject &body, TodayBy by, const KnownNames &names, const QDateTime &now);

//! `GET /models`: one page, most often the whole catalogue. Prices are texts in USD per token.
struct ModelsPage {
    QList<ModelListing> models;
    bool hasMore = false;
};
[[nodiscard]] Result<ModelsPage> parseModels(const QJsonObject &body);

//! `GET /generation`: the bill of one request.
[[nodiscard]] Result<RequestFacts> parseGeneration(const QJsonObject &body);

[[nodiscard]] ErrorCatalogue errorCodes();
[[nodiscard]] AnswerPlaces answerPlaces();

} // namespace tollkeeper::openrouter
