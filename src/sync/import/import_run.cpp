// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/import_run.h"

#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/request_matches.h"
#include "sync/import/import_sample.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype PreviewRows = 20;
constexpr qsizetype PreviewReads = 200;
constexpr qint64 DigestPiece = 1 << 20; //!< bytes

//! A mapping as it is kept with its file, with the heading it belongs to.
QJsonObject keptForm(const ColumnMapping &mapping, const QStringList &heading, bool isKept)
{
    auto json = toJson(mapping);
    json.insert(u"heading"_s, QJsonArray::fromStringList(heading));
    json.insert(u"kept"_s, isKept);
    return json;
}

std::optional<ColumnMapping> keptMappingFor(const QList<ImportFile> &files, const QStringList &heading)
{
    const auto wanted = QJsonArray::fromStringList(heading);
    for (const auto &file : files) {
        if (!file.mapping.value("kept"_L1).toBool() || file.mapping.value("heading"_L1).toArray() != wanted)
            continue;
        if (const auto mapping = columnMappingFromJson(file.mapping))
            return *mapping;
    }
    return std::nullopt;
}

//! Remote ids by the names under which a file may know the keys: only names that one key alone has.
QHash<QString, QString> keysByName(const QList<ApiKey> &keys, AccountId account)
{
    QHash<QString, QString> byName;
    QSet<QString> ambiguous;
    for (const auto &key : keys) {
        if (key.account != account)
            continue;
        for (const auto &name : {key.name, key.masked}) {
            if (name.isEmpty() || ambiguous.contains(name))
                continue;
            if (byName.contains(name) && byName.value(name) != key.remoteId) {
                byName.remove(name);
                ambiguous.insert(name);
                continue;
            }
            byName.insert(name, key.remoteId);
        }
    }
    for (const auto &key : keys)
        byName.remove(key.account == account ? key.remoteId : QString());
    return byName;
}

} // namespace

ImportRun::ImportRun(Storage &storage, ImportOrder order, QDateTime now, std::stop_token stop, Told told)
    : m_storage(storage)
    , m_order(std::move(order))
    , m_now(std::move(now))
    , m_stop(std::move(stop))
    , m_told(std::move(told))
{
}

void ImportRun::tell(ImportProgress::Step step, qint64 bytesDone)
{
    if (m_told)
        m_told({step, m_bytes, bytesDone, m_rowsRead});
}

//! The file, what it looks like, what the ledger knows of it, and how it will be read.
Outcome ImportRun::prepare()
{
    auto file = openImportFile(m_order.path);
    if (!file)
        return fail(file.error());
    m_bytes = (*file)->size();
    const auto sample = sampleOf(**file);
    if (!sample)
        return fail(sample.error());
    m_heading = sample->heading;
    const auto digest = digestOf(**file);
    if (!digest)
        return fail(digest.error());
    auto known = askLedger(*digest, m_heading);
    if (!known)
        return fail(known.error());
    m_known = *std::move(known);

    m_report.fileName = QFileInfo(m_order.path).fileName();
    if (m_order.mapping)
        m_report.mapping = *m_order.mapping;
    else
        m_report.mapping = m_known.keptMapping ? *m_known.keptMapping : guessMapping(*sample);
    m_file.account = m_order.account;
    m_file.digest = *digest;
    m_file.name = m_report.fileName;
    m_file.bytes = m_bytes;
    m_file.startedAt = m_now;
    m_file.format = toText(m_report.mapping.format);
    m_file.mapping = keptForm(m_report.mapping, m_heading, m_order.keepsMapping);
    auto stream = RowStream::open(m_order.path, m_report.mapping, m_known.owner);
    if (!stream)
        return fail(stream.error());
    m_stream = *std::move(stream);
    m_report.makesIds = m_stream->makesIds();
    return Done{};
}

//! BLAKE2b, because Qt computes it four times as fast as SHA-256 and the whole file is read for it.
Result<QString> ImportRun::digestOf(QFile &file)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    QByteArray piece(DigestPiece, Qt::Uninitialized);
    for (qint64 done = 0;;) {
        if (m_stop.stop_requested())
            return fail(Error::Kind::Cancelled);
        const auto count = file.read(piece.data(), piece.size());
        if (count < 0)
            return fail(Error::Kind::File, u"unreadable"_s);
        if (count == 0)
            return QString::fromLatin1(hash.result().toHex());
        hash.addData(QByteArrayView(piece).first(count));
        done += count;
        tell(ImportProgress::Step::Checking, done);
    }
}

