// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl_mail_client.h"

#include "net/curl_mail_job.h"
#include "net/mail_check.h"

#include <QCoroFuture>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int LongestPause = 60'000; // ms; new jobs and the end wake the thread

//! Knows nothing of the client, which may be gone when the answer comes.
Async<QString> answerOf(QFuture<Result<QString>> sending)
{
    auto answer = co_await sending;
    co_return answer;
}

Async<QString> refusedMail(Error why)
{
    Result<QString> answer = fail(std::move(why));
    co_return answer;
}

void initialiseCurl()
{
    static const auto once = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(once)
}

} // namespace

CurlMailClient::CurlMailClient(const QString &certificates) : m_certificates(QFile::encodeName(certificates))
{
    initialiseCurl();
    m_multi = curl_multi_init();
    m_thread = std::thread([this] { run(); });
}

CurlMailClient::~CurlMailClient()
{
    m_isStopping = true;
    curl_multi_wakeup(m_multi);
    m_thread.join();
    m_new.clear();
    curl_multi_cleanup(m_multi);
}

Async<QString> CurlMailClient::send(Mail mail)
{
    if (const auto checked = checkMail(mail); !checked)
        return refusedMail(checked.error());
    auto job = std::make_unique<CurlMailJob>(std::move(mail), m_certificates, m_isStopping);
    const auto sending = job->future();
    {
        const std::lock_guard lock(m_mutex);
        m_new.push_back(std::move(job));
    }
    curl_multi_wakeup(m_multi);
    return answerOf(sending);
}

void CurlMailClient::run()
{
    Jobs running;
    while (!m_isStopping) {
        takeNewJobs(running);
        int active = 0;
        curl_multi_perform(m_multi, &active);
        finishJobs(running);
        curl_multi_poll(m_multi, nullptr, 0, LongestPause, nullptr);
    }
    // Taken out while it runs, a message would be ended politely, which waits for the server: one more turn
    // ends it because of m_isStopping.
    int active = 0;
    curl_multi_perform(m_multi, &active);
    finishJobs(running);
    for (const auto &job : running)
        curl_multi_remove_handle(m_multi, job->handle());
}

void CurlMailClient::takeNewJobs(Jobs &running)
{
    Jobs taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_new);
    }
    for (auto &job : taken) {
        curl_multi_add_handle(m_multi, job->handle());
        running.push_back(std::move(job));
    }
}

void CurlMailClient::finishJobs(Jobs &running)
{
    int left = 0;
    while (const auto *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        auto *handle = message->easy_handle;
        const auto code = message->data.result; // gone with the handle
        const auto job = std::find_if(
            running.begin(), running.end(), [handle](const auto &one) { return one->handle() == handle; });
        if (job == running.end())
            continue;
        (*job)->finish(code);
        curl_multi_remove_handle(m_multi, handle);
        running.erase(job);
    }
}

} // namespace tollkeeper
