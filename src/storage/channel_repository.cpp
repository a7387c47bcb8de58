// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/channel_repository.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString settingsText(const QMap<QString, QString> &settings)
{
    QJsonObject json;
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting)
        json.insert(setting.key(), setting.value());
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QMap<QString, QString> settingsFrom(const QString &text)
{
    QMap<QString, QString> settings;
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto member = json.begin(); member != json.end(); ++member)
        settings.insert(member.key(), member.value().toString());
    return settings;
}

} // namespace

Result<ChannelId> ChannelRepository::save(const Channel &channel)
{
    // An id of NULL is a new row's.
    const auto id = channel.id.isValid() ? QVariant(channel.id.value()) : QVariant();
    auto row = m_database.run(
        uR"(INSERT INTO channel (id, kind, name, is_on, settings, address_secret_name, secret_name, hint)
            VALUES (:id, :kind, :name, :on, :settings, :address, :secret, :hint)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, is_on = excluded.is_on, settings = excluded.settings,
                address_secret_name = excluded.address_secret_name, secret_name = excluded.secret_name,
                hint = excluded.hint RETURNING id)"_s,
        {{":id", id}, {":kind", QString(toText(channel.kind))}, {":name", channel.name},
            {":on", channel.isOn}, {":settings", settingsText(channel.settings)},
            {":address", channel.addressSecretName}, {":secret", channel.secretName},
            {":hint", channel.hint}});
    if (!row)
        return fail(row.error());
    return row->next() ? ChannelId(row->value(0).toLongLong()) : ChannelId();
}

Outcome ChannelRepository::remove(ChannelId channel)
{
    if (auto dropped = m_database.execute(
            u"UPDATE delivery SET state = 'dropped' WHERE channel_id = :id AND state IN ('queued', 'intended', 'failed')"_s,
            {{":id", channel.value()}});
        !dropped)
        return dropped;
    return m_database.execute(u"DELETE FROM channel WHERE id = :id"_s, {{":id", channel.value()}});
}

Result<QList<Channel>> ChannelRepository::all()
{
    auto rows = m_database.run(
        u"SELECT id, kind, name, is_on, settings, address_secret_name, secret_name, hint FROM channel ORDER BY id"_s);
    if (!rows)
        return fail(rows.error());
    QList<Channel> channels;
    while (rows->next()) {
        Channel channel;
        channel.id = ChannelId(rows->value(0).toLongLong());
        channel.kind = channelKindFromText(rows->value(1).toString()).value_or(ChannelKind::Webhook);
        channel.name = rows->value(2).toString();
        channel.isOn = rows->value(3).toBool();
        channel.settings = settingsFrom(rows->value(4).toString());
        channel.addressSecretName = rows->value(5).toString();
        channel.secretName = rows->value(6).toString();
        channel.hint = rows->value(7).toString();
        channels.append(channel);
    }
    return channels;
}

} // namespace tollkeeper
