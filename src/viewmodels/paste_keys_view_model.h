// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_service.h"
#include "viewmodels/keys_view_model.h"

#include <vector>

namespace tollkeeper {

//! One pasted key, by what may be shown of it.
struct PastedKeyLine {
    Q_GADGET
    QML_VALUE_TYPE(pastedKeyLine)
    Q_PROPERTY(QString masked MEMBER masked)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(int choice MEMBER choice)
    Q_PROPERTY(bool isCertain MEMBER isCertain)
    Q_PROPERTY(QString state MEMBER state)
    Q_PROPERTY(QString result MEMBER result)

public:
    QString masked;
    QString note; //!< what stood beside it; empty: nothing
    int choice = -1; //!< of PasteKeysViewModel::choices; -1: kept nowhere
    bool isCertain = false; //!< told by its fingerprint or masked form: not to be chosen
    QString state; //!< "asking", "open", "working", "kept", "failed"
    QString result; //!< what came of it, as a sentence
};

//! Secrets of listed keys out of pasted lines or a .env file. They go from the field straight into Secrets;
//! nothing of them is a property. Each is matched to a listed key, by its fingerprint or by the person, and
//! kept; with the choice to prove it with a free request, in which case one that does not work is not kept.
//! UI thread; `keys` must live longer.
class PasteKeysViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyService *keys READ keys WRITE setKeys NOTIFY keysChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(QStringList problems READ problems NOTIFY changed)
    Q_PROPERTY(QStringList choices READ choices NOTIFY changed)
    Q_PROPERTY(int ready READ ready NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    enum class State { Empty, Matching, Ready, Working, Finished };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] KeyService *keys() const { return m_keys; }
    void setKeys(KeyService *keys);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QVariantList lines() const; //!< of PastedKeyLine
    [[nodiscard]] QStringList problems() const
    {
        return m_problems;
    } //!< lines that gave no key, as sentences
    [[nodiscard]] QStringList choices() const; //!< "not kept", then the listed keys without secret
    [[nodiscard]] int ready() const; //!< how many would be kept
    [[nodiscard]] QString summary() const; //!< what came of it

    Q_INVOKABLE void begin(tollkeeper::KeysViewModel *page);
    Q_INVOKABLE void take(QObject *field); //!< empties the field
    Q_INVOKABLE void takeFile(const QString &path);
    Q_INVOKABLE void choose(int line, int choice); //!< 0: not kept
    Q_INVOKABLE void keep(bool testFirst);
    Q_INVOKABLE void clear(); //!< forgets everything that was pasted

Q_SIGNALS:
    void keysChanged();
    void changed();

private:
    struct Entry {
        std::shared_ptr<const Secret> secret;
        PastedKeyLine line;
    };
    struct Target {
        KeyId key;
        QString text;
    };

    void read(QByteArray bytes);
    void matchNext(std::size_t entry, qsizetype account);
    void takeMatch(PastedKeyLine &line, const SecretBinding &binding);
    void keepNext(std::size_t entry);
    void prove(std::size_t entry);
    void settle(std::size_t entry, const Outcome &outcome);
    void dropUnproved(std::size_t entry, const Error &error);
    void moveTo(State state);

    KeyService *m_keys = nullptr;
    std::vector<Entry> m_entries;
    QList<Target> m_targets; //!< keys whose secret is not here
    QList<Target> m_held; //!< keys whose secret is here already
    QList<AccountId> m_accounts;
    QStringList m_problems;
    bool m_testFirst = false;
    int m_asked = 0;
    State m_state = State::Empty;
};

} // namespace tollkeeper
