// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl_mail_job.h"

#include "base/log.h"
#include "net/mail_check.h"
#include "net/secret_address.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype LongestLine = 300;
constexpr long ConnectWithin = 10'000; // ms

curl_slist *append(curl_slist *list, const QByteArray &text)
{
    return curl_slist_append(list, text.constData()); // copies the text
}

//! The host's path is how we greet: an address instead of this machine's name (RFC 5321, 4.1.4).
QByteArray urlFor(const Mail &mail)
{
    const auto host = mail.host.contains(u':') ? u"[%1]"_s.arg(mail.host) : mail.host;
    const auto scheme = mail.security == MailSecurity::Tls ? u"smtps"_s : u"smtp"_s;
    return u"%1://%2:%3/%5B127.0.0.1%5D"_s.arg(scheme, host).arg(mail.port).toLatin1();
}

QByteArray withNetworkLineEnds(const QString &text)
{
    auto bytes = text.toUtf8();
    bytes.replace("\r\n", "\n").replace('\r', '\n').replace('\n', "\r\n");
    return bytes + "\r\n";
}

bool isAnswer(const QByteArray &line)
{
    const bool isGoodbye = line.startsWith("221");
    return line.size() >= 3 && line.at(0) >= '2' && line.at(0) <= '5' && !isGoodbye;
}

} // namespace

CurlMailJob::CurlMailJob(Mail mail, const QByteArray &certificates, const std::atomic<bool> &isStopping)
    : m_mail(std::move(mail)), m_isStopping(isStopping), m_curl(curl_easy_init())
{
    m_promise.start();
    setConnection(certificates);
    setMessage();
}

CurlMailJob::~CurlMailJob()
{
    answer(fail(Error::Kind::Cancelled, u"the client went away"_s));
}

void CurlMailJob::setConnection(const QByteArray &certificates)
{
    auto *curl = m_curl.get();
    curl_easy_setopt(curl, CURLOPT_URL, urlFor(m_mail).constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); // not the environment's
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L); // a name that is being looked up holds nobody up
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, ConnectWithin);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(m_mail.deadline.count()));
    if (m_mail.security == MailSecurity::StartTls)
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL)); // or nothing at all
    if (!certificates.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, certificates.constData());
    if (!m_mail.user.isEmpty())
        curl_easy_setopt(curl, CURLOPT_USERNAME, m_mail.user.toUtf8().constData());
    if (!m_mail.user.isEmpty() && m_mail.password)
        curl_easy_setopt(curl, CURLOPT_PASSWORD, m_mail.password->reveal().constData());
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &CurlMailJob::keepLine);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &CurlMailJob::mayGoOn);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

void CurlMailJob::setMessage()
{
    auto *curl = m_curl.get();
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, m_mail.from.toLatin1().prepend('<').append('>').constData());
    for (const auto &address : m_mail.to)
        m_recipients.reset(append(m_recipients.release(), address.toLatin1().prepend('<').append('>')));
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, m_recipients.get());
    for (const auto &line : mailHeaders(m_mail))
        m_headers.reset(append(m_headers.release(), line));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, m_headers.get());
    m_mime.reset(curl_mime_init(curl));
    auto *part = curl_mime_addpart(m_mime.get());
    const auto body = withNetworkLineEnds(m_mail.body);
    curl_mime_data(part, body.constData(), static_cast<std::size_t>(body.size())); // copies it
    curl_mime_type(part, "text/plain; charset=utf-8");
    curl_mime_encoder(part, "quoted-printable");
    curl_easy_setopt(curl, CURLOPT_MIMEPOST, m_mime.get());
}

//! libcurl hands the server's lines over as if they were header fields.
std::size_t CurlMailJob::keepLine(char *data, std::size_t size, std::size_t count, void *job)
{
    const auto line = QByteArray(data, static_cast<qsizetype>(size * count)).trimmed();
    if (isAnswer(line))
        static_cast<CurlMailJob *>(job)->m_lastLine = line.left(LongestLine);
    return size * count;
}

int CurlMailJob::mayGoOn(void *job, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<CurlMailJob *>(job)->m_isStopping ? 1 : 0;
}

QString CurlMailJob::said() const
{
    const auto text = QString::fromUtf8(m_lastLine);
    return m_mail.password ? withoutSecret(text, *m_mail.password) : text;
}

Error CurlMailJob::errorFor(CURLcode code) const
{
    using Kind = Error::Kind;
    const auto text = m_lastLine.isEmpty() ? QString::fromLatin1(curl_easy_strerror(code)) : said();
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {.kind = Kind::HostNotFound, .detail = m_mail.host};
    case CURLE_ABORTED_BY_CALLBACK:
        return {.kind = Kind::Cancelled, .detail = u"the client went away"_s};
    case CURLE_OPERATION_TIMEDOUT:
        return {.kind = Kind::Timeout, .detail = m_mail.host};
    case CURLE_USE_SSL_FAILED:
        return {.kind = Kind::Tls, .detail = m_mail.host, .code = u"starttls"_s};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
        return {.kind = Kind::Tls, .detail = QString::fromLatin1(curl_easy_strerror(code))};
    default:
        break;
    }
    long status = 0;
    curl_easy_getinfo(m_curl.get(), CURLINFO_RESPONSE_CODE, &status);
    const auto digits = status >= 400 && status < 600 ? QString::number(status) : QString();
    if (code == CURLE_LOGIN_DENIED)
        return {.kind = Kind::LoginRefused, .detail = text, .code = digits};
    if (!digits.isEmpty())
        return {.kind = Kind::Rejected, .detail = text, .code = digits};
    return {.kind = Kind::Network, .detail = QString::fromLatin1(curl_easy_strerror(code))};
}

void CurlMailJob::finish(CURLcode code)
{
    qCDebug(logNet).noquote() << "mail" << m_mail.host << curl_easy_strerror(code);
    if (code == CURLE_OK)
        answer(said());
    else
        answer(fail(errorFor(code)));
}

void CurlMailJob::answer(Result<QString> result)
{
    if (std::exchange(m_answered, true))
        return;
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

} // namespace tollkeeper
