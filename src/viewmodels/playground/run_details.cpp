// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the text of an answer: its route, times, cost, ids, bytes, tool calls, and the diagnosis
// of a failure.
#include "viewmodels/playground/diagnosis.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_rows.h"
#include "viewmodels/playground/run_view_model.h"
#include "viewmodels/playground/run_words.h"
#include "viewmodels/usage_details.h"
#include "viewmodels/variants.h"
#include "words/answer_words.h"
#include "words/figures.h"

#include <algorithm>
#include <utility>

namespace tollkeeper {

QString RunViewModel::tokens() const
{
    return answer() ? tokensText(answer()->usage) : QString();
}

QString RunViewModel::cost() const
{
    QString amount;
    for (const auto &row : costs()) {
        if (const auto line = row.value<CostRow>(); line.isSum)
            amount = line.amount;
    }
    return amount;
}

QString RunViewModel::total() const
{
    return m_run && isTimed(m_run->sent.constLast()) ? durationText(totalOf(*m_run).count()) : QString();
}

QString RunViewModel::attemptsTitle() const
{
    const auto count = int(attempts().size());
    if (count == 1)
        return tr("Route, 1 attempt");
    //: how many attempts there were
    return tr("Route, %n attempts", nullptr, count);
}

QVariantList RunViewModel::attempts() const
{
    auto rows = attemptRows(m_ended, m_place);
    if (isAsking())
        rows.append(QVariant::fromValue(runningRow(m_attemptModel, m_place)));
    return rows;
}

//! One that has ended leaves its row a moment before the next one begins.
bool RunViewModel::isAsking() const
{
    return isRunning() && m_state != State::Waiting && m_attempt > m_ended.size();
}

QString RunViewModel::traceNote() const
{
    if (!answer())
        return {};
    if (answer()->isTracePublished)
        return traceText(*answer());
    //: %1 is the name of a gateway
    return tr("Attempts are not published by %1.")
        .arg(m_place.gatewayName.isEmpty() ? tr("this gateway") : m_place.gatewayName);
}

QVariantList RunViewModel::timings() const
{
    const bool wasSent = !m_ended.isEmpty() && m_ended.constLast().timings.total.count() > 0;
    return wasSent ? timingRows(m_ended.constLast()) : QVariantList();
}

QString RunViewModel::timingsTitle() const
{
    return m_ended.size() > 1 ? tr("Timing of the last attempt") : tr("Timing");
}

QString RunViewModel::timingsTotal() const
{
    return timings().isEmpty() ? QString() : durationText(m_ended.constLast().timings.total.count());
}

QVariantList RunViewModel::costs() const
{
    return m_run ? costRows(*m_run, m_place) : QVariantList();
}

QString RunViewModel::costNote() const
{
    return m_run ? costNoteOf(*m_run, m_place) : QString();
}

QVariantList RunViewModel::ids() const
{
    return answer() ? idRows(answer()->ids, answer()->isError) : QVariantList();
}

QString RunViewModel::requestId() const
{
    if (!answer())
        return {};
    return quotedId(answer()->ids);
}

QVariantList RunViewModel::headers() const
{
    return headerRows(m_ended);
}

int RunViewModel::headerCount() const
{
    return m_ended.isEmpty() ? 0 : int(m_ended.constLast().headers.fields().size());
}

StreamTextModel *RunViewModel::raw()
{
    // Made when it is first looked at: masking keys in a quarter of a megabyte takes a moment.
    if (!std::exchange(m_hasRaw, true) && !m_ended.isEmpty()) {
        m_raw.append(rawText(m_ended.constLast()));
        m_raw.flush();
    }
    return &m_raw;
}

int RunViewModel::eventCount() const
{
    return m_ended.isEmpty() ? 0 : int(m_ended.constLast().events.total);
}

QVariantList RunViewModel::whoseProblem() const
{
    return answer() && m_state != State::Cancelled ? whoseCells(*answer()) : QVariantList();
}

QVariantList RunViewModel::toolCalls() const
{
    QList<IdLine> lines;
    if (answer()) {
        for (const auto &call : answer()->toolCalls)
            lines.append({call.name, call.arguments, true, {}});
    }
    return variants(lines);
}

QUrl RunViewModel::keysPage() const
{
    return m_place.keysPage;
}

QString RunViewModel::retryVerdict() const
{
    return m_run ? retryWords(*m_run).verdict : QString();
}

QString RunViewModel::retryReason() const
{
    return m_run ? retryWords(*m_run).reason : QString();
}

QString RunViewModel::retryTone() const
{
    return m_run ? retryWords(*m_run).tone : QString();
}

int RunViewModel::secondsToWait() const
{
    if (isRunning() || !m_advised || !m_since.isValid())
        return 0;
    const auto left = (m_advised->count() - m_since.elapsed() + 999) / 1000;
    return int(std::clamp<qint64>(left, 0, 1'000'000'000));
}

QString RunViewModel::waitText() const
{
    return m_advised && !isRunning() ? timeLeftText(secondsToWait()) : QString();
}

QVariantList RunViewModel::steps() const
{
    if (m_run)
        return stepRows(*m_run, m_place);
    return m_error ? unsentSteps(*m_error, m_place) : QVariantList();
}

QVariantList RunViewModel::evidence() const
{
    return m_run ? evidenceRows(*m_run, m_place) : QVariantList();
}

QString RunViewModel::certainty() const
{
    return answer() ? certaintyText(*answer()) : QString();
}

QString RunViewModel::bodyExcerpt() const
{
    return m_ended.isEmpty() || m_state != State::Failed ? QString() : bodyText(m_ended.constLast());
}

QString RunViewModel::bodyMeaning() const
{
    return answer() ? messageMeaning(*answer()) : QString();
}

} // namespace tollkeeper
