// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_service.h"

#include <QString>
#include <qqmlregistration.h>

namespace tollkeeper {

//! A way to tell people, as finished texts; what another side said is plain text only.
struct ChannelRow {
    Q_GADGET
    QML_VALUE_TYPE(channelRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString hint MEMBER hint)
    Q_PROPERTY(bool isOn MEMBER isOn)
    Q_PROPERTY(bool isOwn MEMBER isOwn)
    Q_PROPERTY(bool isTesting MEMBER isTesting)
    Q_PROPERTY(QString receipt MEMBER receipt)
    Q_PROPERTY(QString mark MEMBER mark)

public:
    QString id;
    QString name;
    QString kind; //!< "Slack", "E-mail"
    QString hint; //!< where it goes, as far as that is safe to show
    bool isOn = true;
    bool isOwn = false; //!< set up by a person: can be changed and removed
    bool isTesting = false;
    QString receipt; //!< what came of the last test; empty: none since the list was opened
    QString mark; //!< kind of Mark of the receipt
};

//! What a kind of channel has to be told.
struct ChannelForm {
    Q_GADGET
    QML_VALUE_TYPE(channelForm)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool isMail MEMBER isMail)
    Q_PROPERTY(QString addressLabel MEMBER addressLabel)
    Q_PROPERTY(QString secretLabel MEMBER secretLabel)
    Q_PROPERTY(QString secretHint MEMBER secretHint)

public:
    QString kind; //!< word of toText(ChannelKind)
    QString name; //!< "Feishu or Lark"
    QString text; //!< where the address comes from
    bool isMail = false;
    QString addressLabel; //!< empty: it has none
    QString secretLabel; //!< empty: it has none
    QString secretHint;
};

//! Desktop and tray are not among them: there is exactly one of each.
[[nodiscard]] QList<ChannelForm> channelForms();
[[nodiscard]] ChannelForm channelForm(ChannelKind kind);
//! Without receipt.
[[nodiscard]] ChannelRow channelRow(const Channel &channel);
//! What came of a test, as a sentence.
[[nodiscard]] QString receiptText(const Receipt &receipt);
[[nodiscard]] QString receiptMark(const Receipt &receipt);

} // namespace tollkeeper
