// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"
#include "net/http_types.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace tollkeeper::torouter {

//! The data of an answer of the panel: {"code":0,"data":{…}}. Protocol where it is no success.
[[nodiscard]] Result<QJsonObject> panelData(const QJsonObject &body);
[[nodiscard]] Result<QJsonObject> panelData(const HttpResponse &response);

//! Where a page of a list stands. The panel's page size is what its answer says, not what was asked for.
struct PanelPage {
    QJsonArray items;
    qint64 total = 0; //!< exact, at the moment of this answer
    bool isLast = false;
};
[[nodiscard]] Result<PanelPage> parsePage(const QJsonObject &data, int page);

//! The sliding windows a key can have, shortest first, as the panel's fields end.
[[nodiscard]] const QStringList &windowNames();

//! A key of the login. The panel tells it whole: it is hashed where it is read and dropped.
struct PanelKey {
    KeyFacts facts; //!< remoteId: the panel's number of it
    QList<LimitFacts> windows;
    QString fingerprint; //!< Secret::fingerprint(); empty where the panel does not tell the key
};
[[nodiscard]] Result<PanelKey> parseKey(const QJsonObject &item);
//! Whether a shortened key may be the one with this mask: the same beginning, as far as both tell it, and
//! the same last four characters.
[[nodiscard]] bool looksLike(const QString &shortened, const QString &mask);
//! Whether it is the key with this fingerprint or, where the panel does not tell keys whole, with this mask.
[[nodiscard]] bool isSameKey(const PanelKey &key, const QString &fingerprint, const QString &mask);

//! A row of `GET /api/v1/usage`, one successful request. `id` is the panel's number of the row.
struct PanelRow {
    RequestFacts facts;
    QString id;
};
[[nodiscard]] Result<PanelRow> parseRow(const QJsonObject &item);

//! `GET /api/v1/auth/me`: what the login has left.
[[nodiscard]] Result<std::optional<BalanceFacts>> parseMe(const QJsonObject &data);

} // namespace tollkeeper::torouter
