// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/formatted_text_model.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using Kind = TextBlock::Kind;

Q_DECLARE_METATYPE(QList<tollkeeper::TextBlock>)

namespace {

TextSpan strong(int start, int length)
{
    return {.start = start, .length = length, .isStrong = true};
}

TextBlock paragraph(const QString &text, const QList<TextSpan> &spans = {})
{
    return {.kind = Kind::Paragraph, .text = text, .spans = spans};
}

TextBlock item(const QString &marker, const QString &text, int level = 1)
{
    return {.kind = Kind::Item, .level = level, .marker = marker, .text = text};
}

} // namespace

class FormattedTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatModelsWrite_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QList<TextBlock>>("blocks");
        QTest::newRow("nothing") << QString() << QList<TextBlock>{};
        QTest::newRow("plain") << u"Still at Rotterdam."_s << QList{paragraph(u"Still at Rotterdam."_s)};
        QTest::newRow("bold") << u"Shipment **HF-20418** waits"_s
                              << QList{paragraph(u"Shipment HF-20418 waits"_s, {strong(9, 8)})};
        QTest::newRow("two paragraphs") << u"One\n\nTwo"_s << QList{paragraph(u"One"_s), paragraph(u"Two"_s)};
        QTest::newRow("emphasis and code")
            << u"*so* `x = 1`"_s
            << QList{paragraph(u"so x = 1"_s, {{0, 2, false, true, false}, {3, 5, false, false, true}})};
        QTest::newRow("heading") << u"## What now"_s
                                 << QList{TextBlock{.kind = Kind::Heading,
                                        .level = 2,
                                        .text = u"What now"_s,
                                        .spans = {strong(0, 8)}}};
        QTest::newRow("numbers") << u"1. Call\n2. Ask"_s
                                 << QList{item(u"1."_s, u"Call"_s), item(u"2."_s, u"Ask"_s)};
        QTest::newRow("bullets, one in another")
            << u"- a\n  - b"_s << QList{item(u"•"_s, u"a"_s), item(u"•"_s, u"b"_s, 2)};
        QTest::newRow("tasks") << u"- [x] done\n- [ ] open"_s
                               << QList{item(u"☑"_s, u"done"_s), item(u"☐"_s, u"open"_s)};
        QTest::newRow("code") << u"```cpp\nint a;\n\nint b;\n```"_s
                              << QList{TextBlock{.kind = Kind::Code, .text = u"int a;\n\nint b;"_s}};
        QTest::newRow("quote") << u"> said so"_s
                               << QList{TextBlock{.kind = Kind::Quote, .level = 1, .text = u"said so"_s}};
    }
    void readsWhatModelsWrite()
    {
        QFETCH(const QString, markdown);
        QFETCH(const QList<TextBlock>, blocks);
        const auto read = formattedBlocks(markdown);
        QCOMPARE(read.size(), blocks.size());
        for (qsizetype at = 0; at < read.size(); ++at) {
            QCOMPARE(read[at].text, blocks[at].text);
            QCOMPARE(read[at].kind, blocks[at].kind);
            QCOMPARE(read[at].level, blocks[at].level);
            QCOMPARE(read[at].marker, blocks[at].marker);
            QVERIFY(read[at].spans == blocks[at].spans);
        }
    }

    void nothingIsHidden_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("text");
        QTest::newRow("a link says where it leads")
            << u"[your bank](http://evil.example/)"_s << u"your bank (http://evil.example/)"_s;
        QTest::newRow("an address alone") << u"<https://a.example/>"_s << u"https://a.example/"_s;
        QTest::newRow("an image is named")
            << u"![a ship](http://evil.example/x.png)"_s << u"[image: a ship, http://evil.example/x.png]"_s;
        QTest::newRow("an element") << u"<img src='http://evil.example/x.png'>"_s
                                    << u"<img src='http://evil.example/x.png'>"_s;
        QTest::newRow("a script") << u"a <script>alert(1)</script> b"_s << u"a <script>alert(1)</script> b"_s;
        QTest::newRow("a file") << u"![it](file:///etc/passwd)"_s << u"[image: it, file:///etc/passwd]"_s;
    }
    void nothingIsHidden()
    {
        QFETCH(const QString, markdown);
        QFETCH(const QString, text);
        const auto blocks = formattedBlocks(markdown);
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.constFirst().text, text);
    }

    void aTableIsRowsOfCells()
    {
        const auto blocks = formattedBlocks(u"| a | **b** |\n|---|---|\n| 1 | 2 |"_s);
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks[0].kind, Kind::TableRow);
        QCOMPARE(blocks[0].text, u"a  |  b"_s);
        QCOMPARE(blocks[1].text, u"1  |  2"_s);
    }

    void longBlocksAreCutAndNothingIsLost()
    {
        const auto text = u"All **bold words** in one line. "_s.repeated(400).trimmed();
        const auto blocks = formattedBlocks(text);
        QVERIFY(blocks.size() > 1);
        QString joined;
        for (const auto &block : blocks) {
            QVERIFY(block.text.size() <= LongestBlock);
            for (const auto &span : block.spans)
                QVERIFY(u"bold words"_s.contains(block.text.mid(span.start, span.length).trimmed()));
            joined += block.text;
        }
        QCOMPARE(joined, QString(text).remove(u"**"_s));
    }

    void aVeryLongTextStaysAsItIs()
    {
        const auto text = u"| a | **b** |\n"_s.repeated(30'000);
        const auto blocks = formattedBlocks(text);
        QCOMPARE(blocks.size(), 30'000);
        QCOMPARE(blocks.constFirst(), paragraph(u"| a | **b** |"_s));
        const auto table = u"| a | b |\n|---|---|\n"_s + u"| 1 | 2 |\n"_s.repeated(3000);
        QCOMPARE(formattedBlocks(table).size(), 3002);
    }

    void theLatestTextWins()
    {
        FormattedTextModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy ready(&model, &FormattedTextModel::readyChanged);
        model.setSource(u"# Old\n\n"_s.repeated(5000));
        QVERIFY(!model.isReady());
        model.setSource(u"- New"_s);
        QTRY_VERIFY(model.isReady());
        QCOMPARE(model.rowCount(), 1);
        const auto row = model.index(0);
        QCOMPARE(model.data(row, FormattedTextModel::KindRole).toString(), u"item"_s);
        QCOMPARE(model.data(row, FormattedTextModel::LineRole).toString(), u"New"_s);
        QCOMPARE(model.data(row, FormattedTextModel::MarkerRole).toString(), u"•"_s);
    }
};

QTEST_MAIN(FormattedTextTest)
#include "tst_formatted_text.moc"
