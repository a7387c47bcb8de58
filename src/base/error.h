// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/category.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace tollkeeper {

//! What went wrong, as facts. It holds no words for the user: words/ chooses those from the kind, so that
//! they can be translated.
struct Error {
    enum class Kind : std::uint8_t {
        // no usable answer from a gateway
        Network, //!< no connection, or it broke before the answer was whole
        HostNotFound, //!< the name in the address does not resolve
        Timeout, //!< our own deadline passed
        Tls, //!< the certificate is not trusted
        Redirected, //!< 3xx: never followed, a bearer token must not travel (trust.md 3); detail names the
        //!< target
        TooLarge, //!< more bytes than we accept
        NotAnApi, //!< HTML or text where JSON was expected: most often a wrong address
        Protocol, //!< JSON, but not in the shape or with the values we know; detail names the field
        Rejected, //!< the gateway understood and said no; category says why
        // this machine
        KeychainLocked,
        KeychainMissing, //!< no Secret Service on this session
        KeychainDenied,
        KeychainWaiting, //!< the keyring did not answer in time
        KeychainFailed, //!< anything else the keychain said; detail has its text
        SecretMissing, //!< the keychain answers and has no such entry
        Storage, //!< SQLite said no
        StorageFull,
        StorageDamaged,
        StorageNewer, //!< written by a newer version of this program
        ProfileLocked, //!< another process writes to this profile
        InvalidInput, //!< what the person typed; detail names the field
        NotFound, //!< no account, key or budget of that name
        File, //!< a file of the person's; detail says in a word what is in the way
        Cancelled,
        // logins at a gateway's panel
        LoginNotOffered, //!< not from here; detail is the fixed word of the obstacle ("captcha", "admins",
        //!< "panel")
        SecondFactorNeeded, //!< the panel asks for a one-time code
        LoginRefused, //!< user, password or code; detail has the panel's text, or "other key"
        LoginNeeded, //!< the session is over: log in again
        // keys
        NotApplied, //!< the gateway took a change and does not show it; detail has what stands there
        NotOffered, //!< cannot be done from here; detail is the fixed word of the obstacle ("management",
        //!< "panel", "gateway")
        SecretMismatch, //!< the gateway's list says that this secret is another key's
        Busy, //!< something else is under way there: a rotation of this key, a prompt
        TooEarly, //!< detail has the moment from which on it can be done, as ISO 8601
        AppLocked, //!< the person has locked secrets, or has been away
        // what would leave this machine
        Leak, //!< it holds what must not; detail names what, never the thing itself
    };

    Kind kind = Kind::Protocol;
    QString detail = {}; //!< for the log and "copy details"; redacted, never translated
    std::optional<int> httpStatus = {};
    std::optional<std::chrono::seconds> retryAfter = {};
    Category category = Category::None; //!< set with Kind::Rejected
    QString code = {}; //!< the gateway's own code, such as API_KEY_EXPIRED; may be empty
};

//! A fixed word for each kind: what the database and the JSON of the command line say.
[[nodiscard]] QLatin1StringView toText(Error::Kind kind);
[[nodiscard]] std::optional<Error::Kind> errorKindFromText(QStringView text);

} // namespace tollkeeper
