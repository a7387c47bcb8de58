// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_truth.h"

#include "base/clock.h"
#include "base/money.h"
#include "simulator/catalogue.h"
#include "simulator/json_answer.h"
#include "simulator/json_row.h"
#include "simulator/request_rows.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

QByteArray amountText(qint64 micros)
{
    return Money::fromNanos(micros * 1000).amountText().toLatin1();
}

QByteArray nameOf(RequestOutcome outcome)
{
    switch (outcome) {
    case RequestOutcome::Success:
        return "success"_ba;
    case RequestOutcome::Incomplete:
        return "incomplete"_ba;
    case RequestOutcome::Failed:
        break;
    }
    return "failed"_ba;
}

QByteArray rowText(const RequestRow &row)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(row.momentMs, Qt::UTC);
    JsonRow json;
    json.text("id", row.id).text("moment", moment.toString(Qt::ISODateWithMs).toLatin1());
    json.text("requested_model", models()[row.requestedModel].name.toLatin1());
    json.text("model", models()[row.servedModel].name.toLatin1());
    json.text("provider", row.provider.toLatin1()).text("outcome", nameOf(row.outcome));
    json.count("status", row.status).count("requests", row.figures.requests);
    json.text("amount", amountText(row.figures.micros)).text("byok", amountText(row.figures.byokMicros));
    json.count("prompt_tokens", row.figures.promptTokens);
    json.count("completion_tokens", row.figures.completionTokens);
    return '{' + json.members() + '}';
}

std::optional<QDateTime> momentAsked(const Asked &asked, const QString &name)
{
    return parseUtc(asked.parameter(name).value_or(QString()));
}

} // namespace

Answer tellRequests(const World &world, const QDateTime &now, const Asked &asked)
{
    const auto *key = world.keyOnRing(asked.parameter(u"key"_s).value_or(QString()));
    const auto from = momentAsked(asked, u"from"_s);
    const auto to = momentAsked(asked, u"to"_s);
    if (!key || !from || !to)
        return jsonAnswer({{u"error"_s, u"a key of the ready line, from and to are needed"_s}}, 400);
    QByteArray rows;
    const auto end = slotsUntil(qMin(*to, now));
    for (auto slot = slotFrom(*from); slot < end; ++slot) {
        for (const auto &row : requestsIn(*key, slot))
            rows += (rows.isEmpty() ? "" : ",") + rowText(row);
    }
    return {.body = "{\"requests\":[" + rows + "]}"};
}

} // namespace tollkeeper::simulator
