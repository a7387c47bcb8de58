// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/explain.h"
#include "words/gateway_words.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto LastKind = Error::Kind::Leak;
constexpr auto LastCategory = Category::Unknown;

//! What an explanation must say of the state of things: something stays, or nothing happened.
bool saysWhatIsStillTrue(const QString &sentence)
{
    for (const auto &promise :
        {u"stay as they are"_s, u"stays as it is"_s, u"stay as they"_s, u"already here stay"_s,
            u"stays readable"_s, u"left untouched"_s, u"Nothing was changed"_s, u"stay as"_s}) {
        if (sentence.contains(promise))
            return true;
    }
    return false;
}

} // namespace

class ExplainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherKeychainIsNamedWithTheOneBefore()
    {
        const auto words
            = explain(Error{.kind = Error::Kind::KeychainMissing, .detail = u"KWallet → Secret Service"_s});
        QVERIFY2(words.sentence.contains(u"was kept in KWallet"_s), qPrintable(words.sentence));
        QVERIFY2(words.sentence.contains(u"keeps keys in Secret Service"_s), qPrintable(words.sentence));
        QVERIFY(words.sentence.contains(u"enter the key again"_s));
        QVERIFY(saysWhatIsStillTrue(words.sentence));
        QVERIFY(!words.sentence.contains(u'%'));
    }

    void everyErrorIsExplained_data()
    {
        QTest::addColumn<Error>("error");
        for (int kind = 0; kind <= static_cast<int>(LastKind); ++kind) {
            Error error{.kind = static_cast<Error::Kind>(kind)};
            QTest::newRow(toText(error.kind).data()) << error;
        }
        for (int category = 0; category <= static_cast<int>(LastCategory); ++category) {
            Error error{.kind = Error::Kind::Rejected, .category = static_cast<Category>(category)};
            QTest::addRow("rejected: %s", toText(error.category).data()) << error;
        }
    }
    void everyErrorIsExplained()
    {
        QFETCH(Error, error);
        for (const auto &detail : {QString(), u"the detail"_s}) {
            error.detail = detail;
            error.code = u"SECRET_CODE"_s;
            const auto words = explain(error);
            QVERIFY(!words.title.isEmpty());
            QVERIFY2(words.title.size() <= 40, qPrintable(words.title));
            QVERIFY(!words.title.endsWith(u'.'));
            QVERIFY2(
                words.sentence.endsWith(u'.') || words.sentence.endsWith(u'”'), qPrintable(words.sentence));
            if (detail.isEmpty())
                QVERIFY2(words.sentence.endsWith(u'.'), qPrintable(words.sentence));
            QVERIFY2(saysWhatIsStillTrue(words.sentence), qPrintable(words.sentence));
            QVERIFY2(!words.sentence.contains(u"  "_s), qPrintable(words.sentence));
            QVERIFY2(!words.sentence.contains(u'%'), qPrintable(words.sentence));
            QVERIFY(!words.title.contains(u"the detail"_s));
            QVERIFY(!words.sentence.contains(u"SECRET_CODE"_s));
        }
    }

    void aVariableThatIsNotSetIsNamed()
    {
        const auto words = explain(
            Error{.kind = Error::Kind::SecretMissing, .detail = u"environment variable TEAM_KEY"_s});
        QVERIFY2(words.sentence.contains(u"TEAM_KEY"_s), qPrintable(words.sentence));
        QVERIFY2(!words.sentence.contains(u"keychain"_s), qPrintable(words.sentence));
        QVERIFY(saysWhatIsStillTrue(words.sentence));
    }

    //! A request to a model is no poll: what had been sent may cost, and nothing asks again by itself.
    void whatBecameOfASentRequestIsTold_data()
    {
        QTest::addColumn<Error>("error");
        for (const auto kind : {Error::Kind::Network, Error::Kind::HostNotFound, Error::Kind::Timeout,
                 Error::Kind::Tls, Error::Kind::TooLarge, Error::Kind::Cancelled})
            QTest::newRow(toText(kind).data()) << Error{.kind = kind, .detail = u"127.0.0.1: AnError"_s};
    }
    void whatBecameOfASentRequestIsTold()
    {
        QFETCH(Error, error);
        for (const bool wasSent : {true, false}) {
            const auto words = explainSent(error, wasSent);
            QVERIFY(!words.title.isEmpty() && words.title.size() <= 40);
            for (const auto &untrue : {u"figures"_s, u"asks again"_s, u"Nothing was changed"_s, u"AnError"_s})
                QVERIFY2(!words.sentence.contains(untrue), qPrintable(words.sentence));
            const bool mayCost = words.sentence.contains(u"may be charged"_s);
            const bool isNeverSent
                = error.kind == Error::Kind::HostNotFound || error.kind == Error::Kind::Tls;
            QCOMPARE(mayCost, wasSent && !isNeverSent);
        }
    }

    void differentErrorsHaveDifferentTitles()
    {
        QSet<QString> titles;
        int kinds = 0;
        for (int kind = 0; kind <= static_cast<int>(LastKind); ++kind) {
            const auto error = static_cast<Error::Kind>(kind);
            titles.insert(explain({.kind = error}).title);
            ++kinds;
        }
        QCOMPARE(titles.size(), kinds);
    }

    void theGatewayIsQuotedWhereThatHelps_data()
    {
        QTest::addColumn<Category>("category");
        QTest::addColumn<bool>("quoted");
        QTest::newRow("credentials") << Category::Credentials << true;
        QTest::newRow("balance") << Category::Balance << true;
        QTest::newRow("unknown") << Category::Unknown << true;
        QTest::newRow("rate limit") << Category::RateLimit << false;
    }
    void theGatewayIsQuotedWhereThatHelps()
    {
        QFETCH(const Category, category);
        QFETCH(const bool, quoted);
        const Error error{.kind = Error::Kind::Rejected, .detail = u"key expired"_s, .category = category};
        QCOMPARE(explain(error).sentence.contains(u"“key expired”"_s), quoted);
    }

    void aDetailThatLooksLikeAPlaceholderStaysText()
    {
        const Error error{.kind = Error::Kind::Protocol, .detail = u"%1 %2"_s};
        QVERIFY(explain(error).sentence.contains(u"%1 %2"_s));
    }
};

QTEST_GUILESS_MAIN(ExplainTest)
#include "tst_explain.moc"
