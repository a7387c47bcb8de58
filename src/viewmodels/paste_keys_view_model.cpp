// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/paste_keys_view_model.h"

#include "domain/pasted_keys.h"
#include "viewmodels/key_input.h"
#include "words/explain.h"
#include "words/key_figures.h"
#include "words/pasted_key_words.h"

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 LargestFile = 1 << 20; // a .env file is some hundred bytes

} // namespace

void PasteKeysViewModel::setKeys(KeyService *keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    Q_EMIT keysChanged();
}

void PasteKeysViewModel::begin(KeysViewModel *page)
{
    clear();
    m_targets.clear();
    m_held.clear();
    m_accounts.clear();
    for (const auto &row : page->table().rows) {
        //: %1 is a key, %2 an account, %3 the end of its secret
        const auto text = tr("%1, %2, %3").arg(row.key.name, row.accountName, keyTail(row.key.masked));
        (row.key.holdsSecret() ? m_held : m_targets).append({row.key.id, text});
    }
    for (const auto &account : page->table().accounts)
        m_accounts.append(account.id);
    Q_EMIT changed();
}

void PasteKeysViewModel::clear()
{
    ++m_asked;
    m_entries.clear();
    m_problems.clear();
    moveTo(State::Empty);
}

QStringList PasteKeysViewModel::choices() const
{
    QStringList texts{tr("Not kept")};
    for (const auto &target : m_targets)
        texts.append(target.text);
    return texts;
}

QVariantList PasteKeysViewModel::lines() const
{
    QVariantList lines;
    for (const auto &entry : m_entries)
        lines.append(QVariant::fromValue(entry.line));
    return lines;
}

int PasteKeysViewModel::ready() const
{
    return static_cast<int>(std::ranges::count_if(m_entries, [](const auto &entry) {
        return entry.line.choice > 0 && (entry.line.state == u"open" || entry.line.state == u"failed");
    }));
}

QString PasteKeysViewModel::summary() const
{
    if (m_state != State::Finished)
        return {};
    const auto kept
        = std::ranges::count_if(m_entries, [](const auto &entry) { return entry.line.state == u"kept"; });
    //: %1 is how many secrets were stored, %n how many were pasted
    return tr("%1 of %n secrets stored", nullptr, static_cast<int>(m_entries.size())).arg(kept);
}

void PasteKeysViewModel::take(QObject *field)
{
    read(takeText(field));
}

void PasteKeysViewModel::takeFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.size() <= LargestFile)
        return read(file.readAll());
    clear();
    m_problems = {
        file.isOpen() ? tr("The file is too large to be a list of keys.") : tr("The file cannot be read.")};
    Q_EMIT changed();
}

void PasteKeysViewModel::read(QByteArray bytes)
{
    clear();
    auto pasted = readPastedKeys(bytes);
    bytes.fill('\0');
    for (auto &key : pasted.keys) {
        Entry entry;
        entry.secret = std::make_shared<const Secret>(std::move(key.secret));
        entry.line.masked = maskedWithDots(entry.secret->masked());
        entry.line.note = key.suggestedName;
        entry.line.state = u"asking"_s;
        m_entries.push_back(std::move(entry));
    }
    for (const auto &problem : std::as_const(pasted.problems))
        m_problems.append(problemText(problem));
    if (m_entries.empty() && m_problems.isEmpty())
        m_problems.append(tr("There is no key in it."));
    if (m_entries.empty())
        return moveTo(State::Empty);
    moveTo(State::Matching);
    matchNext(0, 0);
}

