// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/playground_tab.h"

#include "playground/joined_bill.h"
#include "viewmodels/playground/composer_words.h"
#include "words/explain.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! All tabs and comparisons share one service, which tells whose answer it is by this number.
qint64 nextNumber()
{
    static qint64 last = 0;
    return ++last;
}

//! Models that go on with an assistant's last words instead of answering them; a rule of thumb by name.
bool goesOnWith(const SendOrder &order)
{
    if (order.request.protocol == ApiProtocol::AnthropicMessages)
        return true;
    const auto model = order.model.toLower();
    return model.contains(u"claude") || model.contains(u"deepseek") || model.contains(u"mistral");
}

//! The POSTs a bill can come for. An id that is not that of a row is the provider's own: no gateway bills by
//! it.
QSet<qsizetype> billedLater(const PlaygroundRun &run)
{
    QSet<qsizetype> posts;
    for (qsizetype post = 0; post < run.sent.size(); ++post) {
        const auto &id = billIdOf(run.sent.at(post));
        if (!id.isEmpty() && (run.recordedIds.contains(id) || run.recordProblem))
            posts.insert(post);
    }
    return posts;
}

} // namespace

bool isSameRequest(const SendOrder &one, const SendOrder &other)
{
    return one.account == other.account && one.key == other.key && one.model == other.model
        && one.policy.fallbacks == other.policy.fallbacks && one.request == other.request;
}

PlaygroundTab::PlaygroundTab(const PlaygroundServices &with, QObject *parent) : QObject(parent), m_with(with)
{
    m_composer.setChoices(with.choices);
    m_composer.setBudgets(with.budgets);
    connect(&m_composer, &ComposerViewModel::modelsChanged, this, &PlaygroundTab::changed);
    connect(&m_composer, &ComposerViewModel::choiceChanged, this,
        [this] { m_run.setOtherKey(m_composer.nextKeyText()); });
    connect(&m_composer, &ComposerViewModel::pricesRead, this, [this] {
        const auto asked = std::exchange(m_oncePriced, std::nullopt);
        if (asked && isSameRequest(*asked, m_composer.order()))
            send();
    });
    connect(&m_run, &RunViewModel::changed, this, &PlaygroundTab::changed);
    if (with.choices)
        connect(with.choices, &SendChoices::changed, this, [this] { // a bill may have come meanwhile
            if (m_billTries > 0 && --m_billTries > 0)
                joinBills();
        });
    if (!with.sender)
        return;
    const auto isOurs = [this](qint64 run) { return run == m_number && m_run.isRunning(); };
    connect(with.sender, &PlaygroundService::attemptStarted, this,
        [this, isOurs](qint64 run, int number, const QString &model) {
            if (isOurs(run) && number > 1)
                m_run.beginAttempt(number, model);
        });
    connect(
        with.sender, &PlaygroundService::textArrived, this, [this, isOurs](qint64 run, const QString &text) {
            if (isOurs(run))
                m_run.addText(text);
        });
    connect(with.sender, &PlaygroundService::attemptEnded, this,
        [this, isOurs](qint64 run, const SentRequest &sent) {
            if (isOurs(run))
                m_run.endAttempt(sent);
        });
    connect(with.sender, &PlaygroundService::waiting, this,
        [this, isOurs](qint64 run, std::chrono::milliseconds time) {
            if (isOurs(run))
                m_run.wait(time);
        });
}

PlaygroundTab::~PlaygroundTab()
{
    m_number = 0; // the run that is stopped now may end at once, and is not for this tab any more
    m_stop.request_stop();
}

QString PlaygroundTab::title() const
{
    const auto model = m_composer.model().section(u'/', -1);
    return model.isEmpty() ? tr("New request") : model;
}

void PlaygroundTab::send()
{
    if (isRunning() || !m_composer.obstacle().isEmpty() || !m_with.sender)
        return;
    m_oncePriced.reset();
    if (m_composer.awaitsPrices()) {
        m_oncePriced = m_composer.order();
        return;
    }
    const auto doubt = m_composer.doubt();
    if (doubt.isEmpty())
        return go();
    m_question = doubt;
    Q_EMIT questionChanged();
}

void PlaygroundTab::sendAnyway()
{
    if (m_question.isEmpty())
        return;
    dropQuestion();
    if (!isRunning() && m_composer.obstacle().isEmpty())
        go();
}

void PlaygroundTab::dropQuestion()
{
    if (m_question.isEmpty())
        return;
    m_question.clear();
    Q_EMIT questionChanged();
}

void PlaygroundTab::cancel()
{
    if (isRunning())
        m_stop.request_stop();
}

