// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above and below the text of an answer: how it goes or went, the model asked and the one served.
#include "base/translation_contexts.h"
#include "viewmodels/playground/run_view_model.h"
#include "viewmodels/playground/run_words.h"
#include "words/explain.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString secondsText(std::chrono::milliseconds time)
{
    return durationText(time.count(), 1);
}

//! "claude-sonnet-4.5 by Amazon Bedrock".
QString servedBy(const Answer &answer)
{
    const auto model = answer.servedModel.isEmpty() ? answer.requestedModel : answer.servedModel;
    //: %1 is the name of a model, %2 of a provider
    return answer.servedProvider.isEmpty()
        ? model
        : texts::Playground::tr("%1 by %2").arg(model, answer.servedProvider);
}

} // namespace

QString RunViewModel::status() const
{
    switch (m_state) {
    case State::Idle:
        return {};
    case State::Sending:
        //: %1 is the name of a model
        return m_attempt > 1 ? tr("Asking %1, attempt %2").arg(m_attemptModel).arg(m_attempt)
                             : tr("Asking %1").arg(m_attemptModel);
    case State::Streaming:
        return tr("Answer is coming in");
    case State::Waiting:
        //: %1 is a duration
        return tr("Waiting %1 before the next attempt").arg(secondsText(m_wait));
    case State::Complete:
        if (const auto out = answer()->usage.outputTokens)
            return countedText(QT_TRANSLATE_NOOP("Playground", "Answer complete, 1 token"),
                QT_TRANSLATE_N_NOOP("Playground", "Answer complete, %1 tokens"), *out);
        return tr("Answer complete");
    default:
        return title();
    }
}

QString RunViewModel::code() const
{
    return answer() && answer()->httpStatus > 0 ? QString::number(answer()->httpStatus) : QString();
}

QString RunViewModel::tone() const
{
    if (m_run)
        return toneOf(*m_run);
    return !m_error ? u"ok"_s : m_state == State::Cancelled ? u"off"_s : u"danger"_s;
}

QString RunViewModel::gatewayCode() const
{
    return answer() && answer()->isError ? answer()->code : QString();
}

QString RunViewModel::title() const
{
    if (m_error)
        return tollkeeper::explain(*m_error).title;
    return m_run ? runTitle(*m_run) : QString();
}

QString RunViewModel::note() const
{
    if (m_state == State::Incomplete)
        return servedBy(*answer());
    return m_run ? runNote(*m_run) : QString();
}

QString RunViewModel::explanation() const
{
    if (m_error && m_state == State::Cancelled)
        return tr("Cancelled before anything was sent.");
    if (m_error)
        return tollkeeper::explain(*m_error).sentence + u' ' + tr("Nothing was sent.");
    return m_run ? runExplanation(*m_run, m_place) : QString();
}

QString RunViewModel::when() const
{
    return m_run ? runMoment(*m_run) : QString();
}

QString RunViewModel::requestedModel() const
{
    return m_model;
}

QString RunViewModel::servedModel() const
{
    if (!answer())
        return {};
    return answer()->servedModel.isEmpty() ? tr("not reported") : answer()->servedModel;
}

QString RunViewModel::servedCaption() const
{
    if (!answer())
        return {};
    if (!answer()->isServedModelCertain)
        return tr("Served, as the gateway calls it");
    //: %1 is the name of a provider
    return answer()->servedProvider.isEmpty() ? tr("Served")
                                              : tr("Served, by %1").arg(answer()->servedProvider);
}

bool RunViewModel::isServedByOther() const
{
    return answer() && isOtherModel(m_model, answer()->servedModel);
}

QString RunViewModel::elapsed() const
{
    //: %1 is how many seconds a request has been under way
    return isRunning() ? tr("%1 s").arg(m_since.elapsed() / 1000) : QString();
}

bool RunViewModel::hasText() const
{
    return m_text.characters() > 0 || !m_text.whole().isEmpty();
}

QString RunViewModel::reasoning() const
{
    return answer() ? answer()->reasoning : QString();
}

QString RunViewModel::ending() const
{
    return m_run ? runEnding(*m_run) : QString();
}

} // namespace tollkeeper
