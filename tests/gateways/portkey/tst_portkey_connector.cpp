// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/portkey/portkey_connector.h"
#include "gateways/send_request.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class PortkeyConnectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForTheGreetingWithoutTheConfiguration_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("asked");

        QTest::newRow("a bare host") << u"http://127.0.0.1:8787"_s << u"http://127.0.0.1:8787/"_s;
        QTest::newRow("with its version") << u"http://127.0.0.1:8787/v1/"_s << u"http://127.0.0.1:8787/"_s;
        QTest::newRow("below a path") << u"https://a.b/portkey/v1"_s << u"https://a.b/portkey/"_s;
    }

    void asksForTheGreetingWithoutTheConfiguration()
    {
        QFETCH(QString, base);
        QFETCH(QString, asked);
        const portkey::PortkeyConnector connector;

        const auto request = connector.request(QUrl(base), connector.firstCursor({}));

        QCOMPARE(request.url.toString(), asked);
        QCOMPARE(request.method, "GET"_ba);
        QCOMPARE(request.credentialHeader, CredentialHeader::None);
    }

    void knowsItsGreetingAlone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isKnown");

        QTest::newRow("the greeting") << "AI Gateway says hey!"_ba << true;
        QTest::newRow("with a line end") << "AI Gateway says hey!\n"_ba << true;
        QTest::newRow("another program") << "It works!"_ba << false;
        QTest::newRow("another gateway") << R"({"message":"Not Found","ok":false})"_ba << false;
        QTest::newRow("a page") << "<!doctype html>AI Gateway says hey!"_ba << false;
    }

    void knowsItsGreetingAlone()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isKnown);
        const portkey::PortkeyConnector connector;

        const auto page
            = connector.read(connector.firstCursor({}), HttpResponse{.status = 200, .body = body});

        QCOMPARE(page.has_value(), isKnown);
        if (page)
            QVERIFY(!page->next && !page->facts.models && page->facts.counters.isEmpty());
    }

    void saysThatItKeepsNoAccountOfMoney()
    {
        const auto can = portkey::PortkeyConnector().capabilities();
        QVERIFY(can.takesConfiguration);
        QVERIFY(!can.tellsSpend && !can.tellsBalance && !can.tellsModels);
    }

    void theConfigurationTravelsInItsOwnHeaderBesideATraceId()
    {
        PlaygroundRequest asking;
        asking.messages = {{ChatMessage::Role::User, u"Hi"_s}};
        for (const auto protocol :
            {ApiProtocol::OpenAiChat, ApiProtocol::OpenAiResponses, ApiProtocol::AnthropicMessages}) {
            asking.protocol = protocol;
            const auto built = sendRequest(
                *sendPlacesFor(u"portkey"), QUrl(u"http://127.0.0.1:8787"_s), asking, u"m"_s, u"trace-1"_s);
            QVERIFY(built);
            QCOMPARE(built->credentialHeader, CredentialHeader::PortkeyConfig);
            QCOMPARE(built->headers.value("x-portkey-trace-id"), "trace-1"_ba);
            QVERIFY(built->headers.value("x-request-id").isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(PortkeyConnectorTest)
#include "tst_portkey_connector.moc"
