// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/masked_pieces.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Begins like its own middle, so that a beginning can turn out to be none.
const auto Key = "word-word-key-of-no-known-form"_ba;
const auto Config = R"({"targets":[{"api_key":"first-provider-key"},{"api_key":"other-provider-key"}]})"_ba;

std::shared_ptr<const Secret> secretOf(const QByteArray &text)
{
    return std::make_shared<const Secret>(Secret::fromInput(text).value_or(Secret()));
}

QString joined(const std::shared_ptr<const Secret> &secret, const QStringList &pieces)
{
    MaskedPieces masked(secret);
    QString all;
    for (const auto &piece : pieces)
        all += masked.add(piece);
    return all + masked.rest();
}

} // namespace

class MaskedPiecesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysTheSameHoweverTheTextIsSplit_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");

        const auto key = QString::fromLatin1(Key);
        QTest::newRow("in the middle") << Key << u"it is %1, or so"_s.arg(key) << u"it is …, or so"_s;
        QTest::newRow("alone") << Key << key << u"…"_s;
        QTest::newRow("twice, one at the other") << Key << key + key << u"……"_s;
        QTest::newRow("behind its own beginning") << Key << u"word-"_s + key + u"."_s << u"word-…."_s;
        QTest::newRow("a beginning that is none")
            << Key << u"word-word-keys are"_s << u"word-word-keys are"_s;
        QTest::newRow("a short beginning at the end") << Key << u"a word"_s << u"a word"_s;
        QTest::newRow("a long beginning at the end") << Key << u"a word-word-key"_s << u"a …"_s;
        QTest::newRow("a beginning that says it is cut") << Key << u"a word-word-key…"_s << u"a …"_s;
        QTest::newRow("an ellipsis in the text") << Key << u"a word-word-key… b"_s << u"a word-word-key… b"_s;
        QTest::newRow("beside what is not Latin")
            << Key << u"密\U0001F511%1é"_s.arg(key) << u"密\U0001F511…é"_s;
        QTest::newRow("keys of a configuration")
            << Config << u"not first-provider-key but other-provider-key"_s << u"not … but …"_s;
        QTest::newRow("none") << ""_ba << u"word"_s << u"word"_s;
    }

    void saysTheSameHoweverTheTextIsSplit()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto hidden = secretOf(secret);

        QCOMPARE(hidden->maskedIn(text), expected);
        for (qsizetype at = 0; at <= text.size(); ++at)
            QCOMPARE(joined(hidden, {text.first(at), text.sliced(at)}), expected);
        QStringList characters;
        for (const auto character : text)
            characters.append(character);
        QCOMPARE(joined(hidden, characters), expected);
    }

    //! The text is to be seen while it comes.
    void holdsBackNoMoreThanABeginning()
    {
        MaskedPieces masked(secretOf(Key));

        QCOMPARE(masked.add(u"the key: wor"_s), u"the key: "_s);
        QCOMPARE(masked.add(u"ld"_s), u"world"_s);
        QCOMPARE(masked.add(u" of it"_s), u" of it"_s);
        QCOMPARE(masked.rest(), QString());
    }
};

QTEST_GUILESS_MAIN(MaskedPiecesTest)
#include "tst_masked_pieces.moc"