//! Asks account by account whose key it is; the first that knows it wins.
void PasteKeysViewModel::matchNext(std::size_t entry, qsizetype account)
{
    if (entry >= m_entries.size())
        return moveTo(State::Ready);
    auto &line = m_entries[entry].line;
    if (!m_keys || account >= m_accounts.size()) {
        line.state = u"open"_s;
        line.choice = 0;
        return matchNext(entry + 1, 0);
    }
    QCoro::connect(m_keys->match(m_accounts.at(account), m_entries[entry].secret), this,
        [this, entry, account, asked = m_asked](const Result<SecretBinding> &binding) {
            if (asked != m_asked)
                return;
            if (!binding)
                return matchNext(entry, account + 1);
            takeMatch(m_entries[entry].line, *binding);
            matchNext(entry + 1, 0);
            Q_EMIT changed();
        });
}

void PasteKeysViewModel::takeMatch(PastedKeyLine &line, const SecretBinding &binding)
{
    const auto isIt = [&binding](const Target &target) { return target.key == binding.key; };
    const auto held = std::ranges::find_if(m_held, isIt);
    if (held != m_held.end()) {
        line.state = u"kept"_s;
        //: %1 is a key
        line.result = tr("%1: already in the keychain").arg(held->text);
        return;
    }
    const auto target = std::ranges::find_if(m_targets, isIt);
    line.state = u"open"_s;
    line.choice = target == m_targets.end() ? 0 : int(target - m_targets.begin()) + 1;
    line.isCertain = line.choice > 0 && binding.isCertain;
}

void PasteKeysViewModel::choose(int line, int choice)
{
    if (line < 0 || line >= int(m_entries.size()) || choice < 0 || choice > m_targets.size())
        return;
    auto &chosen = m_entries[std::size_t(line)].line;
    if (chosen.isCertain && choice > 0)
        return;
    chosen.choice = choice;
    Q_EMIT changed();
}

void PasteKeysViewModel::keep(bool testFirst)
{
    if (!m_keys || (m_state != State::Ready && m_state != State::Finished))
        return;
    m_testFirst = testFirst;
    moveTo(State::Working);
    keepNext(0);
}

void PasteKeysViewModel::keepNext(std::size_t entry)
{
    while (entry < m_entries.size()
        && (m_entries[entry].line.choice <= 0 || m_entries[entry].line.state == u"kept"))
        ++entry;
    if (entry >= m_entries.size())
        return moveTo(State::Finished);
    auto &line = m_entries[entry].line;
    line.state = u"working"_s;
    line.result.clear();
    Q_EMIT changed();
    QCoro::connect(m_keys->bind(m_targets.at(line.choice - 1).key, m_entries[entry].secret), this,
        [this, entry, asked = m_asked](const Outcome &outcome) {
            if (asked != m_asked)
                return;
            if (outcome && m_testFirst)
                return prove(entry);
            settle(entry, outcome);
        });
}

//! A secret can be proved only where it lies; one that does not work is taken away again.
void PasteKeysViewModel::prove(std::size_t entry)
{
    const auto key = m_targets.at(m_entries[entry].line.choice - 1).key;
    QCoro::connect(m_keys->test(key), this, [this, entry, asked = m_asked](const Outcome &outcome) {
        if (asked != m_asked)
            return;
        if (outcome)
            settle(entry, outcome);
        else
            dropUnproved(entry, outcome.error());
    });
}

void PasteKeysViewModel::dropUnproved(std::size_t entry, const Error &error)
{
    const auto key = m_targets.at(m_entries[entry].line.choice - 1).key;
    QCoro::connect(m_keys->forget(key), this, [this, entry, error, asked = m_asked](const Outcome &) {
        if (asked == m_asked)
            settle(entry, fail(error));
    });
}

void PasteKeysViewModel::settle(std::size_t entry, const Outcome &outcome)
{
    auto &line = m_entries[entry].line;
    line.state = outcome ? u"kept"_s : u"failed"_s;
    line.result = outcome ? (m_testFirst ? tr("Works, and stored") : tr("Stored"))
                          : explain(outcome.error()).sentence;
    Q_EMIT changed();
    keepNext(entry + 1);
}

void PasteKeysViewModel::moveTo(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace tollkeeper
