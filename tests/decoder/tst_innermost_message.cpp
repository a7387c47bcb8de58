// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/innermost_message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject said(const QString &message)
{
    return {{u"message"_s, message}};
}

QJsonObject nested(const QString &message)
{
    return {{u"error"_s, said(message)}};
}

//! How a gateway hands on what a provider said.
QJsonObject wrapped(const QJsonValue &raw)
{
    return {
        {u"error"_s, QJsonObject{{u"message"_s, u"outer"_s}, {u"metadata"_s, QJsonObject{{u"raw"_s, raw}}}}}};
}

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

//! A text as a JSON string.
QString quoted(const QString &plain)
{
    const auto list = QString::fromUtf8(QJsonDocument(QJsonArray{plain}).toJson(QJsonDocument::Compact));
    return list.mid(1, list.size() - 2);
}

} // namespace

class InnermostMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheInnermostMessage_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("message");

        const auto core = nested(u"core"_s);
        QTest::newRow("flat") << said(u"flat"_s) << u"flat"_s;
        QTest::newRow("nested") << nested(u"nested"_s) << u"nested"_s;
        QTest::newRow("plain text") << QJsonObject{{u"error"_s, u"text"_s}} << u"text"_s;
        QTest::newRow("detail") << QJsonObject{{u"detail"_s, u"why"_s}} << u"why"_s;
        QTest::newRow("raw text") << wrapped(u"acme is busy"_s) << u"acme is busy"_s;
        QTest::newRow("raw JSON") << wrapped(text(core)) << u"core"_s;
        QTest::newRow("raw JSON, flat") << wrapped(text(said(u"busy"_s))) << u"busy"_s;
        QTest::newRow("raw JSON twice") << wrapped(text(wrapped(text(core)))) << u"core"_s;
        QTest::newRow("raw as an object") << wrapped(core) << u"core"_s;
        QTest::newRow("a JSON text in a text") << wrapped(quoted(text(core))) << u"core"_s;
        QTest::newRow("JSON in the message") << nested(text(core)) << u"core"_s;
        QTest::newRow("raw without a message") << wrapped(u"{\"a\":1}"_s) << u"{\"a\":1}"_s;
        QTest::newRow("an empty raw") << wrapped(u""_s) << u"outer"_s;
        QTest::newRow("nothing") << QJsonObject() << u""_s;
    }

    void showsTheInnermostMessage()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, message);
        QCOMPARE(innermostMessage(body), message);
    }

    void comesToAnEndHoweverDeepItIsWrapped()
    {
        auto body = nested(u"core"_s);
        for (int i = 0; i < 10; ++i)
            body = wrapped(text(body));
        QVERIFY(!innermostMessage(body).isEmpty());
    }
};

QTEST_GUILESS_MAIN(InnermostMessageTest)
#include "tst_innermost_message.moc"
