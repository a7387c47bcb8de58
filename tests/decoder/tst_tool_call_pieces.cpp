// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answer_streams.h"
#include "support/answers.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Each call as "name: arguments".
QStringList callsIn(const QByteArray &events, ApiProtocol protocol)
{
    const auto answer = answerOf("openai-compatible", 200, events,
        {.protocol = protocol, .headers = {{"Content-Type"_ba, "text/event-stream"_ba}}});
    QStringList lines;
    for (const auto &call : answer.toolCalls)
        lines << call.name + u": "_s + call.arguments;
    return lines;
}

QByteArray events(const QByteArrayList &pieces)
{
    QByteArray bytes;
    for (const auto &piece : pieces)
        bytes += "data: " + piece + "\n\n";
    return bytes;
}

QByteArray block(const QByteArray &index, const QByteArray &type, const QByteArray &name)
{
    return R"({"type":"content_block_start",)" + index + R"("content_block":{"type":)" + quoted(type)
        + R"(,"id":"t","name":)" + quoted(name) + R"(,"input":{}}})";
}

QByteArray json(const QByteArray &index, const QByteArray &piece)
{
    return R"({"type":"content_block_delta",)" + index
        + R"("delta":{"type":"input_json_delta","partial_json":)" + quoted(piece) + "}}";
}

//! `place`: members of the event, such as its output_index; `more`: of the item.
QByteArray item(
    const QByteArray &place, const QByteArray &type, const QByteArray &name, const QByteArray &more)
{
    return R"({"type":"response.output_item.added",)" + place + R"("item":{"type":)" + quoted(type)
        + R"(,"call_id":"c","name":)" + quoted(name) + more + "}}";
}

QByteArray arguments(
    const QByteArray &place, const QByteArray &piece, const QByteArray &kind = "function_call_arguments"_ba)
{
    return R"({"type":)" + quoted("response." + kind + ".delta") + ',' + place + R"("delta":)" + quoted(piece)
        + '}';
}

} // namespace

