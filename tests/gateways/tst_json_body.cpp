// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/json_body.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class JsonBodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatABodyIs_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("problem"); // -1: an object

        constexpr int Fine = -1;
        constexpr int NotAnApi = static_cast<int>(Error::Kind::NotAnApi);
        constexpr int Protocol = static_cast<int>(Error::Kind::Protocol);
        QTest::newRow("an object") << "{\"a\":1}"_ba
                                   << "application/json"_ba << Fine;
        QTest::newRow("an object without type") << " {\"a\":1}\n"_ba
                                                << ""_ba << Fine;
        QTest::newRow("an object called text") << "{}"_ba
                                               << "text/plain"_ba << Fine;
        QTest::newRow("with a byte order mark") << "\xef\xbb\xbf{}"_ba
                                                << "application/json"_ba << Fine;
        QTest::newRow("a page") << "<!DOCTYPE html>"_ba
                                << "text/html"_ba << NotAnApi;
        QTest::newRow("a page without type") << "\n <html>"_ba
                                             << ""_ba << NotAnApi;
        QTest::newRow("an object called a page") << "{}"_ba
                                                 << "Text/HTML"_ba << NotAnApi;
        QTest::newRow("plain text") << "OK"_ba
                                    << "text/plain"_ba << NotAnApi;
        QTest::newRow("a banner") << "SSH-2.0-x"_ba
                                  << ""_ba << NotAnApi;
        QTest::newRow("an event stream") << "data: {\"a\":1}\n\n"_ba
                                         << "text/event-stream"_ba << NotAnApi;
        QTest::newRow("cut short") << "{\"a\":"_ba
                                   << "application/json"_ba << Protocol;
        QTest::newRow("cut inside a text") << "{\"a\":\"b"_ba
                                           << "application/json"_ba << Protocol;
        QTest::newRow("more behind it") << "{}{}"_ba
                                        << "application/json"_ba << Protocol;
        QTest::newRow("not a number") << "{\"a\":NaN}"_ba
                                      << "application/json"_ba << Protocol;
        QTest::newRow("beyond doubles") << "{\"a\":1e400}"_ba
                                        << "application/json"_ba << Protocol;
        QTest::newRow("broken UTF-8") << "{\"a\":\"\xff\"}"_ba
                                      << "application/json"_ba << Protocol;
        QTest::newRow("a list") << "[{}]"_ba
                                << "application/json"_ba << Protocol;
        QTest::newRow("too deep") << QByteArray(10'000, '[') << "application/json"_ba << Protocol;
        QTest::newRow("nothing") << ""_ba
                                 << "application/json"_ba << Protocol;
    }

    void tellsWhatABodyIs()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(int, problem);
        HttpResponse response{.status = 200, .body = body};
        if (!type.isEmpty())
            response.headers.append("content-type"_ba, type);

        const auto object = jsonObject(response);

        QCOMPARE(object ? -1 : static_cast<int>(object.error().kind), problem);
        if (!object)
            QCOMPARE(object.error().httpStatus, std::optional(200));
    }

    void namesTheFieldThatIsWrong()
    {
        const QJsonObject object{{u"a"_s, 1}};
        QCOMPARE(requiredArray(object, u"a").error().detail, u"\"a\" is not a list"_s);
        QCOMPARE(requiredObject(object, u"b").error().detail, u"\"b\" is not an object"_s);
    }
};

QTEST_GUILESS_MAIN(JsonBodyTest)
#include "tst_json_body.moc"
