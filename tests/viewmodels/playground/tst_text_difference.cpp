// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/text_difference.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QString shown(const QList<DiffRow> &rows)
{
    QStringList lines;
    for (const auto &row : rows)
        lines.append((row.kind == u"same" ? u' ' : row.kind == u"left" ? u'-' : u'+') + row.text);
    return lines.join(u'|');
}

QString sideOf(const QList<DiffRow> &rows, const QString &kind)
{
    QStringList lines;
    for (const auto &row : rows) {
        if (row.kind == u"same" || row.kind == kind)
            lines.append(row.text);
    }
    return lines.join(u'\n');
}

} // namespace

class TextDifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesThatBothHaveStayTogether_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("difference");
        QTest::newRow("same") << u"a\nb"_s << u"a\nb"_s << u" a| b"_s;
        QTest::newRow("one changed") << u"a\nb\nc"_s << u"a\nx\nc"_s << u" a|-b|+x| c"_s;
        QTest::newRow("one more") << u"a\nc"_s << u"a\nb\nc"_s << u" a|+b| c"_s;
        QTest::newRow("one less") << u"a\nb\nc"_s << u"a\nc"_s << u" a|-b| c"_s;
        QTest::newRow("moved") << u"a\nb\nc\nd"_s << u"c\na\nb\nd"_s << u"+c| a| b|-c| d"_s;
        QTest::newRow("nothing at the left") << QString() << u"a"_s << u"+a"_s;
        QTest::newRow("nothing at all") << QString() << QString() << QString();
        QTest::newRow("repeated") << u"a\na\na"_s << u"a"_s << u" a|-a|-a"_s;
    }
    void linesThatBothHaveStayTogether()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QTEST(shown(differenceOf(left, right)), "difference");
    }

    void eachSideCanBeReadOffIt()
    {
        QStringList left;
        QStringList right;
        for (int line = 0; line < 4000; ++line) { // more than are compared line by line
            left.append(QString::number(line % 97));
            right.append(QString::number(line % 89));
        }
        for (const auto count : {10, 200, 4000}) {
            const auto one = left.first(count).join(u'\n');
            const auto other = right.first(count).join(u'\n');
            const auto rows = differenceOf(one, other);
            QCOMPARE(sideOf(rows, u"left"_s), one);
            QCOMPARE(sideOf(rows, u"right"_s), other);
        }
    }
};

QTEST_GUILESS_MAIN(TextDifferenceTest)
#include "tst_text_difference.moc"
