// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/mail_client.h"

#include <atomic>
#include <curl/curl.h>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tollkeeper {

class CurlMailJob;

//! MailClient on libcurl, with a thread of its own on which all messages travel side by side. UI thread.
//! After the last byte of a message libcurl 7.88 waits for the server's word without turning to the others,
//! so a server that hangs there holds them up until its deadline. Messages still under way when it is
//! destroyed are broken off, within a second, and answer Cancelled; whoever awaits them must not touch the
//! client afterwards.
class CurlMailClient final : public MailClient {
public:
    //! `certificates`: a PEM file of certificates to trust instead of the system's; empty: the system's.
    explicit CurlMailClient(const QString &certificates = {});
    ~CurlMailClient() override;

    [[nodiscard]] Async<QString> send(Mail mail) override;

private:
    using Jobs = std::vector<std::unique_ptr<CurlMailJob>>;

    void run(); //!< the thread
    void takeNewJobs(Jobs &running);
    void finishJobs(Jobs &running);

    QByteArray m_certificates;
    CURLM *m_multi = nullptr;
    std::mutex m_mutex;
    Jobs m_new; //!< guarded by m_mutex
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

} // namespace tollkeeper
