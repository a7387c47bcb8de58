// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/api_key.h"
#include "domain/model_price.h"
#include "playground/playground_run.h"
#include "viewmodels/playground/event_rows_model.h"
#include "viewmodels/playground/stream_text_model.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>
#include <QVariantList>

namespace tollkeeper {

//! Who was asked, for the words about an answer.
struct RunPlace {
    QString accountName;
    QString gatewayName;
    QString keyName;
    std::optional<Cap> cap; //!< of the key
    QDateTime figuresAt; //!< UTC; of the cap
    bool isKeyKnown = false; //!< the Keys page has it
    //! The next key of the account that has something left, and what is known of it; empty: there is none.
    QString otherKey;
    QUrl keysPage; //!< of the gateway; empty: none
    QList<ModelListing> prices; //!< of the models that were asked
    bool isElsewhere = false; //!< an answer that was received elsewhere is read
};

//! One run: what is coming in, and what came of it in the end, in words. A view of a PlaygroundRun, or of an
//! answer that was decoded without sending anything. UI thread.
class RunViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a tab")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(bool wasSent READ wasSent NOTIFY changed)
    // how it is looked at
    Q_PROPERTY(QString view READ view WRITE setView NOTIFY viewChanged)
    Q_PROPERTY(bool isFormatted READ isFormatted WRITE setIsFormatted NOTIFY viewChanged)
    // the header
    Q_PROPERTY(QString code READ code NOTIFY changed)
    Q_PROPERTY(QString tone READ tone NOTIFY changed)
    Q_PROPERTY(QString gatewayCode READ gatewayCode NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
    Q_PROPERTY(QString when READ when NOTIFY changed)
    Q_PROPERTY(QString requestedModel READ requestedModel NOTIFY changed)
    Q_PROPERTY(QString servedModel READ servedModel NOTIFY changed)
    Q_PROPERTY(QString servedCaption READ servedCaption NOTIFY changed)
    Q_PROPERTY(bool isServedByOther READ isServedByOther NOTIFY changed)
    Q_PROPERTY(QString tokens READ tokens NOTIFY changed)
    Q_PROPERTY(QString cost READ cost NOTIFY changed)
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(QString elapsed READ elapsed NOTIFY countdownChanged)
    // the answer
    Q_PROPERTY(tollkeeper::StreamTextModel *text READ text CONSTANT)
    Q_PROPERTY(bool hasText READ hasText NOTIFY changed)
    Q_PROPERTY(QString reasoning READ reasoning NOTIFY changed)
    Q_PROPERTY(QVariantList toolCalls READ toolCalls NOTIFY changed)
    Q_PROPERTY(QString ending READ ending NOTIFY changed)
    // the rail and the tabs
    Q_PROPERTY(QString attemptsTitle READ attemptsTitle NOTIFY detailsChanged)
    Q_PROPERTY(QVariantList attempts READ attempts NOTIFY detailsChanged)
    Q_PROPERTY(QString traceNote READ traceNote NOTIFY changed)
    Q_PROPERTY(QVariantList timings READ timings NOTIFY detailsChanged)
    Q_PROPERTY(QString timingsTitle READ timingsTitle NOTIFY detailsChanged)
    Q_PROPERTY(QString timingsTotal READ timingsTotal NOTIFY detailsChanged)
    Q_PROPERTY(QVariantList costs READ costs NOTIFY detailsChanged)
    Q_PROPERTY(QString costNote READ costNote NOTIFY changed)
    Q_PROPERTY(QVariantList ids READ ids NOTIFY detailsChanged)
    Q_PROPERTY(QString requestId READ requestId NOTIFY changed)
    Q_PROPERTY(QVariantList headers READ headers NOTIFY detailsChanged)
    Q_PROPERTY(int headerCount READ headerCount NOTIFY changed)
    Q_PROPERTY(tollkeeper::StreamTextModel *raw READ raw NOTIFY changed)
    Q_PROPERTY(tollkeeper::EventRowsModel *events READ events CONSTANT)
    Q_PROPERTY(int eventCount READ eventCount NOTIFY changed)
    // the diagnosis
    Q_PROPERTY(QVariantList whoseProblem READ whoseProblem NOTIFY detailsChanged)
    Q_PROPERTY(QString retryVerdict READ retryVerdict NOTIFY changed)
    Q_PROPERTY(QString retryReason READ retryReason NOTIFY changed)
    Q_PROPERTY(QString retryTone READ retryTone NOTIFY changed)
    Q_PROPERTY(QString waitText READ waitText NOTIFY countdownChanged)
    Q_PROPERTY(QUrl keysPage READ keysPage NOTIFY changed)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY detailsChanged)
    Q_PROPERTY(QVariantList evidence READ evidence NOTIFY detailsChanged)
    Q_PROPERTY(QString certainty READ certainty NOTIFY changed)
    Q_PROPERTY(QString bodyExcerpt READ bodyExcerpt NOTIFY detailsChanged)
    Q_PROPERTY(QString bodyMeaning READ bodyMeaning NOTIFY changed)

public:
    enum class State {
        Idle,
        Sending, //!< nothing has come yet
        Streaming,
        Waiting, //!< the policy waits before the next attempt
        Complete,
        Failed,
        Incomplete,
        Cancelled,
    };
    Q_ENUM(State)

