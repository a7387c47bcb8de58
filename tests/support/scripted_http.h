// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QCoroTimer>

#include <algorithm>
#include <functional>

//! What a gateway answers, as a column of a test's table.
struct ScriptedAnswer {
    ScriptedAnswer(tollkeeper::Result<tollkeeper::HttpResponse> answer) : result(std::move(answer)) { }
    ScriptedAnswer(tollkeeper::HttpResponse answer) : result(std::move(answer)) { }
    ScriptedAnswer(tollkeeper::Failure failure) : result(std::move(failure)) { }
    tollkeeper::Result<tollkeeper::HttpResponse> result;
};

//! Answers from a function, a moment later, and remembers what it was asked.
class ScriptedHttp : public tollkeeper::HttpClient {
public:
    using Answer = std::function<tollkeeper::Result<tollkeeper::HttpResponse>(const QUrl &)>;

    explicit ScriptedHttp(Answer answer = {}) : m_answer(std::move(answer)) { }

    void answerWith(Answer answer) { m_answer = std::move(answer); }
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; } //!< before each answer
    [[nodiscard]] const QList<QUrl> &asked() const { return m_asked; }
    //! Whether every request carried a key.
    [[nodiscard]] bool alwaysWithKey() const { return m_alwaysWithKey; }
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }
    [[nodiscard]] int mostInFlightFor(const QString &host) const { return m_mostFor.value(host); }

    static tollkeeper::HttpResponse json(const QByteArray &body, int status = 200)
    {
        tollkeeper::HttpResponse response{.status = status, .body = body};
        response.headers.append(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json"));
        return response;
    }

    tollkeeper::Async<tollkeeper::HttpResponse> send(tollkeeper::HttpRequest request) override
    {
        const auto url = request.url;
        m_asked.append(url);
        m_alwaysWithKey = m_alwaysWithKey && request.credential && !request.credential->isEmpty();
        m_mostInFlight = std::max(m_mostInFlight, ++m_inFlight);
        m_mostFor[url.host()] = std::max(m_mostFor.value(url.host()), ++m_inFlightFor[url.host()]);
        auto pause = QCoro::sleepFor(m_pause);
        co_await pause;
        --m_inFlight;
        --m_inFlightFor[url.host()];
        auto answer = m_answer(url);
        co_return answer;
    }

private:
    Answer m_answer;
    std::chrono::milliseconds m_pause{2};
    QList<QUrl> m_asked;
    bool m_alwaysWithKey = true;
    int m_inFlight = 0;
    int m_mostInFlight = 0;
    QHash<QString, int> m_inFlightFor;
    QHash<QString, int> m_mostFor;
};
