// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_change_lines.h"

#include "base/translation_contexts.h"
#include "words/figures.h"
#include "words/key_figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

void add(QList<ChangeLine> &lines, const QString &name, const QString &before, const QString &after)
{
    if (before == after)
        return;
    ChangeLine line;
    line.name = name;
    line.before = before;
    line.after = after;
    lines.append(line);
}

QString yesOrNo(std::optional<bool> value)
{
    return !value ? texts::Keys::tr("not told") : *value ? texts::Keys::tr("Yes") : texts::Keys::tr("No");
}

QString listText(const std::optional<QStringList> &list)
{
    if (!list)
        return texts::Keys::tr("not told");
    return list->isEmpty() ? texts::Keys::tr("None", "an allowlist") : list->join(u", "_s);
}

QString dayOf(const std::optional<QDateTime> &moment, const QTimeZone &zone)
{
    return moment ? fullDayText(moment->toTimeZone(zone).date())
                  : texts::Keys::tr("None", "a key has no expiry");
}

QString windowText(const std::optional<Money> &limit)
{
    return limit && !limit->isZero() ? moneyText(*limit) : texts::Keys::tr("no limit");
}

} // namespace

std::optional<Money> windowLimit(const QList<LimitFacts> &limits, const QString &window)
{
    for (const auto &limit : limits) {
        if (limit.kind == LimitFacts::Kind::SpendWindow && limit.name == window)
            return limit.limit;
    }
    return std::nullopt;
}

QList<ChangeLine> changeLines(
    const ApiKey &key, const QList<LimitFacts> &limits, const KeyChange &change, const QTimeZone &zone)
{
    QList<ChangeLine> lines;
    if (change.name)
        add(lines, texts::Keys::tr("Name"), key.name, *change.name);
    if (change.cap)
        add(lines, texts::Keys::tr("Spending cap"),
            capText(
                key.cap ? std::optional(key.cap->limit) : std::nullopt, key.cap ? key.cap->reset : QString()),
            capText(change.cap->limit, change.cap->reset));
    if (change.countsByok)
        add(lines, texts::Keys::tr("Count BYOK in cap"), yesOrNo(key.countsByok), yesOrNo(change.countsByok));
    if (change.isDisabled)
        add(lines, texts::Keys::tr("Enabled"), yesOrNo(!key.isDisabled), yesOrNo(!*change.isDisabled));
    if (change.expiresAt)
        add(lines, texts::Keys::tr("Expiry"), dayOf(key.expiresAt, zone), dayOf(*change.expiresAt, zone));
    if (change.allowedAddresses)
        add(lines, texts::Keys::tr("IP allowlist"), listText(key.allowedAddresses),
            listText(change.allowedAddresses));
    if (change.deniedAddresses)
        add(lines, texts::Keys::tr("IP denylist"), listText(key.deniedAddresses),
            listText(change.deniedAddresses));
    if (change.windows) {
        for (auto window = change.windows->cbegin(); window != change.windows->cend(); ++window)
            //: %1 is a span such as "5h"
            add(lines, texts::Keys::tr("Spend in %1").arg(window.key()),
                windowText(windowLimit(limits, window.key())), windowText(window.value()));
    }
    return lines;
}

} // namespace tollkeeper
