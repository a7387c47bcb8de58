// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {

const std::vector<Model> &models()
{
    static const std::vector<Model> all{
        {u"anthropic"_s, u"claude-sonnet-4.5"_s, u"Anthropic: Claude Sonnet 4.5"_s, 3000, 15000, 1000000,
            6200, 560, 0, u"20250929"_s, 300, 10000},
        {u"google"_s, u"gemini-2.5-flash"_s, u"Google: Gemini 2.5 Flash"_s, 300, 2500, 1048576, 4800, 520,
            150, u"20250617"_s, 30, 14000},
        {u"openai"_s, u"gpt-5"_s, u"OpenAI: GPT-5"_s, 1250, 10000, 400000, 5400, 430, 480, u"20250807"_s,
            125},
        {u"deepseek"_s, u"deepseek-v3.2"_s, u"DeepSeek: DeepSeek V3.2"_s, 270, 410, 163840, 3900, 720, 0,
            u"20251201"_s},
        {u"openai"_s, u"gpt-5-mini"_s, u"OpenAI: GPT-5 Mini"_s, 250, 2000, 400000, 3600, 480, 360,
            u"20250807"_s, 25, 10000},
        {u"qwen"_s, u"qwen3-max"_s, u"Qwen: Qwen3 Max"_s, 1200, 6000, 262144, 4100, 600, 0, u"20250924"_s},
        {u"anthropic"_s, u"claude-opus-4.7"_s, u"Anthropic: Claude Opus 4.7"_s, 5000, 25000, 1000000, 9800,
            540, 120, u"20260415"_s, 500, 10000},
        {u"mistralai"_s, u"mistral-small-3.2"_s, u"Mistral: Mistral Small 3.2"_s, 75, 200, 131072, 2100, 700,
            0, u"20250620"_s},
        {u"meta-llama"_s, u"llama-4-scout"_s, u"Meta: Llama 4 Scout"_s, 80, 300, 327680, 2600, 740, 0,
            u"20250405"_s, 0, 0, u"2026-06-27"_s},
        {u"meta-llama"_s, u"llama-4-scout:free"_s, u"Meta: Llama 4 Scout (free)"_s, 80, 300, 131072, 2600,
            740, 0, u"20250405"_s, 0, 0, {}, true},
    };
    return all;
}

QString Model::permaslug() const
{
    return vendor + u'/' + name.section(u':', 0, 0) + u'-' + releaseDate;
}

std::size_t modelIndex(QStringView name)
{
    std::size_t index = 0;
    while (index < models().size() && models()[index].name != name)
        ++index;
    Q_ASSERT(index < models().size());
    return index;
}

const std::vector<Provider> &providers()
{
    static const std::vector<Provider> all{
        {u"Alibaba"_s, u"alibaba"_s, u"CN"_s},
        {u"Amazon Bedrock"_s, u"amazon-bedrock"_s, u"US"_s},
        {u"Anthropic"_s, u"anthropic"_s, u"US"_s},
        {u"Azure"_s, u"azure"_s, u"US"_s},
        {u"DeepInfra"_s, u"deepinfra"_s, u"US"_s},
        {u"Fireworks"_s, u"fireworks"_s, u"US"_s},
        {u"Google"_s, u"google-vertex"_s, u"US"_s},
        {u"Mistral"_s, u"mistral"_s, u"FR"_s},
        {u"Novita"_s, u"novita"_s, u"US"_s},
        {u"OpenAI"_s, u"openai"_s, u"US"_s},
        {u"Together"_s, u"together"_s, u"US"_s},
    };
    return all;
}

const Provider &providerNamed(const QString &name)
{
    const auto found = std::ranges::find(providers(), name, &Provider::name);
    Q_ASSERT(found != providers().end());
    return *found;
}

} // namespace tollkeeper::simulator
