// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kept_run.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/stream_text_model.h"

namespace tollkeeper {

//! One run of the history as it was kept, to be read again. UI thread.
class KeptRunViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a history")
    Q_PROPERTY(bool isShown READ isShown NOTIFY changed)
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(QString time READ time NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed)
    Q_PROPERTY(QString tone READ tone NOTIFY changed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    Q_PROPERTY(QVariantList ids READ ids NOTIFY changed)
    Q_PROPERTY(QVariantList attempts READ attempts NOTIFY changed)
    Q_PROPERTY(tollkeeper::StreamTextModel *answer READ answer CONSTANT)
    Q_PROPERTY(QString answerNote READ answerNote NOTIFY changed)

public:
    using QObject::QObject;

    void show(const KeptRun &run);
    void clear();

    [[nodiscard]] bool isShown() const { return !m_row.id.isEmpty(); }
    [[nodiscard]] QString id() const { return m_row.id; } //!< of the history; empty: none is shown
    [[nodiscard]] QString time() const { return m_row.time; } //!< "18 Jun 14:31:42 UTC"
    [[nodiscard]] QString code() const { return m_row.code; } //!< HTTP status; "-" where no answer came
    [[nodiscard]] QString tone() const { return m_row.tone; } //!< "ok", "warn", "danger"; "off": cancelled
    [[nodiscard]] QString verdict() const { return m_row.verdict; } //!< a few words
    [[nodiscard]] QVariantList facts() const { return m_facts; } //!< of IdLine
    [[nodiscard]] QVariantList ids() const { return m_ids; } //!< of IdLine
    [[nodiscard]] QVariantList attempts() const { return m_attempts; } //!< of AttemptRow
    [[nodiscard]] StreamTextModel *answer() { return &m_answer; }
    [[nodiscard]] QString answerNote() const { return m_answerNote; } //!< why there is no text; may be empty

Q_SIGNALS:
    void changed();

private:
    RunRow m_row;
    QVariantList m_facts;
    QVariantList m_ids;
    QVariantList m_attempts;
    StreamTextModel m_answer;
    QString m_answerNote;
};

} // namespace tollkeeper
