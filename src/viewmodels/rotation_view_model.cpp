// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/rotation_view_model.h"

#include "viewmodels/key_input.h"
#include "viewmodels/keys_view_model.h"
#include "viewmodels/partner.h"
#include "viewmodels/variants.h"
#include "words/explain.h"
#include "words/figures.h"
#include "words/key_figures.h"

namespace tollkeeper {

void RotationViewModel::setReports(KeyReports *reports)
{
    if (!exchangePartner(this, m_reports, reports))
        return;
    if (m_reports)
        connect(m_reports, &KeyReports::changed, this, &RotationViewModel::reload);
    Q_EMIT servicesChanged();
}

void RotationViewModel::setRotations(RotationService *rotations)
{
    if (!exchangePartner(this, m_rotations, rotations))
        return;
    if (m_rotations)
        connect(m_rotations, &RotationService::rotationsChanged, this, &RotationViewModel::reload);
    Q_EMIT servicesChanged();
}

void RotationViewModel::setClipboard(SecretClipboard *clipboard)
{
    if (!exchangePartner(this, m_clipboard, clipboard))
        return;
    if (m_clipboard)
        connect(m_clipboard, &SecretClipboard::remainingChanged, this, &RotationViewModel::copiedChanged);
    Q_EMIT servicesChanged();
}

int RotationViewModel::copiedSeconds() const
{
    return m_hasCopied && m_clipboard ? m_clipboard->remainingSeconds() : 0;
}

void RotationViewModel::setOpen(bool open)
{
    if (m_isOpen == open)
        return;
    m_isOpen = open;
    Q_EMIT openChanged();
    reload();
}

void RotationViewModel::begin(KeysViewModel *page)
{
    const auto &row = page->details()->row();
    if (!row || !m_rotations)
        return;
    m_page = page;
    ++m_asked;
    m_watch.reset();
    m_hasCopied = false;
    m_problem.clear();
    m_problemTitle.clear();
    m_name = row->key.name;
    m_oldTail = keyTail(row->key.masked);
    m_newTail.clear();
    m_zone = page->table().zone;
    m_keysPage = page->details()->keysPage();
    m_rotation = row->rotation ? row->rotation->id : RotationId();
    if (m_rotation.isValid())
        return reload();
    m_isBusy = true;
    Q_EMIT changed();
    QCoro::connect(
        m_rotations->start(row->key.id), this, [this, asked = m_asked](const Result<RotationId> &rotation) {
            if (asked != m_asked)
                return;
            m_isBusy = false;
            if (!rotation)
                return showProblem(rotation.error());
            m_rotation = *rotation;
            reload();
        });
}

void RotationViewModel::reload()
{
    if (!m_isOpen || !m_reports || !m_rotation.isValid())
        return;
    QCoro::connect(
        m_reports->watch(m_rotation), this, [this, asked = ++m_asked](const Result<RotationWatch> &watch) {
            if (asked != m_asked)
                return;
            if (!watch)
                return showProblem(watch.error());
            m_watch = *watch;
            if (m_page)
                findTails(*m_page);
            Q_EMIT changed();
        });
}

void RotationViewModel::findTails(const KeysViewModel &page)
{
    for (const auto &row : page.table().rows) {
        if (m_watch->rotation.newKey == row.key.id)
            m_newTail = keyTail(row.key.masked);
    }
}

void RotationViewModel::follow(Async<tollkeeper::Done> task)
{
    m_isBusy = true;
    m_problem.clear();
    m_problemTitle.clear();
    Q_EMIT changed();
    QCoro::connect(std::move(task), this, [this, rotation = m_rotation](const Outcome &outcome) {
        if (rotation != m_rotation) // another one is shown now
            return;
        m_isBusy = false;
        if (!outcome)
            showProblem(outcome.error());
        reload(); // whatever came of it, what is stored is shown
        Q_EMIT changed();
    });
}

void RotationViewModel::showProblem(const Error &error)
{
    const auto words = explain(error);
    m_problemTitle = words.title;
    m_problem = words.sentence;
    Q_EMIT changed();
}

void RotationViewModel::proceed()
{
    if (m_rotations && m_watch && !m_isBusy)
        follow(m_rotations->proceed(m_rotation));
}

void RotationViewModel::paste(QObject *field)
{
    if (!m_rotations || !m_watch || m_isBusy)
        return;
    auto bytes = takeText(field);
    auto secret = Secret::fromInput(bytes);
    bytes.fill('\0');
    if (!secret)
        return showProblem(secret.error());
    follow(m_rotations->paste(m_rotation, std::make_shared<const Secret>(std::move(*secret))));
}

void RotationViewModel::confirmDeployed()
{
    if (m_rotations && m_watch && !m_isBusy)
        follow(m_rotations->confirmDeployed(m_rotation));
}

void RotationViewModel::copyLine()
{
    if (!m_rotations || !m_clipboard || !m_watch)
        return;
    QCoro::connect(m_rotations->newSecret(m_rotation), this,
        [this, rotation = m_rotation](const Result<std::shared_ptr<const Secret>> &line) {
            if (rotation != m_rotation)
                return;
            if (!line)
                return showProblem(line.error());
            m_hasCopied = true;
            m_clipboard->copy(**line);
            Q_EMIT copiedChanged();
        });
}

void RotationViewModel::waitADay()
{
    if (m_rotations && m_watch && !m_isBusy)
        follow(m_rotations->waitUntil(m_rotation, m_watch->asOf.addDays(1)));
}

void RotationViewModel::undoDisable()
{
    if (m_rotations && m_watch && !m_isBusy)
        follow(m_rotations->undoDisable(m_rotation));
}

void RotationViewModel::cancel()
{
    if (m_rotations && m_watch && !m_isBusy)
        follow(m_rotations->cancel(m_rotation));
}

QString RotationViewModel::id() const
{
    return m_rotation.isValid() ? QString::number(m_rotation.value()) : QString();
}

QString RotationViewModel::newKey() const
{
    return m_watch && m_watch->rotation.newKey ? QString::number(m_watch->rotation.newKey->value())
                                               : QString();
}

RotationViewModel::Step RotationViewModel::step() const
{
    return m_watch ? static_cast<Step>(m_watch->rotation.step) : Step::Create;
}

QVariantList RotationViewModel::steps() const
{
    return m_watch ? variants(rotationSteps(m_watch->rotation, keys(), m_watch->asOf, m_zone))
                   : QVariantList();
}

QString RotationViewModel::heading() const
{
    return m_watch ? rotationHeading(m_watch->rotation.step) : QString();
}

QString RotationViewModel::text() const
{
    return m_watch ? rotationText(*m_watch, m_zone) : QString();
}

RotationChart RotationViewModel::chart() const
{
    return m_watch ? rotationChart(*m_watch, m_zone) : RotationChart();
}

QVariantList RotationViewModel::keyLines() const
{
    return m_watch ? variants(rotationKeyLines(*m_watch, keys(), m_zone)) : QVariantList();
}

QString RotationViewModel::sinceTitle() const
{
    if (!m_watch || !m_watch->rotation.deployedAt)
        return tr("Since");
    //: %1 is a time of day
    return tr("Since %1").arg(timeText(*m_watch->rotation.deployedAt, m_zone));
}

QString RotationViewModel::asOf() const
{
    //: %1 is a time of day, %2 a time zone
    return m_watch ? tr("as of %1 %2").arg(timeText(m_watch->asOf, m_zone), zoneText(m_zone)) : QString();
}

bool RotationViewModel::canDelete() const
{
    return m_watch && m_watch->rotation.disabledAt
        && m_watch->rotation.disabledAt->addDays(DaysBeforeDelete) <= m_watch->asOf;
}

} // namespace tollkeeper
