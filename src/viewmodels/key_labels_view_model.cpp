// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_labels_view_model.h"

#include "viewmodels/keys_view_model.h"
#include "words/explain.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int Fields = KeyLabelsViewModel::Tags + 1;

QStringList valuesOf(const KeyLabels &labels)
{
    return {labels.environment, labels.team, labels.owner, labels.tags.join(u", "_s)};
}

QStringList tagsFrom(const QString &typed)
{
    QStringList tags;
    for (const auto &part : typed.split(u',')) {
        const auto tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

} // namespace

void KeyLabelsViewModel::setReports(KeyReports *reports)
{
    if (m_reports == reports)
        return;
    m_reports = reports;
    Q_EMIT reportsChanged();
}

void KeyLabelsViewModel::begin(KeysViewModel *page, const QStringList &ids)
{
    ++m_asked;
    m_keys.clear();
    m_name.clear();
    m_values = QStringList(Fields, QString());
    m_areSame = QList<bool>(Fields, true);
    for (const auto &row : page->table().rows) {
        if (!ids.contains(QString::number(row.key.id.value())))
            continue;
        const auto values = valuesOf(row.key.labels);
        for (int field = 0; field < Fields; ++field) {
            if (m_keys.isEmpty())
                m_values[field] = values.at(field);
            else if (m_values.at(field) != values.at(field))
                m_areSame[field] = false;
        }
        m_keys.append(row.key.id);
        m_name = row.key.name;
    }
    for (int field = 0; field < Fields; ++field) {
        if (!m_areSame.at(field))
            m_values[field].clear();
    }
    Q_EMIT begun();
    moveTo(State::Editing);
}

QString KeyLabelsViewModel::title() const
{
    return count() == 1 ? m_name : tr("%n keys", nullptr, count());
}

void KeyLabelsViewModel::save(const QList<bool> &chosen, const QStringList &typed)
{
    if (!m_reports || m_keys.isEmpty() || m_state == State::Saving)
        return;
    KeyReports::LabelChange change;
    const auto text = [&](Field field) {
        return chosen.value(field) ? std::optional(typed.value(field).simplified()) : std::nullopt;
    };
    change.environment = text(Environment);
    change.team = text(Team);
    change.owner = text(Owner);
    if (chosen.value(Tags))
        change.tags = tagsFrom(typed.value(Tags));
    if (!change.environment && !change.team && !change.owner && !change.tags)
        return moveTo(State::Failed, tr("Choose what is to be changed."));
    const auto asked = ++m_asked;
    moveTo(State::Saving);
    QCoro::connect(m_reports->label(m_keys, change), this, [this, asked](const auto &outcome) {
        if (asked != m_asked)
            return;
        if (outcome)
            moveTo(State::Saved);
        else
            moveTo(State::Failed, explain(outcome.error()).sentence);
    });
}

void KeyLabelsViewModel::moveTo(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
