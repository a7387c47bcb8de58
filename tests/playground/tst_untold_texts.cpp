// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/untold_texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Long = u"Tell me about the merger with \"Globex\" before noon, please"_s;

//! As a JSON text, without its quotes.
QString escaped(const QString &text)
{
    const auto json = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return json.mid(2, json.size() - 4);
}

//! All of it as \uXXXX.
QString escapedWholly(const QString &text)
{
    QString out;
    for (const auto c : text)
        out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
    return out;
}

QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

class UntoldTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAStretchHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("whole") << u"error: "_s + Long + u"!"_s << true;
        QTest::newRow("a part") << u"near «"_s + Long.mid(10, 24) + u"»"_s << true;
        QTest::newRow("less than a stretch") << u"near «"_s + Long.mid(10, 14) + u"»"_s << false;
        QTest::newRow("as JSON") << escaped(Long) << true;
        QTest::newRow("as JSON in JSON") << escaped(escaped(Long)) << true;
        QTest::newRow("as numbers") << escapedWholly(Long) << true;
        QTest::newRow("in an address") << u"/v1?q="_s + percentEncoded(Long) + u"&n=1"_s << true;
        QTest::newRow("in an address, in small digits") << percentEncoded(Long).toLower() << true;
        QTest::newRow("in an address in an address") << percentEncoded(percentEncoded(Long)) << true;
        QTest::newRow("as JSON in an address") << percentEncoded(escaped(Long)) << true;
        QTest::newRow("as a form sends it") << percentEncoded(Long).replace(u"%20"_s, u"+"_s) << true;
        QTest::newRow("in capitals") << Long.toUpper() << true;
        QTest::newRow("with other white space") << Long.split(u' ').join(u"\n\t "_s) << true;
        QTest::newRow("something else") << u"The model is overloaded, try again in a minute"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void findsAStretchHoweverItIsWritten()
    {
        QFETCH(QString, told);
        QFETCH(bool, isFound);
        UntoldTexts texts;
        texts.addMessage(Long);

        QCOMPARE(texts.isIn(told), isFound);
        const auto masked = texts.masked(told);
        QCOMPARE(masked == told, !isFound);
        QVERIFY(!texts.isIn(masked));
        QVERIFY(!masked.contains(u"Globex"_s, Qt::CaseInsensitive));
    }

    void findsAShortMessageAsWords_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("masked");
        QTest::newRow("as a word") << u"Hi"_s << u"you said \"Hi\"."_s << u"you said \"█\"."_s;
        QTest::newRow("not in a word") << u"Hi"_s << u"This"_s << u"This"_s;
        QTest::newRow("behind an escape") << u"Hi"_s << u"said\\nHi\\n"_s << u"said\\n█\\n"_s;
        QTest::newRow("with its punctuation") << u"How, then?"_s << u"How then"_s << u"█"_s;
        QTest::newRow("Chinese has no blanks") << u"你好"_s << u"他说你好吗"_s << u"他说█吗"_s;
        QTest::newRow("Chinese as numbers") << u"你好"_s << u"x\\u4f60\\u597dy"_s << u"x█y"_s;
        QTest::newRow("in an address") << u"Hi"_s << u"q=so%20Hi%20you"_s << u"q=so%20█%20you"_s;
        QTest::newRow("Chinese in an address") << u"你好"_s << u"q=%E4%BD%A0%e5%a5%bd!"_s << u"q=█!"_s;
        QTest::newRow("a smile in an address") << u"oh 😀"_s << u"q=oh%20%F0%9F%98%80&n"_s << u"q=█&n"_s;
        QTest::newRow("Latin-1 in an address") << u"Größe"_s << u"q=Gr%F6%DFe"_s << u"q=█"_s;
        QTest::newRow("an escape in an address") << u"red\nfox"_s << u"q=red%5Cnfox"_s << u"q=█"_s;
        QTest::newRow("with signs of percent")
            << u"50%de, 25%20"_s << u"q=50%25de%2C%2025%2520"_s << u"q=█%2520"_s;
        QTest::newRow("a sign of percent alone") << u"50% off"_s << u"now 50%, off!"_s << u"now █!"_s;
        QTest::newRow("one letter tells nothing") << u"a"_s << u"a b"_s << u"a b"_s;
        QTest::newRow("punctuation tells nothing") << u"???"_s << u"what???"_s << u"what???"_s;
        QTest::newRow("twice") << u"red fox"_s << u"red fox, red-fox"_s << u"█, █"_s;
    }
    void findsAShortMessageAsWords()
    {
        QFETCH(QString, message);
        QFETCH(QString, told);
        QFETCH(QString, masked);
        UntoldTexts texts;
        texts.addMessage(message);
        QCOMPARE(texts.masked(told), masked);
        QVERIFY(!texts.isIn(masked));
    }

    //! Not only what has letters.
    void findsAStretchOfSigns()
    {
        const auto signs = u"-> => :: [] {} () <> !! ?? .. || &&"_s;
        UntoldTexts texts;
        texts.addMessage(signs);
        QVERIFY(texts.isIn(u"echo "_s + signs.left(24)));
        QVERIFY(!texts.isIn(signs.left(20)));
    }

    void leavesNothingOfARandomEcho()
    {
        QRandomGenerator chance(26);
        const QStringList pieces{u"word"_s, u" "_s, u"\n"_s, u"\""_s, u"\\"_s, u"漢"_s, u"é"_s, u"n"_s,
            u"u"_s, u"0041"_s, u"█"_s, u"😀"_s, u"/"_s, u"%"_s, u"25"_s, u"20"_s, u"%C3"_s, u"A9"_s};
        const auto text = [&](int length) {
            QString out;
            while (length-- > 0)
                out += pieces.at(chance.bounded(pieces.size()));
            return out;
        };
        for (int round = 0; round < 2000; ++round) {
            const auto message = text(1 + chance.bounded(60));
            UntoldTexts texts;
            texts.addMessage(message);
            auto echo = message;
            for (int i = chance.bounded(3); i > 0; --i)
                echo = chance.bounded(2) == 0 ? escaped(echo) : percentEncoded(echo);
            const auto masked = texts.masked(text(10) + u' ' + echo + u' ' + text(10));
            QVERIFY2(!texts.isIn(masked), qPrintable(message));
        }
    }
};

QTEST_GUILESS_MAIN(UntoldTextsTest)
#include "tst_untold_texts.moc"
