// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/iso_duration.h"
#include "simulator/json_answer.h"
#include "simulator/key_desk.h"
#include "simulator/simulator.h"
#include "simulator/totp.h"
#include "simulator/truth_answers.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

// The control desk: /_control/… of the one who runs the simulator.
namespace tollkeeper::simulator {
namespace {

Answer badRequest(const QString &why)
{
    return jsonAnswer({{u"error"_s, why}}, 400);
}

Answer done()
{
    return jsonAnswer({{u"ok"_s, true}});
}

} // namespace

Answer Simulator::controlAnswer(const Asked &asked)
{
    const auto what = asked.method + ' ' + asked.path.mid(QByteArrayView("/_control/").size());
    if (what == "GET truth"_ba)
        return truthAnswer(m_world, m_clock.now(), asked);
    if (what == "GET requests"_ba)
        return requestsAnswer(m_world, m_clock.now(), asked);
    if (what == "GET keys"_ba)
        return keysAnswer(m_world, m_clock.now());
    if (what == "GET panel"_ba)
        return tellPanelUser();
    if (what == "GET log"_ba)
        return tellLog(asked);
    if (what == "DELETE log"_ba) {
        m_log.clear();
        return done();
    }
    if (what == "DELETE fault"_ba) {
        m_faults.clear();
        return done();
    }
    if (what == "DELETE answer"_ba) {
        m_chosen.clear();
        return done();
    }
    return asked.method == "POST"_ba ? postedControlAnswer(what, asked)
                                     : jsonAnswer({{u"error"_s, u"no such control"_s}}, 404);
}

Answer Simulator::postedControlAnswer(const QByteArray &what, const Asked &asked)
{
    const auto wish = objectIn(asked.body);
    if (!wish)
        return badRequest(u"the body is not a JSON object"_s);
    if (what == "POST clock"_ba)
        return setClock(*wish);
    if (what == "POST fault"_ba)
        return addFault(*wish);
    if (what == "POST answer"_ba)
        return addAnswer(*wish);
    if (what == "POST move-traffic"_ba)
        return moveTrafficAnswer(m_world, m_clock.now(), *wish);
    return jsonAnswer({{u"error"_s, u"no such control"_s}}, 404);
}

//! With how many bodies came in all, so that a test can hold that against what it sent.
Answer Simulator::tellLog(const Asked &asked) const
{
    const auto requests = m_log.toJson(asked.parameter(u"match"_s).value_or(QString()).toUtf8(),
        asked.parameter(u"method"_s).value_or(QString()).toUtf8());
    int bodies = 0;
    for (const auto &request : requests)
        bodies += request[u"bodies"_s].toInt();
    return jsonAnswer({{u"requests"_s, requests}, {u"bodies"_s, bodies}});
}

Answer Simulator::setClock(const QJsonObject &wish)
{
    if (const auto advance = wish[u"advance"_s]; !advance.isUndefined()) {
        const auto by = isoDuration(advance.toString());
        if (!by)
            return badRequest(u"advance is not an ISO 8601 duration such as PT6H"_s);
        m_clock.advance(*by);
    } else {
        const auto moment = parseUtc(wish[u"now"_s].toString());
        if (!moment)
            return badRequest(u"neither advance nor now is readable"_s);
        m_clock.moveTo(*moment);
    }
    return jsonAnswer({{u"now"_s, utcText(m_clock.now())}});
}

Answer Simulator::addFault(const QJsonObject &wish)
{
    auto fault = faultFrom(wish);
    if (!fault)
        return badRequest(u"a member of the fault has the wrong type or range"_s);
    if (const auto name = wish[u"key"_s]; !name.isUndefined()) {
        const auto *key = keyMeant(m_world, name.toString());
        if (!key)
            return badRequest(u"there is no key of this name"_s);
        fault->credential = key->text;
    }
    m_faults.add(std::move(*fault));
    return done();
}

Answer Simulator::addAnswer(const QJsonObject &wish)
{
    auto answer = chosenAnswerFrom(wish);
    if (!answer)
        return badRequest(u"there is no such scenario, or a member has the wrong type"_s);
    if (const auto name = wish[u"key"_s]; !name.isUndefined()) {
        const auto *key = keyMeant(m_world, name.toString());
        if (!key)
            return badRequest(u"there is no key of this name"_s);
        answer->credential = key->text;
    }
    m_chosen.add(std::move(*answer));
    return done();
}

//! With the code of this moment, for those who have no authenticator at hand.
Answer Simulator::tellPanelUser() const
{
    auto user = panelUser();
    user[u"totp_code"_s] = QString::fromLatin1(totpCode(m_sessions.user().totpSecret, m_clock.now()));
    return jsonAnswer(user);
}

} // namespace tollkeeper::simulator
