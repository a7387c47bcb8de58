// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pasted_keys.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using What = PastedProblem::What;

constexpr std::array<QByteArrayView, 3> Prefixes{"sk-or-v1-", "ck-", "sk-"}; // the longer one first
constexpr qsizetype ShortestRest = 16; // behind the prefix; the shortest real one is 32
constexpr qsizetype LongestName = 80;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isOfAName(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool isOfAKey(char c)
{
    return isOfAName(c) || c == '-';
}

QByteArrayView prefixOf(QByteArrayView word)
{
    for (const auto prefix : Prefixes) {
        if (word.startsWith(prefix))
            return prefix;
    }
    return {};
}

bool isMasked(QByteArrayView word)
{
    return word.contains("...") || word.contains("\u2026") || word.contains("**");
}

//! What is wrong with something that begins as a key does.
std::optional<What> faultOf(QByteArrayView key)
{
    if (isMasked(key))
        return What::Masked;
    if (!std::all_of(key.begin(), key.end(), isOfAKey))
        return What::WrongCharacter;
    if (key.size() < prefixOf(key).size() + ShortestRest)
        return What::TooShort;
    return std::nullopt;
}

bool endsAKey(char c)
{
    return isBlank(c) || QByteArrayView("\"',;)]}").contains(c);
}

//! What a text holds: everything that begins as a key does, and what stands beside it.
struct Parts {
    std::vector<QByteArrayView> keys;
    QByteArray beside;
};

Parts partsOf(QByteArrayView text)
{
    Parts parts;
    for (qsizetype i = 0; i < text.size();) {
        const bool mayBegin = i == 0 || !isOfAKey(text[i - 1]); // not the "sk-" of "desk-lamp"
        if (!mayBegin || prefixOf(text.sliced(i)).isEmpty()) {
            parts.beside.append(text[i++]);
            continue;
        }
        const auto end = std::find_if(text.begin() + i, text.end(), endsAKey);
        const auto key = text.sliced(i, end - (text.begin() + i));
        parts.keys.push_back(key);
        i += key.size();
    }
    return parts;
}

//! "main:" in front of a key, "# main" behind it.
QString nameFrom(const QByteArray &beside)
{
    const auto isOrnament = [](QChar c) { return u"#:=,;\"'()[]{}"_s.contains(c) || c.isSpace(); };
    auto name = QString::fromUtf8(beside).simplified();
    while (!name.isEmpty() && isOrnament(name.back()))
        name.chop(1);
    while (!name.isEmpty() && isOrnament(name.front()))
        name.remove(0, 1);
    const bool mayHoldAKey = std::any_of(Prefixes.cbegin(), Prefixes.cend(),
        [&name](QByteArrayView prefix) { return name.contains(QLatin1StringView(prefix)); });
    return mayHoldAKey ? QString() : name;
}

//! The value of an assignment without its quotes and the comment behind it, or what is wrong.
tl::expected<QByteArrayView, What> valueOf(QByteArrayView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return text;
    const char quote = text.front();
    if (quote == '"' || quote == '\'') {
        const auto end = text.indexOf(quote, 1);
        if (end < 0)
            return tl::unexpected(What::OpenQuote);
        const auto behind = text.sliced(end + 1).trimmed();
        if (!behind.isEmpty() && !behind.startsWith('#'))
            return tl::unexpected(What::AfterQuote);
        return text.sliced(1, end - 1).trimmed();
    }
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '#' && isBlank(text[i - 1]))
            return text.first(i).trimmed();
    }
    return text;
}

//! One run over a text.
class Reading {
public:
    void read(QByteArrayView line)
    {
        ++m_line;
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            return;
        const QByteArrayView keyword("export");
        if (line.startsWith(keyword) && line.size() > keyword.size() && isBlank(line[keyword.size()]))
            line = line.sliced(keyword.size()).trimmed();
        const auto equals = line.indexOf('=');
        const auto name = line.first(std::max<qsizetype>(equals, 0)).trimmed();
        if (!name.isEmpty() && std::all_of(name.begin(), name.end(), isOfAName))
            readAssignment(name, line.sliced(equals + 1));
        else
            readText(line);
    }

    PastedKeys found;

private:
    void readAssignment(QByteArrayView name, QByteArrayView text)
    {
        const auto value = valueOf(text);
        if (!value)
            return complain(value.error());
        auto keys = partsOf(*value).keys;
        // A path or an address of something else may hold what only looks like the beginning of a key.
        if (prefixOf(*value).isEmpty())
            std::erase_if(keys, [](QByteArrayView key) { return faultOf(key).has_value(); });
        if (keys.empty())
            ++found.otherVariables;
        else
            take(keys, QString::fromUtf8(name));
    }

    void readText(QByteArrayView line)
    {
        const auto parts = partsOf(line);
        if (parts.keys.empty())
            complain(What::NotAKey);
        else
            take(parts.keys, nameFrom(parts.beside));
    }

    void take(const std::vector<QByteArrayView> &keys, const QString &name)
    {
        if (keys.size() > 1)
            return complain(What::SeveralKeys);
        const auto key = keys.front();
        if (const auto fault = faultOf(key))
            return complain(*fault);
        if (const auto earlier = m_lineOf.value(key); earlier > 0)
            return complain(What::Repeated, earlier);
        m_lineOf.insert(key, m_line);
        auto secret = Secret::fromInput(key.toByteArray());
        if (secret)
            found.keys.push_back({*std::move(secret), QString::fromLatin1(prefixOf(key)),
                name.left(LongestName).trimmed(), m_line});
    }

    void complain(What what, int earlierLine = 0) { found.problems.append({what, m_line, earlierLine}); }

    QHash<QByteArrayView, int> m_lineOf; //!< views of the text that is read
    int m_line = 0;
};

} // namespace

PastedKeys readPastedKeys(const QByteArray &text)
{
    QByteArrayView rest = text;
    if (rest.startsWith("\xEF\xBB\xBF")) // the mark that some editors put in front of UTF-8
        rest = rest.sliced(3);
    Reading reading;
    while (!rest.isEmpty()) {
        const auto end
            = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
        const auto line = rest.first(end - rest.begin());
        reading.read(line);
        rest = rest.sliced(line.size());
        rest = rest.sliced(rest.startsWith("\r\n") ? 2 : std::min<qsizetype>(rest.size(), 1));
    }
    return std::move(reading.found);
}

} // namespace tollkeeper
