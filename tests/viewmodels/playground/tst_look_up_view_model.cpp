// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"
#include "viewmodels/playground/look_up_view_model.h"
#include "viewmodels/usage_details.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

struct LookUps {
    ScriptedRequestLookUp service;
    ScriptedSendChoices choices;
    LookUpViewModel view;

    LookUps()
    {
        view.setLookUps(&service);
        view.setChoices(&choices);
        [this] { QTRY_VERIFY(!view.accounts().isEmpty()); }();
    }
};

QString valueOf(const QVariantList &facts, const QString &name)
{
    for (const auto &fact : facts) {
        if (const auto line = fact.value<IdLine>(); line.name == name)
            return line.value;
    }
    return {};
}

} // namespace

class LookUpViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsFoundIsToldInWords()
    {
        LookUps world;
        world.view.find(u"  gen-1  "_s);
        QVERIFY(world.view.isBusy());
        QTRY_VERIFY(world.view.hasFound());
        QCOMPARE(world.service.asked.constFirst().second, u"gen-1"_s);
        QCOMPARE(valueOf(world.view.facts(), u"Cost"_s), u"$0.01556"_s);
        QCOMPARE(world.view.attempts().size(), 3);
        QVERIFY(!world.view.isBusy());
    }

    void whatIsClearedLeavesNothing()
    {
        LookUps world;
        world.view.find(u"gen-1"_s);
        QTRY_VERIFY(world.view.hasFound());
        world.view.clear();
        QVERIFY(!world.view.hasFound());
        QVERIFY(world.view.title().isEmpty() && world.view.attempts().isEmpty());
        world.view.find(u"gen-1"_s);
        world.view.clear(); // what comes of it is not shown any more
        QVERIFY(!world.view.isBusy());
        LookUps later;
        later.view.find(u"gen-1"_s);
        QTRY_VERIFY(later.view.hasFound());
        QVERIFY(!world.view.hasFound());
    }

    void whatNobodyKnowsIsToldSo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("nobody") << int(Error::Kind::NotFound) << u"Nobody"_s;
        QTest::newRow("no look-up") << int(Error::Kind::NotOffered) << u"offers no look-up"_s;
        QTest::newRow("network") << int(Error::Kind::Network) << QString();
    }
    void whatNobodyKnowsIsToldSo()
    {
        QFETCH(int, kind);
        QFETCH(QString, word);
        LookUps world;
        world.service.found = fail(Error::Kind(kind));
        world.view.find(u"gen-1"_s);
        QTRY_VERIFY(!world.view.problem().isEmpty());
        QVERIFY(world.view.problem().contains(word));
        QVERIFY(!world.view.hasFound());
        world.view.find({});
        QCOMPARE(world.service.asked.size(), 1);
    }

    void theLatestQuestionWins()
    {
        LookUps world;
        world.view.find(u"one"_s);
        world.service.found = fail(Error::Kind::NotFound);
        world.view.find(u"two"_s);
        QTRY_VERIFY(!world.view.isBusy());
        QVERIFY(!world.view.hasFound());
        QVERIFY(world.view.problem().contains(u"Nobody"));
    }
};

QTEST_GUILESS_MAIN(LookUpViewModelTest)
#include "tst_look_up_view_model.moc"
