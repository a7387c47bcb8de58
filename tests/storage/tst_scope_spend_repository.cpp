// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "storage/scope_spend_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;
using Kind = BudgetScope::Kind;

//! Two accounts; in Main the keys a (team Search, until the 16th Support) and b, which took over from a; the
//! days 15 and 17 of June.
class ScopeSpendRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto main = addAccount(m_database, u"Main"_s);
        const auto other = addAccount(m_database, u"Other"_s);
        PollFacts facts;
        facts.keys = {key(u"a"_s), key(u"b"_s)};
        facts.buckets = {bucket(15, u"alpha"_s, 100, u"a"_s), bucket(17, u"alpha"_s, 200, u"a"_s),
            bucket(17, u"beta"_s, 40, u"b"_s)};
        facts.buckets[1].amount.byok = cents(7);
        PollRepository polls(m_database);
        QVERIFY(polls.store(main, facts, june(18)).has_value());
        facts = {};
        facts.buckets = {bucket(17, u"alpha"_s, 1000), bucket(17, u"gamma"_s, 5, {}, currency(u"CNY"))};
        QVERIFY(polls.store(other, facts, june(18)).has_value());

        KeyRepository keys(m_database);
        const auto all = *keys.all();
        for (const auto &one : all) {
            (one.name == u"a" ? m_a : m_b) = one.id;
        }
        QVERIFY(keys.label(m_a, {u"prod"_s, u"Support"_s, {}, {u"chat"_s, u"eu"_s}}, june(1)).has_value());
        QVERIFY(keys.label(m_a, {u"prod"_s, u"Search"_s, {}, {u"chat"_s}}, june(16)).has_value());
        QVERIFY(m_database
                    .execute(u"UPDATE api_key SET replaces_id = :a WHERE id = :b"_s,
                        {{":a", m_a.value()}, {":b", m_b.value()}})
                    .has_value());
        m_main = QString::number(main.value());
    }

    void countsWhatTheScopeNames_data()
    {
        QTest::addColumn<BudgetScope>("scope");
        QTest::addColumn<QString>("spent"); // day:billed+byok in cents
        const auto a = QString::number(m_a.value());
        const auto b = QString::number(m_b.value());
        QTest::newRow("everything") << BudgetScope{} << u"15:100+0 17:1240+7"_s;
        QTest::newRow("an account") << BudgetScope{Kind::Account, m_main} << u"15:100+0 17:240+7"_s;
        QTest::newRow("a key with its successor") << BudgetScope{Kind::Key, a} << u"15:100+0 17:240+7"_s;
        QTest::newRow("the successor alone") << BudgetScope{Kind::Key, b} << u"17:40+0"_s;
        QTest::newRow("a team while it had the key")
            << BudgetScope{Kind::Team, u"Support"_s} << u"15:100+0"_s;
        QTest::newRow("the team after it") << BudgetScope{Kind::Team, u"Search"_s} << u"17:200+7"_s;
        QTest::newRow("an environment")
            << BudgetScope{Kind::Environment, u"prod"_s} << u"15:100+0 17:200+7"_s;
        QTest::newRow("a model in all accounts")
            << BudgetScope{Kind::Model, u"alpha"_s} << u"15:100+0 17:1200+7"_s;
        QTest::newRow("a tag") << BudgetScope{Kind::Tag, u"eu"_s} << u"15:100+0"_s;
        QTest::newRow("part of a tag is none") << BudgetScope{Kind::Tag, u"e"_s} << QString();
        QTest::newRow("nobody has heard of it") << BudgetScope{Kind::Provider, u"nowhere"_s} << QString();
        QTest::newRow("a hostile name") << BudgetScope{Kind::Team, u"' OR 1=1 --"_s} << QString();
    }
    void countsWhatTheScopeNames()
    {
        QFETCH(const BudgetScope, scope);
        QFETCH(const QString, spent);
        const auto days
            = ScopeSpendRepository(m_database).byDay(scope, monthOf(QDate(2026, 6, 1)), Currency());
        QVERIFY(days.has_value());
        QStringList words;
        for (const auto &day : *days)
            words.append(u"%1:%2+%3"_s.arg(day.day.day())
                             .arg(day.amount.billed.nanos() / 10'000'000)
                             .arg(day.amount.byok.nanos() / 10'000'000));
        QCOMPARE(words.join(u' '), spent);
    }

    void countsOneCurrencyOnly()
    {
        const auto days
            = ScopeSpendRepository(m_database).byDay({}, monthOf(QDate(2026, 6, 1)), currency(u"CNY"));
        QCOMPARE(days->size(), 1);
        QCOMPARE(days->constFirst().amount.billed, cents(5, currency(u"CNY")));
    }

private:
    TempProfile m_profile;
    Database m_database = m_profile.open();
    QString m_main;
    KeyId m_a;
    KeyId m_b;
};

QTEST_GUILESS_MAIN(ScopeSpendRepositoryTest)
#include "tst_scope_spend_repository.moc"
