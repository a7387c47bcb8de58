// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tollkeeper {

//! How a stretch of a text is set.
struct TextSpan {
    int start = 0;
    int length = 0;
    bool isStrong = false;
    bool isEmphasis = false;
    bool isCode = false;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

//! One block of a formatted text. Its text is plain text: what is special about it stands in `spans`.
struct TextBlock {
    enum class Kind : std::uint8_t { Paragraph, Heading, Code, Quote, Item, TableRow, Rule };

    Kind kind = Kind::Paragraph;
    int level = 0; //!< of a heading 1 to 6; of an item or quote how deep it stands, from 1
    QString marker = {}; //!< of an item: "1." or "•"; empty: it goes on with the one before
    QString text = {};
    QList<TextSpan> spans = {};
    friend bool operator==(const TextBlock &, const TextBlock &) = default;
};

inline constexpr qsizetype LongestBlock = 2000; //!< characters, so that each is laid out at once
inline constexpr qsizetype MostFormatted
    = 200'000; //!< characters; a longer text, or one with a large table, stays as it is

//! Reads Markdown, as models write it. Safe for server text: HTML stays text; a link reads "label (address)"
//! and an image "[image: label, address]" (one without a label is left out), and nothing is fetched, opened
//! or read from a disk. Takes a while for long texts: on a thread of its own. Pure.
[[nodiscard]] QList<TextBlock> formattedBlocks(const QString &markdown);

} // namespace tollkeeper