Result<ImportRun::Known> ImportRun::askLedger(const QString &digest, const QStringList &heading)
{
    auto asking
        = m_storage.read([digest, heading, account = m_order.account](Database &database) -> Result<Known> {
              const auto owner = AccountRepository(database).byId(account);
              const auto keys = KeyRepository(database).all();
              ImportRepository imports(database);
              const auto file = imports.find(account, digest);
              const auto all = imports.all();
              if (!owner)
                  return fail(owner.error());
              if (!keys)
                  return fail(keys.error());
              if (!file || !all)
                  return fail(!file ? file.error() : all.error());
              return Known{{owner->name, keysByName(*keys, account)}, *file, keptMappingFor(*all, heading)};
          });
    return asking.result();
}

Result<ImportPreview> ImportRun::preview()
{
    const auto prepared = prepare();
    const bool isMisfit = !prepared && prepared.error().kind == Error::Kind::InvalidInput;
    if (!prepared && !isMisfit)
        return fail(prepared.error());
    ImportPreview preview;
    preview.bytes = m_bytes;
    preview.heading = m_heading;
    preview.mapping = m_report.mapping;
    preview.makesIds = m_report.makesIds;
    if (isKnown())
        preview.importedBefore = m_known.file->endedAt;
    if (isMisfit) {
        preview.mappingProblem = prepared.error();
        return preview;
    }
    auto chunk = m_stream->next(PreviewReads);
    if (!chunk)
        return fail(chunk.error());
    preview.rowsRead = chunk->rows.size() + chunk->refusedRows();
    preview.problems = chunk->problems;
    preview.rows = chunk->rows.first(std::min(chunk->rows.size(), PreviewRows));
    return preview;
}

ImportReport ImportRun::alreadyImported() const
{
    auto report = m_report;
    report.end = ImportReport::End::AlreadyImported;
    report.rows = m_known.file->rows;
    report.isWhole = m_known.file->isWhole;
    report.importedBefore = m_known.file->endedAt;
    return report;
}

void ImportRun::note(const RowChunk &chunk)
{
    for (std::size_t i = 0; i < chunk.refused.size(); ++i)
        m_report.refused.at(i) += chunk.refused.at(i);
    m_report.problems += chunk.problems;
    m_rowsRead += chunk.rows.size() + chunk.refusedRows();
    tell(ImportProgress::Step::Reading, chunk.bytesDone);
}

Result<ImportReport> ImportRun::dryRun()
{
    if (auto prepared = prepare(); !prepared)
        return fail(prepared.error());
    if (isKnown())
        return alreadyImported();
    m_report.end = ImportReport::End::DryRun;
    for (bool isLast = false; !isLast;) {
        if (m_stop.stop_requested()) {
            m_report.end = ImportReport::End::Stopped;
            break;
        }
        auto read = m_stream->next(BatchRows);
        if (!read)
            return fail(read.error());
        const auto chunk = std::make_shared<RowChunk>(*std::move(read));
        isLast = chunk->isLast;
        if (auto counted = countChunk(chunk); !counted)
            return fail(counted.error());
        note(*chunk);
    }
    return m_report;
}

Outcome ImportRun::countChunk(const std::shared_ptr<RowChunk> &chunk)
{
    auto asking = m_storage.read(
        [chunk, seen = &m_seen, account = m_order.account, makesIds = m_report.makesIds, taken = m_taken](
            Database &database) -> Result<std::pair<qint64, qint64>> {
            if (makesIds) {
                if (auto adopted = RequestMatches(database, account).adoptIds(chunk->rows, *taken); !adopted)
                    return fail(adopted.error());
            }
            QStringList fresh;
            for (const auto &row : std::as_const(chunk->rows)) {
                if (seen->count(qHash(row.requestId, 0)) == 0)
                    fresh.append(row.requestId);
            }
            const auto known = RequestRepository(database).known(account, fresh);
            if (!known)
                return fail(known.error());
            return std::pair(qint64(fresh.size()), *known);
        });
    const auto counts = asking.result();
    if (!counts)
        return fail(counts.error());
    const auto &[fresh, known] = *counts;
    m_report.rows.added += fresh - known;
    m_report.rows.same += chunk->rows.size() - fresh + known;
    m_report.rows.rejected += chunk->refusedRows();
    return Done{};
}

} // namespace tollkeeper
