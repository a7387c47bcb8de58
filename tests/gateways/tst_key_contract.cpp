// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/key_management.h"
#include "gateways/registry.h"
#include "support/connector_run.h"

#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl Base(u"https://gateway.example/v1"_s);

bool hasEditable(const KeyControls &controls)
{
    const QList<ControlOffer> offers{controls.name, controls.cap, controls.countsByok, controls.enabled,
        controls.models, controls.addresses, controls.expiry, controls.windows};
    return offers.contains(ControlOffer::Editable) || offers.contains(ControlOffer::AtCreation);
}

void addKinds()
{
    QTest::addColumn<QString>("kind");
    for (const auto &kind : gatewayKinds())
        QTest::newRow(kind.name) << QString::fromLatin1(kind.name);
}

} // namespace

//! What every kind of gateway must keep when keys are made and changed: a new folder is held against this
//! without an edit here.
class KeyContractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeChangedFromHereIsAskedFor_data() { addKinds(); }
    void whatCanBeChangedFromHereIsAskedFor()
    {
        QFETCH(QString, kind);
        const auto connector = connectorFor(kind);
        for (const auto role : {KeyRole::Unknown, KeyRole::Ordinary, KeyRole::Management}) {
            for (const bool hasPanelLogin : {false, true}) {
                const auto controls = connector->keyControls(role, hasPanelLogin);
                const bool isAnyHere = controls.createsKeys || controls.deletesKeys || hasEditable(controls);
                QVERIFY(!isAnyHere || connector->keyManagement());
                QVERIFY(controls.windows == ControlOffer::NotOffered || !controls.windowNames.isEmpty());
            }
        }
        const auto page = connector->keysPage(Base);
        QVERIFY(page.isEmpty() || (page.isValid() && page.scheme() == "https"_L1));
    }

    void noKeyRequestCarriesASecretOrLeavesItsWay_data() { addKinds(); }
    void noKeyRequestCarriesASecretOrLeavesItsWay()
    {
        QFETCH(QString, kind);
        const auto *management = connectorFor(kind)->keyManagement();
        if (!management)
            return;
        const auto id = u"../x?y=1&z#"_s;
        const auto create = management->createRequest(Base, {.name = u"a"_s}, "once"_ba);
        const auto change = management->changeRequest(Base, id, {.isDisabled = true});
        QVERIFY(create && change);
        for (const auto &request :
            {*create, *change, management->keyRequest(Base, id), management->deleteRequest(Base, id)}) {
            QVERIFY(!request.credential && request.secretFields.isEmpty());
            QVERIFY(request.credentialHeader != CredentialHeader::None);
            QCOMPARE(request.url.host(), Base.host());
            QVERIFY(!request.url.hasQuery() && !request.url.hasFragment());
            QVERIFY2(!request.url.path().contains(u".."_s), qPrintable(request.url.path()));
            QCOMPARE(request.url.path(), request.url.adjusted(QUrl::NormalizePathSegments).path());
            QVERIFY(request.body.isEmpty() || QJsonDocument::fromJson(request.body).isObject());
        }
        for (const auto &body : {"<html></html>"_ba, "{}"_ba, ""_ba, R"({"data":7})"_ba, "[]"_ba}) {
            QVERIFY(!management->readCreated(jsonAnswer(body)));
            QVERIFY(!management->readKey(jsonAnswer(body)));
            QVERIFY(!management->readDeleted(jsonAnswer(body)));
        }
    }
};

QTEST_GUILESS_MAIN(KeyContractTest)
#include "tst_key_contract.moc"
