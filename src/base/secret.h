// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

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
    //! refused.
    [[nodiscard]] static Result<Secret> fromInput(const QByteArray &typed);

    //! Takes a password: any text in UTF-8, blanks included, but for one line end behind it, which a terminal
    //! or a file adds. Empty is refused, and so are control characters. Never for a header: net/ refuses it
    //! there.
    [[nodiscard]] static Result<Secret> fromPassword(const QByteArray &typed);

    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }
    [[nodiscard]] Secret copy() const;
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    //! "sk-or-v1…3f9c": prefix up to the last dash plus four characters; safe to show.
    [[nodiscard]] QString masked() const;
    //! Eight hex digits of SHA-256: tells two keys apart without telling either.
    [[nodiscard]] QString fingerprint() const;

private:
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) { }
    void wipe();

    QByteArray m_bytes;
};

} // namespace tollkeeper
