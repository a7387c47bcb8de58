// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/channels_view_model.h"

#include "viewmodels/key_input.h"
#include "viewmodels/partner.h"
#include "viewmodels/variants.h"
#include "words/explain.h"

#include <QCoroTask>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

void ChannelsViewModel::setService(ChannelService *service)
{
    if (!exchangePartner(this, m_service, service))
        return;
    Q_EMIT serviceChanged();
    if (!m_service)
        return;
    connect(m_service, &ChannelService::channelsChanged, this, &ChannelsViewModel::reload);
    reload();
}

void ChannelsViewModel::reload()
{
    if (!m_service)
        return;
    const auto asked = ++m_asked;
    QCoro::connect(m_service->channels(), this, [this, asked](const auto &answer) {
        if (asked != m_asked)
            return;
        if (!answer)
            return failWith(answer.error());
        m_channels = *answer;
        m_isLoaded = true;
        m_problem.clear();
        Q_EMIT changed();
    });
}

QVariantList ChannelsViewModel::rows() const
{
    QList<ChannelRow> rows;
    for (const auto &channel : m_channels) {
        auto row = channelRow(channel);
        const auto tried = m_tried.value(channel.id);
        row.isTesting = tried.isTesting;
        row.receipt = tried.text;
        row.mark = tried.mark;
        rows.append(row);
    }
    return variants(rows);
}

QVariantList ChannelsViewModel::forms() const
{
    return variants(channelForms());
}

std::optional<Channel> ChannelsViewModel::known(const QString &id) const
{
    const auto found = std::ranges::find(m_channels, ChannelId(id.toLongLong()), &Channel::id);
    return found == m_channels.end() ? std::nullopt : std::optional(*found);
}

QVariantMap ChannelsViewModel::settings() const
{
    QVariantMap map;
    if (m_draft) {
        for (auto one = m_draft->settings.cbegin(); one != m_draft->settings.cend(); ++one)
            map.insert(one.key(), one.value());
    }
    return map;
}

bool ChannelsViewModel::hasAddress() const
{
    return m_draft && (!m_draft->addressSecretName.isEmpty() || !m_typed.address.isEmpty());
}

bool ChannelsViewModel::hasSecret() const
{
    return m_draft && (!m_draft->secretName.isEmpty() || !m_typed.secret.isEmpty());
}

void ChannelsViewModel::begin(const QString &kind)
{
    const auto known = channelKindFromText(kind);
    if (!known)
        return;
    cancel();
    Channel draft;
    draft.kind = *known;
    draft.name = channelForm(*known).name;
    m_draft = draft;
    Q_EMIT draftChanged();
}

void ChannelsViewModel::edit(const QString &id)
{
    cancel();
    m_draft = known(id);
    Q_EMIT draftChanged();
}

void ChannelsViewModel::cancel()
{
    m_draft.reset();
    m_typed = {};
    m_isSaving = false;
    m_draftProblem.clear();
    Q_EMIT draftChanged();
}

void ChannelsViewModel::failDraft(const QString &problem)
{
    m_isSaving = false;
    m_draftProblem = problem;
    Q_EMIT draftChanged();
}

void ChannelsViewModel::failWith(const Error &error)
{
    m_problem = explain(error).sentence;
    Q_EMIT changed();
}

//! False: something that was typed cannot be a secret; the draft says so.
bool ChannelsViewModel::takeTyped(QObject *addressField, QObject *secretField)
{
    const auto address = takeText(addressField);
    const auto secret = takeText(secretField);
    if (!address.trimmed().isEmpty()) {
        auto taken = Secret::fromInput(address);
        if (!taken) {
            failDraft(tr("The address has characters that no address has; paste it again."));
            return false;
        }
        m_typed.address = *std::move(taken);
    }
    if (!secret.isEmpty()) {
        auto taken
            = m_draft->kind == ChannelKind::Mail ? Secret::fromPassword(secret) : Secret::fromInput(secret);
        if (!taken) {
            failDraft(tr("The secret has characters that cannot be sent; paste it again."));
            return false;
        }
        m_typed.secret = *std::move(taken);
    }
    return true;
}

void ChannelsViewModel::save(
    const QString &name, const QVariantMap &settings, QObject *addressField, QObject *secretField)
{
    if (!m_draft || m_isSaving)
        return;
    m_draft->name = name.trimmed();
    for (auto one = settings.cbegin(); one != settings.cend(); ++one)
        m_draft->settings.insert(one.key(), one.value().toString().trimmed());
    if (!takeTyped(addressField, secretField))
        return;
    if (m_draft->name.isEmpty())
        return failDraft(tr("Give the channel a name."));
    if (!channelForm(m_draft->kind).addressLabel.isEmpty() && !hasAddress())
        return failDraft(tr("Paste the address that notices go to."));
    send();
}

void ChannelsViewModel::send()
{
    m_isSaving = true;
    m_draftProblem.clear();
    Q_EMIT draftChanged();
    ChannelSecrets secrets;
    secrets.address = m_typed.address.copy();
    secrets.secret = m_typed.secret.copy();
    QCoro::connect(m_service->save(*m_draft, std::move(secrets)), this, [this](const auto &answer) {
        if (!m_draft) // given up meanwhile
            return;
        if (!answer)
            return failDraft(explain(answer.error()).sentence);
        m_tried.remove(*answer);
        cancel();
        reload();
        Q_EMIT saved();
    });
}

void ChannelsViewModel::setOn(const QString &id, bool isOn)
{
    auto channel = known(id);
    if (!channel)
        return;
    channel->isOn = isOn;
    QCoro::connect(m_service->save(*channel, ChannelSecrets()), this, [this](const auto &answer) {
        if (!answer)
            return failWith(answer.error());
        reload();
    });
}

void ChannelsViewModel::remove(const QString &id)
{
    const auto channel = known(id);
    if (!channel)
        return;
    QCoro::connect(m_service->remove(channel->id), this, [this](const Outcome &outcome) {
        if (!outcome)
            return failWith(outcome.error());
        reload();
    });
}

void ChannelsViewModel::test(const QString &id)
{
    const auto channel = known(id);
    if (!channel || m_tried.value(channel->id).isTesting)
        return;
    m_tried.insert(channel->id, {true, {}, {}});
    Q_EMIT changed();
    QCoro::connect(m_service->test(channel->id), this, [this, tested = channel->id](const auto &receipt) {
        m_tried.insert(tested,
            receipt ? Tried{false, receiptText(*receipt), receiptMark(*receipt)}
                    : Tried{false, explain(receipt.error()).sentence, u"failed"_s});
        Q_EMIT changed();
    });
}

} // namespace tollkeeper
