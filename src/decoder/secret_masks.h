// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/secret_signs.h"

#include <QRegularExpression>
#include <QString>

#include <array>

//! What looks like a secret, as patterns, and what is left of it. They run over megabytes of anybody's: what
//! repeats in them is possessive, bounded or followed by nothing that can fail, so that they stay linear.
namespace tollkeeper {

struct KeyMask {
    QRegularExpression pattern;
    QString replacement;
};

struct SecretMask {
    Sign sign;
    QRegularExpression pattern;
    QString replacement;
};

//! Where a word begins, also behind an escape of JSON: "\nsk-…", "\u003csk-…".
inline QRegularExpression wordPattern(QStringView pattern, QRegularExpression::PatternOptions options = {})
{
    using namespace Qt::Literals::StringLiterals;
    auto whole = uR"((?:\b|(?<=\\[bfnrt])|(?<=\\u[0-9A-Fa-f]{4})))"_s;
    return QRegularExpression(whole.append(pattern), options);
}

//! Keys by what their makers begin them with. Most have a body of letters and digits alone; to ask for it
//! spares names with dashes and underscores ("xai-grok-4-fast-non-reasoning", "hf_hub_download"). A body of
//! letters alone has to be long: those of Hugging Face are. Behind a dot, a slash or a dash it may go on.
inline constexpr QStringView KeyOfMaker
    = uR"((?|(AIza|glpat-)[A-Za-z0-9_\-]{16,})"
      uR"(|(gsk_|xai-|hf_|api_org_|pplx-|fw_|cpk_|gh[opsru]_|[rs]k_(?:live|test)_)"
      uR"(|tvly-(?:dev-|prod-)?|bedrock-api-key-|ABSK))"
      uR"((?:(?=[A-Za-z]*+\d)[A-Za-z0-9]{16,}+|[A-Za-z]{30,}+)(?:[.+/_\-]++[A-Za-z0-9]++)*+=*)"
      uR"(|(AKIA|ASIA)[A-Z0-9]{16}\b))";

//! The line breaks of a private key may be escapes of JSON, and so may its slashes. Where its last line was
//! cut off, it ends before a word with other signs in it, which may be the next key.
inline constexpr QStringView PrivateKey
    = uR"(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?:\s++|\\++[nr])*+(?=[A-Za-z0-9+/=]{16}))"
      uR"((?:[A-Za-z0-9+/=]++(?=[\s\\"']|-----END|$)|\s++|\\++[nr/])*+)"
      uR"((?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?+)";

//! Of a text that a server sent: rather too much than too little. A private key comes before the names of
//! secrets, of which "private_key" is one.
inline const std::array<SecretMask, 9> &secretMasks()
{
    using namespace Qt::Literals::StringLiterals;
    using Rx = QRegularExpression;
    constexpr auto AnyCase = Rx::CaseInsensitiveOption;
    static const std::array<SecretMask, 9> all{{
        {Sign::KeyPrefix, Rx(PrivateKey.toString()), u"…"_s},
        {Sign::Scheme, wordPattern(uR"((bearer|basic)\s+[^\s"',;<>]+)", AnyCase), u"\\1 …"_s},
        // Also with words in front ("aws_secret_access_key") and in JSON inside a JSON string.
        {Sign::Assignment,
            wordPattern(uR"(((?:\w+[_-])?(?:authorization|api[_-]?key|key|token|secret|password)))"
                        uR"((\\*["']?\s*[:=]\s*\\*["']?)(?!bearer\b|basic\b)[^\s"',;<>\\]{6,})",
                AnyCase),
            u"\\1\\2…"_s},
        {Sign::KeyPrefix, wordPattern(uR"((sk|ck|pk|rk|ak)-[A-Za-z0-9_\-.*…]{2,})"), u"\\1-…"_s},
        {Sign::KeyPrefix, wordPattern(uR"((AIza|gsk_|xai-|hf_|pplx-)[A-Za-z0-9_\-]{16,})"), u"\\1…"_s},
        {Sign::KeyPrefix, wordPattern(KeyOfMaker), u"\\1…"_s},
        // A backslash is part of it unless a quote follows, which ends it in JSON inside a JSON string.
        {Sign::UserAssignment,
            Rx(uR"((user_?id\\*["']?\s*[:=]\s*\\*["']?))"
               uR"([^\s"',;<>}\\]++(?:\\++[^\s"',;<>}\\]++)*+)"_s,
                AnyCase),
            u"\\1…"_s},
        {Sign::UserPrefix, wordPattern(uR"(user_(?!id\b)[A-Za-z0-9]+)"), u"user_…"_s},
        // Long runs without a blank are ids of 36 characters at most, or secrets.
        {Sign::LongRun, wordPattern(uR"(eyJ[A-Za-z0-9_\-.]+|[A-Za-z0-9_\-]{40,})"), u"…"_s},
    }};
    return all;
}

