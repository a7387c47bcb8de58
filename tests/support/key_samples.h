// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace tollkeeper {

//! Keys as their makers give them, and what is left of each.
inline QList<std::pair<QString, QString>> madeKeys()
{
    using namespace Qt::Literals::StringLiterals;
    const auto body = u"0aB1cD2eF3gH4iJ5"_s;
    const auto letters = u"aBcDeFgHiJkLmNoPq"_s.repeated(2);
    return {{u"AIzaSy"_s + body + body + u"-"_s, u"AIza…"_s}, {u"hf_"_s + letters, u"hf_…"_s},
        {u"api_org_"_s + letters, u"api_org_…"_s}, {u"gsk_"_s + body.repeated(3), u"gsk_…"_s},
        {u"xai-"_s + body.repeated(5), u"xai-…"_s}, {u"pplx-"_s + body.repeated(3), u"pplx-…"_s},
        {u"fw_"_s + body + u"aBcDeFgH"_s, u"fw_…"_s},
        {u"cpk_"_s + body + u'.' + body + u'.' + body, u"cpk_…"_s},
        {u"ghp_"_s + body.repeated(2), u"ghp_…"_s}, {u"ghs_"_s + body.repeated(2), u"ghs_…"_s},
        {u"glpat-aB1_cD2-eF3gH4iJ5kL6"_s, u"glpat-…"_s}, {u"tvly-dev-"_s + body, u"tvly-dev-…"_s},
        {u"sk_live_"_s + body, u"sk_live_…"_s}, {u"AKIAIOSFODNN7EXAMPLE"_s, u"AKIA…"_s},
        {u"ASIAIOSFODNN7EXAMPLE"_s, u"ASIA…"_s},
        {u"ABSK"_s + body + u"/a+b1/"_s + body + u"=="_s, u"ABSK…"_s},
        {u"bedrock-api-key-"_s + body + u"/a+b1/"_s + body + u"="_s, u"bedrock-api-key-…"_s},
        {u"sk-ant-api03-"_s + body, u"sk-…"_s}, {u"sk-or-v1-"_s + body, u"sk-…"_s},
        {u"sk-proj-"_s + body, u"sk-…"_s}};
}

//! Names that begin like one.
inline QStringList likeKeys()
{
    using namespace Qt::Literals::StringLiterals;
    return {u"xai-grok-4-fast-non-reasoning"_s, u"pplx-embed-context-v1-0.6b"_s,
        u"perplexity/pplx-70b-chat-alternative"_s, u"hf_hub_download_with_retries"_s,
        u"hf_tokenizerFromPretrained"_s, u"fw_version_2024_update"_s, u"gh_pages_branch"_s, u"sk_test_mode"_s,
        u"tvly-dev-mode-configuration"_s, u"bedrock-api-key-rotation-lambda"_s, u"AKIA"_s,
        u"AKIAIOSFODNN7EXAMPLES"_s};
}

} // namespace tollkeeper
