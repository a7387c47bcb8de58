// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_event_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString textOf(const std::optional<Cap> &cap)
{
    if (!cap)
        return {};
    const auto limit = cap->limit.amountText() + u' ' + cap->limit.currency().code();
    return cap->reset.isEmpty() ? limit : limit + u' ' + cap->reset;
}

QString textOf(const std::optional<QDateTime> &moment)
{
    return moment ? moment->toUTC().toString(Qt::ISODate) : QString();
}

QString textOf(const QStringList &list)
{
    return list.join(u", "_s);
}

} // namespace

Outcome KeyEventRepository::add(KeyId key, const KeyEvent &event)
{
    return m_database.execute(uR"(INSERT INTO key_event (key_id, what, origin, at, before, after)
            VALUES (:key, :what, :origin, :at, :before, :after))"_s,
        {{":key", key.value()}, {":what", QString(toText(event.what))},
            {":origin", static_cast<int>(event.origin)}, {":at", toColumn(event.at)},
            {":before", event.before}, {":after", event.after}});
}

Result<QList<KeyEvent>> KeyEventRepository::of(KeyId key, int atMost)
{
    auto rows = m_database.run(uR"(SELECT what, origin, at, before, after FROM key_event WHERE key_id = :key
                                   ORDER BY at DESC, id DESC LIMIT :most)"_s,
        {{":key", key.value()}, {":most", atMost}});
    if (!rows)
        return fail(rows.error());
    QList<KeyEvent> events;
    while (rows->next()) {
        const auto what = keyEventFromText(rows->value(0).toString());
        if (!what)
            continue; // of a newer version
        events.append({*what, static_cast<KeyEvent::Origin>(rows->value(1).toInt()),
            momentFrom(rows->value(2)), rows->value(3).toString(), rows->value(4).toString()});
    }
    return events;
}

QList<KeyEvent> differences(
    const ApiKey &known, const ApiKey &told, KeyEvent::Origin origin, const QDateTime &at)
{
    using What = KeyEvent::What;
    QList<KeyEvent> events;
    const auto add = [&](What what, const QString &before, const QString &after) {
        events.append({what, origin, at, before, after});
    };
    const auto addLists
        = [&](What what, const std::optional<QStringList> &before, const std::optional<QStringList> &after) {
              if (before && after && *before != *after)
                  add(what, textOf(*before), textOf(*after));
          };
    if (known.name != told.name)
        add(What::Renamed, known.name, told.name);
    if (const auto before = textOf(known.cap), after = textOf(told.cap); before != after)
        add(What::CapChanged, before, after);
    if (known.countsByok && told.countsByok && *known.countsByok != *told.countsByok)
        add(What::ByokChanged, *known.countsByok ? u"yes"_s : u"no"_s, *told.countsByok ? u"yes"_s : u"no"_s);
    if (known.isDisabled != told.isDisabled)
        add(told.isDisabled ? What::Disabled : What::Enabled, {}, {});
    if (known.expiresAt != told.expiresAt)
        add(What::ExpiryChanged, textOf(known.expiresAt), textOf(told.expiresAt));
    addLists(What::AddressesChanged, known.allowedAddresses, told.allowedAddresses);
    addLists(What::AddressesChanged, known.deniedAddresses, told.deniedAddresses);
    addLists(What::ModelsChanged, known.allowedModels, told.allowedModels);
    return events;
}

} // namespace tollkeeper
