// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_keys.h"
#include "support/scripted_overview.h"
#include "viewmodels/keys_view_model.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = KeysViewModel::State;

class KeysViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reports = std::make_unique<ScriptedKeyReports>();
        m_page = std::make_unique<KeysViewModel>();
    }

    void showsAllKeysWithTheirSums()
    {
        open();
        QCOMPARE(names().size(), 12);
        QCOMPARE(names().constFirst(), u"support-chat-prod"_s);
        QCOMPARE(names().constLast(), u"old-zapier-hook"_s);
        QCOMPARE(m_page->sums().keys, u"12 keys"_s);
        QCOMPARE(m_page->sums().today, u"$312.99"_s);
        QCOMPARE(m_page->sums().month, u"$7,486.20"_s);
        QCOMPARE(m_page->sums().leftOut, QString());
        QCOMPARE(m_page->policyText(), u"Rotation policy: 90 days"_s);
        QCOMPARE(m_page->month(), u"June"_s);
    }

    void countsTheTabsAsTheDrawingDoes()
    {
        open();
        QCOMPARE(m_page->tabCounts(), QList<int>({12, 5, 1, 3, 2, 2, 1}));
    }

    void showsOnlyWhatATabMeans_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("at 80 % of cap") << int(KeysTab::AtCap) << QStringList{u"apac-sandbox-dev"_s};
        QTest::newRow("rotation overdue")
            << int(KeysTab::RotationOverdue)
            << QStringList{u"ci-evals"_s, u"prompt-lab-dev"_s, u"old-zapier-hook"_s};
        QTest::newRow("expiring") << int(KeysTab::Expiring)
                                  << QStringList{u"invoice-extract-prod"_s, u"apac-sandbox-dev"_s};
        QTest::newRow("no cap") << int(KeysTab::NoCap)
                                << QStringList{u"prompt-lab-dev"_s, u"old-zapier-hook"_s};
        QTest::newRow("unused") << int(KeysTab::Unused) << QStringList{u"old-zapier-hook"_s};
    }
    void showsOnlyWhatATabMeans()
    {
        QFETCH(int, tab);
        open();
        m_page->setTab(tab);
        QTEST(names(), "shown");
        QCOMPARE(m_page->tabCounts().at(tab), names().size());
    }

    void combinesFiltersWithAndAndChoicesWithOr()
    {
        open();
        m_page->gateways()->setPicked({u"OpenRouter"_s});
        m_page->teams()->setPicked({u"Support"_s, u"Search"_s});
        QCOMPARE(names(),
            QStringList({u"support-chat-prod"_s, u"search-rerank-prod"_s, u"support-chat-staging"_s}));
        m_page->setText(u" PROD "_s);
        QCOMPARE(names(), QStringList({u"support-chat-prod"_s, u"search-rerank-prod"_s}));
        QCOMPARE(m_page->sums().keys, u"2 of 12 keys"_s);
        QCOMPARE(m_page->sums().today, u"$187.85"_s);
        QVERIFY(m_page->isFiltered());
        m_page->clearFilters();
        QCOMPARE(names().size(), 12);
    }

    void findsKeysWithoutATeam()
    {
        open();
        m_page->teams()->setPicked({QString()});
        QCOMPARE(names(), QStringList{u"old-zapier-hook"_s});
    }

    void filtersByOwnerAndByTheEndOfTheSecret_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("owner") << u"growth"_s << u"search-rerank-prod"_s;
        QTest::newRow("end of the secret") << u"e3a8"_s << u"invoice-extract-prod"_s;
    }
    void filtersByOwnerAndByTheEndOfTheSecret()
    {
        QFETCH(QString, text);
        open();
        m_page->setText(text);
        QCOMPARE(names().size(), 1);
        QTEST(names().constFirst(), "first");
    }

    void sortsByAColumnAndTheOtherWayRound_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("firstTheOtherWay");
        QTest::newRow("name") << int(KeyColumn::Key) << u"apac-chat-prod"_s << u"support-chat-staging"_s;
        QTest::newRow("today") << int(KeyColumn::Today) << u"support-chat-prod"_s << u"old-zapier-hook"_s;
        QTest::newRow("cap") << int(KeyColumn::Cap) << u"apac-sandbox-dev"_s << u"prompt-lab-dev"_s;
        QTest::newRow("rotation due") << int(KeyColumn::Age) << u"old-zapier-hook"_s << u"apac-sandbox-dev"_s;
        QTest::newRow("expiry") << int(KeyColumn::Expires) << u"invoice-extract-prod"_s
                                << u"apac-chat-prod"_s;
        QTest::newRow("hygiene") << int(KeyColumn::Hygiene) << u"prompt-lab-dev"_s << u"support-chat-prod"_s;
    }
    void sortsByAColumnAndTheOtherWayRound()
    {
        QFETCH(int, column);
        open();
        m_page->sortBy(column);
        QTEST(names().constFirst(), "first");
        m_page->sortBy(column);
        QTEST(names().constFirst(), "firstTheOtherWay");
    }

    void keepsOtherCurrenciesOutOfTheSumsAndBelow()
    {
        auto &row = m_reports->row(1);
        row.currency = *Currency::fromCode(u"CNY");
        for (auto *amount : {&row.today, &row.sevenDays, &row.month})
            *amount = Money::fromNanos(amount->nanos(), row.currency);
        open();
        QCOMPARE(names().constLast(), u"support-chat-prod"_s);
        QCOMPARE(m_page->sums().leftOut, u"Not in the sums: ¥2,914.37"_s);
        QCOMPARE(m_page->sums().month, u"$4,571.83"_s);
        m_page->sortBy(KeyColumn::Month);
        QCOMPARE(names().constLast(), u"support-chat-prod"_s);
    }

    void keepsTheSelectedKeyWhateverMoves()
    {
        open();
        m_page->setCurrent(3);
        QCOMPARE(m_page->details()->cells().name, u"invoice-extract-prod"_s);
        m_page->sortBy(KeyColumn::Key);
        QCOMPARE(names().at(m_page->current()), u"invoice-extract-prod"_s);
        m_page->setTab(KeysTab::NoCap);
        QCOMPARE(m_page->current(), -1);
        QVERIFY(m_page->details()->hasKey());
        m_reports->table->rows.removeAt(3);
        Q_EMIT m_reports->changed();
        QTRY_VERIFY(!m_page->details()->hasKey());
    }

    void newFiguresMoveNoRowUnderThePointer()
    {
        open();
        m_page->setHoldsOrder(true);
        m_reports->row(2).month = scripted::dollars(900000);
        Q_EMIT m_reports->changed();
        QTRY_COMPARE(m_page->rows().at(1).value<KeyCells>().month, u"$9,000.00"_s);
        QCOMPARE(names().constFirst(), u"support-chat-prod"_s);
        m_page->setHoldsOrder(false);
        QCOMPARE(names().constFirst(), u"search-rerank-prod"_s);
    }

    void picksSeveralForOneChange()
    {
        open();
        m_page->togglePicked(0);
        m_page->togglePicked(2);
        QCOMPARE(m_page->picked(), QStringList({u"1"_s, u"3"_s}));
        QVERIFY(m_page->rows().at(2).value<KeyCells>().isPicked);
        m_page->togglePicked(0);
        QCOMPARE(m_page->picked(), QStringList{u"3"_s});
        m_page->setTab(KeysTab::NoCap);
        m_page->pickShown();
        QCOMPARE(m_page->picked().size(), 2);
        m_page->clearPicked();
        QVERIFY(m_page->picked().isEmpty());
    }

    void saysWhyThereIsNothing()
    {
        m_reports->table = fail(Error::Kind::StorageDamaged);
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Failed);
        QVERIFY(!m_page->problem().isEmpty());
        m_reports->table = scripted::keyTable();
        m_page->reload();
        QTRY_COMPARE(m_page->state(), State::Ready);
        m_reports->table->rows.clear();
        m_page->reload();
        QTRY_COMPARE(m_page->state(), State::Empty);
    }

private:
    void open()
    {
        m_page->setReports(m_reports.get());
        QTRY_VERIFY(m_page->state() != State::Loading);
    }
    QStringList names() const
    {
        QStringList names;
        for (const auto &row : m_page->rows())
            names.append(row.value<KeyCells>().name);
        return names;
    }

    std::unique_ptr<ScriptedKeyReports> m_reports;
    std::unique_ptr<KeysViewModel> m_page;
};

QTEST_GUILESS_MAIN(KeysViewModelTest)
#include "tst_keys_view_model.moc"
