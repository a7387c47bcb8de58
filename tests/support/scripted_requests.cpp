// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_requests.h"

#include <array>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace scripted {
namespace {

struct Line {
    const char *time;
    const char *key;
    const char *requested;
    const char *served; //!< "=": the requested one
    const char *provider;
    int status;
    int input;
    int output;
    int cost; //!< hundred-thousandths of a dollar
    int firstByte; //!< ms; 0: not told
    int total;
    const char *generation;
    const char *special; //!< "provider", "byok", "incomplete"
};

constexpr std::array Lines{
    Line{"14:31:58.204", "search-rerank-prod", "gemini-2.5-flash", "=", "Google Vertex", 200, 2914, 96, 111,
        310, 620, "gen-1781793118-k3V9xQ", ""},
    Line{"14:31:57.911", "enrich-batch-prod", "deepseek-v3.2", "=", "DeepSeek", 200, 1120, 240, 41, 740, 3180,
        "gen-1781793117-Zt81mB", ""},
    Line{"14:31:57.380", "support-chat-prod", "claude-sonnet-4.5", "claude-opus-4.7", "Google Vertex", 200,
        1842, 318, 1716, 2210, 8040, "gen-1781793117-p7RwL2", ""},
    Line{"14:31:56.972", "search-rerank-prod", "gpt-5-mini", "=", "OpenAI", 200, 2210, 88, 73, 420, 880,
        "gen-1781793116-9dHc4s", ""},
    Line{"14:31:56.655", "apac-chat-prod", "qwen3-max", "=", "Alibaba", 200, 986, 204, 241, 580, 2910,
        "gen-1781793116-uE06Ja", ""},
    Line{"14:31:56.017", "support-chat-prod", "claude-sonnet-4.5", "=", "Amazon Bedrock", 200, 1655, 290, 932,
        1340, 6220, "gen-1781793116-Xn2f8Q", "provider"},
    Line{"14:31:55.540", "invoice-extract-prod", "gpt-5", "=", "Azure", 200, 6204, 512, 1287, 930, 5400,
        "gen-1781793115-aW5k0T", "byok"},
    Line{"14:31:55.102", "search-rerank-prod", "gemini-2.5-flash", "", "", 429, 0, 0, 0, 0, 90,
        "req-1781793115-77", ""},
    Line{"14:31:54.733", "onprem-summarise", "llama-3.3-70b", "=", "On-prem", 200, 3310, 186, 35, 220, 4050,
        "gen-1781793114-7f21c0", ""},
    Line{"14:31:54.118", "support-chat-prod", "claude-sonnet-4.5", "=", "Anthropic", 200, 1701, 342, 1023,
        690, 6870, "gen-1781793114-Lq4T7y", ""},
    Line{"14:31:53.846", "support-chat-prod", "claude-sonnet-4.5", "claude-opus-4.7", "Anthropic", 200, 1590,
        214, 1330, 1880, 5310, "gen-1781793113-bM3e9D", "incomplete"},
    Line{"14:31:53.290", "enrich-batch-prod", "qwen3-max", "", "", 502, 0, 0, 0, 0, 12400,
        "gen-1781793113-rC8v1P", ""},
    Line{"14:31:52.771", "search-rerank-prod", "gemini-2.5-flash", "=", "Google Vertex", 200, 3044, 101, 117,
        290, 600, "gen-1781793112-h0Ys5K", ""},
    Line{"14:31:52.305", "apac-chat-prod", "deepseek-v3.2", "=", "DeepSeek", 200, 1204, 166, 41, 660, 2120,
        "gen-1781793112-T5oN1z", ""},
    Line{"14:31:51.940", "support-chat-prod", "claude-sonnet-4.5", "=", "Anthropic", 200, 1466, 255, 822, 710,
        5020, "gen-1781793111-c2Vb7J", ""},
};

constexpr std::array Keys{"support-chat-prod", "search-rerank-prod", "enrich-batch-prod",
    "invoice-extract-prod", "apac-chat-prod", "onprem-summarise"};

Money hundredThousandths(qint64 count)
{
    return Money::fromNanos(count * 10'000);
}

RequestFacts factsOf(const Line &line)
{
    const auto special = QLatin1StringView(line.special);
    const auto served = QString::fromLatin1(line.served);
    RequestFacts facts;
    facts.requestId = QString::fromLatin1(line.generation);
    facts.startedAt = QDateTime(
        QDate(2026, 6, 18), QTime::fromString(QString::fromLatin1(line.time), u"HH:mm:ss.zzz"_s), Qt::UTC);
    facts.requestedModel = QString::fromLatin1(line.requested);
    facts.servedModel = served == u"=" ? facts.requestedModel : served;
    facts.provider = QString::fromLatin1(line.provider);
    facts.outcome = line.status != 200 ? RequestOutcome::Failed
        : special == "incomplete"_L1   ? RequestOutcome::Incomplete
                                       : RequestOutcome::Complete;
    if (!served.isEmpty() && served != u"=")
        facts.fellBack = FellBack::Model;
    else if (special == "provider"_L1)
        facts.fellBack = FellBack::Provider;
    facts.httpStatus = line.status;
    facts.inputTokens = line.input;
    facts.outputTokens = line.output;
    const auto cost = hundredThousandths(line.cost);
    facts.cost = special == "byok"_L1 ? Amounts{{}, cost} : Amounts{cost, {}};
    if (line.firstByte > 0)
        facts.firstByteMs = line.firstByte;
    facts.totalMs = line.total;
    return facts;
}

//! What a look-up tells of the one request whose details the pictures show.
void addDetail(UsageRow &row)
{
    auto &detail = row.facts.detail;
    detail.gatewayRequestId = u"req_01JY2E8K4T7Q"_s;
    detail.upstreamId = u"vrtx-5f0c9a31d2"_s;
    detail.finishReason = u"stop"_s;
    detail.isStreamed = true;
    detail.parts.input = hundredThousandths(921);
    detail.parts.output = hundredThousandths(795);
    detail.attempts = {{u"Anthropic"_s, u"claude-sonnet-4.5"_s, 429, 380},
        {u"Amazon Bedrock"_s, u"claude-sonnet-4.5"_s, 503, 1020},
        {u"Google Vertex"_s, u"claude-opus-4.7"_s, 200, 6640}};
    row.source = RowSource::GenerationLookup;
    row.origin = u"GET /generation"_s;
    row.fetchedAt = QDateTime(QDate(2026, 6, 18), QTime(14, 32, 4), Qt::UTC);
}

UsageRow rowOf(const Line &line)
{
    UsageRow row;
    row.facts = factsOf(line);
    row.keyName = QString::fromLatin1(line.key);
    for (std::size_t i = 0; i < Keys.size(); ++i) {
        if (row.keyName == QLatin1StringView(Keys.at(i)))
            row.key = KeyId(static_cast<qint64>(i) + 1);
    }
    const bool isApac = row.keyName == u"apac-chat-prod";
    row.account = AccountId(isApac ? 2 : 1);
    row.accountName = isApac ? u"ToRouter · apac"_s : u"OpenRouter · main"_s;
    row.gatewayName = isApac ? u"ToRouter"_s : u"OpenRouter"_s;
    row.source = RowSource::PolledLog;
    row.origin = u"GET /usage"_s;
    row.fetchedAt = QDateTime(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC);
    if (row.facts.requestId == u"gen-1781793117-p7RwL2")
        addDetail(row);
    return row;
}

template<typename T>
bool among(const QList<T> &wanted, const T &value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

} // namespace

const QList<UsageRow> &requests()
{
    static const auto all = [] {
        QList<UsageRow> rows;
        for (const auto &line : Lines)
            rows.append(rowOf(line));
        return rows;
    }();
    return all;
}

bool matches(const UsageRow &row, const UsageFilter &filter)
{
    const auto &facts = row.facts;
    const bool isDearEnough
        = !filter.costFrom || (facts.cost && facts.cost->billed + facts.cost->byok >= *filter.costFrom);
    const bool isMeant = filter.playground == PlaygroundRows::Counted
        || row.isFromPlayground == (filter.playground == PlaygroundRows::Only);
    return isMeant && among(filter.accounts, row.account) && among(filter.keys, row.key)
        && among(filter.requestedModels, facts.requestedModel)
        && among(filter.servedModels, facts.servedModel) && among(filter.providers, facts.provider)
        && among(filter.outcomes, facts.outcome) && among(filter.httpStatuses, facts.httpStatus.value_or(0))
        && (!filter.fellBackOnly || facts.fellBack != FellBack::No) && isDearEnough
        && (filter.requestId.isEmpty() || filter.requestId == facts.requestId);
}

} // namespace scripted
