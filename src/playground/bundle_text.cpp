// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/bundle_text.h"

#include "decoder/redaction.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

const auto Indent = u"    "_s;
const auto AfterLabel = u": "_s;
constexpr qsizetype MostOfBlock = qsizetype(64) * 1024; // characters

QString onOneLine(QString text)
{
    for (auto &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

//! Masks until nothing changes: what one mask leaves behind may look like a key to another.
QString withNoKeys(QString text)
{
    constexpr int Enough = 4;
    for (int i = 0; i < Enough; ++i) {
        const auto masked = withoutSecrets(text);
        if (masked == text)
            break;
        text = masked;
    }
    return text;
}

bool isCredential(const QString &header)
{
    static const QStringList names{u"authorization"_s, u"proxy-authorization"_s, u"x-api-key"_s,
        u"x-goog-api-key"_s, u"x-portkey-config"_s, u"x-portkey-api-key"_s, u"cookie"_s, u"set-cookie"_s};
    return names.contains(header.toLower());
}

} // namespace

void BundleText::own(const QString &line)
{
    const auto safe = withNoKeys(onOneLine(line));
    m_ownLines.insert(safe);
    m_text += safe + u'\n';
}

void BundleText::own(const QString &label, const QString &value)
{
    if (!value.isEmpty())
        own(label + AfterLabel + value);
}

QString BundleText::tellable(QString text) const
{
    for (const auto *untold : m_untold)
        text = untold->masked(text);
    return withNoKeys(text);
}

void BundleText::told(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return;
    m_labels.insert(label);
    m_text += label + AfterLabel + tellable(onOneLine(value)) + u'\n';
}

void BundleText::toldId(const QString &label, const QString &id)
{
    if (id.isEmpty())
        return;
    auto safe = plainId(id);
    for (const auto *untold : m_untold)
        safe = untold->masked(safe);
    m_labels.insert(label);
    m_ids.append(safe);
    m_text += label + AfterLabel + safe + u'\n';
}

void BundleText::header(const QString &name, const QString &value)
{
    const auto line = isCredential(name) ? name + u": …"_s : name + AfterLabel + value;
    m_text += Indent + tellable(onOneLine(line)) + u'\n';
}

void BundleText::block(const QString &label, const QString &text)
{
    if (text.isEmpty())
        return;
    own(label + u':');
    // First masked, then cut: half a key is not known for one.
    const auto whole = tellable(text);
    const auto shown = whole.left(MostOfBlock);
    for (const auto &line : shown.split(u'\n'))
        m_text += Indent + onOneLine(line) + u'\n';
    if (shown.size() < whole.size())
        own(Indent + u"… and %1 characters more"_s.arg(whole.size() - shown.size()));
}

QString BundleText::toldIn(const QString &text) const
{
    QString told;
    for (const auto &line : QStringView(text).split(u'\n')) {
        if (m_ownLines.contains(line.toString())) {
            told += UntoldTexts::Bar;
            continue;
        }
        told += u'\n';
        const auto end = line.indexOf(AfterLabel);
        const bool isLabelled = end > 0 && m_labels.contains(line.first(end).toString());
        if (isLabelled)
            told += UntoldTexts::Bar + line.sliced(end + AfterLabel.size()).toString();
        else
            told += line.startsWith(Indent) ? line.sliced(Indent.size()) : line;
    }
    return told;
}

QString BundleText::withoutGivenIds(QString text) const
{
    constexpr qsizetype LikeAKey = 20;
    for (const auto &id : m_ids) {
        if (id.size() >= LikeAKey)
            text.replace(id, u"…"_s);
    }
    return text;
}

} // namespace tollkeeper