RunPlace PlaygroundTab::place() const
{
    RunPlace place;
    if (const auto *account = m_composer.chosenAccount()) {
        place.accountName = account->name;
        place.gatewayName = account->gatewayName;
        place.figuresAt = account->figuresAt;
        place.otherKey = m_composer.nextKeyText();
        place.keysPage = account->keysPage;
    }
    if (const auto *key = m_composer.chosenKey()) {
        place.keyName = keyName(*key);
        place.isKeyKnown = key->id.has_value();
        place.cap = key->cap;
    }
    place.prices = m_composer.catalogue();
    return place;
}

void PlaygroundTab::go()
{
    m_sent = m_composer.order();
    m_number = nextNumber();
    m_stop = std::stop_source();
    m_problem.clear();
    m_unbilled.clear();
    forgetBundle();
    m_run.begin(m_sent->model, place());
    const QPointer<PlaygroundTab> tab(this);
    const QPointer<RunHistory> history(m_with.history);
    // Its context is the service: what was sent may be charged, and is kept though the tab is closed by then.
    QCoro::connect(m_with.sender->send(*m_sent, m_stop.get_token(), m_number), m_with.sender,
        [tab, history, order = *m_sent, number = m_number](const Result<PlaygroundRun> &run) {
            if (run)
                keep(tab, history, order, *run);
            if (tab && number == tab->m_number)
                tab->take(run);
        });
}

void PlaygroundTab::take(const Result<PlaygroundRun> &run)
{
    if (!run) {
        m_run.fail(run.error());
        Q_EMIT ended();
        return;
    }
    if (run->recordProblem)
        m_problem = tr("The answer is whole, but the ledger has no row of it: %1")
                        .arg(explain(*run->recordProblem).sentence);
    if (const auto *account = m_composer.chosenAccount(); account && account->id == m_sent->account)
        m_run.setPrices(m_composer.catalogue());
    m_run.end(*run);
    m_unbilled = billedLater(*run);
    m_billTries = m_unbilled.isEmpty() ? 0 : MostBillTries;
    joinBills();
    Q_EMIT ended();
}

void PlaygroundTab::keep(
    const QPointer<PlaygroundTab> &tab, RunHistory *history, const SendOrder &order, const PlaygroundRun &run)
{
    if (!history)
        return;
    QCoro::connect(history->add(order, run), history, [tab](const Result<RunId> &kept) {
        if (kept || !tab)
            return;
        tab->m_problem = tr("This run is not in the history: %1").arg(explain(kept.error()).sentence);
        Q_EMIT tab->changed();
    });
}

//! The gateway's own record comes seconds later, or minutes: exact cost, attempts, the provider's id.
void PlaygroundTab::joinBills()
{
    const auto posts = m_unbilled; // one that is there already must not change what is gone through
    for (const auto post : posts)
        joinBill(post);
}

void PlaygroundTab::joinBill(qsizetype post)
{
    if (!m_run.run() || !m_with.lookUps || isRunning())
        return;
    const auto id = billIdOf(m_run.run()->sent.at(post));
    QCoro::connect(m_with.lookUps->find(m_sent->account, id), this,
        [this, post, number = m_number](const Result<FoundRequest> &found) {
            if (number != m_number || !found || !found->isBilled || !m_unbilled.remove(post))
                return;
            if (m_unbilled.isEmpty())
                m_billTries = 0;
            auto run = *m_run.run();
            tollkeeper::joinBill(run, post, found->facts);
            m_run.end(run, true);
        });
}

bool PlaygroundTab::canContinue() const
{
    const auto &run = m_run.run();
    return m_run.state() == RunViewModel::State::Incomplete && run && !run->answer.text.isEmpty() && m_sent
        && goesOnWith(*m_sent) && m_sent->request.rawBody.isEmpty();
}

void PlaygroundTab::continueFromHere()
{
    if (!canContinue())
        return;
    auto request = m_sent->request;
    request.messages.append({ChatMessage::Role::Assistant, m_run.run()->answer.text.trimmed()});
    m_composer.show(request, m_sent->model, m_sent->policy.fallbacks, m_sent->account, m_sent->key,
        m_sent->policy.timeout);
    send();
}

//! Also one that is under way: what has been made for another question must not be copied for this one.
void PlaygroundTab::forgetBundle()
{
    ++m_askedBundle;
    m_bundle.clear();
    m_bundleProblem.clear();
    Q_EMIT bundleChanged();
}

void PlaygroundTab::makeBundle(bool hasPrompt)
{
    forgetBundle();
    const auto &run = m_run.run();
    if (!run || !m_sent || !m_with.bundles) {
        m_bundleProblem = tr("Nothing was sent, so there is nothing to report.");
        Q_EMIT bundleChanged();
        return;
    }
    const auto asked = m_askedBundle;
    QCoro::connect(
        m_with.bundles->bundle(*m_sent, *run, hasPrompt), this, [this, asked](const Result<QString> &text) {
            if (asked != m_askedBundle)
                return;
            m_bundle = text ? *text : QString();
            m_bundleProblem = text ? QString() : explain(text.error()).sentence;
            Q_EMIT bundleChanged();
        });
}

} // namespace tollkeeper
