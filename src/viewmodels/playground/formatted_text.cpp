// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/formatted_text.h"

#include "base/translation_contexts.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = TextBlock::Kind;

//! Loads nothing, whatever a text names.
class SealedDocument final : public QTextDocument {
protected:
    QVariant loadResource(int /*type*/, const QUrl & /*name*/) override { return QByteArray(); }
};

QString imageText(const QTextImageFormat &image)
{
    const auto label = image.property(QTextFormat::ImageAltText).toString().simplified();
    //: %1 is the address of an image, %2 what is said about it
    return label.isEmpty() ? texts::Playground::tr("[image: %1]").arg(image.name())
                           : texts::Playground::tr("[image: %2, %1]").arg(image.name(), label);
}

//! Text and spans of one block, fragment by fragment.
class BlockText {
public:
    explicit BlockText(const QTextBlock &block)
    {
        for (auto at = block.begin(); !at.atEnd(); ++at)
            add(at.fragment());
        closeLink();
    }

    QString text;
    QList<TextSpan> spans;

private:
    void add(const QTextFragment &fragment)
    {
        const auto format = fragment.charFormat();
        const auto address = format.isAnchor() ? format.anchorHref() : QString();
        if (address != m_link)
            closeLink();
        if (m_link.isEmpty() && !address.isEmpty()) {
            m_link = address;
            m_linkStart = text.size();
        }
        const auto start = text.size();
        if (format.isImageFormat())
            text += imageText(format.toImageFormat());
        else
            text += fragment.text()
                        .replace(QChar::LineSeparator, u'\n')
                        .remove(QChar::ObjectReplacementCharacter);
        TextSpan span{int(start), int(text.size() - start), format.fontWeight() >= QFont::Bold,
            format.fontItalic(), format.fontFixedPitch()};
        if (span.length > 0 && (span.isStrong || span.isEmphasis || span.isCode))
            spans.append(span);
    }
    //! A label alone would hide where a link leads.
    void closeLink()
    {
        if (!m_link.isEmpty() && text.mid(m_linkStart) != m_link)
            text += u" ("_s + m_link + u')';
        m_link.clear();
    }

    QString m_link;
    qsizetype m_linkStart = 0;
};

bool isCode(const QTextBlock &block)
{
    const auto format = block.blockFormat();
    return format.hasProperty(QTextFormat::BlockCodeFence)
        || format.hasProperty(QTextFormat::BlockCodeLanguage) || format.nonBreakableLines();
}

QString markerOf(const QTextBlock &block)
{
    switch (block.blockFormat().marker()) {
    case QTextBlockFormat::MarkerType::Checked:
        return u"☑"_s;
    case QTextBlockFormat::MarkerType::Unchecked:
        return u"☐"_s;
    case QTextBlockFormat::MarkerType::NoMarker:
        break;
    }
    const auto *list = block.textList();
    return list->format().style() == QTextListFormat::ListDecimal ? list->itemText(block) : u"•"_s;
}

TextBlock blockOf(const QTextBlock &block)
{
    TextBlock made;
    const auto format = block.blockFormat();
    if (format.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth) && block.text().isEmpty()) {
        made.kind = Kind::Rule;
        return made;
    }
    BlockText content(block);
    made.text = std::move(content.text);
    made.spans = std::move(content.spans);
    if (isCode(block)) {
        made.kind = Kind::Code;
        made.spans.clear();
    } else if (format.headingLevel() > 0) {
        made.kind = Kind::Heading;
        made.level = format.headingLevel();
    } else if (block.textList()) {
        made.kind = Kind::Item;
        made.level = std::max(1, block.textList()->format().indent());
        made.marker = markerOf(block);
    } else if (format.intProperty(QTextFormat::BlockQuoteLevel) > 0) {
        made.kind = Kind::Quote;
        made.level = format.intProperty(QTextFormat::BlockQuoteLevel);
    }
    return made;
}

