// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/row_reader.h"

#include "base/secret.h"
#include "decoder/redaction.h"
#include "sync/import/field_words.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype ShortestSecret = 20; //!< bytes

//! Logs of clients may hold the key they called with.
QString maskedIfSecret(const QString &key)
{
    if (key.size() < ShortestSecret || !key.startsWith(u"sk-"))
        return key;
    const auto secret = Secret::fromInput(key.toUtf8());
    return secret ? secret->masked() : key;
}

} // namespace

RowReader::RowReader(const ColumnMapping &mapping, const QStringList &heading, RowOwner owner)
    : m_mapping(mapping)
    , m_owner(std::move(owner))
    , m_onlyAccount((mapping.onlyAccount.isEmpty() ? m_owner.accountName : mapping.onlyAccount).toUtf8())
    , m_record(mapping, heading)
    , m_times(mapping.zone)
{
}

RowReader::Verdict RowReader::read(const Record &record, RequestFacts &row)
{
    m_record.set(record);
    if (isNothing())
        return Verdict::Nothing;
    const bool isRead = (m_record.hasAllFields() || m_record.refuseFieldCount()) && readAccount()
        && readTime(row) && readNames(row) && readTokens(row) && readCost(row) && readLatency(row)
        && readDetail(row) && readOutcome(row) && readFallback(row) && readId(row);
    return isRead ? Verdict::Row : Verdict::Refused;
}

bool RowReader::isNothing() const
{
    return m_record.isBlank()
        || (m_record.hasAllFields() && m_record.bytes(ImportField::RecordType) == "total");
}

bool RowReader::readAccount()
{
    if (!m_record.has(ImportField::Account))
        return true;
    const auto account = m_record.unguarded(m_record.bytes(ImportField::Account));
    return account == m_onlyAccount || m_record.refuse(RowFault::OtherAccount, ImportField::Account, account);
}

bool RowReader::readTime(RequestFacts &row)
{
    const auto text = m_record.bytes(ImportField::StartedAt);
    const auto moment = m_times.read(text);
    if (!moment)
        return m_record.refuse(moment.error(), ImportField::StartedAt, text);
    row.startedAt = QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC);
    return true;
}

bool RowReader::readNames(RequestFacts &row)
{
    return m_record.name(ImportField::Key, row.remoteKeyId)
        && m_record.name(ImportField::RequestedModel, row.requestedModel)
        && m_record.name(ImportField::ServedModel, row.servedModel)
        && m_record.name(ImportField::Provider, row.provider)
        && m_record.name(ImportField::ErrorCode, row.errorCode);
}

bool RowReader::readTokens(RequestFacts &row)
{
    std::optional<qint64> written;
    if (!m_record.count(ImportField::InputTokens, row.inputTokens)
        || !m_record.count(ImportField::OutputTokens, row.outputTokens)
        || !m_record.count(ImportField::CachedTokens, row.detail.cachedTokens)
        || !m_record.count(ImportField::CacheWriteTokens, written)
        || !m_record.count(ImportField::ReasoningTokens, row.detail.reasoningTokens))
        return false;
    if (m_mapping.isCacheApart && row.inputTokens)
        *row.inputTokens += row.detail.cachedTokens.value_or(0) + written.value_or(0);
    return true;
}

bool RowReader::readCost(RequestFacts &row)
{
    auto currency = m_mapping.currency;
    if (m_record.has(ImportField::CurrencyCode)) {
        const auto code = m_record.bytes(ImportField::CurrencyCode);
        const auto told = Currency::fromCode(QString::fromLatin1(code));
        if (!told && !tellsNothing(code))
            return m_record.refuse(RowFault::BadCurrency, ImportField::CurrencyCode, code);
        currency = told.value_or(currency);
    }
    std::optional<qint64> billed;
    std::optional<qint64> byok;
    std::array<std::optional<qint64>, 4> parts;
    if (!m_record.amount(ImportField::Cost, false, billed)
        || !m_record.amount(ImportField::ByokCost, false, byok)
        || !m_record.amount(ImportField::InputCost, true, parts[0])
        || !m_record.amount(ImportField::OutputCost, true, parts[1])
        || !m_record.amount(ImportField::CacheCost, true, parts[2])
        || !m_record.amount(ImportField::ToolsCost, true, parts[3]))
        return false;
    const auto money = [currency](const std::optional<qint64> &nanos) {
        return nanos ? std::optional(Money::fromNanos(*nanos, currency)) : std::nullopt;
    };
    if (!billed)
        return true;
    row.cost = Amounts{*money(billed), Money::fromNanos(byok.value_or(0), currency)};
    row.detail.parts = {money(parts[0]), money(parts[1]), money(parts[2]), money(parts[3]), {}};
    return true;
}

