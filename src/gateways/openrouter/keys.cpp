// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {

Result<QList<KeyAnswer>> parseKeys(const QJsonObject &body)
{
    const auto rows = requiredArray(body, u"data");
    if (!rows)
        return fail(rows.error());
    QList<KeyAnswer> keys;
    for (const auto &row : *rows) {
        auto key = parseKey(row.toObject(), u"GET /keys"_s);
        if (!key)
            return fail(key.error());
        if (key->key.remoteId.isEmpty())
            return fail(Error::Kind::Protocol, u"a key without \"hash\""_s);
        keys.append(*std::move(key));
    }
    return keys;
}

} // namespace tollkeeper::openrouter
