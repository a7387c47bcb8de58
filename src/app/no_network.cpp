// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/no_network.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace tollkeeper {
namespace {

class RefusingManager final : public QNetworkAccessManager {
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    //! A request to nowhere fails at once, without touching a socket or a file.
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &, QIODevice *) override
    {
        return QNetworkAccessManager::createRequest(operation, QNetworkRequest());
    }
};

} // namespace

QNetworkAccessManager *NoNetwork::create(QObject *parent)
{
    return new RefusingManager(parent); // owned by `parent`, or by the engine that asked
}

} // namespace tollkeeper
