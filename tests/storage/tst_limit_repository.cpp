// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/limit_repository.h"
#include "storage/poll_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

LimitFacts window(const QString &name, const QString &key = {})
{
    LimitFacts limit;
    limit.kind = LimitFacts::Kind::SpendWindow;
    limit.name = name;
    limit.remoteKeyId = key;
    limit.limit = cents(5000);
    return limit;
}

} // namespace

class LimitRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void keepsWhatTheGatewayTellsOfALimit()
    {
        LimitFacts quota;
        quota.kind = LimitFacts::Kind::FreeRequests;
        quota.name = u"free models"_s;
        quota.limitCount = 1000;
        quota.usedCount = 10;
        quota.reset = u"daily"_s;
        quota.resetsAt = june(19);
        auto layer = window(u"workspace"_s, u"a"_s);
        layer.kind = LimitFacts::Kind::BudgetLayer;
        layer.limit = cents(5000, currency(u"CNY"));
        layer.used = cents(120, currency(u"CNY"));

        QVERIFY(poll({quota, layer}));

        QCOMPARE(stored(), (QList<LimitFacts>{quota, layer}));
    }

    void aLimitThatIsNotToldAnyMoreIsGone()
    {
        QVERIFY(poll({window(u"5h"_s), window(u"7d"_s)}));
        QVERIFY(poll({window(u"7d"_s)}));
        QCOMPARE(stored().size(), 1);
        PollFacts silent; // a poll that does not ask for limits
        QVERIFY(PollRepository(*m_database).store(m_account, silent, june(19)));
        QCOMPARE(stored().size(), 1);
        QVERIFY(poll({}));
        QVERIFY(stored().isEmpty());
    }

    void limitsOfOneNameAndKeyAreOne()
    {
        auto later = window(u"5h"_s);
        later.limit = cents(7);
        QVERIFY(poll({window(u"5h"_s), later, window(u"5h"_s, u"a"_s)}));
        QCOMPARE(stored(), (QList<LimitFacts>{later, window(u"5h"_s, u"a"_s)}));
    }

    void aKeyNobodyKnowsHasNoLimit()
    {
        QVERIFY(poll({window(u"5h"_s, u"unknown"_s)}));
        QVERIFY(stored().isEmpty());
    }

private:
    bool poll(const QList<LimitFacts> &limits)
    {
        PollFacts facts;
        facts.keys = {key(u"a"_s)};
        facts.limits = limits;
        facts.tellsLimits = true;
        return PollRepository(*m_database).store(m_account, facts, june(18)).has_value();
    }
    QList<LimitFacts> stored() { return *LimitRepository(*m_database).of(m_account); }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(LimitRepositoryTest)
#include "tst_limit_repository.moc"
