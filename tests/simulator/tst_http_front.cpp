// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const auto Program = QStringLiteral(TK_BIN_DIR "/tollkeeper-simulator");

//! The running program and what its first line said.
class Running {
public:
    explicit Running(const QStringList &more = {})
    {
        process.start(Program, QStringList{u"--clock"_s, u"2026-06-18T11:00:00Z"_s} + more);
        if (process.waitForStarted() && process.waitForReadyRead())
            greeting = QJsonDocument::fromJson(process.readLine()).object();
    }

    [[nodiscard]] int port() const { return QUrl(greeting[u"url"_s].toString()).port(); }

    [[nodiscard]] httplib::Headers bearer(const QString &key) const
    {
        return {{"Authorization", "Bearer " + greeting[u"keys"_s][key].toString().toStdString()}};
    }

    QProcess process;
    QJsonObject greeting;
};

QJsonValue object(const httplib::Result &answer)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object();
}

} // namespace

class TestHttpFront : public QObject {
    Q_OBJECT

private:
    Running m_running;
    std::unique_ptr<httplib::Client> m_client;

    void fault(const QJsonObject &wish)
    {
        const auto body = QJsonDocument(wish).toJson().toStdString();
        const auto answer = m_client->Post("/_control/fault", body, "application/json");
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }

