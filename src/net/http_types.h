// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>

namespace tollkeeper {

//! Header fields in order, duplicates kept: some gateways send a request id twice (torouter-sub2api.md 7).
class HttpHeaders {
public:
    using Field = std::pair<QByteArray, QByteArray>;

    void append(const QByteArray &name, const QByteArray &value) { m_fields.append({name, value}); }
    //! First value of a field, whatever the case of its name; empty when absent.
    [[nodiscard]] QByteArray value(const QByteArray &name) const
    {
        for (const auto &[known, content] : m_fields) {
            if (known.size() == name.size() && known.compare(name, Qt::CaseInsensitive) == 0)
                return content;
        }
        return {};
    }
    [[nodiscard]] const QList<Field> &fields() const { return m_fields; }

private:
    QList<Field> m_fields;
};

//! How the key travels. The bytes stay in a Secret until net/ writes the header.
enum class CredentialHeader : std::uint8_t { None, Bearer, XApiKey, PortkeyConfig };

//! How a header begins that carries a key.
struct CredentialField {
    const char *name = nullptr; //!< null: it travels in no header
    const char *before = ""; //!< what stands in front of the key
};

[[nodiscard]] constexpr CredentialField fieldOf(CredentialHeader header)
{
    switch (header) {
    case CredentialHeader::Bearer:
        return {"Authorization", "Bearer "};
    case CredentialHeader::XApiKey:
        return {"x-api-key"};
    case CredentialHeader::PortkeyConfig:
        return {"x-portkey-config"};
    case CredentialHeader::None:
        break;
    }
    return {};
}

//! Which credential of the account a request wants: its API key, or the session of a panel login.
enum class CredentialKind : std::uint8_t { ApiKey, PanelSession };

//! A secret as a text field of a JSON body. net/ puts it in at the last moment.
struct SecretField {
    QByteArray name;
    std::shared_ptr<const Secret> secret;
};

//! An address that is itself a secret, such as a webhook's. net/ takes it from its Secret at the last moment
//! and never logs more of it than the host.
struct SecretAddress {
    std::shared_ptr<const Secret> text = {}; //!< the whole URL
    QByteArray addedQuery = {}; //!< percent-encoded, goes behind the address's own query; no secret
};

//! One request, without its key: a connector builds it, sync adds the credential, net sends it.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url = {};
    HttpHeaders headers = {};
    QByteArray body = {};
    CredentialHeader credentialHeader = CredentialHeader::Bearer;
    CredentialKind credentialKind = CredentialKind::ApiKey; //!< for sync, which fills in `credential`
    std::shared_ptr<const Secret> credential = {};
    QList<SecretField> secretFields = {}; //!< with a body that is a JSON object, or none
    qint64 maxBytes = qint64(16) * 1024 * 1024; //!< of the answer's body; more is Error::Kind::TooLarge
    std::chrono::milliseconds deadline = std::chrono::seconds(30); //!< for the whole exchange
    SecretAddress secretAddress = {}; //!< where it has a text, instead of `url`
};

//! An answer of any status: 4xx and 5xx are answers for the decoder, not errors.
struct HttpResponse {
    int status = 0;
    HttpHeaders headers = {};
    QByteArray body = {};
    std::chrono::milliseconds elapsed{};
};

} // namespace tollkeeper
