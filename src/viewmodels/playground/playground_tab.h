// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/playground_service.h"
#include "playground/request_look_up.h"
#include "playground/run_history.h"
#include "playground/support_bundles.h"
#include "viewmodels/playground/composer_view_model.h"
#include "viewmodels/playground/run_view_model.h"

#include <QPointer>
#include <QSet>

namespace tollkeeper {

//! Services of the Playground. All outlive the page.
struct PlaygroundServices {
    PlaygroundService *sender = nullptr;
    SendChoices *choices = nullptr;
    RunHistory *history = nullptr;
    RequestLookUp *lookUps = nullptr;
    SupportBundles *bundles = nullptr;
    BudgetReports *budgets = nullptr;
};

//! The same words to the same models by the same way. How long to wait for them is no part of it. Pure.
[[nodiscard]] bool isSameRequest(const SendOrder &one, const SendOrder &other);

//! One request at work: what is composed, and what came of sending it. Tabs do not know each other; several
//! can be under way. UI thread.
class PlaygroundTab : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the page")
    Q_PROPERTY(tollkeeper::ComposerViewModel *composer READ composer CONSTANT)
    Q_PROPERTY(tollkeeper::RunViewModel *run READ run CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(bool hasSent READ hasSent NOTIFY changed)
    Q_PROPERTY(QString question READ question NOTIFY questionChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool canContinue READ canContinue NOTIFY changed)
    Q_PROPERTY(QString bundle READ bundle NOTIFY bundleChanged)
    Q_PROPERTY(QString bundleProblem READ bundleProblem NOTIFY bundleChanged)

public:
    static constexpr int MostBillTries = 10; //!< as figures come in; a bill that is late comes within minutes

    PlaygroundTab(const PlaygroundServices &with, QObject *parent);
    ~PlaygroundTab() override; //!< cancels what is under way; the history gets its line nevertheless

    [[nodiscard]] ComposerViewModel *composer() { return &m_composer; }
    [[nodiscard]] RunViewModel *run() { return &m_run; }
    [[nodiscard]] QString title() const; //!< the model, for the tab
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }
    [[nodiscard]] bool hasSent() const { return m_sent.has_value(); }
    [[nodiscard]] QString question() const
    {
        return m_question;
    } //!< to be answered before it goes out; empty: none
    [[nodiscard]] QString problem() const { return m_problem; } //!< why a row or a history line is missing
    [[nodiscard]] bool canContinue() const; //!< an answer broke off that the model can go on with
    [[nodiscard]] QString bundle() const { return m_bundle; }
    [[nodiscard]] QString bundleProblem() const { return m_bundleProblem; }

    //! Sends what is composed, or asks first (see question); where prices are still being read, a moment
    //! later, if it is still the same by then. Nothing happens where there is an obstacle or one is under
    //! way.
    Q_INVOKABLE void send();
    Q_INVOKABLE void sendAnyway(); //!< the question was answered with yes
    Q_INVOKABLE void dropQuestion();
    Q_INVOKABLE void cancel(); //!< closes the connection
    //! Sends the same with the answer so far as the assistant's last words.
    Q_INVOKABLE void continueFromHere();
    //! Makes the support bundle of the last run; see bundle and bundleProblem. Until it has come there is
    //! none.
    Q_INVOKABLE void makeBundle(bool hasPrompt);

    [[nodiscard]] const std::optional<SendOrder> &sent() const { return m_sent; }

Q_SIGNALS:
    void changed();
    void questionChanged();
    void bundleChanged();
    void ended(); //!< a run, in whatever way

private:
    void go();
    void take(const Result<PlaygroundRun> &run);
    //! In the history. `tab`: is told where that fails; null where it has been closed.
    static void keep(const QPointer<PlaygroundTab> &tab, RunHistory *history, const SendOrder &order,
        const PlaygroundRun &run);
    void joinBills();
    void joinBill(qsizetype post);
    void forgetBundle();
    [[nodiscard]] RunPlace place() const;

    PlaygroundServices m_with;
    ComposerViewModel m_composer;
    RunViewModel m_run;
    std::optional<SendOrder> m_sent;
    std::stop_source m_stop;
    qint64 m_number = 0; //!< of the run under way or the last one
    QString m_question;
    QString m_problem;
    QString m_bundle;
    QString m_bundleProblem;
    std::optional<SendOrder> m_oncePriced; //!< what was to be sent before its prices were known
    QSet<qsizetype> m_unbilled; //!< POSTs of the last run whose bill may come yet
    int m_billTries = 0; //!< how often to look yet for them
    int m_askedBundle = 0;
};

} // namespace tollkeeper
