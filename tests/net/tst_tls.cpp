// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "support/await.h"
#include "support/hostile_server.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverTrustsACertificateOfItsOwnMaking()
    {
        const auto openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty() || !QSslSocket::supportsSsl())
            QSKIP("needs openssl");
        QTemporaryDir directory;
        const auto keyFile = directory.filePath(u"key.pem"_s);
        const auto certificateFile = directory.filePath(u"certificate.pem"_s);
        QCOMPARE(QProcess::execute(openssl,
                     {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                         u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                         u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                         keyFile, u"-out"_s, certificateFile}),
            0);
        QFile key(keyFile);
        QVERIFY(key.open(QIODevice::ReadOnly));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
        tls.setLocalCertificateChain(QSslCertificate::fromPath(certificateFile));
        HostileServer server(tls, HostileServer::raw(HostileServer::plain(200, "", "{}")));
        NetworkHttpClient client;

        const auto response = await(client.send(HttpRequest{.url = server.url()}));

        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::Tls);
        QVERIFY(!response.error().detail.isEmpty());
        QVERIFY(server.seen().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
