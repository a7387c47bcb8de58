// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One try in the route of a request. `tone`: "ok", "warn", "danger", "off", or empty while it is under way.
struct AttemptRow {
    Q_GADGET
    QML_VALUE_TYPE(attemptRow)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString provider MEMBER provider)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(QString origin MEMBER origin)
    Q_PROPERTY(bool isServed MEMBER isServed)
    Q_PROPERTY(bool isRunning MEMBER isRunning)
    Q_PROPERTY(QString errorCode MEMBER errorCode)
    Q_PROPERTY(QString message MEMBER message)
    Q_PROPERTY(QString requestId MEMBER requestId)

public:
    QString tone;
    QString model; //!< server text
    QString code; //!< the HTTP status; empty: not told
    QString time; //!< "410 ms"; empty: not told
    QString provider; //!< server text; empty: not told
    QString reason; //!< a sentence, or server text
    QString origin; //!< "Tollkeeper" or the gateway's name: who made this try
    bool isServed = false;
    bool isRunning = false;
    // What a failed POST of ours was answered; server text, empty where it does not tell.
    QString errorCode; //!< the gateway's own
    QString message;
    QString requestId; //!< the one to quote
};

//! One bar of the waterfall.
struct TimingRow {
    Q_GADGET
    QML_VALUE_TYPE(timingRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(double start MEMBER start)
    Q_PROPERTY(double length MEMBER length)
    Q_PROPERTY(QString tone MEMBER tone)

public:
    QString name; //!< "DNS", "Connect", "TLS", "First byte", "Stream"
    QString text; //!< "4 ms", "reused", "not told"
    double start = 0; //!< share of the whole, from 0 to 1
    double length = 0; //!< the same; 0: no bar
    QString tone; //!< "connect", "wait" or "stream"
};

//! One line of what a request cost.
struct CostRow {
    Q_GADGET
    QML_VALUE_TYPE(costRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(QString amount MEMBER amount)
    Q_PROPERTY(bool isSum MEMBER isSum)
    Q_PROPERTY(bool isWarning MEMBER isWarning)
    Q_PROPERTY(bool isEstimate MEMBER isEstimate)

public:
    QString name; //!< "Prompt", "Completion", "Charged", "More than claude-sonnet-4.5"
    QString note; //!< "1,182 at $5.00/M"
    QString amount;
    bool isSum = false;
    bool isWarning = false;
    bool isEstimate = false; //!< worked out here
};

//! One field of the request's or the answer's header, or of what is said of them.
struct HeaderRow {
    Q_GADGET
    QML_VALUE_TYPE(headerRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString value MEMBER value)
    Q_PROPERTY(bool isHeading MEMBER isHeading)

public:
    QString name; //!< server text
    QString value; //!< server text, redacted; the key is masked
    bool isHeading = false; //!< `name` begins a group: "Request", "Answer", attempt by attempt
};

//! A cell of "Whose problem".
struct WhoseCell {
    Q_GADGET
    QML_VALUE_TYPE(whoseCell)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(bool isOn MEMBER isOn)
    Q_PROPERTY(bool isPale MEMBER isPale)

public:
    QString name; //!< "Request", "Key", "Budget", "Policy", "Gateway" (or "Network"), "Provider"
    bool isOn = false;
    bool isPale = false; //!< with isOn: not sure
};

//! Something to do about a failure.
struct StepRow {
    Q_GADGET
    QML_VALUE_TYPE(stepRow)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(QString button MEMBER button)
    Q_PROPERTY(QString action MEMBER action)

public:
    QString title;
    QString note; //!< one or two sentences; may be empty
    QString button; //!< empty: nothing here can do it
    //! What the button does: "switchKey", "openGateway", "sendAgain", "addFallback", "chooseModel", "edit",
    //! "openKey", "copyBundle".
    QString action;
};

//! A reason for a diagnosis.
struct EvidenceRow {
    Q_GADGET
    QML_VALUE_TYPE(evidenceRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString text MEMBER text)

public:
    QString name; //!< "Error code"
    QString text;
};

//! A model to choose, with its price.
struct ModelRow {
    Q_GADGET
    QML_VALUE_TYPE(modelRow)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QString price MEMBER price)
    Q_PROPERTY(QString context MEMBER context)
    Q_PROPERTY(QString warning MEMBER warning)

public:
    QString model; //!< server text
    QString price; //!< "$3.00 / $15.00"; empty: not told
    QString context; //!< "200,000 tokens"; empty: not told
    QString warning; //!< of a fallback: "dearer than …"; empty: none
};

//! A key to send with.
struct SendKeyRow {
    Q_GADGET
    QML_VALUE_TYPE(sendKeyRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString left MEMBER left)
    Q_PROPERTY(QString tone MEMBER tone)

public:
    QString name; //!< server text, with the environment
    QString left; //!< "$31.66 left of $60", "No cap"
    QString tone; //!< "danger" where nothing is left, "warn" from 80% on, else empty
};

//! An account to send through. `tone` is that of its mark: "ok", "stale", "danger", "off".
struct SendAccountRow {
    Q_GADGET
    QML_VALUE_TYPE(sendAccountRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString tone MEMBER tone)

public:
    QString name;
    QString tone;
};

//! A run in the history or a comparison.
struct RunRow {
    Q_GADGET
    QML_VALUE_TYPE(runRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QString served MEMBER served)
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(QString verdict MEMBER verdict)
    Q_PROPERTY(QString tokens MEMBER tokens)
    Q_PROPERTY(QString cost MEMBER cost)
    Q_PROPERTY(QString total MEMBER total)
    Q_PROPERTY(QString prompt MEMBER prompt)
    Q_PROPERTY(QString requestId MEMBER requestId)
    Q_PROPERTY(bool hasBodies MEMBER hasBodies)

public:
    QString id; //!< of the history; empty: not in it
    QString time; //!< "18 Jun 14:31:42 UTC"
    QString model; //!< asked for
    QString served; //!< empty: the same, or nobody
    QString key; //!< "account / key"
    QString code; //!< HTTP status; "-" where no answer came
    QString tone; //!< "ok", "warn", "danger"; "off": cancelled
    QString verdict; //!< a few words
    QString tokens; //!< "1,182 + 386"; "unknown"
    QString cost; //!< "$0.01556"; "at least $0.01556" where that is not all of it; "unknown"
    QString total; //!< "9.84 s"
    QString prompt; //!< its beginning; empty: not kept
    QString requestId;
    bool hasBodies = false; //!< what was asked and answered was kept
    friend bool operator==(const RunRow &, const RunRow &) = default;
};

//! A stretch of a comparison of two texts. `kind`: "same", "left" or "right".
struct DiffRow {
    Q_GADGET
    QML_VALUE_TYPE(diffRow)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString text MEMBER text)

public:
    QString kind;
    QString text; //!< one line
};

} // namespace tollkeeper
