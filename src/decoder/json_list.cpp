// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/json_list.h"

namespace tollkeeper {
namespace {

//! The place after a string whose opening quote stands at `at`.
qsizetype afterString(QByteArrayView bytes, qsizetype at)
{
    for (++at; at < bytes.size(); ++at) {
        if (bytes.at(at) == '\\')
            ++at;
        else if (bytes.at(at) == '"')
            return at + 1;
    }
    return bytes.size();
}

} // namespace

ListedObjects objectsOfList(QByteArrayView bytes)
{
    ListedObjects found;
    qsizetype depth = 0;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto c = bytes.at(at);
        if (c == '"') {
            at = afterString(bytes, at);
            continue;
        }
        if ((c == '{' || c == '[') && ++depth == 2)
            begin = at;
        if ((c == '}' || c == ']') && --depth == 1 && bytes.at(begin) == '{')
            found.objects.append(bytes.sliced(begin, at + 1 - begin));
        ++at;
        if (depth <= 0 && (c == ']' || c == '}')) {
            found.isClosed = true;
            break;
        }
    }
    return found;
}

} // namespace tollkeeper
