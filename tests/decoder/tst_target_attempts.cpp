// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answers.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Served = R"({"model":"m","choices":[{"finish_reason":"stop","message":{"content":"x"}}]})"_ba;
constexpr const char *Fallback = "fallback";

QByteArray level(const char *mode, const QByteArrayList &targets)
{
    return R"({"strategy":{"mode":")"_ba + mode + R"("},"targets":[)" + targets.join(',') + "]}";
}

//! An answer of the target with that path, to a request that brought that configuration along.
Answer answerOfTarget(const QByteArray &path, const QByteArray &configuration, int status = 200,
    const QByteArray &body = Served)
{
    HttpResponse response{.status = status, .body = body};
    response.headers.append("x-portkey-last-used-option-index", path);
    response.headers.append("x-portkey-provider", "openai");
    response.headers.append("x-portkey-retry-attempt-count", "0");
    Asked asked;
    asked.configuration = QJsonDocument::fromJson(configuration).object();
    return readAnswer(response, dialectOf("portkey"), asked, ReadAt);
}

bool hasRemark(const Answer &answer)
{
    return std::ranges::any_of(
        answer.evidence, [](const auto &one) { return one.kind == Evidence::Kind::LaterTarget; });
}

} // namespace

//! The same path stands for a target that was fallen back to and for one that was picked: only the
//! configuration tells them apart, and an attempt is never made up.
class TargetAttemptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyAFallbackHasFailedBefore_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("failed");

        const auto second = "config.targets[1]"_ba;
        const auto two = QByteArrayList{"{}", "{}"};
        QTest::newRow("a fallback") << level(Fallback, two) << second << 1;
        QTest::newRow("a fallback that was not needed")
            << level(Fallback, two) << "config.targets[0]"_ba << 0;
        for (const auto *mode : {"loadbalance", "conditional", "single", "sample", ""})
            QTest::addRow("picked by “%s”", mode) << level(mode, two) << second << 0;
        QTest::newRow("no strategy") << R"({"targets":[{},{}]})"_ba << second << 0;
        QTest::newRow("not known") << ""_ba << second << 0;
        QTest::newRow("not known, one inside another") << ""_ba << second + ".targets[1]" << 0;
        QTest::newRow("picked, then a fallback inside")
            << level("loadbalance", {"{}", level(Fallback, {"{}", "{}", "{}"})}) << second + ".targets[2]"
            << 2;
        QTest::newRow("a fallback, then picked inside")
            << level(Fallback, {"{}", level("loadbalance", two)}) << second + ".targets[1]" << 1;
        QTest::newRow("a fallback inside another")
            << level(Fallback, {"{}", level(Fallback, two)}) << second + ".targets[1]" << 2;
        QTest::newRow("a target that is not in it")
            << level(Fallback, {"{}"}) << "config.targets[3].targets[1]"_ba << 0;
        QTest::newRow("no target") << level(Fallback, two) << "config"_ba << 0;
        QTest::newRow("another list's place") << level(Fallback, two) << "config.other[1]"_ba << 0;
    }

    void onlyAFallbackHasFailedBefore()
    {
        QFETCH(QByteArray, configuration);
        QFETCH(QByteArray, path);
        QFETCH(int, failed);
        const auto answer = answerOfTarget(path, configuration);
        QCOMPARE(answer.attempts.size(), failed + 1);
        for (const auto &attempt : answer.attempts.first(failed))
            QCOMPARE(attempt, Attempt());
        QCOMPARE(answer.attempts.constLast().provider, u"openai"_s);
        QCOMPARE(answer.attempts.constLast().outcome, AttemptOutcome::Served);
        QVERIFY(answer.isTracePublished);
    }

    void whatTheConfigurationWouldTellIsSaid_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isRemarked");
        QTest::newRow("not known") << ""_ba
                                   << "config.targets[1]"_ba << true;
        QTest::newRow("not known, inside the first") << ""_ba
                                                     << "config.targets[0].targets[2]"_ba << true;
        QTest::newRow("the first anyway") << ""_ba
                                          << "config.targets[0]"_ba << false;
        QTest::newRow("no targets") << ""_ba
                                    << "config"_ba << false;
        QTest::newRow("known") << level("loadbalance", {"{}", "{}"}) << "config.targets[1]"_ba << false;
    }

    void whatTheConfigurationWouldTellIsSaid()
    {
        QFETCH(QByteArray, configuration);
        QFETCH(QByteArray, path);
        QFETCH(bool, isRemarked);
        const auto answer = answerOfTarget(path, configuration);
        QCOMPARE(hasRemark(answer), isRemarked);
        if (isRemarked)
            QCOMPARE(answer.evidence.constLast(),
                (Evidence{Evidence::Kind::LaterTarget, QString::fromLatin1(path),
                    u"x-portkey-last-used-option-index"_s}));
    }

    // As the gateway's 1.15.2 answered through two targets that failed, one after the other.
    void whenEveryTargetFailsTheLastOneSaysWhy()
    {
        const auto answer = answerOfTarget("config.targets[1]", level(Fallback, {"{}", "{}"}), 502,
            R"({"error":{"message":"openai error: Nothing came back from behind.","type":"server_error","param":null,"code":null},"provider":"openai"})");
        QCOMPARE(answer.attempts.size(), 2);
        QCOMPARE(answer.attempts.constFirst(), Attempt());
        QCOMPARE(answer.attempts.constLast().outcome, AttemptOutcome::Failed);
        QCOMPARE(answer.attempts.constLast().status, 502);
        QCOMPARE(answer.attempts.constLast().reason, u"openai error: Nothing came back from behind."_s);
    }
};

QTEST_GUILESS_MAIN(TargetAttemptsTest)
#include "tst_target_attempts.moc"
