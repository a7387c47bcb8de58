// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/innermost_message.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int DeepestWrap = 6;

QString messageOf(const QJsonObject &body, int depth);

//! A text as it is, or what the JSON in it says.
QString unwrapped(const QString &text, int depth)
{
    const auto trimmed = text.trimmed();
    if (depth >= DeepestWrap)
        return trimmed;
    if (trimmed.startsWith(u'"')) { // a JSON string in a string: QJsonDocument reads it inside a list only
        const auto inner = QJsonDocument::fromJson("[" + trimmed.toUtf8() + "]").array().first();
        return inner.isString() ? unwrapped(inner.toString(), depth + 1) : trimmed;
    }
    const bool mayBeJson
        = trimmed.startsWith(u'{') || trimmed.startsWith(u'[') || trimmed.startsWith(QChar::ByteOrderMark);
    if (!mayBeJson) // most are not, and are long
        return trimmed;
    const auto document = QJsonDocument::fromJson(trimmed.toUtf8());
    auto object = document.object();
    if (document.isArray())
        object = document.array().first().toObject();
    const auto inner = object.isEmpty() ? QString() : messageOf(object, depth + 1);
    return inner.isEmpty() ? trimmed : inner;
}

QString firstText(const QJsonObject &object, std::initializer_list<QLatin1StringView> fields)
{
    for (const auto field : fields) {
        const auto text = object[field].toString();
        if (!text.trimmed().isEmpty())
            return text;
    }
    return {};
}

QString messageOf(const QJsonObject &body, int depth)
{
    if (depth >= DeepestWrap)
        return {};
    const auto error = body["error"_L1];
    const auto inside = error.isObject() ? error.toObject() : body;
    const auto raw
        = inside.value("metadata"_L1).toObject().value("raw"_L1); // a value: a reference would dangle
    if (raw.isString() && !raw.toString().trimmed().isEmpty())
        return unwrapped(raw.toString(), depth + 1);
    if (raw.isObject()) {
        if (const auto said = messageOf(raw.toObject(), depth + 1); !said.isEmpty())
            return said;
    }
    auto text = firstText(inside, {"message"_L1, "detail"_L1, "msg"_L1});
    if (text.isEmpty() && error.isString())
        text = error.toString();
    if (text.isEmpty())
        text = firstText(body, {"message"_L1, "detail"_L1, "html-message"_L1});
    return unwrapped(text, depth + 1);
}

} // namespace

QString innermostMessage(const QJsonObject &body)
{
    return messageOf(body, 0);
}

} // namespace tollkeeper