bool RowReader::readLatency(RequestFacts &row)
{
    return m_record.milliseconds(ImportField::FirstByte, m_mapping.firstByteUnit, row.firstByteMs)
        && m_record.milliseconds(ImportField::TotalTime, m_mapping.totalTimeUnit, row.totalMs);
}

bool RowReader::readDetail(RequestFacts &row)
{
    auto &detail = row.detail;
    if (!m_record.name(ImportField::GatewayRequestId, detail.gatewayRequestId)
        || !m_record.name(ImportField::UpstreamId, detail.upstreamId)
        || !m_record.name(ImportField::FinishReason, detail.finishReason))
        return false;
    if (m_record.has(ImportField::IsStreamed))
        detail.isStreamed = truthOf(m_record.bytes(ImportField::IsStreamed));
    const auto message = m_record.unguarded(m_record.bytes(ImportField::ErrorMessage));
    if (!tellsNothing(message) && truthOf(message) != std::optional(false))
        detail.errorMessage = redacted(QString::fromUtf8(message));
    if (const auto json = m_record.bytes(ImportField::Attempts); !json.isEmpty()) {
        const auto attempts = attemptsOf(json);
        if (!attempts)
            return m_record.refuse(RowFault::BadWord, ImportField::Attempts, json);
        detail.attempts = *attempts;
    }
    return true;
}

//! An outcome in words, or the HTTP status that many logs have in its place.
bool RowReader::readOutcomeWord(RequestFacts &row, bool &isTold)
{
    const auto word = m_record.bytes(ImportField::HowItEnded);
    if (tellsNothing(word))
        return true;
    if (word.size() == 3 && word[0] >= '1' && word[0] <= '5')
        return m_record.httpStatus(ImportField::HowItEnded, row.httpStatus);
    const auto outcome = outcomeOf(word);
    if (!outcome)
        return m_record.refuse(RowFault::BadWord, ImportField::HowItEnded, word);
    row.outcome = *outcome;
    isTold = true;
    return true;
}

//! Where no word says how a request ended, what went wrong with it does.
bool RowReader::readOutcome(RequestFacts &row)
{
    bool isTold = false;
    if (!readOutcomeWord(row, isTold))
        return false;
    if (m_record.has(ImportField::HttpStatus)
        && !m_record.httpStatus(ImportField::HttpStatus, row.httpStatus))
        return false;
    const auto cancelled = m_record.bytes(ImportField::IsCancelled);
    const auto isCancelled = truthOf(cancelled);
    if (!isCancelled && !tellsNothing(cancelled))
        return m_record.refuse(RowFault::BadWord, ImportField::IsCancelled, cancelled);
    if (isTold)
        return true;
    if (isCancelled.value_or(false))
        row.outcome = RequestOutcome::Incomplete;
    else if (row.httpStatus.value_or(0) >= 400 || !row.errorCode.isEmpty()
        || !row.detail.errorMessage.isEmpty() || row.detail.finishReason == u"error")
        row.outcome = RequestOutcome::Failed;
    return true;
}

bool RowReader::readFallback(RequestFacts &row)
{
    const auto word = m_record.bytes(ImportField::FellBack);
    if (tellsNothing(word))
        return true;
    const auto isTrue = truthOf(word);
    if (word == "model" || word == "provider") {
        row.fellBack = word == "model" ? FellBack::Model : FellBack::Provider;
    } else if (isTrue) {
        const bool isSameModel = row.servedModel.isEmpty() || row.servedModel == row.requestedModel;
        if (*isTrue)
            row.fellBack = isSameModel ? FellBack::Provider : FellBack::Model;
    } else {
        return m_record.refuse(RowFault::BadWord, ImportField::FellBack, word);
    }
    return true;
}

//! Last, because an id that is made says all the rest, with the key as the file names it.
bool RowReader::readId(RequestFacts &row)
{
    if (makesIds()) {
        row.requestId = m_ids.idFor(row);
    } else {
        const auto text = m_record.unguarded(m_record.bytes(ImportField::RequestId));
        if (tellsNothing(text))
            return m_record.refuse(RowFault::NoId, ImportField::RequestId, text);
        if (text.size() > MappedRecord::LongestText)
            return m_record.refuse(RowFault::TooLong, ImportField::RequestId, text);
        row.requestId = QString::fromUtf8(text);
    }
    if (row.detail.gatewayRequestId == row.requestId)
        row.detail.gatewayRequestId.clear();
    if (!row.remoteKeyId.isEmpty())
        row.remoteKeyId = keyFor(row.remoteKeyId);
    return true;
}

QString RowReader::keyFor(const QString &told) const
{
    const auto known = m_owner.keys.constFind(told);
    if (known == m_owner.keys.constEnd())
        return maskedIfSecret(told);
    return QString(known->constData(), known->size()); // a copy: see TextPool
}

} // namespace tollkeeper