    static std::string question(const QString &model, bool stream)
    {
        const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, u"Where are the pallets?"_s}};
        const QJsonObject body{
            {u"model"_s, model}, {u"stream"_s, stream}, {u"messages"_s, QJsonArray{message}}};
        return QJsonDocument(body).toJson().toStdString();
    }

    httplib::Result post(httplib::Client &client, const QString &model)
    {
        return client.Post("/openrouter/api/v1/chat/completions", m_running.bearer(u"openrouter_labs"_s),
            question(model, false), "application/json");
    }

    //! With what comes piece by piece.
    httplib::Result askModel(const QString &model, bool stream, const httplib::ContentReceiver &receiver)
    {
        httplib::Request request;
        request.method = "POST";
        request.path = "/openrouter/api/v1/chat/completions";
        request.headers = m_running.bearer(u"openrouter_labs"_s);
        request.headers.emplace("Content-Type", "application/json");
        request.body = question(model, stream);
        request.content_receiver = [&receiver](const char *data, std::size_t size, std::uint64_t,
                                       std::uint64_t) { return receiver(data, size); };
        return m_client->send(request);
    }

    httplib::Result key()
    {
        return m_client->Get("/openrouter/api/v1/key", m_running.bearer(u"openrouter_labs"_s));
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_running.port() > 0);
        m_client = std::make_unique<httplib::Client>("127.0.0.1", m_running.port());
        m_client->set_keep_alive(true);
        QVERIFY(m_client->Delete("/_control/fault"));
        QVERIFY(m_client->Delete("/_control/log"));
    }

    void saysWhereEverythingIs()
    {
        const auto url = m_running.greeting[u"url"_s].toString();
        QVERIFY(url.startsWith(u"http://127.0.0.1:"_s));
        QCOMPARE(m_running.greeting[u"openrouter"_s].toString(), url + u"/openrouter/api/v1"_s);
        QCOMPARE(m_running.greeting[u"torouter"_s].toString(), url + u"/torouter"_s);
        QCOMPARE(m_running.greeting[u"openai"_s].toString(), url + u"/openai/v1"_s);
        QCOMPARE(m_running.greeting[u"sub2api"_s].toString(), url + u"/sub2api"_s);
        QCOMPARE(m_running.greeting[u"chuizi"_s].toString(), url + u"/chuizi/v1"_s);
        QCOMPARE(m_running.greeting[u"litellm"_s].toString(), url + u"/litellm"_s);
        QCOMPARE(m_running.greeting[u"newapi"_s].toString(), url + u"/newapi"_s);
        QCOMPARE(m_running.greeting[u"panel"_s].toObject().keys(),
            QStringList({u"email"_s, u"password"_s, u"totp_secret"_s}));
        const QStringList names{u"chuizi_new"_s, u"chuizi_old_a"_s, u"chuizi_old_b"_s, u"litellm_admin"_s,
            u"litellm_batch"_s, u"litellm_web"_s, u"newapi"_s, u"newapi_unlimited"_s, u"openai"_s,
            u"openrouter_labs"_s, u"openrouter_management"_s, u"openrouter_team"_s,
            u"openrouter_team_dispatch"_s, u"openrouter_team_research"_s, u"sub2api_agents"_s,
            u"sub2api_batch"_s, u"sub2api_web"_s, u"torouter_apac"_s, u"torouter_support"_s,
            u"torouter_team"_s};
        QCOMPARE(m_running.greeting[u"keys"_s].toObject().keys(), names);
    }

    void theSameSeedHandsOutTheSameKeys()
    {
        const Running again;
        const Running other({u"--seed"_s, u"8"_s});
        QCOMPARE(again.greeting[u"keys"_s], m_running.greeting[u"keys"_s]);
        QVERIFY(other.greeting[u"keys"_s] != m_running.greeting[u"keys"_s]);
    }

    void answersManyRequestsOnOneConnection()
    {
        for (int i = 0; i < 200; ++i)
            QCOMPARE(key()->status, 200);
        const auto answer = key();
        QVERIFY(object(answer)[u"data"_s][u"usage"_s].toDouble() > 0);
        QVERIFY(answer->get_header_value("Content-Type").starts_with("application/json"));
        QCOMPARE(object(m_client->Get("/_control/log"))[u"requests"_s].toArray().size(), 201);
    }

    void neverCompresses()
    {
        auto headers = m_running.bearer(u"openrouter_management"_s);
        headers.emplace("Accept-Encoding", "gzip, deflate, br");
        m_client->set_decompress(false);
        const auto answer = m_client->Get("/openrouter/api/v1/keys", headers);
        QVERIFY(!answer->has_header("Content-Encoding"));
        QVERIFY(answer->body.starts_with("{\"data\""));
    }

    void sendsAFaultWithItsHeaders()
    {
        fault({{u"match"_s, u"/openrouter"_s}, {u"status"_s, 307}, {u"body"_s, u"go"_s},
            {u"content_type"_s, u"text/html"_s}, {u"retry_after"_s, u"7"_s},
            {u"location"_s, u"http://127.0.0.1:1/x"_s}, {u"times"_s, 1}});
        const auto answer = key();
        QCOMPARE(answer->status, 307);
        QCOMPARE(answer->body, "go");
        QCOMPARE(answer->get_header_value("Location"), "http://127.0.0.1:1/x");
        QCOMPARE(answer->get_header_value("Retry-After"), "7");
        QCOMPARE(key()->status, 200);
    }

    void breaksOffInTheMiddle()
    {
        fault({{u"cut_after_bytes"_s, 12}, {u"times"_s, 1}});
        std::string got;
        std::size_t announced = 0;
        const auto answer = m_client->Get(
            "/openrouter/api/v1/key", m_running.bearer(u"openrouter_labs"_s),
            [&](const httplib::Response &response) {
                announced = response.get_header_value<std::uint64_t>("Content-Length");
                return true;
            },
            [&](const char *data, std::size_t size) {
                got.append(data, size);
                return true;
            });
        QVERIFY(!answer);
        QCOMPARE(got.size(), std::size_t(12));
        QVERIFY(announced > 100);
        QCOMPARE(key()->status, 200);
    }

    void dropsTheConnection()
    {
        fault({{u"close"_s, true}, {u"times"_s, 1}});
        QVERIFY(!key());
        QCOMPARE(key()->status, 200);
    }

    void streamsPieceByPieceWithoutALength()
    {
        int writes = 0;
        std::string text;
        const auto answer = askModel(u"sim/slow"_s, true, [&](const char *data, std::size_t size) {
            ++writes;
            text.append(data, size);
            return true;
        });
        QVERIFY(answer);
        QCOMPARE(answer->get_header_value("Content-Type"), "text/event-stream");
        QVERIFY(!answer->has_header("Content-Length"));
        QVERIFY(writes > 10);
        QVERIFY(text.ends_with("data: [DONE]\n\n"));
        QCOMPARE(key()->status, 200);
    }

    void aStreamBreaksHalfWay()
    {
        std::string text;
        const auto answer = askModel(u"sim/cuts-mid-stream"_s, true, [&](const char *data, std::size_t size) {
            text.append(data, size);
            return true;
        });
        QVERIFY(!answer);
        QVERIFY(text.size() > 200);
        QVERIFY(text.find("[DONE]") == std::string::npos);
        QCOMPARE(key()->status, 200);
    }

    void aConnectionIsDroppedOrResetAfterOneBody_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<bool>("onKept");
        const QString path = u"/openrouter/api/v1/chat"_s;
        for (const auto &how : {u"close"_s, u"reset"_s}) {
            QTest::newRow(qPrintable(how + u" a fresh one"_s)) << QJsonObject{{u"match"_s, path}, {how, true},
                {u"connection"_s, u"fresh"_s}, {u"times"_s, 1}} << false;
            QTest::newRow(qPrintable(how + u" a kept one"_s)) << QJsonObject{{u"match"_s, path}, {how, true},
                {u"connection"_s, u"kept"_s}, {u"times"_s, 1}} << true;
        }
    }

    void aConnectionIsDroppedOrResetAfterOneBody()
    {
        QFETCH(QJsonObject, wish);
        QFETCH(bool, onKept);
        fault(wish);
        httplib::Client fresh("127.0.0.1", m_running.port());
        fresh.set_keep_alive(true);
        if (onKept)
            QCOMPARE(post(fresh, u"openai/gpt-5"_s)->status, 200);
        QVERIFY(!post(fresh, u"openai/gpt-5"_s));
        QCOMPARE(post(fresh, u"openai/gpt-5"_s)->status, 200);

        const auto log = object(m_client->Get("/_control/log?match=/openrouter/api/v1/chat&method=POST"));
        QCOMPARE(log[u"bodies"_s].toInt(), onKept ? 3 : 2);
        const auto requests = log[u"requests"_s].toArray();
        QCOMPARE(requests.size(), onKept ? 3 : 2);
        QCOMPARE(requests[onKept ? 1 : 0][u"on_connection"_s].toInt(), onKept ? 2 : 1);
        QVERIFY(requests[0][u"body_bytes"_s].toInt() > 50);
    }

    //! There are 64 threads.
    void whoGivesUpOnWhatHangsLeavesTheThread()
    {
        for (int i = 0; i < 70; ++i) {
            httplib::Client impatient("127.0.0.1", m_running.port());
            impatient.set_read_timeout(0, 20'000);
            QVERIFY(!post(impatient, u"sim/hangs"_s));
        }
        httplib::Client fresh("127.0.0.1", m_running.port());
        QVERIFY(fresh.Get("/torouter/health"));
    }

    void theClientCanTellAResetFromAnEnd_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("isReset");
        QTest::newRow("dropped") << u"sim/drops"_s << false;
        QTest::newRow("reset") << u"sim/resets"_s << true;
    }

    void theClientCanTellAResetFromAnEnd()
    {
        QFETCH(QString, model);
        QFETCH(bool, isReset);
        const auto body = question(model, false);
        const auto request = "POST /openrouter/api/v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: "
            + m_running.bearer(u"openrouter_labs"_s).begin()->second
            + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(m_running.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::send(descriptor, request.data(), request.size(), 0), ssize_t(request.size()));
        char byte = 0;
        const auto got = ::recv(descriptor, &byte, 1, 0);
        const int error = errno;
        ::close(descriptor);
        QCOMPARE(got, isReset ? -1 : 0);
        if (isReset)
            QCOMPARE(error, ECONNRESET);
    }

    void aFaultMayBringHeadersOfItsOwn()
    {
        fault({{u"match"_s, u"/openrouter"_s}, {u"status"_s, 429}, {u"body"_s, u"{}"_s}, {u"times"_s, 1},
            {u"headers"_s, QJsonObject{{u"X-RateLimit-Reset"_s, u"1781827200000"_s}}}});
        const auto answer = key();
        QCOMPARE(answer->status, 429);
        QCOMPARE(answer->get_header_value("X-RateLimit-Reset"), "1781827200000");
    }

    void manyKeptConnectionsDoNotStarveEachOther()
    {
        std::vector<std::unique_ptr<httplib::Client>> clients;
        for (int i = 0; i < 24; ++i) {
            clients.push_back(std::make_unique<httplib::Client>("127.0.0.1", m_running.port()));
            clients.back()->set_keep_alive(true);
            QCOMPARE(clients.back()->Get("/torouter/health")->status, 200);
        }
        for (const auto &client : clients)
            QCOMPARE(client->Get("/torouter/health")->status, 200);
    }

    void refusesBadControlBodies()
    {
        for (const auto *path : {"/_control/clock", "/_control/fault"})
            QCOMPARE(m_client->Post(path, "{", "application/json")->status, 400);
    }

    void leavesOnSigtermEvenWithKeptConnections()
    {
        Running running;
        httplib::Client client("127.0.0.1", running.port());
        client.set_keep_alive(true);
        QVERIFY(client.Get("/torouter/health"));
        ::kill(static_cast<pid_t>(running.process.processId()), SIGTERM);
        QVERIFY(running.process.waitForFinished());
        QCOMPARE(running.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(running.process.exitCode(), 0);
    }

    void leavesWithItsInputOnlyWhenToldSo()
    {
        Running running({u"--stop-with-stdin"_s});
        running.process.closeWriteChannel();
        QVERIFY(running.process.waitForFinished());
        QCOMPARE(running.process.exitCode(), 0);

        Running staying;
        staying.process.closeWriteChannel();
        QVERIFY(httplib::Client("127.0.0.1", staying.port()).Get("/torouter/health"));
        QCOMPARE(staying.process.state(), QProcess::Running);
        staying.process.terminate();
        QVERIFY(staying.process.waitForFinished());
    }

    void twoCannotShareAPort()
    {
        QProcess second;
        second.start(Program, {u"--port"_s, QString::number(m_running.port())});
        QVERIFY(second.waitForFinished());
        QCOMPARE(second.exitCode(), 3);
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("port") << QStringList{u"--port"_s, u"x"_s};
        QTest::newRow("port out of range") << QStringList{u"--port"_s, u"70000"_s};
        QTest::newRow("seed") << QStringList{u"--seed"_s, u"-1"_s};
        QTest::newRow("clock") << QStringList{u"--clock"_s, u"noon"_s};
        QTest::newRow("stray word") << QStringList{u"now"_s};
    }

    void refusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QProcess process;
        process.start(Program, arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
    }

    void cleanupTestCase()
    {
        m_client.reset();
        m_running.process.terminate();
        QVERIFY(m_running.process.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(TestHttpFront)
#include "tst_http_front.moc"
