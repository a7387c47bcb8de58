// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pasted_keys.h"
#include "words/pasted_key_words.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Router = "sk-or-v1-0123456789abcdef0123456789abcdef"_ba;
const auto Other = "sk-AbCdEfGhIjKlMnOpQrStUvWx_-9"_ba;
const auto Chuizi = "ck-0123456789abcdefghijABCDEFGHIJ01"_ba;

QString wordOf(PastedProblem::What what)
{
    using What = PastedProblem::What;
    switch (what) {
    case What::NotAKey:
        return u"not a key"_s;
    case What::OpenQuote:
        return u"open quote"_s;
    case What::AfterQuote:
        return u"after quote"_s;
    case What::WrongCharacter:
        return u"wrong character"_s;
    case What::TooShort:
        return u"too short"_s;
    case What::Masked:
        return u"masked"_s;
    case What::SeveralKeys:
        return u"several"_s;
    case What::Repeated:
        return u"repeated"_s;
    }
    return {};
}

//! "3 sk- NAME …value" for each key and "2 problem" for each broken line, so that a failure can be read.
QStringList shown(const PastedKeys &read)
{
    QStringList lines;
    for (const auto &key : read.keys)
        lines.append(u"%1 %2 '%3' %4"_s.arg(key.line).arg(
            key.prefix, key.suggestedName, QString::fromLatin1(key.secret.reveal())));
    for (const auto &problem : read.problems)
        lines.append(u"%1 %2"_s.arg(problem.line).arg(wordOf(problem.what)));
    if (read.otherVariables > 0)
        lines.append(u"%1 others"_s.arg(read.otherVariables));
    return lines;
}

QString line(int number, const char *prefix, const char *name, const QByteArray &key)
{
    return u"%1 %2 '%3' %4"_s.arg(number).arg(
        QString::fromLatin1(prefix), QString::fromUtf8(name), QString::fromLatin1(key));
}

} // namespace

class PastedKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsKeys_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QStringList &expected) {
            QTest::newRow(name) << text << expected;
        };

        row("nothing", "", {});
        row("blank lines and comments", "\n  \r\n# sk-or-v1-00000000000000000000\n\t#x\n", {});
        row("a key alone", Router, {line(1, "sk-or-v1-", "", Router)});
        row("each form", Router + '\n' + Chuizi + '\n' + Other + '\n',
            {line(1, "sk-or-v1-", "", Router), line(2, "ck-", "", Chuizi), line(3, "sk-", "", Other)});
        row("an assignment", "MAIN_KEY=" + Router, {line(1, "sk-or-v1-", "MAIN_KEY", Router)});
        row("blanks around", "  MAIN_KEY \t= " + Router + "  ", {line(1, "sk-or-v1-", "MAIN_KEY", Router)});
        row("export", "export MAIN_KEY=" + Router, {line(1, "sk-or-v1-", "MAIN_KEY", Router)});
        row("export and a tab", "export\tMAIN_KEY=" + Router, {line(1, "sk-or-v1-", "MAIN_KEY", Router)});
        row("a variable that begins with export", "exported=" + Router,
            {line(1, "sk-or-v1-", "exported", Router)});
        row("double quotes", "A=\"" + Router + "\"", {line(1, "sk-or-v1-", "A", Router)});
        row("single quotes", "A='" + Router + "'", {line(1, "sk-or-v1-", "A", Router)});
        row("blanks in the quotes", "A=' " + Router + " '", {line(1, "sk-or-v1-", "A", Router)});
        row("a comment behind", "A=" + Router + " # the main one", {line(1, "sk-or-v1-", "A", Router)});
        row("a comment behind quotes", "A=\"" + Router + "\"#main", {line(1, "sk-or-v1-", "A", Router)});
        row("a header", "A=\"Bearer " + Router + '"', {line(1, "sk-or-v1-", "A", Router)});
        row("CRLF", "A=" + Router + "\r\n\r\nB=" + Chuizi + "\r\n",
            {line(1, "sk-or-v1-", "A", Router), line(3, "ck-", "B", Chuizi)});
        row("a byte order mark", "\xEF\xBB\xBF"_ba + "A=" + Router, {line(1, "sk-or-v1-", "A", Router)});
        row("no line end at the end", "A=" + Router + "\nB=" + Other,
            {line(1, "sk-or-v1-", "A", Router), line(2, "sk-", "B", Other)});
        row("CR alone", "A=" + Router + "\rB=" + Other,
            {line(1, "sk-or-v1-", "A", Router), line(2, "sk-", "B", Other)});
        row("a name and a comma", "Data team," + Router, {line(1, "sk-or-v1-", "Data team", Router)});
        row("YAML without a blank", "main:" + Router, {line(1, "sk-or-v1-", "main", Router)});
        row("JSON", "  \"main\": \"" + Router + "\",", {line(1, "sk-or-v1-", "main", Router)});
        row("in an address", "A=https://x.example/?key=" + Router, {line(1, "sk-or-v1-", "A", Router)});
        row("what only looks like one", "A=/opt/sk-tools/bin\nB=desk-lamp-0123456789abcdef\nC=--sk-mode",
            {u"3 others"_s});
        row("a name with a colon", "Data team: " + Router, {line(1, "sk-or-v1-", "Data team", Router)});
        row("a name from a table", "Données\t" + Router, {line(1, "sk-or-v1-", "Données", Router)});
        row("a name behind", Router + " # Data team", {line(1, "sk-or-v1-", "Data team", Router)});
        row("a name with a blank", "Data team = " + Router, {line(1, "sk-or-v1-", "Data team", Router)});
        row("a list in quotes", "\"" + Router + "\",\n'" + Other + "';",
            {line(1, "sk-or-v1-", "", Router), line(2, "sk-", "", Other)});
        row("other variables", "PORT=8080\nURL=https://x.example/?a=b#c\nEMPTY=\nA=" + Router,
            {line(4, "sk-or-v1-", "A", Router), u"3 others"_s});
        row("one name twice", "A=" + Router + "\nA=" + Other,
            {line(1, "sk-or-v1-", "A", Router), line(2, "sk-", "A", Other)});
    }

    void findsKeys()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, expected);
        QCOMPARE(shown(readPastedKeys(text)), expected);
    }

    void reportsBrokenLines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &text, const char *problem) {
            QTest::newRow(name) << text << QString::fromLatin1(problem);
        };

        row("words", "my keys", "not a key");
        row("a name without a value", "sk", "not a key");
        row("a key of somebody else", "AIzaSyA-0123456789abcdefghij", "not a key");
        row("no name", "=value", "not a key");
        row("an open quote", "A=\"" + Router, "open quote");
        row("the other quote", "A='" + Router + '"', "open quote");
        row("text behind the quote", "A=\"" + Router + "\" x", "after quote");
        row("too short", "A=sk-or-v1-0123", "too short");
        row("the prefix alone", "sk-", "too short");
        row("a character that no key has", "A=" + Router + "$x", "wrong character");
        row("a letter that is not ASCII", "A=" + Router + "é", "wrong character");
        row("a NUL", "A=" + Router + '\0', "wrong character");
        row("two assignments", "A=" + Router + " B=" + Other, "several");
        row("masked with dots", "A=sk-or-v1-1a2...9fe", "masked");
        row("masked with an ellipsis", "sk-or-v1…9fe0123456789012345", "masked");
        row("masked with stars", "sk-****************9fe0", "masked");
        row("two keys", Router + ' ' + Other, "several");
        row("two keys in one variable", "A=\"" + Router + ' ' + Other + '"', "several");
    }

    void reportsBrokenLines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        QCOMPARE(shown(readPastedKeys(text)), QStringList{u"1 "_s + problem});
        // Its neighbours are read all the same, and its number is right.
        const auto among = readPastedKeys("# keys\r\nA=" + Chuizi + "\r\n" + text + "\r\nB=" + Other);
        QCOMPARE(shown(among),
            (QStringList{line(2, "ck-", "A", Chuizi), line(4, "sk-", "B", Other), u"3 "_s + problem}));
        QVERIFY(!problemText(among.problems.constFirst()).isEmpty());
        QVERIFY(problemText(among.problems.constFirst()).contains(u"Line 3"_s));
    }

    void aRepeatedKeyIsTakenOnceAndNamesTheFirst()
    {
        const auto read = readPastedKeys("A=" + Router + "\nB=" + Other + "\n\n" + Router + "\n");
        QCOMPARE(read.keys.size(), 2U);
        const QList<PastedProblem> expected{
            {.what = PastedProblem::What::Repeated, .line = 4, .earlierLine = 1}};
        QCOMPARE(read.problems, expected);
        QCOMPARE(problemText(read.problems.constFirst()), u"Line 4 repeats the key of line 1."_s);
    }

    void aNameNeverHoldsAKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("in brackets") << "(" + Other + ") " + Router;
        QTest::newRow("glued to a word") << "x" + Other + ' ' + Router;
        QTest::newRow("as a part") << "key:" + Other + ' ' + Router;
        QTest::newRow("before an equals sign") << Other + "= " + Router;
    }

    void aNameNeverHoldsAKey()
    {
        QFETCH(QByteArray, text);
        for (const auto &key : readPastedKeys(text).keys)
            QVERIFY2(!key.suggestedName.contains(QString::fromLatin1(Other.mid(3))),
                qPrintable(key.suggestedName));
    }

    void aLongNameIsCut()
    {
        const auto read = readPastedKeys(QByteArray("N").repeated(300) + '=' + Router);
        QCOMPARE(read.keys.front().suggestedName.size(), 80);
    }

    //! Whatever half of a text comes, nothing that is no whole key comes out of it.
    void everyBeginningOfATextIsReadInPeace()
    {
        const auto text = "\xEF\xBB\xBF# keys\r\nexport A=\"" + Router + "\" # main\r\nB='" + Other
            + "'\nName: " + Chuizi;
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const auto read = readPastedKeys(text.first(length));
            for (const auto &key : read.keys)
                QVERIFY(text.contains(key.secret.reveal()));
            QVERIFY(read.keys.size() <= 3);
        }
        QCOMPARE(readPastedKeys(text).keys.size(), 3U);
    }
};

QTEST_GUILESS_MAIN(PastedKeysTest)
#include "tst_pasted_keys.moc"
