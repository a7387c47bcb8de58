// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/channel_rows.h"

#include <QHash>
#include <QObject>
#include <QVariantMap>

namespace tollkeeper {

//! The ways to tell people: listed, added, changed, tried out, removed. What is typed for an address, token
//! or password goes from its field straight into a Secret; it is never a property. UI thread; `service` must
//! live longer.
class ChannelsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::ChannelService *service READ service WRITE setService NOTIFY serviceChanged REQUIRED)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(QVariantList forms READ forms CONSTANT)
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool isEditing READ isEditing NOTIFY draftChanged)
    Q_PROPERTY(bool isNew READ isNew NOTIFY draftChanged)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY draftChanged)
    Q_PROPERTY(tollkeeper::ChannelForm form READ form NOTIFY draftChanged)
    Q_PROPERTY(QString name READ name NOTIFY draftChanged)
    Q_PROPERTY(QVariantMap settings READ settings NOTIFY draftChanged)
    Q_PROPERTY(bool hasAddress READ hasAddress NOTIFY draftChanged)
    Q_PROPERTY(bool hasSecret READ hasSecret NOTIFY draftChanged)
    Q_PROPERTY(QString draftProblem READ draftProblem NOTIFY draftChanged)

public:
    using QObject::QObject;

    [[nodiscard]] ChannelService *service() const { return m_service; }
    void setService(ChannelService *service);
    [[nodiscard]] QVariantList rows() const; //!< of ChannelRow
    [[nodiscard]] QVariantList forms() const; //!< of ChannelForm, that can be added
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] QString problem() const { return m_problem; } //!< of the list or of what was done in it
    [[nodiscard]] bool isEditing() const { return m_draft.has_value(); }
    [[nodiscard]] bool isNew() const { return m_draft && !m_draft->id.isValid(); }
    [[nodiscard]] bool isSaving() const { return m_isSaving; }
    [[nodiscard]] ChannelForm form() const { return m_draft ? channelForm(m_draft->kind) : ChannelForm(); }
    [[nodiscard]] QString name() const { return m_draft ? m_draft->name : QString(); }
    [[nodiscard]] QVariantMap settings() const;
    //! Stored, or typed for this draft already: an empty field leaves it as it is.
    [[nodiscard]] bool hasAddress() const;
    [[nodiscard]] bool hasSecret() const;
    [[nodiscard]] QString draftProblem() const { return m_draftProblem; }

    Q_INVOKABLE void reload();
    Q_INVOKABLE void begin(const QString &kind); //!< a new one
    Q_INVOKABLE void edit(const QString &id);
    Q_INVOKABLE void cancel(); //!< forgets what was typed
    //! Empties both fields. `settings`: of mail, by the names of Channel::settings.
    Q_INVOKABLE void save(
        const QString &name, const QVariantMap &settings, QObject *addressField, QObject *secretField);
    Q_INVOKABLE void setOn(const QString &id, bool isOn);
    Q_INVOKABLE void remove(const QString &id);
    Q_INVOKABLE void test(const QString &id);

Q_SIGNALS:
    void serviceChanged();
    void changed();
    void draftChanged();
    void saved();

private:
    struct Tried {
        bool isTesting = false;
        QString text;
        QString mark;
    };
    [[nodiscard]] std::optional<Channel> known(const QString &id) const;
    [[nodiscard]] bool takeTyped(QObject *addressField, QObject *secretField);
    void send();
    void failDraft(const QString &problem);
    void failWith(const Error &error);

    ChannelService *m_service = nullptr;
    QList<Channel> m_channels;
    QHash<ChannelId, Tried> m_tried;
    std::optional<Channel> m_draft;
    ChannelSecrets m_typed; //!< of the draft
    bool m_isLoaded = false;
    bool m_isSaving = false;
    int m_asked = 0;
    QString m_problem;
    QString m_draftProblem;
};

} // namespace tollkeeper
