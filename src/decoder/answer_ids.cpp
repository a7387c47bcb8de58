// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_ids.h"

#include "decoder/redaction.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype MostIds = 20;

void addId(QStringList &ids, const QString &text)
{
    const auto id = plainId(text);
    if (!id.isEmpty() && !ids.contains(id) && ids.size() < MostIds)
        ids.append(id);
}

//! A header can come twice, and some clients join the two by a comma.
QStringList valuesOf(const HttpHeaders &headers, const QByteArray &name)
{
    QStringList values;
    for (const auto &[known, value] : headers.fields()) {
        if (known.size() != name.size() || known.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        for (const auto &part : value.split(','))
            addId(values, QString::fromLatin1(part));
    }
    return values;
}

//! new-api ends its messages so.
QString idInMessage(const QJsonObject &failure)
{
    static const QRegularExpression told(uR"(\(request id: ([^()\s]{4,100})\))"_s);
    const auto inside = failure["error"_L1].toObject();
    const auto message = inside["message"_L1].toString(failure["message"_L1].toString());
    return message.contains(u')') ? told.match(message.right(400)).captured(1) : QString();
}

//! Where a gateway's generation ids have a known form, an answer's id of another form is the provider's.
bool isGeneration(const QString &id, const AnswerPlaces &places)
{
    return places.generationIdPrefix && id.startsWith(QLatin1StringView(places.generationIdPrefix));
}

QString generationIn(const ReceivedAnswer &received, const AnswerPlaces &places)
{
    for (const auto *name : places.generationIdHeaders) {
        const auto values = valuesOf(received.headers, name);
        if (!values.isEmpty())
            return values.constFirst();
    }
    const auto &draft = received.draft;
    if (!draft.generationId.isEmpty())
        return plainId(draft.generationId);
    const auto told = draft.failure["request_id"_L1].toString();
    if (isGeneration(told, places))
        return plainId(told);
    return !places.generationIdPrefix || isGeneration(draft.id, places) ? plainId(draft.id) : QString();
}

} // namespace

AnswerIds idsOf(const ReceivedAnswer &received, const AnswerPlaces &places, const QString &sentRequestId)
{
    AnswerIds ids;
    ids.sentRequest = sentRequestId;
    const auto own = valuesOf(received.headers, "x-request-id"_ba);
    if (!places.isRequestIdUpstream)
        ids.request = own;
    const auto names = QList<const char *>{"request-id"} + places.requestIdHeaders;
    for (const auto *name : names) {
        for (const auto &id : valuesOf(received.headers, name))
            addId(ids.request, id);
    }
    for (const auto &id : own) // the gateway's own first
        addId(ids.request, id);
    const auto told = received.draft.failure["request_id"_L1].toString();
    if (!isGeneration(told, places))
        addId(ids.request, told);
    addId(ids.request, idInMessage(received.draft.failure));
    if (places.isRequestIdUpstream)
        ids.upstream = own.value(0);
    else if (places.isLaterRequestIdUpstream && own.size() > 1)
        ids.upstream = own.constLast();
    ids.generation = generationIn(received, places);
    if (places.generationIdPrefix && !isGeneration(received.draft.id, places))
        addId(ids.request, received.draft.id); // nothing of what was told is lost
    return ids;
}

} // namespace tollkeeper
