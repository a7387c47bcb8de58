// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_scenarios.h"

#include <algorithm>
#include <array>

namespace tollkeeper::simulator {
namespace {

constexpr std::array All{
    Scenario{"answers", Twist::None, nullptr, "nothing peculiar"},
    Scenario{"fails", Twist::Fail, "503", "refuses with the failure of the gateway's list"},
    Scenario{"fails-in-stream", Twist::FailInStream, "429", "200 and a sign of life, then the failure"},
    Scenario{"fails-in-body", Twist::FailInBody, "502", "200, and the body is the failure"},
    Scenario{"all-fail", Twist::AllFail, "429", "every provider fails; the earlier failures are told"},
    Scenario{"hangs", Twist::Hang, nullptr, "says nothing for ten minutes"},
    Scenario{"drops", Twist::Drop, nullptr, "closes the connection instead of answering"},
    Scenario{"resets", Twist::Reset, nullptr, "resets the connection instead of answering"},
    Scenario{"html", Twist::Html, nullptr, "502 with a page of HTML from something in between"},
    Scenario{"empty", Twist::Empty, nullptr, "a success without any text, and free"},
    Scenario{"long", Twist::Long, nullptr, "four thousand words"},
    Scenario{"other-model", Twist::OtherModel, nullptr, "another model answers than was asked"},
    Scenario{"falls-back", Twist::FallBack, nullptr, "two providers fail before a third answers"},
    Scenario{"calls-a-tool", Twist::CallTool, nullptr, "a tool call and no text"},
    Scenario{"reasons", Twist::Reason, nullptr, "reasoning before the text"},
    Scenario{"ends-at-length", Twist::EndAtLength, nullptr, "stops after eight words for its length"},
    Scenario{"filtered", Twist::Filter, nullptr, "stops after eight words for its content"},
    Scenario{"finish-error", Twist::FinishError, nullptr, "200, some text, and it finishes with an error"},
    Scenario{"slow", Twist::Slow, nullptr, "a piece every 40 ms; a whole answer after a second"},
    Scenario{"keeps-alive", Twist::KeepAlive, nullptr, "signs of life and pauses before the first word"},
    Scenario{"splits", Twist::Split, nullptr, "a stream in writes of seven bytes"},
    Scenario{"crlf", Twist::CarriageReturns, nullptr, "a stream whose lines end with CR LF"},
    Scenario{"repeats-finish", Twist::RepeatFinish, nullptr, "a stream that tells its end twice"},
    Scenario{"hangs-mid-stream", Twist::HangMidStream, nullptr, "falls silent half-way"},
    Scenario{"cuts-mid-stream", Twist::CutMidStream, nullptr, "the connection breaks half-way"},
    Scenario{"error-mid-stream", Twist::ErrorMidStream, "502", "the failure half-way, and the stream ends"},
    Scenario{"text-code-mid-stream", Twist::TextCodeMidStream, "502", "the same, with the code as text"},
    Scenario{
        "no-terminator", Twist::NoTerminator, nullptr, "the stream ends properly, its last word missing"},
};

} // namespace

std::span<const Scenario> scenarios()
{
    return All;
}

std::optional<ChosenScenario> scenarioNamed(const QByteArray &name)
{
    const auto exact = std::ranges::find_if(All, [&name](const Scenario &one) { return name == one.name; });
    if (exact != All.end())
        return ChosenScenario{&*exact, exact->code};
    std::optional<ChosenScenario> found;
    for (const auto &one : All) {
        const auto prefix = QByteArray(one.name) + '-';
        const bool fits = one.code && name.startsWith(prefix) && name.size() > prefix.size();
        // "fails-in-stream-429" is no failure of the code "in-stream-429".
        if (fits
            && (!found || QByteArrayView(one.name).size() > QByteArrayView(found->scenario->name).size()))
            found = ChosenScenario{&one, name.mid(prefix.size())};
    }
    return found;
}

} // namespace tollkeeper::simulator
