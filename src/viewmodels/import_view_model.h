// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/import_rows.h"

namespace tollkeeper {

//! The import of one file: which file, into which account, which column tells what, a rehearsal, and the
//! import itself. Whatever changes about the question reads the preview anew; the latest preview wins. UI
//! thread; holds no service, `imports` must live longer.
class ImportViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::ImportService *imports READ imports WRITE setImports NOTIFY importsChanged REQUIRED)
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY questionChanged)
    Q_PROPERTY(QString account READ account WRITE setAccount NOTIFY questionChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY stateChanged)
    Q_PROPERTY(bool canImport READ canImport NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY stateChanged)
    Q_PROPERTY(QStringList notes READ notes NOTIFY stateChanged)
    Q_PROPERTY(QStringList headings READ headings NOTIFY stateChanged)
    Q_PROPERTY(QVariantList mapping READ mapping NOTIFY stateChanged)
    Q_PROPERTY(bool isMappingFixed READ isMappingFixed NOTIFY stateChanged)
    Q_PROPERTY(QString currency READ currency NOTIFY stateChanged)
    Q_PROPERTY(QString zone READ zone NOTIFY stateChanged)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY stateChanged)
    Q_PROPERTY(QVariantList problems READ problems NOTIFY stateChanged)
    Q_PROPERTY(tollkeeper::ImportOutcome outcome READ outcome NOTIFY stateChanged)
    Q_PROPERTY(bool keepsMapping MEMBER m_keepsMapping NOTIFY questionChanged)
    Q_PROPERTY(bool isWhole READ isWhole NOTIFY questionChanged)
    Q_PROPERTY(double share READ share NOTIFY progressChanged)
    Q_PROPERTY(QString progress READ progress NOTIFY progressChanged)

public:
    enum class State {
        Choosing, //!< no file or no account yet
        Reading, //!< the preview
        Ready, //!< the preview is there
        Checking, //!< the rehearsal runs
        Checked,
        Running,
        Finished,
        Failed, //!< the file cannot be read, or the mapping does not fit
    };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] ImportService *imports() const { return m_imports; }
    void setImports(ImportService *imports);
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path);
    [[nodiscard]] QString account() const; //!< its id; empty: none
    void setAccount(const QString &id);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_state == State::Checking || m_state == State::Running; }
    [[nodiscard]] bool canImport() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString summary() const; //!< "requests.csv: CSV, 12.4 MB"
    [[nodiscard]] QStringList notes() const; //!< what the person should know of the file first
    [[nodiscard]] QStringList headings() const { return m_preview.heading; }
    [[nodiscard]] QVariantList mapping() const; //!< of MappingLine
    [[nodiscard]] bool isMappingFixed() const; //!< our own export: its columns mean what they say
    [[nodiscard]] QString currency() const { return m_preview.mapping.currency.code(); }
    [[nodiscard]] QString zone() const;
    [[nodiscard]] QVariantList rows() const; //!< of UsageCells
    [[nodiscard]] QVariantList problems() const; //!< of ProblemLine, in the preview
    [[nodiscard]] ImportOutcome outcome() const { return m_outcome; }
    [[nodiscard]] bool isWhole() const { return m_whole.has_value(); }
    [[nodiscard]] double share() const;
    [[nodiscard]] QString progress() const;

    //! No column: nothing tells that field.
    Q_INVOKABLE void chooseColumn(int field, const QString &column);
    Q_INVOKABLE bool chooseCurrency(const QString &code); //!< of amounts where no column names one
    Q_INVOKABLE bool chooseZone(const QString &id); //!< of times without an offset
    //! The rows are all there are on these UTC days (YYYY-MM-DD); empty days: nobody says so. False where
    //! they are no days.
    Q_INVOKABLE bool chooseWhole(const QString &first, const QString &last);
    Q_INVOKABLE void check();
    Q_INVOKABLE void run();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void reset(); //!< for another file

Q_SIGNALS:
    void importsChanged();
    void questionChanged();
    void stateChanged();
    void progressChanged();

private:
    void preview(const std::optional<ColumnMapping> &mapping);
    void take(const Result<ImportPreview> &preview);
    void begin(State state);
    void follow(Async<ImportReport> work);
    void finish(const Result<ImportReport> &report);
    void moveTo(State state);
    void failWith(const Error &error);
    [[nodiscard]] ImportOrder order() const;

    ImportService *m_imports = nullptr;
    QString m_path;
    AccountId m_account;
    std::optional<WholeInterval> m_whole;
    bool m_keepsMapping = true;
    int m_asked = 0;
    State m_state = State::Choosing;
    QString m_problem;
    ImportPreview m_preview;
    ImportProgress m_progress;
    ImportOutcome m_outcome;
};

} // namespace tollkeeper
