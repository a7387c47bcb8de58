// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/key_management.h"
#include "gateways/torouter/key_management.h"
#include "simulator/panel_asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper;

namespace {

const QDateTime Thursday({2026, 6, 18}, {11, 0}, Qt::UTC);
const QDateTime NewYear({2027, 1, 1}, {0, 0}, Qt::UTC);

Money usd(const char *text)
{
    return *Money::fromText(QString::fromLatin1(text));
}

//! One kind of management in front of the simulator's gateway of that kind.
struct Bench {
    const KeyManagement &management;
    QUrl base;
    QString credential;
    simulator::PanelAsking &asking;

    [[nodiscard]] HttpResponse send(const HttpRequest &request) const
    {
        simulator::Asked asked{.method = request.method,
            .path = request.url.path().toUtf8(),
            .query = request.url.query().toUtf8(),
            .headers = {{"Authorization", "Bearer " + asking.text(credential)}},
            .body = request.body};
        for (const auto &[name, value] : request.headers.fields())
            asked.headers.emplace_back(name, value);
        const auto answer = asking.ask(asked);
        return {.status = answer.status, .body = answer.body};
    }

    [[nodiscard]] CreatedKey made(const KeyDraft &draft) const
    {
        const auto request = management.createRequest(base, draft, "once"_ba);
        if (!request)
            qFatal("%s", qPrintable(request.error().detail));
        const auto key = management.readCreated(send(*request));
        if (!key)
            qFatal("%s", qPrintable(key.error().detail));
        return *key;
    }

    [[nodiscard]] KeyFacts changed(const QString &id, const KeyChange &change) const
    {
        const auto request = management.changeRequest(base, id, change);
        if (!request)
            qFatal("%s", qPrintable(request.error().detail));
        const auto said = management.readKey(send(*request));
        const auto asked = management.readKey(send(management.keyRequest(base, id)));
        if (!said || !asked || said->cap != asked->cap || said->expiresAt != asked->expiresAt)
            qFatal("a change says something else than the key");
        return *asked;
    }
};

} // namespace

//! What the connectors ask of keys is done by the simulator's gateways, and told back as it was meant.
class TestKeyRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openRouterDoesWhatIsAsked()
    {
        simulator::PanelAsking asking(Thursday);
        const openrouter::OpenRouterKeys keys;
        const Bench bench{keys, QUrl(u"http://127.0.0.1/openrouter/api/v1"_s), u"openrouter_team"_s, asking};
        KeyDraft draft{.name = u"Zwölf \"a\""_s, .cap = {usd("12.345678"), u"weekly"_s}, .countsByok = true};
        draft.expiresAt = NewYear;
        const auto made = bench.made(draft);
        QCOMPARE(made.facts.name, draft.name);
        QCOMPARE(made.facts.cap, std::optional(Cap{usd("12.345678"), usd("0"), u"weekly"_s}));
        QCOMPARE(made.facts.countsByok, std::optional(true));
        QCOMPARE(made.facts.expiresAt, std::optional(NewYear));
        QVERIFY(made.facts.createdAt && !made.facts.isDisabled);

        const auto id = made.facts.remoteId;
        const auto changed = bench.changed(
            id, {.name = u"b"_s, .cap = CapWish{usd("0.5"), {}}, .countsByok = false, .isDisabled = true});
        QCOMPARE(changed.name, u"b"_s);
        QCOMPARE(changed.cap, std::optional(Cap{usd("0.5"), usd("0"), QString()}));
        QCOMPARE(changed.countsByok, std::optional(false));
        QVERIFY(changed.isDisabled);
        QVERIFY(!bench.changed(id, {.cap = CapWish{}}).cap);
        QVERIFY(keys.readDeleted(bench.send(keys.deleteRequest(bench.base, id))));
        QCOMPARE(bench.send(keys.keyRequest(bench.base, id)).status, 404);
    }

    void thePanelDoesWhatIsAsked()
    {
        simulator::PanelAsking asking(Thursday);
        const torouter::PanelKeys keys;
        const Bench bench{keys, QUrl(u"http://127.0.0.1/sub2api"_s), asking.accessToken(), asking};
        KeyDraft draft{.name = u"Zwölf \"a\""_s, .cap = {usd("12.345678"), {}}};
        draft.expiresAt = NewYear;
        draft.allowedAddresses = {u"10.0.0.0/8"_s};
        draft.windows = {{u"5h"_s, usd("3.25")}};
        draft.remoteGroup = u"1"_s;
        const auto parts = keys.partsOf(draft);
        const auto made = bench.made(parts.now);
        const auto id = made.facts.remoteId;
        const auto whole = bench.changed(id, *parts.then);
        QCOMPARE(whole.name, draft.name);
        QCOMPARE(whole.cap, std::optional(Cap{usd("12.345678"), usd("0"), QString()}));
        QCOMPARE(whole.expiresAt, std::optional(NewYear));
        QCOMPARE(whole.allowedAddresses, std::optional(draft.allowedAddresses));
        QCOMPARE(whole.windows->value(u"5h"_s), usd("3.25"));
        QCOMPARE(bench.made(parts.now).facts.remoteId, id); // asked again, it is the same key

        const auto bare = bench.changed(id,
            {.cap = CapWish{},
                .isDisabled = true,
                .expiresAt = std::optional<QDateTime>(),
                .allowedAddresses = QStringList(),
                .deniedAddresses = QStringList{u"2001:db8::/32"_s},
                .windows = QMap<QString, Money>{{u"5h"_s, usd("0")}, {u"7d"_s, usd("40")}}});
        QVERIFY(!bare.cap && !bare.expiresAt && bare.isDisabled && bare.allowedAddresses->isEmpty());
        QCOMPARE(bare.deniedAddresses, std::optional(QStringList{u"2001:db8::/32"_s}));
        QCOMPARE(*bare.windows,
            (QMap<QString, Money>{{u"5h"_s, usd("0")}, {u"1d"_s, usd("0")}, {u"7d"_s, usd("40")}}));
        QVERIFY(keys.readDeleted(bench.send(keys.deleteRequest(bench.base, id))));
        QCOMPARE(bench.send(keys.keyRequest(bench.base, id)).status, 404);
    }

    void theOwnKeyIsFoundAmongThePanels()
    {
        simulator::PanelAsking asking(Thursday);
        const torouter::PanelKeys keys;
        const Bench bench{keys, QUrl(u"http://127.0.0.1/sub2api"_s), asking.accessToken(), asking};
        const auto own = Secret::fromInput(asking.text(u"sub2api_batch"_s));
        const auto page = keys.readOwnKey(
            bench.send(*keys.ownKeyRequest(bench.base, 1)), 1, own->fingerprint(), own->masked());
        QVERIFY(page && page->isLast);
        QCOMPARE(page->remoteId, u"102"_s);
    }
};

QTEST_GUILESS_MAIN(TestKeyRoundTrip)
#include "tst_key_round_trip.moc"
