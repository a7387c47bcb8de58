// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_job.h"

#include "base/log.h"

namespace tollkeeper {

namespace {

JobAnswer answerOf(const QKeychain::Job &job)
{
    JobAnswer answer{.code = job.error(), .text = job.errorString()};
    const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    if (!reading || answer.code != QKeychain::NoError)
        return answer;
    if (auto secret = Secret::fromInput(reading->binaryData()))
        answer.secret = *std::move(secret);
    else
        answer.text = secret.error().detail;
    return answer;
}

OneShot<JobAnswer> start(QKeychain::Job *job, const QString &user)
{
    job->setKey(user);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    Q_ASSERT(!job->insecureFallback() && !job->settings() && !job->parent());

    OneShot<JobAnswer> finished;
    QObject::connect(job, &QKeychain::Job::finished, job, [finished](QKeychain::Job *done) {
        auto answer = answerOf(*done);
        qCDebug(logSecrets) << done->metaObject()->className() << "ended with" << answer.code << answer.text;
        finished.give(std::move(answer));
    });
    job->start();
    return finished;
}

} // namespace

OneShot<JobAnswer> startReading(const QString &service, const QString &user)
{
    return start(new QKeychain::ReadPasswordJob(service), user);
}

OneShot<JobAnswer> startWriting(const QString &service, const QString &user, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    // As text, so that other readers see the key itself: binary data is stored as base64. A Secret is ASCII.
    auto text = QString::fromLatin1(secret.reveal());
    job->setTextData(text);
    text.fill(u'\0');
    return start(job, user);
}

OneShot<JobAnswer> startDeleting(const QString &service, const QString &user)
{
    return start(new QKeychain::DeletePasswordJob(service), user);
}

} // namespace tollkeeper
