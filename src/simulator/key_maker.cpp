// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/key_maker.h"

#include "base/decimal.h"
#include "simulator/catalogue.h"
#include "simulator/chance.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

constexpr qint64 FirstKeyNumber = 2'300'411;

QByteArray letters(quint64 seed, quint64 key, QByteArrayView alphabet, int count)
{
    QByteArray text;
    for (int at = 0; at < count; ++at) {
        const auto which
            = chance({seed, key, static_cast<quint64>(at), 77}) % static_cast<quint64>(alphabet.size());
        text += alphabet[static_cast<qsizetype>(which)];
    }
    return text;
}

QByteArray keyText(quint64 seed, quint64 key, Place place)
{
    if (place == Place::OpenRouter)
        return "sk-or-v1-"_ba + letters(seed, key, "0123456789abcdef", 64);
    const auto alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"_ba;
    if (place == Place::Chuizi)
        return "ck-"_ba + letters(seed, key, alphabet, 32);
    return "sk-"_ba + letters(seed, key, alphabet, place == Place::LiteLlm ? 22 : 48);
}

//! The places that came first let money run on between requests, and their figures may not change any more.
bool movesByRequest(Place place)
{
    return place != Place::OpenRouter && place != Place::ToRouter && place != Place::OpenAi;
}

std::vector<SpendSeries> makeSeries(
    quint64 seed, std::size_t keyIndex, const KeyPlan &plan, qint64 weekdayMicros)
{
    std::vector<SpendSeries> series;
    const auto place = accountPlans()[plan.account].place;
    for (const auto &use : plan.uses) {
        series.emplace_back(seed,
            SeriesSpec{.id = keyIndex * 100 + series.size(),
                .rhythm = plan.rhythm,
                .model = modelIndex(use.model),
                .provider = use.provider,
                .weekdayMicros = weekdayMicros * use.permille / 1000,
                .byok = use.byok,
                .chargedPercent = chargedPercent(place),
                .webPermille = use.webPermille,
                .byRequest = movesByRequest(place)});
    }
    return series;
}

qint64 microsUntil(const std::vector<SpendSeries> &series, Slot slot)
{
    qint64 micros = 0;
    for (const auto &one : series)
        micros += one.until(slot).micros;
    return micros;
}

//! Lets the key spend its quota to the last micro-dollar and then nothing.
void stopAtQuota(std::vector<SpendSeries> &series, qint64 quota)
{
    Slot low = 0;
    Slot high = lastSlot();
    while (low < high) {
        const auto middle = (low + high) / 2;
        if (microsUntil(series, middle) >= quota)
            high = middle;
        else
            low = middle + 1;
    }
    auto room = quota - microsUntil(series, low - 1);
    for (auto &one : series) {
        auto last = one.until(low);
        const auto inSlot = last - one.until(low - 1);
        const auto kept = qMin(room, inSlot.micros);
        last.micros -= inSlot.micros - kept;
        last.listMicros -= inSlot.listMicros - kept * 100 / one.spec().chargedPercent;
        room -= kept;
        one.stopAt(low, last);
    }
}

void stopAtMoment(std::vector<SpendSeries> &series, const QDateTime &moment)
{
    const auto slot = slotsUntil(moment);
    for (auto &one : series)
        one.stopAt(slot, one.until(slot));
}

} // namespace

//! ToRouter charges less than the list price, Chuizi puts its share on top.
int chargedPercent(Place place)
{
    switch (place) {
    case Place::ToRouter:
    case Place::Sub2api:
        return 80;
    case Place::Chuizi:
        return 105;
    case Place::OpenRouter:
    case Place::OpenAi:
    case Place::LiteLlm:
    case Place::NewApi:
        break;
    }
    return 100;
}

QDateTime retirementOf(const KeyPlan &plan)
{
    return QDateTime::fromString(plan.retired, Qt::ISODate);
}

Key makeKey(quint64 seed, std::size_t index, const KeyPlan &plan, const QByteArray &text)
{
    Key key{.plan = plan};
    key.text = text.isEmpty() ? keyText(seed, index, key.account().place) : text;
    key.number = FirstKeyNumber + static_cast<qint64>(index) * 17;
    key.hash = QString::fromLatin1(QCryptographicHash::hash(key.text, QCryptographicHash::Sha256).toHex());

    const auto weekday = plan.weekdayDollars * Dollar;
    key.series = makeSeries(seed, index, plan, weekday);
    if (!plan.retired.isEmpty())
        stopAtMoment(key.series, retirementOf(plan));
    if (plan.billing == Billing::Quota && key.account().place == Place::ToRouter) {
        // Chance would move the day the quota runs out: the key's size gives way instead.
        const auto quota = *plan.limitMicros;
        const auto reached = microsUntil(key.series, slotsUntil(QuotaReached));
        key.series = makeSeries(seed, index, plan, scaledHalfEven(weekday, quota, reached));
        stopAtQuota(key.series, quota);
    } else if (plan.billing == Billing::Balance) {
        stopAtMoment(key.series, SupportOutage);
        key.topUps.emplace([&key](Slot slot) { return key.until(slot).micros; }, 10 * Dollar);
    }
    return key;
}

} // namespace tollkeeper::simulator