//! Cells of one row stand in blocks of their own: they are joined to one line.
void addCell(QList<TextBlock> &blocks, const QTextTable &table, const QTextBlock &block)
{
    const auto cell = table.cellAt(block.position());
    BlockText content(block);
    if (cell.column() == 0 || blocks.isEmpty() || blocks.constLast().kind != Kind::TableRow)
        blocks.append(TextBlock{.kind = Kind::TableRow, .level = cell.row()});
    else
        blocks.last().text += u"  |  "_s;
    auto &row = blocks.last();
    for (auto span : std::as_const(content.spans)) {
        span.start += int(row.text.size());
        row.spans.append(span);
    }
    row.text += content.text;
}

//! Lines of code come one by one; they belong together.
bool goesOn(const TextBlock &before, const TextBlock &block)
{
    return before.kind == Kind::Code && block.kind == Kind::Code
        && before.text.size() + block.text.size() < LongestBlock;
}

//! Where a block that is too long is cut: behind a line or word, if there is one near.
qsizetype cutOf(const QString &text)
{
    for (const auto end : {u'\n', u' '}) {
        const auto at = text.lastIndexOf(end, LongestBlock - 1);
        if (at > LongestBlock / 2)
            return at + 1;
    }
    return LongestBlock - (text.at(LongestBlock - 1).isHighSurrogate() ? 1 : 0);
}

QList<TextSpan> spansWithin(const QList<TextSpan> &spans, qsizetype from, qsizetype size)
{
    QList<TextSpan> within;
    for (auto span : spans) {
        const auto start = std::max<qsizetype>(span.start, from);
        const auto end = std::min<qsizetype>(span.start + span.length, from + size);
        if (start >= end)
            continue;
        span.start = int(start - from);
        span.length = int(end - start);
        within.append(span);
    }
    return within;
}

void addCut(QList<TextBlock> &blocks, TextBlock block)
{
    while (block.text.size() > LongestBlock) {
        const auto cut = cutOf(block.text);
        auto piece = block;
        piece.text = block.text.first(cut);
        piece.spans = spansWithin(block.spans, 0, cut);
        blocks.append(piece);
        block.spans = spansWithin(block.spans, cut, block.text.size() - cut);
        block.text = block.text.mid(cut);
        block.marker.clear();
    }
    blocks.append(block);
}

//! Qt reads a table in a time that grows with the square of its rows: half a second for a thousand.
bool hasLargeTable(const QString &text)
{
    constexpr int MostRows = 500;
    int rows = 0;
    for (qsizetype at = 0; at >= 0 && rows <= MostRows; ++rows) {
        at = text.indexOf(u'|', at);
        at = at < 0 ? at : text.indexOf(u'\n', at);
    }
    return rows > MostRows;
}

QList<TextBlock> linesOf(const QString &text)
{
    QList<TextBlock> blocks;
    for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts))
        addCut(blocks, {.kind = Kind::Paragraph, .text = line});
    return blocks;
}

} // namespace

QList<TextBlock> formattedBlocks(const QString &markdown)
{
    if (markdown.size() > MostFormatted || hasLargeTable(markdown))
        return linesOf(markdown);
    SealedDocument document;
    document.setUndoRedoEnabled(false);
    QFont font;
    font.setPixelSize(13); // Qt warns of fonts that have none
    document.setDefaultFont(font);
    document.setMarkdown(markdown,
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
            | QTextDocument::MarkdownNoHTML);
    QList<TextBlock> read;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        if (const auto *table = QTextCursor(block).currentTable()) {
            addCell(read, *table, block);
            continue;
        }
        const auto made = blockOf(block);
        const bool isEmpty
            = made.text.trimmed().isEmpty() && made.kind != Kind::Rule && made.kind != Kind::Code;
        if (isEmpty)
            continue;
        if (!read.isEmpty() && goesOn(read.constLast(), made))
            read.last().text += u'\n' + made.text;
        else
            read.append(made);
    }
    QList<TextBlock> blocks;
    for (const auto &block : std::as_const(read))
        addCut(blocks, block);
    return blocks;
}

} // namespace tollkeeper
