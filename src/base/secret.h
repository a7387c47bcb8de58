// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace tollkeeper {

//! An API key or other credential. Move-only, without text conversion or debug operator, so that it cannot
//! slip into a log line or a property; reveal() is its one exit and may be called in net/, in secrets/ and in
//! the two files that take it to the clipboard and the screen (tests/arch enforces it). Its bytes are
//! overwritten when it dies: a courtesy, not a promise, because Qt and the keychain library make copies of
//! their own (trust.md 4).
class Secret {
public:
    Secret() = default;
    Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) { }
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    //! Takes what a person pasted: white space around it is dropped; anything but visible ASCII inside
    //! (0x21 to 0x7E) is refused, because CR and LF in a key inject a header (trust.md 0.7). Empty is
    //! refused. What begins with a brace is a configuration, a JSON object with keys in it: it is brought on
    //! one line (see compactJson()) or refused with detail "json".
    [[nodiscard]] static Result<Secret> fromInput(const QByteArray &typed);

    //! Takes a password: any text in UTF-8, blanks included, but for one line end behind it, which a terminal
    //! or a file adds. Empty is refused, and so are control characters. Never for a header: net/ refuses it
    //! there.
    [[nodiscard]] static Result<Secret> fromPassword(const QByteArray &typed);

    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }
    [[nodiscard]] Secret copy() const;
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    //! Whether these bytes stand somewhere in a text, or a key of this configuration: for scans of what is
    //! about to leave the program. An empty secret is nowhere.
    [[nodiscard]] bool isIn(QByteArrayView text) const;
    //! True for a JSON object, which some gateways take instead of a key.
    [[nodiscard]] bool isConfiguration() const { return m_bytes.startsWith('{'); }
    //! How a configuration chooses among its targets, without its keys: see strategiesIn(). Empty of a key.
    [[nodiscard]] QJsonObject strategies() const;
    //! "sk-or-v1…3f9c": prefix up to the last dash plus four characters; "{…}" of a configuration. Safe to
    //! show.
    [[nodiscard]] QString masked() const;
    //! A text of a server's with an ellipsis wherever this secret stands in it, or a key of this
    //! configuration; also where only its beginning is left because the text was cut.
    [[nodiscard]] QString maskedIn(const QString &text) const;
    [[nodiscard]] QByteArray maskedIn(QByteArray text) const; //!< the same for bytes
    //! Eight hex digits of SHA-256: tells two keys apart without telling either.
    [[nodiscard]] QString fingerprint() const;

private:
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) { }
    void wipe();
    //! Whatever of it must not be told: all of it, and each key of a configuration.
    [[nodiscard]] QList<QByteArray> parts() const;

    QByteArray m_bytes;
};

} // namespace tollkeeper
