// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_body.h"

#include <QJsonDocument>

namespace tollkeeper {

QJsonObject objectOf(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body.trimmed());
    return document.isArray() ? document.array().first().toObject() : document.object();
}

} // namespace tollkeeper
