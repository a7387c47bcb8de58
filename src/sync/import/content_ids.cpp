// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/content_ids.h"

#include "domain/import_facts.h"

#include <QtEndian>

namespace tollkeeper {
namespace {

constexpr qsizetype HashBytes = 9; // beside the moment, which tells most rows apart already
constexpr int MomentDigits = 9; // base 36, until the year 5188

void add(QByteArray &content, const QString &text)
{
    content += text.toUtf8();
    content += '\0';
}

void add(QByteArray &content, const std::optional<qint64> &number)
{
    content += number ? '+' : '-';
    const auto bytes = qToLittleEndian(number.value_or(0));
    content.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

} // namespace

QString ContentIds::idFor(const RequestFacts &facts)
{
    m_content.resize(0);
    add(m_content, facts.startedAt.toMSecsSinceEpoch());
    for (const auto *text : {&facts.remoteKeyId, &facts.requestedModel, &facts.servedModel, &facts.provider})
        add(m_content, *text);
    add(m_content, facts.httpStatus ? std::optional<qint64>(*facts.httpStatus) : std::nullopt);
    const auto &cost = facts.cost;
    add(m_content, cost ? cost->billed.currency().code() : QString());
    for (const auto &number : {facts.inputTokens, facts.outputTokens, facts.firstByteMs, facts.totalMs,
             cost ? std::optional(cost->billed.nanos()) : std::nullopt,
             cost ? std::optional(cost->byok.nanos()) : std::nullopt})
        add(m_content, number);

    m_hash.reset();
    m_hash.addData(m_content);
    const auto digest = m_hash.result().left(HashBytes);
    auto id = MadeIdPrefix
        + QString::number(facts.startedAt.toMSecsSinceEpoch(), 36).rightJustified(MomentDigits, u'0')
        + QString::fromLatin1(digest.toBase64(QByteArray::Base64UrlEncoding));
    if (const auto alike = m_alike.count(qFromLittleEndian<quint64>(digest.constData())); alike > 0)
        id += u'-' + QString::number(alike + 1);
    return id;
}

} // namespace tollkeeper