//! Pieces of arguments reach the call they name, in whatever order they come.
class ToolCallPiecesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksOfMessages_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QStringList>("calls");
        const auto first = R"("index":1,)"_ba;
        const auto second = R"("index":2,)"_ba;
        QTest::newRow("by turns") << QByteArrayList{block(first, "tool_use", "f"),
            block(second, "tool_use", "g"), json(first, "a"), json(second, "b"), json(first, "c")}
                                  << QStringList{u"f: ac"_s, u"g: b"_s};
        QTest::newRow("the provider's own call between") << QByteArrayList{block(first, "tool_use", "f"),
            json(first, "a"), block(second, "server_tool_use", "web_search"), json(second, "b")}
                                                         << QStringList{u"f: a"_s};
        QTest::newRow("a block that never began") << QByteArrayList{block(first, "tool_use", "f"),
            json(second, "b"), json(first, "a")} << QStringList{u"f: a"_s};
        QTest::newRow("an index that is used again") << QByteArrayList{block(first, "tool_use", "f"),
            json(first, "a"), block(first, "text", ""), json(first, "b")}
                                                     << QStringList{u"f: a"_s};
        QTest::newRow("without an index") << QByteArrayList{block({}, "tool_use", "f"), json({}, "a"),
            block({}, "server_tool_use", "s"), json({}, "b"), block({}, "tool_use", "g"), json({}, "c")}
                                          << QStringList{u"f: a"_s, u"g: c"_s};
        QTest::newRow("before anything began")
            << QByteArrayList{json({}, "a"), json(first, "b")} << QStringList();
    }
    void blocksOfMessages()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QStringList, calls);
        QCOMPARE(callsIn(events(pieces), ApiProtocol::AnthropicMessages), calls);
    }

    void itemsOfResponses_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QStringList>("calls");
        const auto call = "function_call"_ba;
        const auto one = R"("output_index":0,)"_ba;
        const auto two = R"("output_index":1,)"_ba;
        QTest::newRow("by turns, by id") << QByteArrayList{item({}, call, "f", R"(,"id":"fc_1")"),
            item({}, call, "g", R"(,"id":"fc_2")"), arguments(R"("item_id":"fc_1",)", "a"),
            arguments(R"("item_id":"fc_2",)", "b"), arguments(R"("item_id":"fc_1",)", "c")}
                                         << QStringList{u"f: ac"_s, u"g: b"_s};
        QTest::newRow("by turns, by place") << QByteArrayList{item(one, call, "f", {}),
            item(two, call, "g", {}), arguments(one, "a"), arguments(two, "b"), arguments(one, "c")}
                                            << QStringList{u"f: ac"_s, u"g: b"_s};
        QTest::newRow("ids that change on the way") << QByteArrayList{item(one, call, "f", R"(,"id":"x")"),
            item(two, call, "g", R"(,"id":"y")"), arguments(one + R"("item_id":"z",)", "a")}
                                                    << QStringList{u"f: a"_s, u"g: "_s};
        QTest::newRow("a call of another kind between")
            << QByteArrayList{item(one, call, "f", R"(,"id":"fc_1")"),
                   item(two, "mcp_call", "m", R"(,"id":"mcp_1")"),
                   arguments(two + R"("item_id":"mcp_1",)", "b"),
                   arguments(two + R"("item_id":"mcp_1",)", "b", "mcp_call_arguments"),
                   arguments(one + R"("item_id":"fc_1",)", "a")}
            << QStringList{u"f: a"_s};
        QTest::newRow("a message after it") << QByteArrayList{item(one, call, "f", R"(,"id":"fc_1")"),
            item(two, "message", "", R"(,"id":"msg_1")"), arguments(R"("item_id":"msg_1",)", "b"),
            arguments({}, "c"), arguments(R"("item_id":"fc_1",)", "a")}
                                            << QStringList{u"f: a"_s};
        QTest::newRow("without any name") << QByteArrayList{item({}, call, "f", {}), arguments({}, "a"),
            item({}, call, "g", {}), arguments({}, "b")}
                                          << QStringList{u"f: a"_s, u"g: b"_s};
        QTest::newRow("a custom tool")
            << QByteArrayList{item(one, "custom_tool_call", "f", R"(,"id":"ctc_1","input":"")"),
                   arguments(R"("item_id":"ctc_1",)", "a", "custom_tool_call_input"),
                   arguments(one, "b", "custom_tool_call_input")}
            << QStringList{u"f: ab"_s};
    }
    void itemsOfResponses()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QStringList, calls);
        QCOMPARE(callsIn(events(pieces), ApiProtocol::OpenAiResponses), calls);
    }

    void aCustomCallIsKeptWithItsInput()
    {
        const auto answer = answerOf("openai-compatible", 200,
            R"({"object":"response","status":"completed","output":[{"type":"custom_tool_call","call_id":"c1","name":"run","input":"ls -l"}]})",
            {.protocol = ApiProtocol::OpenAiResponses});
        QCOMPARE(answer.toolCalls, (QList<ToolCall>{{u"c1"_s, u"run"_s, u"ls -l"_s}}));
    }

    void callsBeyondTheCapTakeNoArguments()
    {
        QByteArrayList pieces;
        for (int i = 0; i <= AnswerDraft::MostToolCalls; ++i) {
            const auto index = R"("index":)" + QByteArray::number(i) + ',';
            pieces << block(index, "tool_use", "f") << json(index, QByteArray::number(i));
        }
        const auto calls = callsIn(events(pieces), ApiProtocol::AnthropicMessages);
        QCOMPARE(calls.size(), AnswerDraft::MostToolCalls);
        QCOMPARE(calls.constLast(), u"f: 127"_s);
    }
};

QTEST_GUILESS_MAIN(ToolCallPiecesTest)
#include "tst_tool_call_pieces.moc"
