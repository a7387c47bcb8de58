// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/run_history_view_model.h"

#include "viewmodels/partner.h"
#include "viewmodels/playground/run_history_rows.h"
#include "viewmodels/playground/text_difference.h"
#include "viewmodels/variants.h"
#include "words/explain.h"

#include <algorithm>

namespace tollkeeper {

void RunHistoryViewModel::setHistory(RunHistory *history)
{
    if (!exchangePartner(this, m_history, history))
        return;
    if (m_history) {
        connect(m_history, &RunHistory::changed, this, &RunHistoryViewModel::reload);
        connect(m_history, &RunHistory::presetsChanged, this, &RunHistoryViewModel::reloadPresets);
    }
    Q_EMIT historyChanged();
    reload();
    reloadPresets();
}

void RunHistoryViewModel::setIsActive(bool isActive)
{
    if (m_isActive == isActive)
        return;
    m_isActive = isActive;
    Q_EMIT historyChanged();
    reload();
    reloadPresets();
}

void RunHistoryViewModel::setSearch(const QString &text)
{
    if (m_search == text)
        return;
    m_search = text;
    Q_EMIT searchChanged();
    reload();
}

void RunHistoryViewModel::reload()
{
    if (!m_history || !m_isActive)
        return;
    const auto asked = ++m_asked;
    m_isLoading = rows().isEmpty();
    Q_EMIT rowsChanged();
    const auto search = m_search.trimmed();
    QCoro::connect(m_history->lines(search, MostRows), this,
        [this, asked, search](const Result<QList<RunLine>> &answer) {
            if (asked == m_asked)
                show(search, answer);
        });
    QCoro::connect(m_history->keepsBodies(), this, [this](const Result<bool> &keeps) {
        if (!keeps || *keeps == m_keepsBodies)
            return;
        m_keepsBodies = *keeps;
        Q_EMIT keepsBodiesChanged();
    });
}

void RunHistoryViewModel::show(const QString &search, const Result<QList<RunLine>> &answer)
{
    m_isLoading = false;
    m_problem = answer ? QString() : explain(answer.error()).sentence;
    if (answer) {
        QList<RunRow> rows;
        for (const auto &line : *answer)
            rows.append(runRow(line));
        m_runs.show(rows);
        m_shownSearch = search;
    }
    Q_EMIT rowsChanged();
}

//! Those that are not shown may have some.
bool RunHistoryViewModel::mayHoldTexts() const
{
    const bool areAll = m_shownSearch && m_shownSearch->isEmpty() && rows().size() < MostRows;
    return !areAll
        || std::any_of(rows().cbegin(), rows().cend(), [](const RunRow &row) { return row.hasBodies; });
}

void RunHistoryViewModel::reloadPresets()
{
    if (!m_history || !m_isActive)
        return;
    QCoro::connect(m_history->presets(), this, [this](const Result<QList<Preset>> &presets) {
        if (!presets)
            return;
        m_presets.clear();
        for (const auto &preset : *presets)
            m_presets.append(preset.name);
        Q_EMIT presetsChanged();
    });
}

void RunHistoryViewModel::say(const Result<Done> &outcome)
{
    m_problem = outcome ? QString() : explain(outcome.error()).sentence;
    Q_EMIT rowsChanged();
}

void RunHistoryViewModel::setKeepsBodies(bool keeps)
{
    if (!m_history || m_keepsBodies == keeps)
        return;
    m_keepsBodies = keeps;
    Q_EMIT keepsBodiesChanged();
    QCoro::connect(m_history->setKeepsBodies(keeps), this, [this, keeps](const Result<Done> &outcome) {
        say(outcome);
        if (outcome || m_keepsBodies != keeps)
            return;
        m_keepsBodies = !keeps;
        Q_EMIT keepsBodiesChanged();
    });
}

void RunHistoryViewModel::remove(const QString &id)
{
    if (!m_history)
        return;
    QCoro::connect(m_history->remove(RunId(id.toLongLong())), this, [this, id](const Result<Done> &done) {
        if (done)
            Q_EMIT removed(id);
        say(done);
    });
}

void RunHistoryViewModel::removeAll()
{
    if (m_history)
        QCoro::connect(m_history->removeAll(), this, [this](const Result<Done> &done) { say(done); });
}

void RunHistoryViewModel::removePreset(const QString &name)
{
    if (m_history)
        QCoro::connect(m_history->removePreset(name), this, [this](const Result<Done> &done) { say(done); });
}

void RunHistoryViewModel::showDetails(const QString &id)
{
    if (!m_history)
        return;
    const auto asked = ++m_askedDetails;
    QCoro::connect(m_history->run(RunId(id.toLongLong())), this, [this, asked](const Result<KeptRun> &kept) {
        if (asked != m_askedDetails)
            return;
        if (!kept)
            return say(tollkeeper::fail(kept.error()));
        m_details.show(*kept);
    });
}

void RunHistoryViewModel::endDetails()
{
    ++m_askedDetails;
    m_details.clear();
}

void RunHistoryViewModel::compare(const QString &left, const QString &right)
{
    if (!m_history)
        return;
    const auto asked = ++m_askedComparison;
    const auto second = RunId(right.toLongLong());
    QCoro::connect(
        m_history->run(RunId(left.toLongLong())), this, [this, asked, second](const Result<KeptRun> &one) {
            if (asked != m_askedComparison)
                return;
            if (!one)
                return say(tollkeeper::fail(one.error()));
            const auto &first = *one;
            QCoro::connect(m_history->run(second), this, [this, asked, first](const Result<KeptRun> &other) {
                if (asked != m_askedComparison)
                    return;
                if (!other)
                    return say(tollkeeper::fail(other.error()));
                m_compared = variants(QList<RunRow>{runRow(first.line), runRow(other->line)});
                const bool isKept = first.line.hasBodies && other->line.hasBodies;
                m_difference = isKept ? variants(differenceOf(first.answer, other->answer)) : QVariantList();
                m_comparedNote = isKept
                    ? QString()
                    : tr("The answers themselves were not kept, so only figures can be compared.");
                Q_EMIT comparedChanged();
            });
        });
}

void RunHistoryViewModel::endComparison()
{
    ++m_askedComparison;
    m_compared.clear();
    m_difference.clear();
    m_comparedNote.clear();
    Q_EMIT comparedChanged();
}

} // namespace tollkeeper
