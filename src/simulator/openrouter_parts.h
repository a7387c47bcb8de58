// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/routes.h"

#include <QJsonObject>

namespace tollkeeper::simulator::openrouter {

//! What GET /key and the rows of GET /keys have in common.
[[nodiscard]] QJsonObject usageAndLimits(const Key &key, const QDateTime &now);

//! The part that needs no key: models, what serves them, providers. A key only adds how fast they are.
[[nodiscard]] bool isOfCatalogue(const QByteArray &path);
[[nodiscard]] Answer catalogue(const Visit &visit, const Key *key);
[[nodiscard]] Answer currentKey(const Visit &visit, const Key &key);
//! One request by its id; known only some time after it has ended.
[[nodiscard]] Answer generation(const Visit &visit, const Key &key);
//! The id of what a provider serves a model at, as activity and generations have it.
[[nodiscard]] QString endpointId(std::size_t model, const QString &provider);

//! A row of GET /keys, and what is told of one key after it was made or changed.
[[nodiscard]] QJsonObject keyRow(const Key &key, const QDateTime &now);

// For management keys: `manager` says which account is meant.
[[nodiscard]] Answer listKeys(const Visit &visit, const Key &manager);
[[nodiscard]] Answer createKey(const Visit &visit, const Key &manager);
[[nodiscard]] Answer oneKey(const Visit &visit, const Key &manager);
[[nodiscard]] Answer changeKey(const Visit &visit, const Key &manager);
[[nodiscard]] Answer deleteKey(const Visit &visit, const Key &manager);
[[nodiscard]] Answer listWorkspaces(const Visit &visit, const Key &manager);
[[nodiscard]] Answer analyticsMeta(const Visit &visit, const Key &manager);
[[nodiscard]] Answer analyticsQuery(const Visit &visit, const Key &manager);
[[nodiscard]] Answer activity(const Visit &visit, const Key &manager);

//! The parameter `workspace_id`: absent, a workspace of the account, or something else.
struct WorkspaceAsked {
    bool given = false;
    const WorkspacePlan *workspace = nullptr; //!< null when not given, or not one of the account's
};
[[nodiscard]] WorkspaceAsked workspaceAsked(const Visit &visit, const Key &manager);

//! A parameter that is a whole number within bounds; nullopt for anything else, the fallback when absent.
[[nodiscard]] std::optional<int> numberAsked(
    const Visit &visit, const QString &name, int least, int most, int fallback);
//! The envelope of every refusal.
[[nodiscard]] Answer refused(int status, const QString &message);

} // namespace tollkeeper::simulator::openrouter
