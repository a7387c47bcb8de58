// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_keys.h"
#include "support/scripted_overview.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace scripted {
namespace {

const QDateTime Now({2026, 6, 18}, {14, 32}, Qt::UTC);
const QDateTime Polled({2026, 6, 18}, {14, 30}, Qt::UTC);

//! What differs from key to key, in the order of the drawing.
struct Sketch {
    QString name;
    QString tail;
    int account; // 1 OpenRouter, 2 ToRouter, 3 Chuizi.AI, 4 LiteLLM
    QString environment;
    QString team;
    QString owner;
    int today; // cents, as all amounts
    int sevenDays;
    int month;
    int capUsed;
    int capLimit; // 0: no cap
    QString reset;
    int unusedMinutes;
    int age; // days
    QDate expires;
    bool hasModels;
    bool hasAddresses;
};

QList<Sketch> sketches()
{
    const auto m = u"monthly"_s;
    const auto day = [](int month, int date) { return QDate(2026, month, date); };
    return {
        {u"support-chat-prod"_s, u"4f1c"_s, 1, u"prod"_s, u"Support"_s, u"Platform lead"_s, 13795, 119146,
            291437, 291437, 450000, m, 2, 49, day(9, 30), true, false},
        {u"search-rerank-prod"_s, u"b07e"_s, 1, u"prod"_s, u"Search"_s, u"Growth lead"_s, 4990, 48518, 133852,
            133852, 240000, m, 2, 76, day(8, 31), true, false},
        {u"enrich-batch-prod"_s, u"9d22"_s, 2, u"prod"_s, u"Data"_s, u"Support lead"_s, 4947, 43291, 129608,
            933178, 1800000, m, 2, 63, day(12, 31), true, true},
        {u"invoice-extract-prod"_s, u"e3a8"_s, 1, u"prod"_s, u"Finance ops"_s, u"Finance ops"_s, 2894, 23143,
            70291, 70291, 150000, m, 2, 88, day(6, 20), true, false},
        {u"apac-chat-prod"_s, u"71c5"_s, 2, u"prod"_s, u"Support"_s, u"APAC ops"_s, 1559, 17113, 46866,
            337435, 900000, m, 2, 34, QDate(), true, true},
        {u"code-agents-dev"_s, u"05d9"_s, 1, u"dev"_s, u"Platform"_s, u"Search lead"_s, 1805, 14657, 42118,
            11163, 20000, u"weekly"_s, 62, 21, QDate(), false, false},
        {u"ci-evals"_s, u"c614"_s, 3, u"staging"_s, u"Platform"_s, u"Search lead"_s, 584, 5142, 14875, 584,
            2500, u"daily"_s, 184, 97, QDate(), true, true},
        {u"prompt-lab-dev"_s, u"8e40"_s, 3, u"dev"_s, u"Growth"_s, u"Data lead"_s, 358, 3321, 9640, 0, 0, {},
            304, 143, QDate(), false, false},
        {u"onprem-summarise"_s, u"d1f7"_s, 4, u"prod"_s, u"Data"_s, u"Support lead"_s, 207, 2224, 6127, 6127,
            60000, u"30 days"_s, 2, 58, day(11, 30), true, false},
        {u"support-chat-staging"_s, u"2b93"_s, 1, u"staging"_s, u"Support"_s, u"Platform lead"_s, 125, 972,
            2834, 2834, 6000, m, 8, 49, day(9, 30), true, false},
        {u"apac-sandbox-dev"_s, u"6aa1"_s, 2, u"dev"_s, u"Support"_s, u"APAC ops"_s, 35, 457, 972, 7000, 7000,
            m, 12, 12, day(7, 12), true, false},
        {u"old-zapier-hook"_s, u"ff03"_s, 1, u"prod"_s, {}, {}, 0, 0, 0, 0, 0, {}, 41 * 1440, 402, QDate(),
            false, false},
    };
}

KeyControls openRouterControls()
{
    KeyControls controls;
    controls.name = controls.cap = controls.countsByok = controls.enabled = ControlOffer::Editable;
    controls.models = ControlOffer::AtGateway;
    controls.expiry = ControlOffer::AtCreation;
    controls.createsKeys = controls.deletesKeys = true;
    controls.resets = {u"daily"_s, u"weekly"_s, u"monthly"_s};
    return controls;
}

KeyControls panelControls()
{
    KeyControls controls;
    controls.name = controls.cap = controls.enabled = ControlOffer::Editable;
    controls.addresses = controls.expiry = controls.windows = ControlOffer::Editable;
    controls.models = ControlOffer::AtGateway;
    controls.createsKeys = controls.deletesKeys = true;
    controls.windowNames = {u"5h"_s, u"1d"_s, u"7d"_s};
    return controls;
}

KeyControls foreignControls(bool hasAddresses)
{
    KeyControls controls;
    controls.cap = controls.models = ControlOffer::AtGateway;
    (hasAddresses ? controls.addresses : controls.expiry) = ControlOffer::AtGateway;
    return controls;
}

QList<KeyAccount> accounts()
{
    const auto yuan = *Currency::fromCode(u"CNY");
    return {{AccountId(1), u"OpenRouter · main"_s, u"OpenRouter"_s, openRouterControls(), {},
                QUrl(u"https://openrouter.ai/settings/keys"_s)},
        {AccountId(2), u"ToRouter · apac"_s, u"ToRouter"_s, panelControls(), yuan,
            QUrl(u"https://torouter.example/keys"_s)},
        {AccountId(3), u"Chuizi.AI · lab"_s, u"Chuizi.AI"_s, foreignControls(true), {},
            QUrl(u"https://chuizi.example/keys"_s)},
        {AccountId(4), u"LiteLLM · on-prem"_s, u"LiteLLM"_s, foreignControls(false), {}, {}}};
}

ApiKey keyFrom(const Sketch &sketch, int id, Currency currency)
{
    ApiKey key;
    key.id = KeyId(id);
    key.account = AccountId(sketch.account);
    key.remoteId = u"remote-%1"_s.arg(id);
    key.name = sketch.name;
    key.masked = (sketch.account == 1 ? u"sk-or-v1-..."_s : u"sk-..."_s) + sketch.tail;
    key.labels = {sketch.environment, sketch.team, sketch.owner, {}};
    key.createdAt = Now.addDays(-sketch.age).addSecs(-4 * 3600);
    if (sketch.capLimit > 0)
        key.cap = Cap{Money::fromNanos(sketch.capLimit * 10'000'000LL, currency),
            Money::fromNanos(sketch.capUsed * 10'000'000LL, currency), sketch.reset};
    if (sketch.expires.isValid())
        key.expiresAt = QDateTime(sketch.expires, QTime(0, 0), Qt::UTC);
    key.allowedModels = sketch.hasModels ? QStringList{u"gpt-5"_s, u"gemini-2.5-flash"_s} : QStringList();
    key.allowedAddresses = sketch.hasAddresses ? QStringList{u"203.0.113.0/24"_s} : QStringList();
    if (sketch.account == 1)
        key.countsByok = false;
    key.secretName = u"entry-%1"_s.arg(id);
    key.secretMasked = key.masked;
    return key;
}

} // namespace

