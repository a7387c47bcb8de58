// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

#include <functional>

//! Runs a connector through a whole poll against a function that answers, the way sync does, without any
//! network.
struct ConnectorRun {
    tollkeeper::Result<tollkeeper::PollFacts> facts = tollkeeper::PollFacts{};
    QList<tollkeeper::HttpRequest> requests = {};

    [[nodiscard]] QStringList asked() const //!< path and query of every request
    {
        QStringList lines;
        for (const auto &request : requests)
            lines << request.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        return lines;
    }
};

using Answerer = std::function<tollkeeper::HttpResponse(const tollkeeper::HttpRequest &)>;

inline ConnectorRun runConnector(const tollkeeper::Connector &connector,
    const tollkeeper::PollContext &context, const QUrl &base, const Answerer &answer)
{
    ConnectorRun run;
    auto next = std::optional(connector.firstCursor(context));
    while (next && run.requests.size() < 1000) {
        run.requests.append(connector.request(base, *next));
        auto page = connector.read(*next, answer(run.requests.constLast()));
        if (!page) {
            run.facts = tollkeeper::fail(page.error());
            return run;
        }
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