//! Of a text that is to be of use afterwards, or to be sent again: words that merely follow "basic" or "key"
//! are none, nor are numbers, names in code, tags of languages ("sk-SK"), lines of dashes and what closes a
//! JSON object or list. Escapes of JSON stay whole.
inline const std::array<KeyMask, 8> &keyMasks()
{
    using namespace Qt::Literals::StringLiterals;
    using Rx = QRegularExpression;
    constexpr auto AnyCase = Rx::CaseInsensitiveOption;
    const auto named = [](const QString &names, const QString &condition) {
        const auto assigned = uR"(((?:\\*["'])?\s*[:=][=>]?\s*(?:\\*["'])?))"_s;
        const auto noNumber = uR"((?![:=]|-?[\d.]+\b|-?[\d.]+e[+\-]?\d++(?![\w.\-])))"_s;
        const auto noCode = uR"((?!(?<!["'])[a-z_]+[.(\[]))"_s; // api_key = os.environ["…"]
        const auto value = uR"([^\s"'\\,;<>{}\[\]]{6,})"_s;
        return wordPattern(u'(' + names + u')' + assigned + noNumber + noCode + condition + value, AnyCase);
    };
    static const std::array<KeyMask, 8> all{{
        {Rx(PrivateKey.toString()), u"…"_s},
        {wordPattern(uR"((bearer|basic(?=\s+[A-Za-z0-9._~+/\-]{12}))\s+(?=[^\s"']*\d))"
                     uR"([A-Za-z0-9._~+/\-]{6,}=*)",
             AnyCase),
            u"\\1 …"_s},
        {named(u"authorization|x-api-key|x-goog-api-key|api[_-]?key"_s,
             u"(?!(?:bearer|basic|true|false|null)\\b)"_s),
            u"\\1\\2…"_s},
        // Names that may be of something else, too: a key has digits. The look ahead is bounded, or it would
        // go over the same text for each of many names.
        {named(uR"(key|token|\w{0,64}(?:api|access|secret|private|subscription)[_-]?key)"
               uR"(|\w{0,64}(?:access|api|auth|bearer|refresh|session)[_-]?token)"
               uR"(|\w{1,64}[_-](?:secret|password)|(?:secret|password)(?=\\*["']|\s*=))"_s,
             uR"((?=[^\s"'\\,;<>{}\[\]\d]{0,100}\d))"_s),
            u"\\1\\2…"_s},
        {wordPattern(uR"((sk|ck|pk|rk|ak)-[A-Za-z0-9_\-.*…]{6,})"), u"\\1-…"_s},
        {wordPattern(KeyOfMaker), u"\\1…"_s},
        {wordPattern(uR"(eyJ[A-Za-z0-9_\-.]+)"), u"…"_s},
        // A long run has letters and digits; escapes and other runs are passed over whole.
        {Rx(uR"(\\(?:u[0-9A-Fa-f]{4}|.)(*SKIP)(*F))"
            uR"(|(?=[A-Za-z_\-]*+\d)(?=[\d_\-]*+[A-Za-z])[A-Za-z0-9_\-]{40,})"
            uR"(|[A-Za-z0-9_\-]++(*SKIP)(*F))"_s),
            u"…"_s},
    }};
    return all;
}

//! Of an id, which may be as long as a key.
inline const std::array<KeyMask, 2> &idMasks()
{
    using namespace Qt::Literals::StringLiterals;
    static const std::array<KeyMask, 2> all{{
        {wordPattern(uR"((sk|ck|pk|rk|ak)-[A-Za-z0-9_\-.*…]{2,})"), u"\\1-…"_s},
        {wordPattern(KeyOfMaker), u"\\1…"_s},
    }};
    return all;
}

} // namespace tollkeeper
