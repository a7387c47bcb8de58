// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>

#include <vector>

//! Owns org.freedesktop.PolicyKit1 on the system bus through a connection of its own and answers as it is
//! told. REQUIRES: a private system bus. Leaves the bus when it dies.
class FakePolkit : public QDBusVirtualObject {
public:
    //! What polkit 122 answers in each case.
    enum class Mood {
        Grants, //!< the person gives the right password
        Refuses, //!< the wrong one
        Dismissed, //!< they close the question
        NoAgent, //!< nobody shows a question
        NoAction, //!< the policy file is not installed
        Never, //!< the rules allow it to nobody
        Broken, //!< answers in another shape
    };
    struct Call {
        QString subjectKind, subjectName, action;
        quint32 flags = 0;
        friend bool operator==(const Call &, const Call &) = default;
    };

    explicit FakePolkit(Mood first)
        : mood(first), m_bus(QDBusConnection::connectToBus(QDBusConnection::SystemBus, connectionName()))
    {
        m_isThere = m_bus.registerVirtualObject(QStringLiteral("/org/freedesktop/PolicyKit1/Authority"), this)
            && m_bus.registerService(QStringLiteral("org.freedesktop.PolicyKit1"));
    }
    Q_DISABLE_COPY_MOVE(FakePolkit)
    ~FakePolkit() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.PolicyKit1"));
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/PolicyKit1/Authority"));
        QDBusConnection::disconnectFromBus(connectionName());
    }

    Mood mood;
    std::vector<Call> calls;
    bool isHeld = false; //!< a question stays open until letGo()

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] std::size_t questions() const
    {
        return std::size_t(
            std::count_if(calls.cbegin(), calls.cend(), [](const Call &call) { return call.flags == 1; }));
    }
    void letGo()
    {
        isHeld = false;
        for (const auto &message : std::exchange(m_held, {}))
            m_bus.send(answerTo(message, 1));
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        message.setDelayedReply(true);
        const auto arguments = message.arguments();
        Call call;
        QVariantMap subject;
        const auto structure = arguments.at(0).value<QDBusArgument>();
        structure.beginStructure();
        structure >> call.subjectKind >> subject;
        structure.endStructure();
        call.subjectName = subject.value(QStringLiteral("name")).toString();
        call.action = arguments.at(1).toString();
        call.flags = arguments.at(3).toUInt();
        calls.push_back(call);
        if (isHeld && call.flags == 1) {
            m_held.push_back(message);
            return true;
        }
        return bus.send(answerTo(message, call.flags));
    }

private:
    static QString connectionName() { return QStringLiteral("fake polkit"); }

    [[nodiscard]] QDBusMessage answerTo(const QDBusMessage &message, quint32 flags) const
    {
        const bool isAsked = flags == 1; // AllowUserInteraction
        switch (mood) {
        case Mood::NoAction:
            return message.createErrorReply(QStringLiteral("org.freedesktop.PolicyKit1.Error.Failed"),
                QStringLiteral("Action org.tollkeeper.unlock-secrets is not registered"));
        case Mood::Broken:
            return message.createReply(true);
        case Mood::Grants:
            return verdict(message, isAsked, !isAsked, {});
        case Mood::NoAgent:
            return verdict(message, false, true, {});
        case Mood::Dismissed:
            return verdict(
                message, false, !isAsked, {{QStringLiteral("polkit.dismissed"), QStringLiteral("true")}});
        case Mood::Refuses:
            return verdict(message, false, !isAsked, {});
        case Mood::Never:
            break;
        }
        return verdict(message, false, false, {});
    }
    static QDBusMessage verdict(const QDBusMessage &message, bool isAuthorized, bool isChallenge,
        const QMap<QString, QString> &details)
    {
        QDBusArgument argument;
        argument.beginStructure();
        argument << isAuthorized << isChallenge << details;
        argument.endStructure();
        return message.createReply(QVariant::fromValue(argument));
    }

    QDBusConnection m_bus;
    std::vector<QDBusMessage> m_held;
    bool m_isThere = false;
};
