// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_kwallet.h"

#include <QDBusConnection>

using namespace Qt::Literals::StringLiterals;

namespace {

const auto Connection = u"fake kwallet"_s;

} // namespace

class FakeKWallet::Wallet : public QDBusVirtualObject {
public:
    std::atomic<Mood> mood = Mood::Works;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        return bus.send(answer(message));
    }

private:
    QDBusMessage answer(const QDBusMessage &message)
    {
        const auto member = message.member();
        const auto arguments = message.arguments();
        if (member == "networkWallet"_L1)
            return message.createReply(u"kdewallet"_s);
        if (member == "open"_L1 && mood == Mood::Closed)
            return message.createErrorReply(QDBusError::Failed, u"the wallet is shut"_s);
        if (member == "open"_L1)
            return message.createReply(1);
        // The rest name handle, folder and key.
        const auto key = arguments.value(1).toString() + u'\n' + arguments.value(2).toString();
        if (member == "entryType"_L1)
            return message.createReply(m_entries.contains(key) ? 1 : 0);

        const bool isReading = member == "readPassword"_L1;
        if (mood == Mood::Errors)
            return message.createErrorReply(QDBusError::Failed, u"the wallet is broken"_s);
        if (mood == Mood::Fails)
            return isReading ? message.createReply(QString()) : message.createReply(-1);
        if (isReading)
            return message.createReply(m_entries.value(key));
        if (member == "writePassword"_L1 && mood != Mood::Forgets)
            m_entries.insert(key, arguments.value(3).toString());
        else if (member == "removeEntry"_L1)
            m_entries.remove(key);
        return message.createReply(0);
    }

    QHash<QString, QString> m_entries;
};

FakeKWallet::FakeKWallet() : m_wallet(std::make_unique<Wallet>())
{
    m_wallet->moveToThread(&m_thread);
    m_thread.start();
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, Connection);
    m_isThere = bus.registerVirtualObject(u"/modules/kwalletd5"_s, m_wallet.get())
        && bus.registerService(u"org.kde.kwalletd5"_s);
}

FakeKWallet::~FakeKWallet()
{
    QDBusConnection(Connection).unregisterService(u"org.kde.kwalletd5"_s);
    QDBusConnection(Connection).unregisterObject(u"/modules/kwalletd5"_s);
    QDBusConnection::disconnectFromBus(Connection);
    m_thread.quit();
    m_thread.wait();
}

void FakeKWallet::setMood(Mood mood)
{
    m_wallet->mood = mood;
}
