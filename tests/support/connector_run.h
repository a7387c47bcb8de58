// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

#include <functional>

//! Runs a connector through a whole poll against a function that answers, the way sync does, without any
//! network.
struct ConnectorRun {
    tollkeeper::Result<tollkeeper::PollFacts> facts = tollkeeper::PollFacts{}; //!< of all pages
    QList<tollkeeper::PollPage> pages = {};
    QList<tollkeeper::HttpRequest> requests = {};

    [[nodiscard]] QStringList asked() const //!< path and query of every request
    {
        QStringList lines;
        for (const auto &request : requests)
            lines << request.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        return lines;
    }
};

//! What a connector makes of an answer, as sync hands it over. Only the categories that matter to connectors
//! are told apart here; the decoder knows them all.
inline tollkeeper::Result<tollkeeper::PollPage> readAnswer(const tollkeeper::Connector &connector,
    const QByteArray &cursor, const tollkeeper::HttpResponse &response)
{
    using namespace tollkeeper;
    if (response.status >= 200 && response.status < 300)
        return connector.read(cursor, response);
    Error refusal{.kind = Error::Kind::Rejected, .httpStatus = response.status};
    refusal.category = response.status == 429 ? Category::RateLimit : Category::Unknown;
    if (auto page = connector.afterRefusal(cursor, refusal))
        return *std::move(page);
    return fail(refusal);
}

using Answerer = std::function<tollkeeper::HttpResponse(const tollkeeper::HttpRequest &)>;

inline ConnectorRun runConnector(const tollkeeper::Connector &connector,
    const tollkeeper::PollContext &context, const QUrl &base, const Answerer &answer)
{
    ConnectorRun run;
    auto next = std::optional(connector.firstCursor(context));
    while (next && run.requests.size() < 1000) {
        run.requests.append(connector.request(base, *next));
        auto page = readAnswer(connector, *next, answer(run.requests.constLast()));
        if (!page) {
            run.facts = tollkeeper::fail(page.error());
            return run;
        }
        run.pages.append(*page);
        run.facts->append(std::move(page->facts));
        next = page->next;
    }
    return run;
}

inline tollkeeper::HttpResponse jsonAnswer(const QByteArray &body)
{
    tollkeeper::HttpResponse response{.status = 200, .body = body};
    response.headers.append("Content-Type", "application/json; charset=utf-8");
    return response;
}

inline tollkeeper::HttpResponse refusedAnswer(int status)
{
    auto response = jsonAnswer(R"({"error":{"message":"no"}})");
    response.status = status;
    return response;
}
