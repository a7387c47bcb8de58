// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/request_body.h"

#include "base/json_tree.h"
#include "domain/request_bounds.h"

#include <QtNumeric>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Goes through JSON by RFC 8259 and stops where it is none. Qt's own parser takes more than gateways do, and
//! its offsets are often on the wrong line.
class FaultFinder {
public:
    explicit FaultFinder(QByteArrayView bytes) : m_bytes(bytes) { }

    //! False: it stops at at() because of what().
    bool passes()
    {
        if (m_bytes.startsWith("\xef\xbb\xbf"))
            m_at = 3;
        skipBlanks();
        if (next() != '{' && next() != '[')
            return stops(u"value"_s);
        if (!passesValue(0))
            return false;
        skipBlanks();
        return m_at >= m_bytes.size() || stops(u"rest"_s);
    }
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] QString what() const { return m_what; }

private:
    static constexpr int Deepest = 1000;

    [[nodiscard]] char next() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    [[nodiscard]] bool isOver() const { return m_at >= m_bytes.size(); }

    bool stops(const QString &what)
    {
        m_what = what;
        return false;
    }

    void skipBlanks()
    {
        while (!isOver() && QByteArrayView(" \t\r\n").contains(next()))
            ++m_at;
    }

    bool passesValue(int depth)
    {
        if (depth > Deepest)
            return stops(u"depth"_s);
        if (next() == '{' || next() == '[')
            return passesMany(depth, next() == '{');
        if (next() == '"')
            return passesText();
        if (next() == '-' || isDigit(next()))
            return passesNumber();
        for (const auto word : {QByteArrayView("true"), QByteArrayView("false"), QByteArrayView("null")}) {
            if (m_bytes.sliced(m_at).startsWith(word)) {
                m_at += word.size();
                return true;
            }
        }
        return stops(u"value"_s);
    }

    bool passesMember(int depth)
    {
        if (next() != '"')
            return stops(u"name"_s);
        if (!passesText())
            return false;
        skipBlanks();
        if (next() != ':')
            return stops(u"colon"_s);
        ++m_at;
        skipBlanks();
        return passesValue(depth);
    }

    bool passesMany(int depth, bool isObject)
    {
        const char end = isObject ? '}' : ']';
        const auto open = isObject ? u"object"_s : u"list"_s;
        ++m_at;
        for (bool isFirst = true;; isFirst = false) {
            skipBlanks();
            if (isOver())
                return stops(open);
            if (isFirst && next() == end)
                break;
            if (!(isObject ? passesMember(depth + 1) : passesValue(depth + 1)))
                return false;
            skipBlanks();
            if (next() == end)
                break;
            if (next() != ',')
                return stops(isOver() ? open : u"comma"_s);
            ++m_at;
        }
        ++m_at;
        return true;
    }

    bool passesText()
    {
        for (++m_at; next() != '"'; ++m_at) {
            if (isOver() || static_cast<unsigned char>(next()) < 0x20)
                return stops(u"text"_s);
            if (next() == '\\' && !passesEscape())
                return false;
        }
        ++m_at;
        return true;
    }

    bool passesEscape()
    {
        ++m_at;
        if (next() != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(next()) || stops(u"escape"_s);
        for (int i = 0; i < 4; ++i) {
            ++m_at;
            const char c = next();
            if (!isDigit(c) && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F'))
                return stops(u"escape"_s);
        }
        return true;
    }

    bool passesDigits()
    {
        if (!isDigit(next()))
            return stops(u"number"_s);
        while (isDigit(next()))
            ++m_at;
        return true;
    }

    bool passesNumber()
    {
        if (next() == '-')
            ++m_at;
        if (next() == '0')
            ++m_at;
        else if (!passesDigits())
            return false;
        if (next() == '.') {
            ++m_at;
            if (!passesDigits())
                return false;
        }
        if (next() != 'e' && next() != 'E')
            return true;
        ++m_at;
        if (next() == '+' || next() == '-')
            ++m_at;
        return passesDigits();
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    QString m_what;
};

JsonFault faultAt(QByteArrayView bytes, qsizetype at, const QString &what)
{
    const auto before = QString::fromUtf8(bytes.first(std::min(at, bytes.size())));
    const auto lineStart = before.lastIndexOf(u'\n') + 1;
    return {int(before.count(u'\n')) + 1, int(before.size() - lineStart) + 1, what};
}

//! A whole number from 1 on.
std::optional<qint64> countIn(const JsonTree &object, QStringView name)
{
    const auto *value = object.member(name);
    const auto count = value ? value->toCount() : std::nullopt;
    return count.value_or(0) >= 1 ? count : std::nullopt;
}

//! Of each choice.
std::optional<qint64> limitIn(ApiProtocol protocol, const JsonTree &settings)
{
    switch (protocol) {
    case ApiProtocol::OpenAiResponses:
        return countIn(settings, u"max_output_tokens");
    case ApiProtocol::AnthropicMessages:
        return countIn(settings, u"max_tokens");
    case ApiProtocol::Gemini:
        return countIn(settings, u"maxOutputTokens");
    case ApiProtocol::OpenAiChat:
        break;
    }
    return std::max(countIn(settings, u"max_tokens"), countIn(settings, u"max_completion_tokens"));
}

qint64 choicesIn(ApiProtocol protocol, const JsonTree &settings)
{
    if (protocol == ApiProtocol::OpenAiChat)
        return countIn(settings, u"n").value_or(1);
    return protocol == ApiProtocol::Gemini ? countIn(settings, u"candidateCount").value_or(1) : 1;
}

//! Of all choices.
std::optional<qint64> outputLimit(ApiProtocol protocol, const JsonTree &body)
{
    const auto *settings = protocol == ApiProtocol::Gemini ? body.member(u"generationConfig") : &body;
    const auto limit = settings ? limitIn(protocol, *settings) : std::nullopt;
    if (!limit)
        return std::nullopt;
    qint64 all = 0;
    const bool isTooMuch = qMulOverflow(*limit, choicesIn(protocol, *settings), &all);
    return isTooMuch ? MostTokensOfOneRequest : std::min(all, MostTokensOfOneRequest);
}

//! OpenRouter's `models`, and its `fallbacks` of messages, whose items are objects (openrouter.md 5.1).
QStringList fallbacksIn(const JsonTree &body)
{
    constexpr qsizetype Most = 100;
    QStringList models;
    for (const auto *name : {u"models", u"fallbacks"}) {
        const auto *list = body.member(name);
        if (!list)
            continue;
        for (const auto &item : list->items()) {
            const auto *model = item.isObject() ? item.member(u"model") : &item;
            if (model && model->isText() && models.size() < Most)
                models.append(model->toText());
        }
    }
    return models;
}

} // namespace

BodyLimits limitsIn(ApiProtocol protocol, QByteArrayView body)
{
    const auto tree = JsonTree::parsed(body);
    return tree ? BodyLimits{outputLimit(protocol, *tree), fallbacksIn(*tree)} : BodyLimits();
}

std::optional<JsonFault> faultIn(QByteArrayView bytes)
{
    if (bytes.trimmed().isEmpty())
        return faultAt(bytes, 0, u"empty"_s);
    for (qsizetype at = 0; at < bytes.size() && !bytes.isValidUtf8();) {
        const auto end = bytes.indexOf('\n', at);
        const auto line = end < 0 ? bytes.sliced(at) : bytes.sliced(at, end - at);
        if (!line.isValidUtf8())
            return faultAt(bytes, at, u"encoding"_s);
        at += line.size() + 1;
    }
    FaultFinder finder(bytes);
    if (finder.passes())
        return std::nullopt;
    return faultAt(bytes, finder.at(), finder.what());
}

} // namespace tollkeeper
