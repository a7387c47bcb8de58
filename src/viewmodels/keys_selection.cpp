// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/keys_selection.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool hasRule(const KeyRow &row, HygieneRule rule)
{
    return std::ranges::any_of(row.findings, [rule](const auto &finding) { return finding.rule == rule; });
}

//! What cannot wait: habits that could be better are told in the drawer and counted by the marks.
bool needsAttention(const KeyRow &row)
{
    return std::ranges::any_of(
        row.findings, [](const auto &finding) { return finding.rule <= HygieneRule::Dormant; });
}

bool containsText(const KeyRow &row, const QString &text)
{
    const auto contains = [&text](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    return contains(row.key.name) || contains(row.key.labels.owner) || contains(row.key.masked)
        || std::ranges::any_of(row.key.labels.tags, contains);
}

bool isAmong(const QStringList &wanted, const QString &value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

bool isMeant(const KeyRow &row, const KeysQuestion &question)
{
    return isOnTab(row, question.tab) && containsText(row, question.text)
        && isAmong(question.gateways, row.gatewayName)
        && isAmong(question.environments, row.key.labels.environment)
        && isAmong(question.teams, row.key.labels.team);
}

double capShare(const KeyRow &row)
{
    const auto &cap = row.key.cap;
    return cap && cap->used && cap->limit.nanos() > 0 ? cap->used->approximate() / cap->limit.approximate()
                                                      : -1;
}

qint64 amountOf(const KeyRow &row, int column)
{
    return (column == KeyColumn::Today       ? row.today
            : column == KeyColumn::SevenDays ? row.sevenDays
                                             : row.month)
        .nanos();
}

QString wordOf(const KeyRow &row, int column)
{
    if (column == KeyColumn::Environment)
        return row.key.labels.environment;
    if (column == KeyColumn::Team)
        return row.key.labels.team;
    return column == KeyColumn::Resets && row.key.cap ? row.key.cap->reset : QString();
}

qint64 momentOf(const KeyRow &row, int column)
{
    constexpr auto Never = std::numeric_limits<qint64>::max();
    const auto stamp = [](const std::optional<QDateTime> &moment, qint64 none) {
        return moment && moment->isValid() ? moment->toMSecsSinceEpoch() : none;
    };
    if (column == KeyColumn::LastUsed)
        return stamp(row.lastUsedAt, 0);
    return column == KeyColumn::Age ? stamp(row.rotationDue, Never) : stamp(row.key.expiresAt, Never);
}

//! -1, 0 or 1.
template<typename Value>
int ordered(const Value &a, const Value &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareBy(int column, const KeyRow &a, const KeyRow &b)
{
    switch (column) {
    case KeyColumn::Key:
        return a.key.name.compare(b.key.name, Qt::CaseInsensitive);
    case KeyColumn::Environment:
    case KeyColumn::Team:
    case KeyColumn::Resets:
        return wordOf(a, column).compare(wordOf(b, column), Qt::CaseInsensitive);
    case KeyColumn::Cap:
        return ordered(capShare(a), capShare(b));
    case KeyColumn::LastUsed:
    case KeyColumn::Age:
    case KeyColumn::Expires:
        return ordered(momentOf(a, column), momentOf(b, column));
    case KeyColumn::Hygiene:
        return ordered(a.marks.offered() - a.marks.set(), b.marks.offered() - b.marks.set());
    default:
        return ordered(amountOf(a, column), amountOf(b, column));
    }
}

bool isAmount(int column)
{
    return column >= KeyColumn::Today && column <= KeyColumn::Month;
}

} // namespace

bool isOnTab(const KeyRow &row, int tab)
{
    switch (tab) {
    case KeysTab::Attention:
        return needsAttention(row);
    case KeysTab::AtCap:
        return hasRule(row, HygieneRule::AtCap);
    case KeysTab::RotationOverdue:
        return hasRule(row, HygieneRule::PastRotation);
    case KeysTab::Expiring:
        return hasRule(row, HygieneRule::ExpiresSoon) || hasRule(row, HygieneRule::Expired);
    case KeysTab::NoCap:
        return hasRule(row, HygieneRule::Uncapped);
    case KeysTab::Unused:
        return hasRule(row, HygieneRule::Dormant);
    default:
        return true;
    }
}

QList<qsizetype> selectKeys(const QList<KeyRow> &rows, const KeysQuestion &question, Currency currency)
{
    QList<qsizetype> places;
    for (qsizetype place = 0; place < rows.size(); ++place) {
        if (isMeant(rows.at(place), question))
            places.append(place);
    }
    std::ranges::stable_sort(places, [&](qsizetype left, qsizetype right) {
        const auto &a = rows.at(left);
        const auto &b = rows.at(right);
        if (isAmount(question.column) && a.currency != b.currency) {
            if (a.currency == currency || b.currency == currency)
                return a.currency == currency;
            return a.currency < b.currency;
        }
        const auto order = compareBy(question.column, a, b);
        return question.isDescending ? order > 0 : order < 0;
    });
    return places;
}

} // namespace tollkeeper
