// SPDX-License-Identifier: GPL-3.0-or-later
// What a request says: parameters, messages and the same as JSON, kept in step.
#include "playground/request_body.h"
#include "viewmodels/playground/composer_json.h"
#include "viewmodels/playground/composer_view_model.h"
#include "viewmodels/playground/composer_words.h"

#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! A number as people type it, also with a decimal comma; nullopt: empty or none.
std::optional<double> numberFrom(QString text)
{
    bool isNumber = false;
    const auto number = text.replace(u',', u'.').toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool isWithin(const QString &text, double least, double most)
{
    const auto number = numberFrom(text);
    return text.isEmpty() || (number && *number >= least && *number <= most);
}

std::optional<qint64> countFrom(const QString &text)
{
    bool isNumber = false;
    const auto count = QString(text).remove(u',').toLongLong(&isNumber);
    return isNumber && count > 0 && count <= 100'000'000 ? std::optional(count) : std::nullopt;
}

QString numberText(const std::optional<double> &number)
{
    return number ? QString::number(*number, 'g', QLocale::FloatingPointShortest) : QString();
}

} // namespace

//! In JSON that says more only the timeout is not written.
QString ComposerViewModel::parameterAtFault() const
{
    const auto seconds = numberFrom(timeout());
    const auto ofTimeout = seconds && *seconds >= 1 && *seconds <= 3600 ? QString() : u"timeout"_s;
    if (saysMore())
        return ofTimeout;
    if (!isWithin(m_temperature, 0, 2))
        return u"temperature"_s;
    if (!countFrom(m_maxTokens))
        return u"maxTokens"_s;
    if (!isWithin(m_topP, 0, 1))
        return u"topP"_s;
    return ofTimeout;
}

QString ComposerViewModel::parameterProblem() const
{
    const auto name = parameterAtFault();
    if (name == u"temperature")
        return tr("Temperature is a number from 0 to 2, or empty.");
    if (name == u"maxTokens")
        return tr("Max tokens is a whole number from 1 on: without it an answer can cost any amount.");
    if (name == u"topP")
        return tr("Top p is a number from 0 to 1, or empty.");
    return name.isEmpty() ? QString() : tr("The timeout is seconds, from 1 to 3600.");
}

QString ComposerViewModel::extrasProblem() const
{
    const auto ofTools = faultOfTools(m_tools).text;
    return ofTools.isEmpty() ? faultOfSchema(m_schema).text : ofTools;
}

int ComposerViewModel::toolsProblemLine() const
{
    return faultOfTools(m_tools).line;
}

int ComposerViewModel::schemaProblemLine() const
{
    return faultOfSchema(m_schema).line;
}

QString ComposerViewModel::optionsSummary() const
{
    QStringList parts;
    if (offersRouting() && (m_routing.wishes().maxInputPrice || m_routing.wishes().maxOutputPrice))
        //: %1 is "$6 / $30": the highest prices
        parts.append(tr("max %1").arg(m_routing.maxPriceText()));
    if (!m_temperature.isEmpty())
        //: %1 is a temperature
        parts.append(tr("temp %1").arg(m_temperature));
    //: %1 is a count of tokens
    parts.append(tr("%1 tokens").arg(m_maxTokens));
    if (m_streams)
        parts.append(tr("stream"));
    return parts.join(u", "_s);
}

PlaygroundRequest ComposerViewModel::request() const
{
    PlaygroundRequest request;
    request.protocol = m_protocol;
    request.streams = m_streams;
    if (saysMore()) {
        request.rawBody = m_json.toUtf8();
        return request;
    }
    request.system = m_messages.system();
    request.messages = m_messages.messages();
    request.maxTokens = countFrom(m_maxTokens);
    request.temperature = numberFrom(m_temperature);
    request.topP = numberFrom(m_topP);
    request.tools = m_tools.trimmed().toUtf8();
    request.responseSchema = m_schema.trimmed().toUtf8();
    if (offersRouting())
        request.routing = m_routing.wishes();
    return request;
}

