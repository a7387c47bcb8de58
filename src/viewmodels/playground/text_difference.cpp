// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/text_difference.h"

#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

void add(QList<DiffRow> &rows, const QString &kind, const QStringList &lines)
{
    for (const auto &line : lines)
        rows.append({kind, line});
}

//! The longest common subsequence of what differs.
void addMiddle(QList<DiffRow> &rows, const QStringList &left, const QStringList &right)
{
    if (left.size() > MostComparedLines || right.size() > MostComparedLines) {
        add(rows, u"left"_s, left);
        add(rows, u"right"_s, right);
        return;
    }
    const auto width = size_t(right.size()) + 1;
    std::vector<int> common((size_t(left.size()) + 1) * width, 0); // from each place to the ends
    const auto at = [&common, width](
                        qsizetype i, qsizetype j) -> int & { return common[size_t(i) * width + size_t(j)]; };
    for (auto i = left.size() - 1; i >= 0; --i) {
        for (auto j = right.size() - 1; j >= 0; --j)
            at(i, j)
                = left.at(i) == right.at(j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < left.size() && j < right.size()) {
        if (left.at(i) == right.at(j)) {
            rows.append({u"same"_s, left.at(i)});
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            rows.append({u"left"_s, left.at(i++)});
        } else {
            rows.append({u"right"_s, right.at(j++)});
        }
    }
    add(rows, u"left"_s, left.mid(i));
    add(rows, u"right"_s, right.mid(j));
}

} // namespace

QList<DiffRow> differenceOf(const QString &leftText, const QString &rightText)
{
    auto left = leftText.isEmpty() ? QStringList() : leftText.split(u'\n');
    auto right = rightText.isEmpty() ? QStringList() : rightText.split(u'\n');
    const auto most = std::min(left.size(), right.size());
    qsizetype begin = 0;
    while (begin < most && left.at(begin) == right.at(begin))
        ++begin;
    qsizetype end = 0;
    while (end < most - begin && left.at(left.size() - 1 - end) == right.at(right.size() - 1 - end))
        ++end;
    QList<DiffRow> rows;
    add(rows, u"same"_s, left.first(begin));
    addMiddle(rows, left.mid(begin, left.size() - begin - end), right.mid(begin, right.size() - begin - end));
    add(rows, u"same"_s, left.last(end));
    return rows;
}

} // namespace tollkeeper
