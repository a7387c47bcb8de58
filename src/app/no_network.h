// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlNetworkAccessManagerFactory>

namespace tollkeeper {

//! Gives the QML engine a network that refuses everything: whatever text a server sends, no page ever fetches
//! anything (trust.md 4). Called from Qt's threads; it has no state.
class NoNetwork final : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager *create(QObject *parent) override;
};

} // namespace tollkeeper
