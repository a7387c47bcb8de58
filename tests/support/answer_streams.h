// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer_vocabulary.h"

#include <QByteArray>
#include <QList>

namespace tollkeeper {

//! A stream as it comes over the wire, with the gateway it is from.
struct SampleStream {
    const char *name;
    const char *gateway;
    ApiProtocol protocol;
    QByteArray bytes;
};

//! Events of the chat protocol, each a JSON text.
inline QByteArray chatStream(const QList<QByteArray> &chunks, bool isDone = true)
{
    QByteArray bytes = ": keep-alive\n\n";
    for (const auto &chunk : chunks)
        bytes += "data: " + chunk + "\n\n";
    return isDone ? bytes + "data: [DONE]\n\n" : bytes;
}

//! Named events: pairs of a name and its data.
inline QByteArray namedStream(const QList<std::pair<QByteArray, QByteArray>> &events)
{
    QByteArray bytes;
    for (const auto &[name, data] : events)
        bytes += "event: " + name + "\r\ndata: " + data + "\r\n\r\n";
    return bytes;
}

inline QByteArray chatText()
{
    return chatStream({R"({"id":"gen-1","model":"acme/x","provider":"Acme","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]})",
        R"({"id":"gen-1","model":"acme/x","provider":"Acme","choices":[{"index":0,"delta":{"reasoning":"hm"},"finish_reason":null}]})",
        R"({"id":"gen-1","model":"acme/x","provider":"Acme","choices":[{"index":0,"delta":{"content":"Grüße, "},"finish_reason":null}]})",
        R"({"id":"gen-1","model":"acme/x","provider":"Acme","choices":[{"index":0,"delta":{"content":"Welt 🌍"},"finish_reason":null}]})",
        R"({"id":"gen-1","model":"acme/x","provider":"Acme","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})",
        R"({"id":"gen-1","model":"acme/x","provider":"Acme","choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}],"usage":{"prompt_tokens":20,"completion_tokens":7,"total_tokens":27,"cost":0.000004,"is_byok":false,"prompt_tokens_details":{"cached_tokens":5},"completion_tokens_details":{"reasoning_tokens":2},"cost_details":{"upstream_inference_cost":0.000004}}})"});
}

inline QByteArray chatTools()
{
    return chatStream(
        {R"({"id":"c1","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"weather","arguments":""}}]}}]})",
            R"({"id":"c1","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"city\":"}}]}}]})",
            R"({"id":"c1","model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"call_2","function":{"name":"time","arguments":"{}"}},{"index":0,"function":{"arguments":"\"Bern\"}"}}]}}]})",
            R"({"id":"c1","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]})",
            R"({"id":"c1","model":"m","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}})"});
}

inline QByteArray chatBrokenByProvider()
{
    return chatStream(
        {R"({"id":"gen-x","model":"m/x","provider":"Acme","choices":[{"index":0,"delta":{"content":"Half an "}}]})",
            R"({"id":"gen-x","object":"chat.completion.chunk","model":"m/x","provider":"Acme","error":{"code":502,"message":"Provider disconnected","metadata":{"error_type":"provider_unavailable","provider_code":"oops"}},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]})"},
        false);
}

inline QByteArray responsesText()
{
    return namedStream({{"response.created",
                            R"({"type":"response.created","response":{"id":"resp_1","object":"response","status":"in_progress","model":"gpt","output":[]}})"},
        {"response.output_item.added",
            R"({"type":"response.output_item.added","output_index":0,"item":{"type":"reasoning","summary":[]}})"},
        {"response.reasoning_summary_text.delta",
            R"({"type":"response.reasoning_summary_text.delta","delta":"hm"})"},
        {"response.output_text.delta",
            R"({"type":"response.output_text.delta","output_index":1,"content_index":0,"delta":"Hello "})"},
        {"response.output_text.delta",
            R"({"type":"response.output_text.delta","output_index":1,"content_index":0,"delta":"there"})"},
        {"response.output_item.added",
            R"({"type":"response.output_item.added","item":{"type":"function_call","call_id":"call_1","name":"f","arguments":""}})"},
        {"response.function_call_arguments.delta",
            R"({"type":"response.function_call_arguments.delta","delta":"{}"})"},
        {"response.completed",
            R"({"type":"response.completed","response":{"id":"resp_1","object":"response","status":"completed","model":"gpt-served","error":null,"output":[{"type":"message","content":[{"type":"output_text","text":"Hello there"}]}],"usage":{"input_tokens":11,"output_tokens":5,"input_tokens_details":{"cached_tokens":3},"output_tokens_details":{"reasoning_tokens":1},"cost":0.01}}})"}});
}

