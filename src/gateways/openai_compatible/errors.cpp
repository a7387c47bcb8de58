// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/openai_compatible/openai_compatible_connector.h"
#include "gateways/registry.h"

namespace tollkeeper::openai_compatible {
namespace {

//! Any gateway may be behind the address: what each of the others knows.
const std::vector<Dialect> &otherFamilies()
{
    static const auto others = [] {
        std::vector<Dialect> dialects;
        for (const auto &name : dialectNames()) {
            if (name != QLatin1StringView(OwnKind))
                dialects.push_back(*dialectFor(name));
        }
        return dialects;
    }();
    return others;
}

} // namespace

// The codes of the providers first, because the same code may mean something else to a gateway.
ErrorCatalogue errorCodes()
{
    ErrorCatalogue codes = providerCodes();
    for (const auto &other : otherFamilies())
        codes.append(other.codes);
    return codes + ownAccountMessages();
}

AnswerPlaces answerPlaces()
{
    AnswerPlaces all;
    for (const auto &[name, codes, places] : otherFamilies()) {
        all.requestIdHeaders += places.requestIdHeaders;
        all.generationIdHeaders += places.generationIdHeaders;
        all.costHeaders += places.costHeaders;
        all.extrasMembers += places.extrasMembers;
        all.routeMembers += places.routeMembers;
        all.providerHeaders += places.providerHeaders;
        all.targetHeaders += places.targetHeaders;
        all.retryCountHeaders += places.retryCountHeaders;
    }
    return all;
}

} // namespace tollkeeper::openai_compatible
