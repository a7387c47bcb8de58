// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"

#include <QJsonObject>

namespace tollkeeper::simulator {

//! One event of a stream, with the blank line that ends it.
struct Frame {
    enum class Role : std::uint8_t {
        Opening, //!< before the first word
        Content, //!< a word, or a part of a tool call
        Closing, //!< how it ended, and what it took
        Terminator //!< without it the stream is not complete
    };
    QByteArray text = {};
    Role role = Role::Content;
    int delayMs = 0; //!< silence before it
};

//! Server-sent events; without a name only the data line is written.
[[nodiscard]] Frame frame(const QJsonObject &data, Frame::Role role, const QByteArray &event = {});
//! A comment line: it says that somebody is still there.
[[nodiscard]] Frame comment(const QByteArray &text);

//! The frames until half the content has come, and then no more.
[[nodiscard]] std::vector<Frame> firstHalf(const std::vector<Frame> &frames);
//! All of them as one stream.
[[nodiscard]] Answer streamOf(const std::vector<Frame> &frames);

} // namespace tollkeeper::simulator
