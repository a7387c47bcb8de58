// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/import_repository.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array StateWords{"running"_L1, "stopped"_L1, "done"_L1};

constexpr auto Columns
    = "id, account_id, digest, name, format, mapping, bytes, bytes_done, lines_done, added, replaced, same, "
      "rejected, is_whole, state, started_at, ended_at"_L1;

QString wordOf(ImportState state)
{
    return StateWords.at(static_cast<std::size_t>(state));
}

ImportState stateFrom(const QString &word)
{
    for (std::size_t i = 0; i < StateWords.size(); ++i) {
        if (StateWords.at(i) == word)
            return static_cast<ImportState>(i);
    }
    return ImportState::Stopped;
}

ImportFile fileFrom(const QSqlQuery &row)
{
    ImportFile file;
    file.id = row.value(0).toLongLong();
    file.account = AccountId(row.value(1).toLongLong());
    file.digest = row.value(2).toString();
    file.name = row.value(3).toString();
    file.format = row.value(4).toString();
    file.mapping = QJsonDocument::fromJson(row.value(5).toString().toUtf8()).object();
    file.bytes = row.value(6).toLongLong();
    file.bytesDone = row.value(7).toLongLong();
    file.linesDone = row.value(8).toLongLong();
    file.rows = {row.value(9).toLongLong(), row.value(10).toLongLong(), row.value(11).toLongLong(),
        row.value(12).toLongLong()};
    file.isWhole = row.value(13).toBool();
    file.state = stateFrom(row.value(14).toString());
    file.startedAt = momentFrom(row.value(15));
    file.endedAt = optionalMomentFrom(row.value(16));
    return file;
}

} // namespace

Result<std::optional<ImportFile>> ImportRepository::find(AccountId account, const QString &digest)
{
    auto row = m_database.run(
        u"SELECT %1 FROM import_file WHERE account_id = :account AND digest = :digest"_s.arg(Columns),
        {{":account", account.value()}, {":digest", digest}});
    if (!row)
        return fail(row.error());
    return row->next() ? std::optional(fileFrom(*row)) : std::nullopt;
}

Result<QList<ImportFile>> ImportRepository::all()
{
    auto rows
        = m_database.run(u"SELECT %1 FROM import_file ORDER BY started_at DESC, id DESC"_s.arg(Columns));
    if (!rows)
        return fail(rows.error());
    QList<ImportFile> files;
    while (rows->next())
        files.append(fileFrom(*rows));
    return files;
}

Result<qint64> ImportRepository::begin(const ImportFile &file)
{
    const auto mapping = QString::fromUtf8(QJsonDocument(file.mapping).toJson(QJsonDocument::Compact));
    const auto id = m_database.value(
        uR"(INSERT INTO import_file (account_id, digest, name, format, mapping, bytes, bytes_done, lines_done, added,
                replaced, same, rejected, is_whole, state, started_at)
            VALUES (:account, :digest, :name, :format, :mapping, :bytes, :bytesDone, :lines, :added, :replaced, :same,
                :rejected, 0, 'running', :at)
            ON CONFLICT (account_id, digest) DO UPDATE SET name = excluded.name, format = excluded.format,
                mapping = excluded.mapping, bytes_done = excluded.bytes_done, lines_done = excluded.lines_done,
                added = excluded.added, replaced = excluded.replaced, same = excluded.same,
                rejected = excluded.rejected, is_whole = 0, state = 'running', ended_at = NULL
            RETURNING id)"_s,
        {{":account", file.account.value()}, {":digest", file.digest}, {":name", file.name},
            {":format", file.format}, {":mapping", mapping}, {":bytes", file.bytes},
            {":bytesDone", file.bytesDone}, {":lines", file.linesDone}, {":added", file.rows.added},
            {":replaced", file.rows.replaced}, {":same", file.rows.same}, {":rejected", file.rows.rejected},
            {":at", toColumn(file.startedAt)}});
    if (!id)
        return fail(id.error());
    return id->toLongLong();
}

Outcome ImportRepository::keepProgress(const ImportFile &file)
{
    return m_database.execute(
        uR"(UPDATE import_file SET bytes_done = :bytes, lines_done = :lines, added = :added, replaced = :replaced,
                same = :same, rejected = :rejected WHERE id = :id)"_s,
        {{":bytes", file.bytesDone}, {":lines", file.linesDone}, {":added", file.rows.added},
            {":replaced", file.rows.replaced}, {":same", file.rows.same}, {":rejected", file.rows.rejected},
            {":id", file.id}});
}

Outcome ImportRepository::end(const ImportFile &file)
{
    return m_database.execute(
        u"UPDATE import_file SET state = :state, is_whole = :whole, ended_at = :at WHERE id = :id"_s,
        {{":state", wordOf(file.state)}, {":whole", file.isWhole}, {":at", toColumn(file.endedAt)},
            {":id", file.id}});
}

} // namespace tollkeeper