void inspectAgain(KeyRow &row, const QDateTime &now)
{
    row.marks = marksOf(row.key, row.controls);
    row.rotationDue = rotationDue(row.key.bornAt(), row.key.rotationDays, 90);
    row.findings = inspect({row.key, row.controls, now, row.lastUsedAt, row.rotationDue});
}

KeyTable keyTable()
{
    KeyTable table;
    table.asOf = Now;
    table.zone = QTimeZone::utc();
    table.today = Now.date();
    table.month = monthOf(table.today);
    table.rotationDays = 90;
    table.accounts = accounts();
    int id = 0;
    for (const auto &sketch : sketches()) {
        const auto &account = table.accounts.at(sketch.account - 1);
        KeyRow row;
        row.key = keyFrom(sketch, ++id, account.currency);
        row.accountName = account.name;
        row.gatewayName = account.gatewayName;
        row.controls = account.controls;
        row.today = dollars(sketch.today);
        row.sevenDays = dollars(sketch.sevenDays);
        row.month = dollars(sketch.month);
        row.lastUsedAt = Now.addSecs(-60LL * sketch.unusedMinutes);
        row.figuresAt = Polled;
        if (id == InvoiceKey)
            row.monthByok = dollars(21460);
        inspectAgain(row, Now);
        table.todayTotal += row.today;
        table.sevenDaysTotal += row.sevenDays;
        table.monthTotal += row.month;
        table.rows.append(row);
    }
    return table;
}

KeyDetails keyDetails(const KeyRow &row)
{
    // Weekdays and weekends of June up to the 18th; the last day is as far as it has come.
    constexpr std::array Weights{60, 52, 46, 43, 45, 8, 8, 43, 40, 41, 41, 42, 8, 8, 42, 41, 43, 29};
    constexpr int Sum = 640;
    KeyDetails details;
    details.row = row;
    for (const auto weight : Weights)
        details.days.append(Money::fromNanos(row.month.nanos() / Sum * weight));
    details.events = {
        {KeyEvent::What::SecretStored, KeyEvent::Origin::Here, Now.addDays(-3), {}, u"GNOME Keyring"_s},
        {KeyEvent::What::CapChanged, KeyEvent::Origin::Here, QDateTime({2026, 6, 2}, {9, 14}, Qt::UTC),
            u"1200.000000000 USD monthly"_s, u"1500.000000000 USD monthly"_s},
        {KeyEvent::What::Created, KeyEvent::Origin::Gateway, *row.key.createdAt, {}, u"expiry 90 days"_s}};
    return details;
}

Rotation rotation()
{
    Rotation rotation;
    rotation.id = RotationId(1);
    rotation.account = AccountId(1);
    rotation.oldKey = KeyId(InvoiceKey);
    rotation.newKey = KeyId(13);
    rotation.step = RotationStep::Watch;
    rotation.newName = u"invoice-extract-prod (2)"_s;
    rotation.startedAt = QDateTime({2026, 6, 18}, {13, 30}, Qt::UTC);
    rotation.createdAt = rotation.startedAt.addSecs(60);
    rotation.savedAt = rotation.startedAt.addSecs(60);
    rotation.deployedAt = rotation.startedAt.addSecs(22 * 60);
    return rotation;
}

RotationWatch rotationWatch(const Rotation &rotation)
{
    constexpr std::array Old{38, 36, 39, 37, 37, 28, 10, 1, 0, 0, 0, 0};
    constexpr std::array New{0, 0, 0, 0, 1, 12, 28, 37, 36, 38, 37, 38};
    RotationWatch watch;
    watch.asOf = Now;
    watch.rotation = rotation;
    for (std::size_t i = 0; i < Old.size(); ++i)
        watch.points.append({rotation.startedAt.addSecs(300LL * int(i)), dollars(Old[i]), dollars(New[i])});
    watch.oldLastSpentAt = QDateTime({2026, 6, 18}, {14, 10}, Qt::UTC);
    watch.newLastSpentAt = Polled;
    watch.oldSinceDeployed = dollars(59);
    watch.newSinceDeployed = dollars(229);
    watch.isQuiet = true;
    return watch;
}

} // namespace scripted
