// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/hygiene.h"
#include "domain/rotation.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC);

Money dollars(qint64 amount)
{
    return Money::fromNanos(amount * 1'000'000'000);
}

//! A key nothing can be said against.
ApiKey spotless()
{
    ApiKey key;
    key.cap = Cap{dollars(100), dollars(10), u"monthly"_s};
    key.expiresAt = Now.addDays(60);
    key.allowedAddresses = QStringList{u"10.0.0.0/8"_s};
    key.allowedModels = QStringList{u"acme/one-1.0"_s};
    key.labels = {u"prod"_s, u"Search"_s, u"Growth lead"_s, {}};
    key.firstSeenAt = Now.addDays(-10);
    return key;
}

KeyControls everything()
{
    KeyControls controls;
    controls.cap = controls.addresses = controls.models = controls.expiry = ControlOffer::Editable;
    return controls;
}

} // namespace

class HygieneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSpotlessKeyIsLeftAlone() { QVERIFY(found(spotless(), everything()).isEmpty()); }

    void whatIsWrongIsFoundAndNothingElse_data()
    {
        QTest::addColumn<ApiKey>("key");
        QTest::addColumn<HygieneRule>("rule");
        auto key = spotless();
        key.expiresAt = Now;
        QTest::newRow("expired this moment") << key << HygieneRule::Expired;
        key = spotless();
        key.expiresAt = Now.addDays(30);
        QTest::newRow("expires in 30 days") << key << HygieneRule::ExpiresSoon;
        key = spotless();
        key.cap.reset();
        QTest::newRow("no cap") << key << HygieneRule::Uncapped;
        key = spotless();
        key.cap->used = dollars(80);
        QTest::newRow("at 80 % of its cap") << key << HygieneRule::AtCap;
        key = spotless();
        key.allowedAddresses = QStringList{};
        QTest::newRow("production from anywhere") << key << HygieneRule::ProductionFromAnywhere;
        key = spotless();
        key.expiresAt.reset();
        QTest::newRow("never expires") << key << HygieneRule::NeverExpires;
        key = spotless();
        key.labels.owner.clear();
        QTest::newRow("no owner") << key << HygieneRule::NoOwner;
    }
    void whatIsWrongIsFoundAndNothingElse()
    {
        QFETCH(ApiKey, key);
        QFETCH(HygieneRule, rule);
        QCOMPARE(found(key, everything()), QList{rule});
    }

    void nearlyIsNotYet()
    {
        auto key = spotless();
        key.cap->used = Money::fromNanos(79'999'999'999);
        key.expiresAt = Now.addDays(31);
        QVERIFY(found(key, everything()).isEmpty());
    }

    void whatAGatewayDoesNotOfferIsNoFault()
    {
        auto key = spotless();
        key.cap.reset();
        key.expiresAt.reset();
        key.allowedAddresses.reset();
        QVERIFY(found(key, {}).isEmpty());
        const auto marks = marksOf(key, {});
        QCOMPARE(marks.offered(), 0);
        QCOMPARE(marks.cap, HygieneMark::NotOffered);
    }

    void whatIsNotToldIsNeitherSetNorMissing()
    {
        auto key = spotless();
        key.allowedModels.reset();
        const auto marks = marksOf(key, everything());
        QCOMPARE(marks.models, HygieneMark::Unknown);
        QCOMPARE(marks.set(), 3);
        QCOMPARE(marks.offered(), 3);
    }

    void useAndPolicyAreLookedAtToo()
    {
        const auto key = spotless();
        const auto controls = everything();
        HygieneFacts facts{key, controls, Now, Now.addDays(-30), Now};
        facts.otherEnvironments = QStringList{u"prod"_s, u"staging"_s};
        facts.requestedModels = QStringList{u"openai/gpt-4"_s, u"acme/one-1.0"_s};
        facts.isAccountsManagementKey = true;
        QCOMPARE(inspect(facts),
            (QList<HygieneFinding>{{HygieneRule::PastRotation, {}},
                {HygieneRule::TwoEnvironments, u"staging"_s}, {HygieneRule::ManagementKey, {}},
                {HygieneRule::Dormant, {}}, {HygieneRule::UnpinnedModel, u"openai/gpt-4"_s}}));
    }

    void aKeyThatIsGoneIsNotScolded()
    {
        auto key = spotless();
        key.cap.reset();
        key.goneAt = Now;
        QVERIFY(found(key, everything()).isEmpty());
    }

    void aNameThatMovesIsUnpinned_data()
    {
        QTest::addColumn<bool>("isMoving");
        for (const auto *name :
            {"claude", "gpt-4", "openai/gpt-4", "gpt-4-turbo", "gemini-pro", "anthropic/claude-sonnet",
                "gpt-4o-latest", "openrouter/auto", "claude-3-opus", "deepseek-chat"})
            QTest::newRow(name) << true;
        for (const auto *name : {"gpt-4-0613", "gpt-4o-2024-08-06", "claude-sonnet-4.5", "gemini-2.5-flash",
                 "claude-3-5-sonnet-20241022", "deepseek-v3.1", "text-embedding-3-small", ""})
            QTest::newRow(name) << false;
    }
    void aNameThatMovesIsUnpinned()
    {
        QFETCH(bool, isMoving);
        QCOMPARE(isUnpinned(QString::fromLatin1(QTest::currentDataTag())), isMoving);
    }

    void theKeysOwnPolicyComesBeforeTheWorkspaces()
    {
        QCOMPARE(rotationDue(Now, {}, 90), Now.addDays(90));
        QCOMPARE(rotationDue(Now, 30, 90), Now.addDays(30));
        QVERIFY(!rotationDue(Now, 0, 90));
        QVERIFY(!rotationDue(Now, {}, 0));
    }

private:
    static QList<HygieneRule> found(const ApiKey &key, const KeyControls &controls)
    {
        QList<HygieneRule> rules;
        for (const auto &finding : inspect({key, controls, Now, Now.addDays(-1), Now.addDays(1)}))
            rules.append(finding.rule);
        return rules;
    }
};

QTEST_GUILESS_MAIN(HygieneTest)
#include "tst_hygiene.moc"
