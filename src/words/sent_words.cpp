// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation_contexts.h"
#include "words/gateway_words.h"

namespace tollkeeper {
namespace {

//! What follows from it for the purse: the same for each kind of failure.
QString withCharge(const QString &sentence, bool wasSent)
{
    return sentence + QChar(u' ')
        + (wasSent
                ? texts::Explain::tr("The request had been sent and may be charged; it is not sent again by "
                                     "itself unless retries were asked for.")
                : texts::Explain::tr("Nothing was sent, so nothing is charged."));
}

Explanation explainLostConnection(bool wasSent)
{
    if (wasSent)
        return {texts::Explain::tr("The connection broke"),
            withCharge(texts::Explain::tr("The connection to the gateway broke before the answer was whole."),
                true)};
    return {texts::Explain::tr("The gateway could not be reached"),
        withCharge(texts::Explain::tr("No connection to the gateway could be made; check its address and "
                                      "your connection."),
            false)};
}

} // namespace

Explanation explainSent(const Error &error, bool wasSent)
{
    switch (error.kind) {
    case Error::Kind::Network:
        return explainLostConnection(wasSent);
    case Error::Kind::HostNotFound:
        return {texts::Explain::tr("The address was not found"),
            withCharge(texts::Explain::tr("There is no host of that name, or no network; check the address "
                                          "and your connection."),
                false)};
    case Error::Kind::Timeout:
        return {texts::Explain::tr("The time limit passed"),
            withCharge(
                texts::Explain::tr("The time limit of the request passed before the answer was whole."),
                wasSent)};
    case Error::Kind::Tls:
        return {texts::Explain::tr("The connection is not safe"),
            withCharge(texts::Explain::tr("The gateway's certificate is not trusted; check the address and "
                                          "this computer's date."),
                false)};
    case Error::Kind::TooLarge:
        return {texts::Explain::tr("The answer was too large"),
            withCharge(texts::Explain::tr("The answer was larger than Tollkeeper reads."), wasSent)};
    case Error::Kind::Cancelled:
        return {texts::Explain::tr("Stopped"),
            wasSent ? texts::Explain::tr("Stopped before the answer was whole. What the gateway had begun "
                                         "may be charged.")
                    : texts::Explain::tr("Stopped before anything was sent.")};
    default:
        return explain(error);
    }
}

} // namespace tollkeeper
