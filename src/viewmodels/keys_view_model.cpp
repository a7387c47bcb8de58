// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/keys_view_model.h"

#include "viewmodels/partner.h"
#include "words/figures.h"
#include "words/key_figures.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tollkeeper {
namespace {

QString idText(KeyId id)
{
    return QString::number(id.value());
}

} // namespace

KeysViewModel::KeysViewModel(QObject *parent) : QObject(parent)
{
    for (auto *list : {&m_gateways, &m_environments, &m_teams})
        connect(list, &UsageChoiceList::pickedChanged, this, &KeysViewModel::changeQuestion);
}

void KeysViewModel::setReports(KeyReports *reports)
{
    if (!exchangePartner(this, m_reports, reports))
        return;
    m_details.setReports(reports);
    Q_EMIT reportsChanged();
    if (!m_reports)
        return;
    connect(m_reports, &KeyReports::changed, this, &KeysViewModel::reload);
    reload();
}

void KeysViewModel::reload()
{
    if (!m_reports)
        return;
    const auto asked = m_asking.ask();
    Q_EMIT updatingChanged();
    QCoro::connect(m_reports->keys(), this, [this, asked](const auto &answer) {
        if (m_asking.takesAnswerTo(asked)) // else a later question has overtaken this one
            show(answer);
    });
}

void KeysViewModel::show(const Result<KeyTable> &answer)
{
    QList<KeyId> before;
    for (const auto place : std::as_const(m_shown))
        before.append(m_table.rows.at(place).key.id);
    if (answer) {
        m_table = *answer;
        m_asking.succeed(m_table.rows.isEmpty() ? State::Empty : State::Ready);
        m_shown.clear();
        showChoices();
        rebuild();
        if (m_holdsOrder)
            keepOrder(before);
        showDetails();
    } else {
        m_asking.fail(answer.error());
    }
    Q_EMIT tableChanged();
    Q_EMIT updatingChanged();
}

void KeysViewModel::rebuild()
{
    m_shown = selectKeys(m_table.rows, m_question, m_table.currency);
    m_rows.clear();
    QStringList known;
    for (const auto &row : std::as_const(m_table.rows))
        known.append(idText(row.key.id));
    m_picked.removeIf([&known](const auto &id) { return !known.contains(id); });
    for (const auto place : std::as_const(m_shown)) {
        auto cells = keyCells(m_table.rows.at(place), m_table.asOf, m_table.zone);
        cells.isPicked = m_picked.contains(cells.id);
        m_rows.append(QVariant::fromValue(cells));
    }
    Q_EMIT rowsChanged();
    Q_EMIT currentChanged();
}

//! Rows that were there stay where they were; new ones come below.
void KeysViewModel::keepOrder(const QList<KeyId> &before)
{
    const auto placeOf = [&](qsizetype row) {
        const auto place = before.indexOf(m_table.rows.at(row).key.id);
        return place < 0 ? before.size() : place;
    };
    QList<qsizetype> order(m_shown.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(
        order, [&](qsizetype a, qsizetype b) { return placeOf(m_shown.at(a)) < placeOf(m_shown.at(b)); });
    QList<qsizetype> shown;
    QVariantList rows;
    for (const auto place : std::as_const(order)) {
        shown.append(m_shown.at(place));
        rows.append(m_rows.at(place));
    }
    m_shown = shown;
    m_rows = rows;
    Q_EMIT rowsChanged();
    Q_EMIT currentChanged();
}

void KeysViewModel::setHoldsOrder(bool holds)
{
    if (m_holdsOrder == holds)
        return;
    m_holdsOrder = holds;
    Q_EMIT holdsOrderChanged();
    if (!holds)
        rebuild();
}

const KeyRow *KeysViewModel::rowAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_table.rows.at(m_shown.at(row)) : nullptr;
}

int KeysViewModel::current() const
{
    for (int row = 0; m_selected && row < m_shown.size(); ++row) {
        if (rowAt(row)->key.id == *m_selected)
            return row;
    }
    return -1;
}

void KeysViewModel::setCurrent(int row)
{
    const auto *chosen = rowAt(row);
    const auto selected = chosen ? std::optional(chosen->key.id) : std::nullopt;
    if (selected == m_selected)
        return;
    m_selected = selected;
    Q_EMIT currentChanged();
    showDetails();
}

bool KeysViewModel::selectKey(const QString &id)
{
    const auto isIt = [&id](const KeyRow &row) { return idText(row.key.id) == id; };
    const auto row = std::ranges::find_if(m_table.rows, isIt);
    if (row == m_table.rows.end())
        return false;
    m_selected = row->key.id;
    Q_EMIT currentChanged();
    showDetails();
    return true;
}

void KeysViewModel::showDetails()
{
    const auto row = std::ranges::find_if(
        m_table.rows, [this](const KeyRow &known) { return m_selected && known.key.id == *m_selected; });
    if (row != m_table.rows.end())
        return m_details.show(*row, m_table);
    m_selected.reset();
    m_details.clear();
}

void KeysViewModel::togglePicked(int row)
{
    const auto *chosen = rowAt(row);
    if (!chosen)
        return;
    const auto id = idText(chosen->key.id);
    if (!m_picked.removeOne(id))
        m_picked.append(id);
    rebuild();
}

void KeysViewModel::pickShown()
{
    m_picked.clear();
    for (int row = 0; row < m_shown.size(); ++row)
        m_picked.append(idText(rowAt(row)->key.id));
    rebuild();
}

void KeysViewModel::clearPicked()
{
    m_picked.clear();
    rebuild();
}

QString KeysViewModel::copied(int row) const
{
    return row >= 0 && row < m_rows.size() ? copiedText(m_rows.at(row).value<KeyCells>()) : QString();
}

QString KeysViewModel::month() const
{
    return m_table.month.first.isValid() ? monthNameText(m_table.month.first) : QString();
}

QString KeysViewModel::policyText() const
{
    return m_table.rotationDays > 0
        //: %1 is a number of days: "90 days"
        ? tr("Rotation policy: %1").arg(daysText(m_table.rotationDays))
        : tr("Rotation policy: none");
}

} // namespace tollkeeper
