// SPDX-License-Identifier: GPL-3.0-or-later
#include "composed.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

int placeOf(const Composer &composer, const QString &gateway)
{
    for (int place = 0; place < composer.choices.known->size(); ++place) {
        if (composer.choices.known->at(place).gateway == gateway)
            return place;
    }
    return -1;
}

} // namespace

class ComposerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatIsLeftOfTheKeysCap()
    {
        Composer composer;
        composer.compose();
        QCOMPARE(composer.view.chosenKey()->name, u"support-chat-staging"_s);
        QCOMPARE(composer.view.capLeft(), u"$31.66 left of $60"_s);
        QCOMPARE(composer.view.capTone(), QString());
        composer.view.chooseKey(KeyId(scripted::SandboxKey));
        QCOMPARE(composer.view.capLeft(), u"¥0.00 left of ¥70"_s);
        QCOMPARE(composer.view.capTone(), u"danger"_s);
    }

    void anAccountBringsItsProtocolsAndModels()
    {
        Composer composer;
        composer.compose();
        QVERIFY(composer.view.offersRouting());
        QVERIFY(composer.view.routingNote().isEmpty());
        const auto models = composer.view.models();
        composer.view.chooseKey(KeyId(scripted::SandboxKey));
        QVERIFY(!composer.view.offersRouting());
        QVERIFY(composer.view.routingNote().contains(u"ToRouter"));
        QTRY_VERIFY(composer.view.models() != models);
        QVERIFY(composer.view.protocol() >= 0);
        QVERIFY(composer.view.protocol() < composer.view.protocols().size());
    }

    void aKeyThatIsChosenBeforeTheListHasComeIsChosenThen()
    {
        ScriptedSendChoices choices;
        ComposerViewModel view;
        view.chooseKey(KeyId(scripted::SandboxKey));
        view.setChoices(&choices);
        QTRY_VERIFY(view.chosenKey());
        QCOMPARE(view.chosenKey()->name, u"apac-sandbox-dev"_s);
    }

    void newFiguresDoNotChangeTheChoice()
    {
        Composer composer;
        composer.compose();
        composer.choices.key(scripted::StagingKey).cap->used
            = composer.choices.key(scripted::StagingKey).cap->limit;
        Q_EMIT composer.choices.changed();
        QTRY_COMPARE(composer.view.capLeft(), u"$0.00 left of $60"_s);
        QCOMPARE(composer.view.chosenKey()->name, u"support-chat-staging"_s);
        QCOMPARE(composer.view.model(), u"anthropic/claude-sonnet-4.5"_s);
    }

    void aKeyThatIsGoneIsNotReplacedByAnother()
    {
        Composer composer;
        composer.compose();
        auto &keys = composer.choices.known->operator[](placeOf(composer, u"openrouter"_s)).keys;
        keys.removeIf([](const SendKey &key) { return key.id == KeyId(scripted::StagingKey); });
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(!composer.view.chosenKey());
        QVERIFY(composer.view.chosenAccount());
        QVERIFY2(composer.view.obstacle().contains(u"key of this request is gone"),
            qPrintable(composer.view.obstacle()));
        composer.view.setKey(0);
        QVERIFY(composer.view.obstacle().isEmpty());
        const auto chosen = composer.view.chosenKey()->name;
        const auto asked = composer.choices.asked;
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(composer.choices.asked > asked);
        QTRY_COMPARE(composer.view.chosenKey()->name, chosen);
    }

    void anAccountThatIsGoneIsNotReplacedByAnother()
    {
        Composer composer;
        composer.compose();
        const auto place = placeOf(composer, u"openrouter"_s);
        const auto removed = composer.choices.known->takeAt(place);
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(!composer.view.chosenAccount());
        QVERIFY(composer.view.obstacle().contains(u"account of this request is gone"));
        composer.choices.known->insert(place, removed);
        const auto asked = composer.choices.asked;
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(composer.choices.asked > asked);
        QTRY_COMPARE(composer.view.accounts().size(), composer.choices.known->size());
        QVERIFY(!composer.view.chosenAccount()); // nobody has chosen it again
        composer.view.setAccount(place);
        QVERIFY(composer.view.obstacle().isEmpty());
    }

    void aRequestOfARemovedAccountGoesToNobodyElse()
    {
        Composer composer;
        composer.compose();
        const auto order = scripted::shipmentOrder();
        composer.view.show(order.request, order.model, {}, AccountId(77), std::nullopt);
        QVERIFY(!composer.view.chosenAccount());
        composer.view.show(order.request, order.model, {}, order.account, KeyId(77));
        QVERIFY(composer.view.chosenAccount());
        QVERIFY(!composer.view.chosenKey());
    }

    void aKeyThatWasPickedStaysThroughPolls()
    {
        Composer composer;
        composer.compose();
        composer.view.chooseKey(KeyId(999)); // of a list that has not come
        composer.view.setKey(1);
        const auto picked = composer.view.chosenKey()->name;
        const auto asked = composer.choices.asked;
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(composer.choices.asked > asked);
        QTRY_COMPARE(composer.view.chosenKey()->name, picked);
    }

    void theEstimateIsARangeOverTheFallbacks()
    {
        Composer composer;
        composer.compose();
        QCOMPARE(composer.view.modelPrice(), u"$3.00 / $15.00"_s);
        QVERIFY2(composer.view.estimate().startsWith(u"≈ $"), qPrintable(composer.view.estimate()));
        QVERIFY(composer.view.estimate().contains(u" to "));
        QVERIFY(composer.view.estimateNote().contains(u"claude-opus-4.7"));
        const auto dearer = composer.view.fallbacks().constFirst().value<ModelRow>();
        QCOMPARE(dearer.model, u"anthropic/claude-opus-4.7"_s);
        QVERIFY(!dearer.warning.isEmpty());
        QVERIFY(composer.view.fallbacks().constLast().value<ModelRow>().warning.isEmpty());
        composer.view.removeFallback(0);
        composer.view.removeFallback(0);
        QVERIFY(!composer.view.estimate().contains(u" to "));
    }

    void fallbacksHaveAnOrderAndNoDoubles()
    {
        Composer composer;
        composer.compose();
        composer.view.moveFallback(0, 1);
        QCOMPARE(composer.view.fallbacks().constFirst().value<ModelRow>().model, u"openai/gpt-5"_s);
        composer.view.moveFallback(1, 5);
        composer.view.addFallback(u"openai/gpt-5"_s);
        composer.view.addFallback(composer.view.model());
        composer.view.addFallback(u"  "_s);
        QCOMPARE(composer.view.fallbacks().size(), 2);
        composer.view.setModel(u"openai/gpt-5"_s); // no longer a fallback of itself
        QCOMPARE(composer.view.fallbacks().size(), 1);
    }

    void aWrongParameterIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("temperature high") << u"temperature"_s << u"2.5"_s;
        QTest::newRow("temperature word") << u"temperature"_s << u"hot"_s;
        QTest::newRow("no limit") << u"maxTokens"_s << QString();
        QTest::newRow("limit of none") << u"maxTokens"_s << u"0"_s;
        QTest::newRow("limit not whole") << u"maxTokens"_s << u"1.5"_s;
        QTest::newRow("top p") << u"topP"_s << u"1.1"_s;
        QTest::newRow("timeout") << u"timeout"_s << u"0"_s;
        QTest::newRow("timeout nan") << u"timeout"_s << u"nan"_s;
    }
    void aWrongParameterIsNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        Composer composer;
        composer.compose();
        QCOMPARE(composer.view.obstacle(), QString());
        composer.view.setProperty(qPrintable(name), value);
        QCOMPARE(composer.view.parameterAtFault(), name);
        QCOMPARE(composer.view.obstacle(), composer.view.parameterProblem());
        QVERIFY(!composer.view.obstacle().isEmpty());
    }

    void theTimeoutFollowsTheModelUntilItIsTyped()
    {
        Composer composer;
        composer.compose();
        const auto usual = composer.view.timeout();
        composer.view.setTimeout(u"45 s"_s);
        QCOMPARE(composer.view.timeout(), u"45"_s);
        QCOMPARE(composer.view.order().policy.timeout, std::chrono::seconds(45));
        composer.view.setTimeout({});
        QCOMPARE(composer.view.timeout(), usual);
    }

    void withoutAccountOrMessageNothingGoesOut()
    {
        ScriptedSendChoices choices;
        choices.known = QList<SendAccount>();
        ComposerViewModel view;
        view.setChoices(&choices);
        QVERIFY(view.obstacle().contains(u"account"));
        Composer composer;
        QVERIFY(composer.view.obstacle().contains(u"model"));
        composer.view.setModel(u"m"_s);
        QVERIFY(composer.view.obstacle().contains(u"message"));
        composer.view.messages()->setText(1, u"Hi"_s);
        QCOMPARE(composer.view.obstacle(), QString());
    }

    void anAccountWithoutAKeyThatSendsSaysSo()
    {
        Composer composer;
        composer.compose();
        for (auto &account : *composer.choices.known)
            account.keys.clear();
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(composer.view.obstacle().contains(u"management key"));
        QVERIFY(!composer.view.chosenKey());
        QVERIFY(composer.view.keys().isEmpty());
        composer.view.nextKey();
        QVERIFY(composer.view.capLeft().isEmpty());
    }

    void theNextKeyIsOneThatHasSomethingLeft()
    {
        Composer composer;
        composer.view.chooseKey(KeyId(scripted::SandboxKey));
        composer.view.nextKey();
        QVERIFY(composer.view.chosenKey()->id != std::optional(KeyId(scripted::SandboxKey)));
        QVERIFY(composer.view.capTone() != u"danger");
    }

    void copiesNameAVariableAndNoKey()
    {
        Composer composer;
        composer.compose();
        for (int form = 0; form < 4; ++form) {
            const auto copy = composer.view.copiedAs(form);
            QVERIFY2(copy.contains(u"OPENROUTER_API_KEY"), qPrintable(copy));
            QVERIFY(copy.contains(u"claude-sonnet-4.5"));
        }
        QVERIFY(composer.view.copiedAs(4).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ComposerTest)
#include "tst_composer.moc"
