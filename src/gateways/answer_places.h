// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace tollkeeper {

//! Where a kind of gateway puts what is not part of the protocols: names of header fields (lower case) and of
//! members of the body. Names that are absent from an answer cost nothing.
struct AnswerPlaces {
    QList<const char *> requestIdHeaders; //!< besides x-request-id and request-id
    QList<const char *> generationIdHeaders;
    const char *generationIdPrefix = nullptr; //!< the id of an answer is a generation id when it begins so
    bool isRequestIdUpstream = false; //!< x-request-id is the provider's, passed on
    bool isLaterRequestIdUpstream = false; //!< of several request ids, the last is the provider's
    QList<const char *> costHeaders; //!< USD
    QList<const char *> extrasMembers; //!< objects with `generation_id` and `cost` (USD)
    QList<const char *> routeMembers; //!< objects with `attempts`, `attempt` and `endpoints`
    QList<const char *> providerHeaders; //!< who was asked last
    QList<const char *> targetHeaders; //!< a path such as "config.targets[1]": the target asked last
    QList<const char *> retryCountHeaders; //!< tries that failed before the last one
    bool failuresAreFree = false; //!< what fails before any output is never billed
    bool rewritesModel = false; //!< the answer names the requested model whoever served it
};

} // namespace tollkeeper