inline QByteArray messagesText()
{
    return namedStream({{"message_start",
                            R"({"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude","content":[],"usage":{"input_tokens":10,"cache_creation_input_tokens":4,"cache_read_input_tokens":6,"output_tokens":1}}})"},
        {"ping", R"({"type": "ping"})"},
        {"content_block_start",
            R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}})"},
        {"content_block_delta",
            R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}})"},
        {"content_block_start",
            R"({"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}})"},
        {"content_block_delta",
            R"({"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Bon"}})"},
        {"content_block_delta",
            R"({"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"jour"}})"},
        {"content_block_start",
            R"({"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"toolu_1","name":"f","input":{}}})"},
        {"content_block_delta",
            R"({"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"a\":1}"}})"},
        {"message_delta",
            R"({"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":9}})"},
        {"message_stop", R"({"type":"message_stop"})"}});
}

inline QByteArray geminiText()
{
    return "data: "
           R"({"candidates":[{"content":{"parts":[{"text":"hm","thought":true}],"role":"model"},"index":0}],"modelVersion":"gemini-x","responseId":"r1"})"
           "\n\ndata: "
           R"({"candidates":[{"content":{"parts":[{"text":"Ciao "},{"functionCall":{"name":"f","args":{"a":1}}}]},"index":0}],"modelVersion":"gemini-x"})"
           "\n\ndata: "
           R"({"candidates":[{"content":{"parts":[{"text":"bella"}]},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":8,"candidatesTokenCount":4,"thoughtsTokenCount":3,"cachedContentTokenCount":2,"totalTokenCount":15},"modelVersion":"gemini-x"})"
           "\n\n";
}

//! Streams of every protocol, whole and broken.
inline QList<SampleStream> sampleStreams()
{
    using P = ApiProtocol;
    const QByteArray heartbeatThenLimit = ":\n\n: \n\nevent: error\ndata: "
                                          R"({"error":{"type":"rate_limit_error","message":"queue is full"}})"
                                          "\n\n";
    return {{"chat: text", "openrouter", P::OpenAiChat, chatText()},
        {"chat: tools", "openai-compatible", P::OpenAiChat, chatTools()},
        {"chat: the provider breaks off", "openrouter", P::OpenAiChat, chatBrokenByProvider()},
        {"chat: no end mark", "torouter", P::OpenAiChat, chatText().chopped(14)},
        {"chat: CRLF and a mark", "litellm", P::OpenAiChat,
            "\xef\xbb\xbf" + QByteArray(chatText()).replace("\n", "\r\n")},
        {"chat: CR", "chuizi", P::OpenAiChat, QByteArray(chatText()).replace("\n", "\r")},
        {"chat: heartbeats, then a limit", "torouter", P::OpenAiChat, heartbeatThenLimit},
        {"chat: a plain word", "torouter", P::OpenAiChat,
            chatStream({R"({"choices":[{"index":0,"delta":{"content":"x"}}]})",
                           R"({"error":"upstream_stream_read_error"})"},
                false)},
        {"responses: text", "openai-compatible", P::OpenAiResponses, responsesText()},
        {"responses: no end mark", "torouter", P::OpenAiResponses, responsesText().left(900)},
        {"messages: text", "openai-compatible", P::AnthropicMessages, messagesText()},
        {"messages: no end mark", "torouter", P::AnthropicMessages, messagesText().chopped(60)},
        {"gemini: text", "openai-compatible", P::Gemini, geminiText()},
        {"gemini: no end mark", "torouter", P::Gemini, geminiText().left(300)},
        {"gemini: a list", "openai-compatible", P::Gemini,
            "[" + QByteArray(geminiText()).replace("data: ", "").trimmed().replace("\n\n", ",\r\n") + "]"},
        {"gemini: a list that breaks off", "openai-compatible", P::Gemini,
            "[" + QByteArray(geminiText()).replace("data: ", "").trimmed().replace("\n\n", ",\n").left(330)}};
}

} // namespace tollkeeper
