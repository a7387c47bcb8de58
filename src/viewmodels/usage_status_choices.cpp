// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_status_choices.h"

#include "base/translation_contexts.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

struct Outcome {
    RequestOutcome outcome;
    QLatin1StringView value;
    const char *text;
};

constexpr std::array Outcomes{
    Outcome{RequestOutcome::Complete, "complete"_L1, QT_TRANSLATE_NOOP("Usage", "succeeded")},
    Outcome{RequestOutcome::Failed, "failed"_L1, QT_TRANSLATE_NOOP("Usage", "failed")},
    Outcome{RequestOutcome::Incomplete, "incomplete"_L1, QT_TRANSLATE_NOOP("Usage", "incomplete")},
};

} // namespace

QList<UsageChoiceList::Choice> statusChoices(const QList<int> &httpStatuses)
{
    QList<UsageChoiceList::Choice> choices;
    for (const auto &one : Outcomes)
        choices.append({one.value, texts::Usage::tr(one.text), {}, texts::Usage::tr("How it ended")});
    for (const auto status : httpStatuses) {
        const auto code = QString::number(status);
        choices.append({code, code, {}, texts::Usage::tr("And its HTTP status")});
    }
    return choices;
}

QStringList statusValues(const UsageFilter &filter)
{
    QStringList values;
    for (const auto outcome : filter.outcomes)
        values.append(Outcomes.at(static_cast<std::size_t>(outcome)).value);
    for (const auto status : filter.httpStatuses)
        values.append(QString::number(status));
    return values;
}

void addStatuses(UsageFilter &filter, const QStringList &values)
{
    for (const auto &value : values) {
        const auto *outcome = std::find_if(
            Outcomes.cbegin(), Outcomes.cend(), [&value](const auto &one) { return value == one.value; });
        if (outcome != Outcomes.cend())
            filter.outcomes.append(outcome->outcome);
        else
            filter.httpStatuses.append(value.toInt());
    }
}

} // namespace tollkeeper
