// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/copy_as.h"
#include "support/hostile_server.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Variable = u"GATEWAY_API_KEY"_s;
const auto Key = "sk-copy-0123456789abcdef"_ba;

//! With everything that a shell or a language could trip over.
HttpRequest awkward(const QUrl &url, CredentialHeader header)
{
    HttpRequest request;
    request.method = "POST"_ba;
    request.url = url;
    request.credentialHeader = header;
    request.headers.append("X-Odd"_ba, "it's `id` $HOME \"q\" \\n"_ba);
    request.body = "{\"a\":\"it's $HOME `id` \\\"quoted\\\" \\\\ \\n end\",\"b\":\"Grüße 😀 %1 !\"}"_ba;
    return request;
}

} // namespace

Q_DECLARE_METATYPE(tollkeeper::CopyForm)

class CopyAsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAndSendsTheSame_data()
    {
        QTest::addColumn<CopyForm>("form");
        QTest::addColumn<QStringList>("program");
        QTest::addColumn<CredentialHeader>("header");
        QTest::addColumn<QByteArray>("expected");

        const auto bearer = "authorization: bearer "_ba + Key;
        QTest::newRow("curl") << CopyForm::Curl << QStringList{u"curl"_s, u"sh"_s} << CredentialHeader::Bearer
                              << bearer;
        QTest::newRow("curl, x-api-key") << CopyForm::Curl << QStringList{u"curl"_s, u"sh"_s}
                                         << CredentialHeader::XApiKey << "x-api-key: "_ba + Key;
        QTest::newRow("curl, x-portkey-config")
            << CopyForm::Curl << QStringList{u"curl"_s, u"sh"_s} << CredentialHeader::PortkeyConfig
            << "x-portkey-config: "_ba + Key;
        QTest::newRow("python") << CopyForm::Python << QStringList{u"python3"_s, u"python3"_s}
                                << CredentialHeader::Bearer << bearer;
        QTest::newRow("node") << CopyForm::Node << QStringList{u"node"_s, u"node"_s}
                              << CredentialHeader::Bearer << bearer;
    }

    void runsAndSendsTheSame()
    {
        QFETCH(CopyForm, form);
        QFETCH(QStringList, program);
        QFETCH(CredentialHeader, header);
        QFETCH(QByteArray, expected);
        if (QStandardPaths::findExecutable(program.constFirst()).isEmpty())
            QSKIP("not installed here");
        HostileServer server(
            HostileServer::rawThenClose(HostileServer::plain(200, "Connection: close\r\n", "{}")));
        const auto request = awkward(server.url(u"/v1/chat/completions"_s), header);
        const auto text = copiedAs(form, request, Variable);
        QVERIFY(!text.contains(QString::fromLatin1(Key)));
        const QTemporaryDir directory;
        QFile file(directory.filePath(form == CopyForm::Node ? u"copied.mjs"_s : u"copied"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();

        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(Variable, QString::fromLatin1(Key));
        for (const auto *proxy : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            environment.remove(QString::fromLatin1(proxy));
        process.setProcessEnvironment(environment);
        QSignalSpy ended(&process, &QProcess::finished);
        process.start(program.constLast(), {file.fileName()});
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);

        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QCOMPARE(server.seen().size(), 1);
        const auto &seen = server.seen().constFirst();
        QCOMPARE(seen.body, request.body);
        QVERIFY(seen.has(expected));
        QVERIFY(seen.head.contains("it's `id` $HOME \"q\" \\n"));
        QVERIFY(seen.line().startsWith("POST /v1/chat/completions "));
    }

    void namesAVariableForTheKey_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::newRow("OpenRouter") << u"OPENROUTER_API_KEY"_s;
        QTest::newRow("Chuizi.AI") << u"CHUIZI_AI_API_KEY"_s;
        QTest::newRow("OpenAI compatible (other)") << u"OPENAI_COMPATIBLE_OTHER_API_KEY"_s;
        QTest::newRow("302.AI") << u"GATEWAY_302_AI_API_KEY"_s;
        QTest::newRow("$(id)") << u"ID_API_KEY"_s;
        QTest::newRow("…") << u"GATEWAY_API_KEY"_s;
    }
    void namesAVariableForTheKey()
    {
        QFETCH(QString, expected);
        QCOMPARE(keyVariableFor(QString::fromUtf8(QTest::currentDataTag())), expected);
    }

    void anOrderIsCopiedAsItWouldBeSent()
    {
        SendOrder order;
        order.model = u"acme/alpha"_s;
        order.request.messages = {{ChatMessage::Role::User, u"Hi"_s}};
        const auto text = copiedAs(CopyForm::Curl, order, u"openai-compatible", QUrl(u"https://a.b"_s));
        QVERIFY(text);
        QVERIFY(text->contains(u"https://a.b/v1/chat/completions"));
        QVERIFY(text->contains(u"_API_KEY"));
        QVERIFY(text->contains(u"acme/alpha"));
        order.request.routing.sort = RoutingWishes::Sort::Price;
        QCOMPARE(copiedAs(CopyForm::Curl, order, u"openai-compatible", QUrl(u"https://a.b"_s)).error().kind,
            Error::Kind::NotOffered);
        QCOMPARE(copiedAs(CopyForm::Curl, order, u"none", QUrl(u"https://a.b"_s)).error().kind,
            Error::Kind::NotOffered);
    }

    void theBytesOfHttpAreWhole()
    {
        const auto request = awkward(QUrl(u"https://a.b:8443/v1/x?alt=sse"_s), CredentialHeader::Bearer);

        const auto text = copiedAs(CopyForm::Http, request, Variable).toUtf8();

        QVERIFY(text.startsWith("POST /v1/x?alt=sse HTTP/1.1\r\nHost: a.b:8443\r\n"));
        QVERIFY(text.contains("\r\nAuthorization: Bearer $GATEWAY_API_KEY\r\n"));
        QVERIFY(text.contains("\r\nContent-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n"));
        QVERIFY(text.endsWith("\r\n\r\n" + request.body));
    }
};

QTEST_GUILESS_MAIN(CopyAsTest)
#include "tst_copy_as.moc"
