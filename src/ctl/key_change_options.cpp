// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/key_change_options.h"

#include "base/clock.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr auto None = "none"_L1;

Result<bool> yesOrNo(const QString &option, const QString &text)
{
    if (text == u"yes" || text == u"no")
        return text == u"yes";
    return fail(Error::Kind::InvalidInput, u"--%1 needs yes or no"_s.arg(option));
}

Result<std::optional<QDateTime>> expiryFrom(const QString &text)
{
    if (text == u"never")
        return std::optional<QDateTime>();
    const auto day = QDate::fromString(text, Qt::ISODate);
    const auto moment = day.isValid() ? std::optional(QDateTime(day, QTime(), Qt::UTC)) : parseUtc(text);
    if (!moment)
        return fail(Error::Kind::InvalidInput, u"--expires needs a day such as 2026-12-31, or never"_s);
    return moment;
}

Result<CapWish> capFrom(const QCommandLineParser &options, Currency currency, const std::optional<Cap> &known)
{
    CapWish wish;
    if (known) {
        wish.limit = known->limit;
        wish.reset = known->reset;
    }
    const auto text = options.value(u"cap"_s);
    if (text == None)
        return CapWish{};
    if (!text.isEmpty()) {
        const auto limit = Money::fromText(text, currency);
        if (!limit || limit->isNegative())
            return fail(Error::Kind::InvalidInput, u"--cap needs an amount such as 1500, or none"_s);
        wish.limit = *limit;
    }
    if (options.isSet(u"reset"_s)) {
        const auto reset = options.value(u"reset"_s);
        wish.reset = reset == u"never" ? QString() : reset;
    }
    if (!wish.limit)
        return fail(Error::Kind::InvalidInput, u"--reset needs a cap: say --cap AMOUNT as well"_s);
    return wish;
}

QString capText(const std::optional<Money> &limit, const QString &reset)
{
    if (!limit)
        return u"none"_s;
    return reset.isEmpty() ? moneyText(*limit) : moneyText(*limit) + u' ' + reset;
}

QString flagText(std::optional<bool> flag)
{
    if (!flag)
        return u"not told"_s;
    return *flag ? u"yes"_s : u"no"_s;
}

QString momentText(const std::optional<QDateTime> &moment)
{
    return moment ? moment->toString(Qt::ISODate) : u"never"_s;
}

QString listText(const std::optional<QStringList> &list)
{
    if (!list)
        return u"not told"_s;
    return list->isEmpty() ? u"none"_s : list->join(u", "_s);
}

} // namespace

QList<QCommandLineOption> keyChangeOptions()
{
    return {
        {u"name"_s, u"Its name."_s, u"N"_s},
        {u"cap"_s, u"Its cap, such as 1500; none for none."_s, u"A"_s},
        {u"reset"_s, u"When the cap starts again: daily, weekly, monthly or never."_s, u"R"_s},
        {u"byok-in-cap"_s, u"yes or no: spend on own provider keys counts against the cap."_s, u"B"_s},
        {u"expires"_s, u"A day such as 2026-12-31 (00:00 UTC), or never."_s, u"D"_s},
        {u"allow-ip"_s, u"A network it may be used from; may be given again; none for everywhere."_s, u"C"_s},
        {u"deny-ip"_s, u"A network it may not be used from; may be given again; none for none."_s, u"C"_s},
    };
}

Result<KeyChange> keyChangeFrom(
    const QCommandLineParser &options, Currency currency, const std::optional<Cap> &known)
{
    KeyChange change;
    if (options.isSet(u"name"_s))
        change.name = options.value(u"name"_s);
    if (options.isSet(u"cap"_s) || options.isSet(u"reset"_s)) {
        auto cap = capFrom(options, currency, known);
        if (!cap)
            return fail(cap.error());
        change.cap = *cap;
    }
    if (options.isSet(u"byok-in-cap"_s)) {
        const auto counts = yesOrNo(u"byok-in-cap"_s, options.value(u"byok-in-cap"_s));
        if (!counts)
            return fail(counts.error());
        change.countsByok = *counts;
    }
    if (options.isSet(u"expires"_s)) {
        const auto expiry = expiryFrom(options.value(u"expires"_s));
        if (!expiry)
            return fail(expiry.error());
        change.expiresAt = *expiry;
    }
    const auto networks = [&options](const QString &option) -> std::optional<QStringList> {
        if (!options.isSet(option))
            return std::nullopt;
        auto values = options.values(option);
        values.removeAll(QString(None));
        return values;
    };
    change.allowedAddresses = networks(u"allow-ip"_s);
    change.deniedAddresses = networks(u"deny-ip"_s);
    return change;
}

Result<KeyDraft> keyDraftFrom(const QCommandLineParser &options, Currency currency)
{
    const auto change = keyChangeFrom(options, currency, {});
    if (!change)
        return fail(change.error());
    if (!change->name || change->name->trimmed().isEmpty())
        return fail(Error::Kind::InvalidInput, u"a key to make needs --name"_s);
    KeyDraft draft;
    draft.name = *change->name;
    draft.cap = change->cap.value_or(CapWish{});
    draft.countsByok = change->countsByok;
    draft.expiresAt = change->expiresAt.value_or(std::nullopt);
    draft.allowedAddresses = change->allowedAddresses.value_or(QStringList());
    draft.deniedAddresses = change->deniedAddresses.value_or(QStringList());
    return draft;
}

bool isEmpty(const KeyChange &change)
{
    return change == KeyChange{};
}

QStringList beforeAndAfter(const ApiKey &key, const KeyChange &change)
{
    QStringList lines;
    const auto add = [&lines](const QString &what, const QString &before, const QString &after) {
        lines.append(u"%1: %2 -> %3"_s.arg(what, before, after));
    };
    if (change.name)
        add(u"name"_s, key.name, *change.name);
    if (change.cap)
        add(u"cap"_s,
            capText(
                key.cap ? std::optional(key.cap->limit) : std::nullopt, key.cap ? key.cap->reset : QString()),
            capText(change.cap->limit, change.cap->reset));
    if (change.countsByok)
        add(u"BYOK in cap"_s, flagText(key.countsByok), flagText(change.countsByok));
    if (change.isDisabled)
        add(u"enabled"_s, flagText(!key.isDisabled), flagText(!*change.isDisabled));
    if (change.expiresAt)
        add(u"expires"_s, momentText(key.expiresAt), momentText(*change.expiresAt));
    if (change.allowedAddresses)
        add(u"allowed networks"_s, listText(key.allowedAddresses), listText(change.allowedAddresses));
    if (change.deniedAddresses)
        add(u"denied networks"_s, listText(key.deniedAddresses), listText(change.deniedAddresses));
    return lines;
}

} // namespace tollkeeper::ctl
