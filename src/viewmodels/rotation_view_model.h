// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secret_clipboard.h"
#include "sync/rotation_service.h"
#include "viewmodels/rotation_lines.h"

#include <QPointer>

namespace tollkeeper {

class KeysViewModel;

//! The rotation of one key, step by step. It can be closed at any step and goes on from there; what is shown
//! is always what is stored. UI thread; the services must live longer.
class RotationViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyReports *reports READ reports WRITE setReports NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(tollkeeper::RotationService *rotations READ rotations WRITE setRotations NOTIFY servicesChanged
            REQUIRED)
    Q_PROPERTY(
        tollkeeper::SecretClipboard *clipboard READ clipboard WRITE setClipboard NOTIFY servicesChanged)
    Q_PROPERTY(QString keychain MEMBER m_keychain NOTIFY servicesChanged)
    Q_PROPERTY(bool isOpen READ isOpen WRITE setOpen NOTIFY openChanged)
    Q_PROPERTY(bool isReady READ isReady NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(QString newKey READ newKey NOTIFY changed)
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(bool isPasted READ isPasted NOTIFY changed)
    Q_PROPERTY(QString keysPage READ keysPage NOTIFY changed)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(tollkeeper::RotationChart chart READ chart NOTIFY changed)
    Q_PROPERTY(QVariantList keyLines READ keyLines NOTIFY changed)
    Q_PROPERTY(QString sinceTitle READ sinceTitle NOTIFY changed)
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)
    Q_PROPERTY(int copiedSeconds READ copiedSeconds NOTIFY copiedChanged)
    Q_PROPERTY(bool isQuiet READ isQuiet NOTIFY changed)
    Q_PROPERTY(bool canDelete READ canDelete NOTIFY changed)
    Q_PROPERTY(QString newName READ newName NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    //! As RotationStep.
    enum class Step { Create, Save, Deploy, Watch, Disable, Delete, Done, Cancelled };
    Q_ENUM(Step)

    using QObject::QObject;

    [[nodiscard]] KeyReports *reports() const { return m_reports; }
    void setReports(KeyReports *reports);
    [[nodiscard]] RotationService *rotations() const { return m_rotations; }
    void setRotations(RotationService *rotations);
    [[nodiscard]] SecretClipboard *clipboard() const { return m_clipboard; }
    void setClipboard(SecretClipboard *clipboard);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void setOpen(bool open); //!< the dialog is shown: nothing is asked otherwise
    [[nodiscard]] bool isReady() const { return m_watch.has_value(); }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] QString name() const { return m_name; } //!< of the old key
    [[nodiscard]] QString id() const;
    [[nodiscard]] QString newKey() const; //!< id of the new key; empty: not known yet
    [[nodiscard]] Step step() const;
    [[nodiscard]] bool isPasted() const { return m_watch && m_watch->rotation.isPasted; }
    [[nodiscard]] QString keysPage() const { return m_keysPage; }
    [[nodiscard]] QVariantList steps() const; //!< of RotationStepLine
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] RotationChart chart() const;
    [[nodiscard]] QVariantList keyLines() const; //!< of RotationKeyLine
    [[nodiscard]] QString sinceTitle() const; //!< "Since 13:52"
    [[nodiscard]] QString asOf() const;
    [[nodiscard]] int copiedSeconds() const; //!< until the clipboard is cleared; 0: no line of ours is there
    [[nodiscard]] bool isQuiet() const { return m_watch && m_watch->isQuiet; }
    [[nodiscard]] bool canDelete() const; //!< the days before are over
    [[nodiscard]] QString newName() const { return m_watch ? m_watch->rotation.newName : QString(); }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problem() const { return m_problem; }

    //! Opens the rotation of the selected key, or begins one.
    Q_INVOKABLE void begin(tollkeeper::KeysViewModel *page);
    Q_INVOKABLE void proceed();
    Q_INVOKABLE void paste(QObject *field); //!< empties the field
    Q_INVOKABLE void confirmDeployed();
    //! Takes the new key as a line for an environment file to the clipboard, for half a minute.
    Q_INVOKABLE void copyLine();
    Q_INVOKABLE void waitADay();
    Q_INVOKABLE void undoDisable();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void servicesChanged();
    void openChanged();
    void copiedChanged();
    void changed();

private:
    void reload();
    void follow(Async<tollkeeper::Done> task);
    void showProblem(const Error &error);
    void findTails(const KeysViewModel &page);
    [[nodiscard]] RotationKeys keys() const { return {m_oldTail, m_newTail, m_keychain}; }

    KeyReports *m_reports = nullptr;
    RotationService *m_rotations = nullptr;
    SecretClipboard *m_clipboard = nullptr;
    bool m_hasCopied = false;
    QString m_keychain;
    bool m_isOpen = false;
    bool m_isBusy = false;
    RotationId m_rotation;
    std::optional<RotationWatch> m_watch;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_name;
    QString m_keysPage;
    QString m_oldTail;
    QString m_newTail;
    QPointer<KeysViewModel> m_page; //!< names the keys
    int m_asked = 0;
    QString m_problemTitle;
    QString m_problem;
};

} // namespace tollkeeper
