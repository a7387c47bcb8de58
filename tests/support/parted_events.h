// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sse_reader.h"

namespace tollkeeper {

//! The same events with one between any two that says nothing, so that none follows one that it could repeat.
//! What is no stream of events stays as it is.
inline QByteArray partedEvents(QByteArrayView bytes)
{
    SseReader reader;
    QByteArray parted;
    const auto add = [&parted](const SseEvent &event) {
        if (!event.type.isEmpty())
            parted += "event: " + event.type + '\n';
        for (const auto &line : event.data.split('\n'))
            parted += "data: " + line + '\n';
    };
    for (const auto &event : reader.feed(bytes)) {
        add(event);
        parted += "\ndata: {}\n\n";
    }
    if (const auto last = reader.takeUnfinished())
        add(*last);
    return parted.isEmpty() ? bytes.toByteArray() : parted;
}

} // namespace tollkeeper
