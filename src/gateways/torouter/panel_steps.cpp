// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/panel_answers.h"
#include "gateways/torouter/steps.h"
#include "gateways/torouter/usage.h"
#include "gateways/urls.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

constexpr int KeysPerPage = 100;

//! Takes note of the account's own key, which is in the list under a number, so that both are one.
bool isOwn(Cursor &at, const PanelKey &key)
{
    if (!at.words["ownId"_L1].toString().isEmpty())
        return key.facts.remoteId == at.words["ownId"_L1].toString();
    const bool isIt = isSameKey(key, at.words["print"_L1].toString(), at.words["mask"_L1].toString());
    if (isIt)
        at.words["ownId"_L1] = key.facts.remoteId;
    else if (key.fingerprint.isEmpty())
        at.words["hasHidden"_L1] = true;
    return isIt;
}

void addKey(PollFacts &facts, PanelKey key, bool isTheOwn)
{
    if (isTheOwn)
        key.facts.remoteId = OwnKey;
    for (auto &window : key.windows) {
        window.remoteKeyId = key.facts.remoteId;
        facts.limits.append(window);
    }
    facts.keys.append(key.facts);
}

QByteArray afterKeys(const Cursor &at)
{
    const bool isOnlyForRows = at.isTest() || at.words["history"_L1].toBool();
    return isOnlyForRows ? atFirstRows(at).toBytes() : at.at(MeStep);
}

Result<PollPage> readKeys(Cursor at, const QJsonObject &data)
{
    const auto number = at.words["page"_L1].toInt(1);
    const auto list = parsePage(data, number);
    if (!list)
        return fail(list.error());
    PollPage page;
    for (const auto &item : list->items) {
        auto key = parseKey(item.toObject());
        if (!key)
            return fail(key.error());
        const bool isTheOwn = isOwn(at, *key);
        addKey(page.facts, *std::move(key), isTheOwn);
    }
    at.words["page"_L1] = list->isLast ? 1 : number + 1;
    if (!list->isLast) {
        page.next = at.at(KeysStep);
    } else {
        const bool isFound = !at.words["ownId"_L1].toString().isEmpty();
        if (!isFound && !at.words["hasHidden"_L1].toBool()) // its rows would stand for another login's money
            return fail(Error::Kind::LoginRefused, u"other key"_s);
        at.words["own"_L1] = isFound ? QString(OwnKey) : u"hidden"_s;
        page.facts.listsAllKeys = page.facts.tellsLimits = true;
        page.next = afterKeys(at);
    }
    if (at.words["history"_L1].toBool()) // asked for the name of the own key only
        page.facts = {};
    return page;
}

Result<PollPage> readMe(const Cursor &at, const QJsonObject &data)
{
    const auto balance = parseMe(data);
    if (!balance)
        return fail(balance.error());
    PollPage page{.facts = {}, .next = at.at(UsageStep)};
    page.facts.balance = *balance;
    return page;
}

QUrlQuery rowsQuery(const Cursor &at)
{
    QUrlQuery query;
    query.addQueryItem(u"start_date"_s, at.words["first"_L1].toString());
    query.addQueryItem(u"end_date"_s, at.words["last"_L1].toString());
    query.addQueryItem(u"timezone"_s, u"UTC"_s);
    query.addQueryItem(u"page"_s, QString::number(at.words["page"_L1].toInt(1)));
    query.addQueryItem(u"page_size"_s, at.isTest() ? u"1"_s : u"1000"_s);
    query.addQueryItem(u"sort_by"_s, u"created_at"_s);
    query.addQueryItem(u"sort_order"_s, u"desc"_s);
    return query;
}

} // namespace

bool isPanelStep(const Cursor &at)
{
    return at.step() == KeysStep || at.step() == MeStep || at.step() == RowsStep;
}

HttpRequest panelRequest(const QUrl &root, const Cursor &at)
{
    auto path = u"/api/v1/auth/me"_s;
    QUrlQuery query;
    if (at.step() == KeysStep) {
        path = u"/api/v1/keys"_s;
        query.addQueryItem(u"page"_s, QString::number(at.words["page"_L1].toInt(1)));
        query.addQueryItem(u"page_size"_s, QString::number(KeysPerPage));
    } else if (at.step() == RowsStep) {
        path = u"/api/v1/usage"_s;
        query = rowsQuery(at);
    }
    HttpRequest request;
    request.url = endpointUrl(root, path, query);
    request.credentialKind = CredentialKind::PanelSession;
    return request;
}

Result<PollPage> readWithSession(const Cursor &at, const QJsonObject &body)
{
    const auto data = panelData(body);
    if (!data)
        return fail(data.error());
    if (at.step() == KeysStep)
        return readKeys(at, *data);
    return at.step() == MeStep ? readMe(at, *data) : readRows(at, *data);
}

} // namespace tollkeeper::torouter
