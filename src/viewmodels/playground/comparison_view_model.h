// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/playground_tab.h"

#include <QPointer>

namespace tollkeeper {

//! One model of a comparison.
struct ComparisonRow {
    Q_GADGET
    QML_VALUE_TYPE(comparisonRow)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QString state MEMBER state)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(QString succeeded MEMBER succeeded)
    Q_PROPERTY(QString served MEMBER served)
    Q_PROPERTY(QString tokens MEMBER tokens)
    Q_PROPERTY(QString cost MEMBER cost)
    Q_PROPERTY(QString costPerSuccess MEMBER costPerSuccess)
    Q_PROPERTY(QString firstToken MEMBER firstToken)
    Q_PROPERTY(QString total MEMBER total)
    Q_PROPERTY(QString answer MEMBER answer)

public:
    QString model;
    QString state; //!< "2 of 3", then what came of them in a few words
    QString tone; //!< "", "ok", "warn", "danger"
    QString succeeded; //!< "3 of 3"
    QString served; //!< models that answered, where they are others
    QString tokens; //!< of all successes: "1,182 + 386"
    QString cost; //!< of all, failures included; "unknown" where one is, "≈" where list prices had to do
    QString costPerSuccess; //!< that cost by the number of complete answers; empty: none succeeded
    QString firstToken; //!< median
    QString total; //!< median
    QString answer; //!< the last complete one, its beginning
};

//! The same request to several models, some at once, and what each made of it. Its requests are real and
//! charged. UI thread.
class ComparisonViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::PlaygroundService *sender READ sender WRITE setSender NOTIFY sourcesChanged REQUIRED)
    Q_PROPERTY(tollkeeper::RunHistory *history READ history WRITE setHistory NOTIFY sourcesChanged REQUIRED)
    Q_PROPERTY(tollkeeper::ComposerViewModel *composer READ composer WRITE setComposer NOTIFY sourcesChanged)
    Q_PROPERTY(QStringList models READ models WRITE setModels NOTIFY modelsChanged)
    Q_PROPERTY(int repeats READ repeats WRITE setRepeats NOTIFY modelsChanged)
    Q_PROPERTY(QString estimate READ estimate NOTIFY modelsChanged)
    Q_PROPERTY(QString obstacle READ obstacle NOTIFY modelsChanged)
    Q_PROPERTY(QString question READ question NOTIFY questionChanged)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY rowsChanged)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)

public:
    static constexpr int MostModels = 8;
    static constexpr int MostRepeats = 10;
    static constexpr int MostAtOnce
        = 4; //!< more would wait for a connection, and their time would run meanwhile

    using QObject::QObject;
    ~ComparisonViewModel() override; //!< cancels what is under way; the history gets its lines nevertheless

    [[nodiscard]] PlaygroundService *sender() const { return m_sender; }
    void setSender(PlaygroundService *sender);
    [[nodiscard]] RunHistory *history() const { return m_history; }
    void setHistory(RunHistory *history);
    //! Whose request is sent; it may be gone at any time, and what was asked about it is gone then too.
    [[nodiscard]] ComposerViewModel *composer() const { return m_composer; }
    void setComposer(ComposerViewModel *composer);
    [[nodiscard]] QStringList models() const { return m_models; }
    void setModels(const QStringList &models);
    [[nodiscard]] int repeats() const { return m_repeats; } //!< requests for each model
    void setRepeats(int repeats);
    [[nodiscard]] QString estimate() const; //!< of all together, a sentence
    [[nodiscard]] QString obstacle() const; //!< why it cannot be started; empty: it can
    //! Why it should not be started without being asked, a sentence; empty: it was not asked to, or there is
    //! no reason.
    [[nodiscard]] QString question() const { return m_question; }
    [[nodiscard]] bool isRunning() const { return m_underWay > 0; }
    [[nodiscard]] QVariantList rows() const; //!< of ComparisonRow, in the order of the models

    Q_INVOKABLE void start(); //!< or asks first: see question; where prices are being read, a moment later
    Q_INVOKABLE void startAnyway(); //!< the question was answered with yes
    Q_INVOKABLE void dropQuestion();
    Q_INVOKABLE void cancel(); //!< what waits for its turn is not sent

Q_SIGNALS:
    void sourcesChanged();
    void modelsChanged();
    void rowsChanged();
    void questionChanged();

private:
    struct Line {
        QString model;
        QList<PlaygroundRun> runs;
        std::optional<Error> refusal; //!< why nothing was sent
    };

    void go();
    void ask(const QString &question);
    void changeComposer(); //!< what was asked or waited for was of another one
    [[nodiscard]] CostEstimate costOfAllRequests() const;
    void sendNext();
    void take(qsizetype line, const Result<PlaygroundRun> &run);
    [[nodiscard]] ComparisonRow rowOf(const Line &line) const;

    PlaygroundService *m_sender = nullptr;
    RunHistory *m_history = nullptr;
    QPointer<ComposerViewModel> m_composer;
    QStringList m_models;
    int m_repeats = 1;
    QList<Line> m_lines;
    int m_repeatsAsked = 0; //!< of the lines
    SendOrder m_order; //!< of the round, but for its model
    RunPlace m_place; //!< prices of the round
    QList<qsizetype> m_waiting; //!< lines whose next request waits for its turn
    int m_underWay = 0;
    int m_round = 0;
    QString m_question;
    std::optional<SendOrder> m_oncePriced; //!< what was to be started before its prices were known
    std::stop_source m_stop;
};

} // namespace tollkeeper
