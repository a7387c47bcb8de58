// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/preset_repository.h"

#include "domain/playground_request_json.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Result<QList<Preset>> PresetRepository::all()
{
    auto rows = m_database.run(u"SELECT name, content FROM playground_preset ORDER BY name"_s);
    if (!rows)
        return fail(rows.error());
    QList<Preset> presets;
    while (rows->next())
        presets.append(presetFrom(
            rows->value(0).toString(), QJsonDocument::fromJson(rows->value(1).toString().toUtf8()).object()));
    return presets;
}

Outcome PresetRepository::save(const Preset &preset)
{
    const auto content = QString::fromUtf8(QJsonDocument(toJson(preset)).toJson(QJsonDocument::Compact));
    return m_database.execute(
        u"INSERT OR REPLACE INTO playground_preset (name, content) VALUES (:name, :content)"_s,
        {{":name", preset.name}, {":content", content}});
}

Outcome PresetRepository::remove(const QString &name)
{
    return m_database.execute(u"DELETE FROM playground_preset WHERE name = :name"_s, {{":name", name}});
}

} // namespace tollkeeper