    explicit RunViewModel(QObject *parent = nullptr);

    // How a run goes on; said by whoever sends it.
    void begin(const QString &model, const RunPlace &place);
    //! Where they have come while it ran.
    void setPrices(const QList<ModelListing> &prices) { m_place.prices = prices; }
    //! As it is now, see RunPlace; what a diagnosis offers follows it.
    void setOtherKey(const QString &told);
    void beginAttempt(int number, const QString &model);
    void addText(const QString &text);
    void endAttempt(const SentRequest &sent);
    void wait(std::chrono::milliseconds time);
    //! `again`: the gateway's own record has come in since.
    void end(const PlaygroundRun &run, bool again = false);
    void fail(const Error &error); //!< nothing was sent
    //! An answer of which nothing but itself is known.
    void showDecoded(const SentRequest &sent, const RunPlace &place);
    void clear();

    [[nodiscard]] const std::optional<PlaygroundRun> &run() const { return m_run; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString status() const; //!< one line for the live region: "Answer complete, 386 tokens"
    [[nodiscard]] bool wasSent() const { return m_run.has_value(); } //!< there is something to report
    //! "answer" from the beginning of a run on; else "trace", "costs", "headers", "raw" or "events".
    [[nodiscard]] QString view() const { return m_view; }
    void setView(const QString &view);
    //! Plain text until the person asks for the other.
    [[nodiscard]] bool isFormatted() const { return m_isFormatted; }
    void setIsFormatted(bool isFormatted);
    [[nodiscard]] QString code() const; //!< "200"; empty: no answer came
    [[nodiscard]] QString tone() const; //!< "ok", "warn", "danger"; "off": cancelled
    [[nodiscard]] QString gatewayCode() const; //!< server text; empty: none
    [[nodiscard]] QString title() const; //!< "Answered by a fallback model"
    [[nodiscard]] QString note() const; //!< "after 2 failed attempts"; may be empty
    [[nodiscard]] QString explanation() const; //!< of a failure
    [[nodiscard]] QString when() const; //!< "14:32:07 UTC, 90 ms, no charge"
    [[nodiscard]] QString requestedModel() const;
    [[nodiscard]] QString servedModel() const; //!< "not reported" where the gateway tells none
    [[nodiscard]] QString servedCaption() const; //!< "Served, by Google Vertex"
    [[nodiscard]] bool isServedByOther() const; //!< another model than was asked for
    [[nodiscard]] QString tokens() const;
    [[nodiscard]] QString cost() const; //!< of all POSTs together
    [[nodiscard]] QString total() const;
    [[nodiscard]] QString elapsed() const; //!< "3 s" while it runs, else empty
    [[nodiscard]] StreamTextModel *text() { return &m_text; }
    [[nodiscard]] bool hasText() const;
    [[nodiscard]] QString reasoning() const;
    [[nodiscard]] QVariantList toolCalls() const; //!< of IdLine: name and arguments
    [[nodiscard]] QString ending() const; //!< "Complete: finish reason stop, stream closed with [DONE]"
    [[nodiscard]] QString attemptsTitle() const; //!< "Route, 3 attempts"
    [[nodiscard]] QVariantList attempts() const; //!< of AttemptRow
    [[nodiscard]] QString
    traceNote() const; //!< "Attempts are not published by this gateway."; empty: they are
    [[nodiscard]] QVariantList timings() const; //!< of TimingRow, of the last attempt
    [[nodiscard]] QString timingsTitle() const; //!< "Timing"; says so where there were several attempts
    [[nodiscard]] QString timingsTotal() const; //!< of that attempt alone
    [[nodiscard]] QVariantList costs() const; //!< of CostRow: in parts, and of all POSTs together
    [[nodiscard]] QString costNote() const; //!< "Counted here, not yet reported."; may be empty
    [[nodiscard]] QVariantList ids() const; //!< of IdLine
    [[nodiscard]] QString requestId() const; //!< the one to quote; empty: none
    [[nodiscard]] QVariantList headers() const; //!< of HeaderRow
    [[nodiscard]] int headerCount() const; //!< of the last answer
    [[nodiscard]] StreamTextModel *raw(); //!< body of the last answer, as received, redacted
    [[nodiscard]] EventRowsModel *events() { return &m_events; }
    [[nodiscard]] int eventCount() const;
    [[nodiscard]] QVariantList whoseProblem() const; //!< of WhoseCell; empty: nobody's
    [[nodiscard]] QString retryVerdict() const; //!< "Do not retry."
    [[nodiscard]] QString retryReason() const;
    [[nodiscard]] QString retryTone() const; //!< "danger", "warn", "info"
    [[nodiscard]] int secondsToWait() const; //!< until it makes sense to send again; 0: now or never
    //! "20 s to go.", "The wait is over: send it now."; empty: there was nothing to wait for.
    [[nodiscard]] QString waitText() const;
    [[nodiscard]] QUrl keysPage() const; //!< the gateway's own; empty: none is known
    [[nodiscard]] QVariantList steps() const; //!< of StepRow
    [[nodiscard]] QVariantList evidence() const; //!< of EvidenceRow
    [[nodiscard]] QString certainty() const; //!< "Certain: the code is documented."
    [[nodiscard]] QString bodyExcerpt() const; //!< the beginning of a failure's body, redacted, JSON indented
    [[nodiscard]] QString bodyMeaning() const; //!< "message means: …"; empty: its code is not documented

Q_SIGNALS:
    void changed();
    void detailsChanged(); //!< a moment after it: lists, which take a page long to show, and the window draws
                           //!< in between
    void countdownChanged();
    void viewChanged();

private:
    [[nodiscard]] const Answer *answer() const; //!< nullptr: none yet
    [[nodiscard]] bool isAsking() const; //!< a POST is under way

    State m_state = State::Idle;
    RunPlace m_place;
    QString m_model;
    QString m_attemptModel;
    int m_attempt = 0;
    std::optional<PlaygroundRun> m_run;
    std::optional<Error> m_error;
    QList<SentRequest> m_ended;
    StreamTextModel m_text;
    EventRowsModel m_events;
    StreamTextModel m_raw;
    bool m_hasRaw = false;
    bool m_owesDetails = false;
    QString m_view = QStringLiteral("answer");
    bool m_isFormatted = false;
    std::chrono::milliseconds m_wait{}; //!< before the next attempt
    std::optional<std::chrono::milliseconds> m_advised; //!< from its end on
    QElapsedTimer m_since; //!< its beginning while it runs, then its end
    QTimer m_countdown;
};

} // namespace tollkeeper
