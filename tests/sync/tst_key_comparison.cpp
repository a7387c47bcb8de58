// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/key_comparison.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

Money dollars(const char *amount)
{
    return *Money::fromText(QString::fromLatin1(amount));
}

QDateTime may(int day)
{
    return {QDate(2026, 5, day), QTime(9, 0), Qt::UTC};
}

KeyFacts told()
{
    KeyFacts facts;
    facts.remoteId = u"1"_s;
    facts.name = u"shop"_s;
    facts.cap = Cap{dollars("12.34"), {}, u"monthly"_s};
    facts.createdAt = may(1);
    facts.expiresAt = may(31);
    facts.countsByok = true;
    facts.allowedAddresses = QStringList{u"10.0.0.0/8"_s, u"192.0.2.7/32"_s};
    facts.deniedAddresses = QStringList{};
    facts.windows = QMap<QString, Money>{{u"5h"_s, dollars("3")}};
    facts.remoteGroup = u"7"_s;
    return facts;
}

} // namespace

class KeyComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheGatewayShowsIsDone_data()
    {
        QTest::addColumn<KeyChange>("wanted");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, KeyChange wanted, const char *missing = "") {
            QTest::newRow(name) << wanted << QString::fromLatin1(missing);
        };
        row("name", {.name = u"shop"_s});
        row("another name", {.name = u"store"_s}, "name shop");
        row("cap", {.cap = CapWish{dollars("12.34"), u"monthly"_s}});
        row("another cap", {.cap = CapWish{dollars("12.35"), u"monthly"_s}}, "cap 12.340000000 USD monthly");
        row("another reset", {.cap = CapWish{dollars("12.34"), {}}}, "cap 12.340000000 USD monthly");
        row("no cap", {.cap = CapWish{}}, "cap 12.340000000 USD monthly");
        row("byok", {.countsByok = false}, "byok yes");
        row("enabled", {.isDisabled = false});
        row("disabled", {.isDisabled = true}, "enabled");
        row("expiry without its milliseconds", {.expiresAt = std::optional(may(31).addMSecs(400))});
        row("another expiry", {.expiresAt = std::optional(may(30))}, "expiry 2026-05-31T09:00:00Z");
        row("no expiry", {.expiresAt = std::optional<QDateTime>()}, "expiry 2026-05-31T09:00:00Z");
        row("addresses in another order and form",
            {.allowedAddresses = QStringList{u"192.0.2.7"_s, u"10.0.0.0/8"_s}});
        row("other addresses", {.allowedAddresses = QStringList{u"192.0.2.8"_s}},
            "allowed addresses 10.0.0.0/8, 192.0.2.7/32");
        row("denied", {.deniedAddresses = QStringList{u"::1"_s}}, "denied addresses ");
        row("window", {.windows = QMap<QString, Money>{{u"5h"_s, dollars("3")}, {u"1d"_s, Money()}}});
        row("another window", {.windows = QMap<QString, Money>{{u"1d"_s, dollars("3")}}},
            "windows 5h 3.000000000");
        row("two things", {.name = u"store"_s, .isDisabled = true}, "name shop; enabled");
    }

    void whatTheGatewayShowsIsDone()
    {
        QFETCH(const KeyChange, wanted);
        QFETCH(const QString, missing);
        QCOMPARE(notShown(wanted, told()), missing);
    }

    void whatIsNotToldIsNotShown()
    {
        KeyFacts silent;
        QVERIFY(!notShown(KeyChange{.countsByok = true}, silent).isEmpty());
        QVERIFY(!notShown(KeyChange{.allowedAddresses = QStringList{u"::1"_s}}, silent).isEmpty());
        QVERIFY(
            !notShown(KeyChange{.windows = QMap<QString, Money>{{u"5h"_s, dollars("3")}}}, silent).isEmpty());
        QVERIFY(notShown(KeyChange{.allowedAddresses = QStringList{}}, silent)
                    .isEmpty()); // none wanted, none told
    }

    void aNewKeyTakesTheLimitsThatCanBeSet()
    {
        constexpr auto Editable = ControlOffer::Editable;
        const KeyControls all{.cap = Editable,
            .countsByok = ControlOffer::AtCreation,
            .addresses = Editable,
            .expiry = ControlOffer::AtCreation,
            .windows = Editable,
            .resets = {u"monthly"_s}};
        const auto draft = draftLike(told(), all, u"shop 2"_s, may(20));
        QCOMPARE(draft.name, u"shop 2"_s);
        QCOMPARE(draft.cap, (CapWish{dollars("12.34"), u"monthly"_s}));
        QCOMPARE(draft.countsByok, true);
        QCOMPARE(draft.allowedAddresses, *told().allowedAddresses);
        QCOMPARE(draft.windows, *told().windows);
        QCOMPARE(draft.remoteGroup, u"7"_s);
        QCOMPARE(draft.expiresAt, may(20).addDays(30)); // it lives as long as the old one was meant to
        const auto bare = draftLike(told(), {}, u"shop 2"_s, may(20));
        QVERIFY(!bare.cap.limit && !bare.countsByok && !bare.expiresAt && bare.windows.isEmpty());
    }

    void whereNoBirthdayIsToldTheEndStays()
    {
        auto other = told();
        other.createdAt.reset();
        const KeyControls controls{.expiry = ControlOffer::Editable};
        QCOMPARE(draftLike(other, controls, {}, may(20)).expiresAt, may(31));
        QVERIFY(!draftLike(other, controls, {}, may(31).addDays(1)).expiresAt); // not born expired
    }

    void onlyWhatIsEditableCanBeChanged()
    {
        const KeyControls controls{.name = ControlOffer::Editable, .cap = ControlOffer::AtCreation};
        QVERIFY(areEditable({.name = u"x"_s}, controls));
        QVERIFY(!areEditable({.cap = CapWish{}}, controls));
        QVERIFY(!areEditable({.name = u"x"_s, .windows = QMap<QString, Money>()}, controls));
        QVERIFY(!areEditable({.deniedAddresses = QStringList()}, controls));
    }
};

QTEST_GUILESS_MAIN(KeyComparisonTest)
#include "tst_key_comparison.moc"
