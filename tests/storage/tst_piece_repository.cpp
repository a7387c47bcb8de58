// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_resolution.h"
#include "storage/ledger_repository.h"
#include "storage/poll_repository.h"
#include "support/random_polls.h"
#include "support/temp_profile.h"

#include <QTest>

#include <algorithm>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

QString columnText(const std::optional<qint64> &count)
{
    return count ? QString::number(*count) : u"-"_s;
}

QString shareText(
    int dimension, qint64 ref, qint64 billed, qint64 byok, const std::optional<qint64> &requests)
{
    return u" %1:%2=%3+%4/%5"_s.arg(dimension).arg(ref).arg(billed).arg(byok).arg(columnText(requests));
}

QString pieceText(const QString &currency, const SpendPiece &piece)
{
    auto text = u"%1 %2..%3 day %4 %5+%6/%7 rank %8 %9"_s
                    .arg(currency, piece.start.toString(Qt::ISODate), piece.end.toString(Qt::ISODate),
                        piece.localDay.toString(Qt::ISODate))
                    .arg(piece.amount.billed.nanos())
                    .arg(piece.amount.byok.nanos())
                    .arg(columnText(piece.requests))
                    .arg(static_cast<int>(piece.rank))
                    .arg(piece.endpoint);
    text += piece.isEstimated ? u" estimated"_s : u""_s;
    text += piece.spansDays ? u" spans"_s : u""_s;
    auto shares = piece.shares;
    std::sort(shares.begin(), shares.end(), [](const SpendShare &a, const SpendShare &b) {
        return std::pair(a.dimension, a.ref) < std::pair(b.dimension, b.ref);
    });
    for (const auto &share : shares)
        text += shareText(static_cast<int>(share.dimension), share.ref, share.amount.billed.nanos(),
            share.amount.byok.nanos(), share.requests);
    return text;
}

} // namespace

class PieceRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = std::make_unique<Database>(m_profile.open());
        QVERIFY(m_database->execute(u"PRAGMA synchronous = OFF"_s)); // thousands of polls
    }

    void whatWasKeptUpEqualsWhatAllSlicesSay()
    {
        const QList<QByteArray> zones{"UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York"};
        for (quint32 round = 0; round < 200; ++round) {
            const auto zone = zones.at(round % zones.size());
            setZone(*m_database, zone);
            const auto account = addAccount(*m_database, u"round %1"_s.arg(round));
            RandomGateway gateway(round);
            const int polls = 4 + gateway.below(20);
            for (int poll = 0; poll < polls; ++poll) {
                const auto facts = gateway.poll();
                const auto stored = PollRepository(*m_database).store(account, facts, gateway.now());
                const auto why = stored ? QString() : stored.error().detail;
                QVERIFY2(stored.has_value(), qPrintable(u"round %1: %2"_s.arg(round).arg(why)));
            }
            const auto kept = storedPieces(account);
            const auto all = recomputed(account, QTimeZone(zone));
            for (qsizetype i = 0; i < std::min(kept.size(), all.size()); ++i)
                QVERIFY2(kept.at(i) == all.at(i),
                    qPrintable(u"round %1:\n  kept %2\n  all  %3"_s.arg(round).arg(kept.at(i), all.at(i))));
            QCOMPARE(kept.size(), all.size());
        }
        QVERIFY(m_database->value(u"SELECT COUNT(*) FROM piece"_s)->toInt() > 1000); // not of nothing
    }

    void sharesNeverTellMoreThanTheirPiece()
    {
        const auto tooMuch = m_database->value(
            u"SELECT COUNT(*) FROM (SELECT p.id FROM piece p JOIN share s ON s.piece_id = p.id "
            "GROUP BY p.id, s.dimension HAVING SUM(s.billed_nanos) > p.billed_nanos)"_s);
        QVERIFY(tooMuch.has_value());
        QCOMPARE(tooMuch->toInt(), 0);
        const auto orphans
            = m_database->value(u"SELECT COUNT(*) FROM share WHERE piece_id NOT IN (SELECT id FROM piece)"_s);
        QVERIFY(orphans.has_value());
        QCOMPARE(orphans->toInt(), 0);
    }

private:
    QStringList recomputed(AccountId account, const QTimeZone &zone)
    {
        LedgerRepository slices(*m_database, account);
        QStringList texts;
        const auto currencies = slices.currencies();
        for (const auto &currency : *currencies) {
            for (const auto &piece : resolveSpend(*slices.slices(june(-400), june(400), currency), zone))
                texts.append(pieceText(currency, piece));
        }
        texts.sort();
        return texts;
    }

    QStringList storedPieces(AccountId account)
    {
        auto rows = m_database->run(u"SELECT id, currency, start_at, end_at, local_day, billed_nanos, "
                                    u"byok_nanos, requests, rank, endpoint, "
                                    "is_estimated, spans_days FROM piece WHERE account_id = :account"_s,
            {{":account", account.value()}});
        QStringList texts;
        while (rows->next()) {
            SpendPiece piece;
            piece.start = momentFrom(rows->value(2));
            piece.end = momentFrom(rows->value(3));
            piece.localDay = QDate::fromJulianDay(rows->value(4).toLongLong());
            piece.amount = {
                Money::fromNanos(rows->value(5).toLongLong()), Money::fromNanos(rows->value(6).toLongLong())};
            piece.requests = optionalCountFrom(rows->value(7));
            piece.rank = static_cast<Rank>(rows->value(8).toInt());
            piece.endpoint = rows->value(9).toString();
            piece.isEstimated = rows->value(10).toBool();
            piece.spansDays = rows->value(11).toBool();
            piece.shares = sharesOf(rows->value(0).toLongLong());
            texts.append(pieceText(rows->value(1).toString(), piece));
        }
        texts.sort();
        return texts;
    }

    QList<SpendShare> sharesOf(qint64 piece)
    {
        auto rows = m_database->run(
            u"SELECT dimension, ref, billed_nanos, byok_nanos, requests FROM share WHERE piece_id = :piece"_s,
            {{":piece", piece}});
        QList<SpendShare> shares;
        while (rows->next()) {
            SpendShare share;
            share.dimension = static_cast<Dimension>(rows->value(0).toInt());
            share.ref = rows->value(1).toLongLong();
            share.amount = {
                Money::fromNanos(rows->value(2).toLongLong()), Money::fromNanos(rows->value(3).toLongLong())};
            share.requests = optionalCountFrom(rows->value(4));
            shares.append(share);
        }
        return shares;
    }

    TempProfile m_profile;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(PieceRepositoryTest)
#include "tst_piece_repository.moc"