void ComposerViewModel::takeRequest(const PlaygroundRequest &request)
{
    m_isRewriting = true;
    m_streams = request.streams;
    m_messages.show(request.system, request.messages);
    if (request.maxTokens)
        m_maxTokens = QString::number(*request.maxTokens);
    m_temperature = numberText(request.temperature);
    m_topP = numberText(request.topP);
    m_tools = QString::fromUtf8(request.tools);
    m_schema = QString::fromUtf8(request.responseSchema);
    m_routing.show(request.routing);
    m_isRewriting = false;
}

void ComposerViewModel::setShowsJson(bool shows)
{
    if (m_showsJson == shows)
        return;
    if (!shows && !isJsonFollowing())
        return; // messages could not hold it: see jsonProblem() and jsonNote()
    m_showsJson = shows;
    if (shows)
        writeJson();
    Q_EMIT jsonChanged();
    settle();
}

QString ComposerViewModel::jsonNote() const
{
    return saysMore() ? tr("This says more than messages can show, so it stays JSON. Parameters, routing and "
                           "tools are set in the JSON itself.")
                      : QString();
}

void ComposerViewModel::setJson(const QString &json)
{
    if (m_json == json)
        return;
    m_json = json;
    readJson();
    Q_EMIT jsonChanged();
    settle();
}

void ComposerViewModel::readJson()
{
    m_jsonProblem.clear();
    m_jsonProblemLine = 0;
    const auto bytes = m_json.toUtf8();
    if (const auto fault = faultIn(bytes)) {
        m_jsonProblem = jsonFaultText(*fault);
        m_jsonProblemLine = fault->line;
        return;
    }
    const auto read = readChatBody(m_protocol, bytes);
    if (!read) {
        m_jsonProblemLine = lineNaming(m_json, read.error().detail);
        //: %1 is the name of a member of a JSON object
        m_jsonProblem
            = tr("“%1” is missing or is not what the protocol wants there.").arg(read.error().detail);
        return;
    }
    m_isJsonOwn = !read->isWhole;
    auto said = read->request;
    if (m_protocol == ApiProtocol::Gemini)
        said.streams = m_streams; // it is in the address, as the model is
    takeRequest(said);
    if (!read->model.isEmpty())
        m_model = read->model;
    m_written = {this->request(), m_model};
    m_isRewriting = true;
    tellModels();
    Q_EMIT modelsChanged();
    Q_EMIT parametersChanged();
    m_isRewriting = false;
}

//! JSON that says more than messages can stays as it was written, and is now held against another protocol.
void ComposerViewModel::readJsonAnew()
{
    if (!m_showsJson || !m_isJsonOwn)
        return;
    readJson();
    Q_EMIT jsonChanged();
}

void ComposerViewModel::writeJson()
{
    auto plain = request();
    if (!plain.rawBody.isEmpty())
        return;
    m_json = QString::fromUtf8(prettyChatBody(plain, m_model));
    m_jsonProblem.clear();
    m_jsonProblemLine = 0;
    m_written = {plain, m_model};
    Q_EMIT jsonChanged();
}

void ComposerViewModel::endJson()
{
    if (!isJsonFollowing())
        return;
    const auto typed = readChatBody(m_protocol, m_json.toUtf8());
    const auto meant = readChatBody(m_protocol, prettyChatBody(request(), m_model));
    if (!typed || !meant || !(typed->request == meant->request) || typed->model != meant->model)
        writeJson();
}

//! Into JSON that otherwise stays as it was written. Gemini has both in its address.
void ComposerViewModel::writeMember(const QString &name, const QString &value)
{
    if (!saysMore() || !m_jsonProblem.isEmpty() || m_protocol == ApiProtocol::Gemini)
        return;
    m_json = withMember(m_json, name, value);
    Q_EMIT jsonChanged();
}

void ComposerViewModel::settle()
{
    if (m_isRewriting)
        return;
    const auto now = request();
    // It follows what is changed beside it and nothing else: somebody may be typing in it while a poll comes
    // in. What is broken or says more stays as the person wrote it.
    if (isJsonFollowing() && !(m_written == Said{now, m_model}))
        writeJson();
    m_estimate = estimatedCost(now, modelsInOrder(), m_catalogue);
    Q_EMIT estimateChanged();
}

} // namespace tollkeeper
