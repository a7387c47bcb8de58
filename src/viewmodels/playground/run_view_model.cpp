// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/run_view_model.h"

#include "viewmodels/playground/diagnosis.h"
#include "viewmodels/playground/run_words.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

using std::chrono::milliseconds;

RunViewModel::RunViewModel(QObject *parent) : QObject(parent)
{
    connect(this, &RunViewModel::changed, this, [this] {
        if (std::exchange(m_owesDetails, true))
            return;
        QTimer::singleShot(0, this, [this] {
            m_owesDetails = false;
            Q_EMIT detailsChanged();
        });
    });
    m_countdown.setInterval(std::chrono::seconds(1));
    connect(&m_countdown, &QTimer::timeout, this, [this] {
        if (secondsToWait() == 0 && !isRunning())
            m_countdown.stop();
        Q_EMIT countdownChanged();
    });
}

void RunViewModel::clear()
{
    m_state = State::Idle;
    m_run.reset();
    m_error.reset();
    m_ended.clear();
    m_text.clear();
    m_hasRaw = false;
    m_raw.clear();
    m_events.show({}, {}, {});
    m_countdown.stop();
    m_wait = {};
    m_advised.reset();
    setView(u"answer"_s);
    Q_EMIT countdownChanged();
    Q_EMIT changed();
}

void RunViewModel::setView(const QString &view)
{
    if (m_view == view)
        return;
    m_view = view;
    Q_EMIT viewChanged();
}

void RunViewModel::setIsFormatted(bool isFormatted)
{
    if (m_isFormatted == isFormatted)
        return;
    m_isFormatted = isFormatted;
    Q_EMIT viewChanged();
}

void RunViewModel::begin(const QString &model, const RunPlace &place)
{
    clear();
    m_place = place;
    m_model = m_attemptModel = model;
    m_attempt = 1;
    m_state = State::Sending;
    m_since.start();
    m_countdown.start();
    Q_EMIT changed();
}

void RunViewModel::beginAttempt(int number, const QString &model)
{
    m_attempt = number;
    m_attemptModel = model;
    m_text.clear();
    m_state = State::Sending;
    Q_EMIT changed();
}

void RunViewModel::addText(const QString &text)
{
    m_text.append(text);
    if (m_state == State::Streaming)
        return;
    m_state = State::Streaming;
    Q_EMIT changed();
}

void RunViewModel::endAttempt(const SentRequest &sent)
{
    m_ended.append(sent);
    m_hasRaw = false; // what was looked at is that of the one before
    m_raw.clear();
    Q_EMIT changed();
}

void RunViewModel::wait(milliseconds time)
{
    m_state = State::Waiting;
    m_wait = time;
    Q_EMIT changed();
}

void RunViewModel::end(const PlaygroundRun &run, bool again)
{
    m_run = run;
    m_ended = run.sent;
    m_state = stateOf(run);
    m_hasRaw = false;
    m_raw.clear();
    const auto &last = run.sent.constLast();
    if (m_text.whole() != run.answer.text) {
        m_text.clear();
        m_text.append(run.answer.text);
    }
    m_text.flush();
    if (again) {
        Q_EMIT changed();
        return;
    }
    const bool brokeOff = m_state == State::Incomplete || m_state == State::Cancelled;
    m_events.show(last.events, last.timings.total,
        brokeOff && last.answer.stream.terminator.isEmpty() ? tr("connection closed without the end mark")
                                                            : QString());
    m_since.start();
    m_advised = advisedWait(run);
    if (secondsToWait() > 0)
        m_countdown.start();
    else
        m_countdown.stop();
    Q_EMIT countdownChanged();
    Q_EMIT changed();
}

void RunViewModel::setOtherKey(const QString &told)
{
    if (std::exchange(m_place.otherKey, told) != told)
        Q_EMIT detailsChanged();
}

void RunViewModel::fail(const Error &error)
{
    m_error = error;
    m_state = error.kind == Error::Kind::Cancelled ? State::Cancelled : State::Failed;
    Q_EMIT changed();
}

void RunViewModel::showDecoded(const SentRequest &sent, const RunPlace &place)
{
    clear();
    m_place = place;
    m_place.isElsewhere = true;
    m_model = sent.answer.requestedModel;
    PlaygroundRun run;
    run.sent = {sent};
    run.answer = sent.answer;
    run.end = sent.answer.isError ? RunEnd::Final : RunEnd::Served;
    end(run);
}

const Answer *RunViewModel::answer() const
{
    return m_run ? &m_run->answer : nullptr;
}

bool RunViewModel::isRunning() const
{
    return m_state == State::Sending || m_state == State::Streaming || m_state == State::Waiting;
}

} // namespace tollkeeper
