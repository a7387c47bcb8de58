// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/listed_keys.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

constexpr auto Names = "names"_L1; // name by hash
constexpr auto ToAsk = "ask"_L1; // weight by hash
constexpr auto Asked = "asked"_L1; // how many

} // namespace

bool remember(Cursor &cursor, const KeyAnswer &key)
{
    auto names = cursor.words.value(Names).toObject();
    if (names.contains(key.key.remoteId))
        return false;
    names.insert(key.key.remoteId, key.key.name);
    cursor.words.insert(Names, names);
    return true;
}

QHash<QString, QString> keysByName(const Cursor &cursor)
{
    const auto names = cursor.words.value(Names).toObject();
    QHash<QString, QString> keys;
    QHash<QString, int> bearers;
    for (auto name = names.constBegin(); name != names.constEnd(); ++name) {
        keys.insert(name->toString(), name.key());
        ++bearers[name->toString()];
    }
    keys.removeIf(
        [&bearers](const auto &entry) { return entry.key().isEmpty() || bearers[entry.key()] > 1; });
    return keys;
}

void forgetNames(Cursor &cursor)
{
    cursor.words.remove(Names);
}

void askAbout(Cursor &cursor, const QString &hash, qint64 weight)
{
    auto weights = cursor.words.value(ToAsk).toObject();
    weights.insert(hash, weight);
    cursor.words.insert(ToAsk, weights);
}

QString keyToAsk(const Cursor &cursor)
{
    const auto weights = cursor.words.value(ToAsk).toObject();
    QString heaviest;
    qint64 most = 0;
    for (auto weight = weights.constBegin(); weight != weights.constEnd(); ++weight) {
        if (heaviest.isEmpty() || weight->toInteger() > most) {
            heaviest = weight.key();
            most = weight->toInteger();
        }
    }
    return heaviest;
}

void markAsked(Cursor &cursor)
{
    auto weights = cursor.words.value(ToAsk).toObject();
    weights.remove(keyToAsk(cursor));
    cursor.words.insert(ToAsk, weights);
    cursor.words.insert(Asked, cursor.words.value(Asked).toInt() + 1);
}

HistoryProgress progressOf(const Cursor &cursor)
{
    const auto done = cursor.words.value(Asked).toInt();
    return {done, done + static_cast<int>(cursor.words.value(ToAsk).toObject().size())};
}

} // namespace tollkeeper::openrouter
