// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_reports.h"
#include "playground/cost_estimate.h"
#include "playground/send_choices.h"
#include "viewmodels/playground/message_rows_model.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/routing_view_model.h"
#include "viewmodels/playground/send_doubt.h"

#include <QSet>

#include <memory>

namespace tollkeeper {

//! What is about to be sent: where to, to which models, with which parameters and messages, and what it may
//! cost. Messages and JSON are two views of one request: JSON that cannot be read as messages keeps its own
//! view. UI thread.
class ComposerViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a tab")
    // where to
    Q_PROPERTY(bool hasAccounts READ hasAccounts NOTIFY choicesChanged)
    Q_PROPERTY(QStringList protocols READ protocols NOTIFY choicesChanged)
    Q_PROPERTY(int protocol READ protocol WRITE setProtocol NOTIFY choiceChanged)
    Q_PROPERTY(QVariantList accounts READ accounts NOTIFY choicesChanged)
    Q_PROPERTY(int account READ account WRITE setAccount NOTIFY choiceChanged)
    Q_PROPERTY(QVariantList keys READ keys NOTIFY choiceChanged)
    Q_PROPERTY(int key READ key WRITE setKey NOTIFY choiceChanged)
    Q_PROPERTY(QString keyId READ keyId NOTIFY choiceChanged)
    Q_PROPERTY(QString capLeft READ capLeft NOTIFY choiceChanged)
    Q_PROPERTY(QString capTone READ capTone NOTIFY choiceChanged)
    Q_PROPERTY(QString nextKeyText READ nextKeyText NOTIFY choiceChanged)
    // models
    Q_PROPERTY(QString model READ model WRITE setModel NOTIFY modelsChanged)
    Q_PROPERTY(QString modelPrice READ modelPrice NOTIFY modelsChanged)
    Q_PROPERTY(QVariantList models READ models NOTIFY catalogueChanged)
    Q_PROPERTY(QString modelsNote READ modelsNote NOTIFY modelsNoteChanged)
    Q_PROPERTY(QVariantList fallbacks READ fallbacks NOTIFY fallbacksChanged)
    // how
    Q_PROPERTY(tollkeeper::RoutingViewModel *routing READ routing CONSTANT)
    Q_PROPERTY(bool offersRouting READ offersRouting NOTIFY choiceChanged)
    Q_PROPERTY(QString routingNote READ routingNote NOTIFY choiceChanged)
    Q_PROPERTY(QString temperature READ temperature WRITE setTemperature NOTIFY parametersChanged)
    Q_PROPERTY(QString maxTokens READ maxTokens WRITE setMaxTokens NOTIFY parametersChanged)
    Q_PROPERTY(QString topP READ topP WRITE setTopP NOTIFY parametersChanged)
    Q_PROPERTY(QString timeout READ timeout WRITE setTimeout NOTIFY parametersChanged)
    Q_PROPERTY(bool streams READ streams WRITE setStreams NOTIFY parametersChanged)
    Q_PROPERTY(QString parameterProblem READ parameterProblem NOTIFY parametersChanged)
    Q_PROPERTY(QString parameterAtFault READ parameterAtFault NOTIFY parametersChanged)
    Q_PROPERTY(QString optionsSummary READ optionsSummary NOTIFY parametersChanged)
    Q_PROPERTY(QString tools READ tools WRITE setTools NOTIFY parametersChanged)
    Q_PROPERTY(QString responseSchema READ responseSchema WRITE setResponseSchema NOTIFY parametersChanged)
    Q_PROPERTY(QString extrasProblem READ extrasProblem NOTIFY parametersChanged)
    Q_PROPERTY(int toolsProblemLine READ toolsProblemLine NOTIFY parametersChanged)
    Q_PROPERTY(int schemaProblemLine READ schemaProblemLine NOTIFY parametersChanged)
    // what
    Q_PROPERTY(tollkeeper::MessageRowsModel *messages READ messages CONSTANT)
    Q_PROPERTY(bool showsJson READ showsJson WRITE setShowsJson NOTIFY jsonChanged)
    Q_PROPERTY(QString json READ json WRITE setJson NOTIFY jsonChanged)
    Q_PROPERTY(QString jsonProblem READ jsonProblem NOTIFY jsonChanged)
    Q_PROPERTY(int jsonProblemLine READ jsonProblemLine NOTIFY jsonChanged)
    Q_PROPERTY(bool saysMore READ saysMore NOTIFY jsonChanged)
    Q_PROPERTY(QString jsonNote READ jsonNote NOTIFY jsonChanged)
    // what it may cost
    Q_PROPERTY(QString estimate READ estimate NOTIFY estimateChanged)
    Q_PROPERTY(QString estimateNote READ estimateNote NOTIFY estimateChanged)
    Q_PROPERTY(QString guardNote READ guardNote NOTIFY estimateChanged)
    Q_PROPERTY(QString obstacle READ obstacle NOTIFY estimateChanged)

public:
    explicit ComposerViewModel(QObject *parent = nullptr);

    static constexpr qint64 UsualMaxTokens = 1024;

    //! Whom and what can be chosen; asked for anew whenever it changes. `choices` must live longer.
    void setChoices(SendChoices *choices);
    [[nodiscard]] SendChoices *choices() const { return m_choices; }
    //! What is left to spend; asked for anew whenever it changes. `budgets` must live longer.
    void setBudgets(BudgetReports *budgets);

    [[nodiscard]] bool hasAccounts() const { return !m_accounts.isEmpty(); }
    [[nodiscard]] QStringList protocols() const; //!< of the account, for people
    [[nodiscard]] int protocol() const; //!< place in protocols()
    void setProtocol(int place);
    [[nodiscard]] QVariantList accounts() const; //!< of SendAccountRow
    [[nodiscard]] int account() const { return m_account; }
    void setAccount(int place);
    [[nodiscard]] QVariantList keys() const; //!< of SendKeyRow
    [[nodiscard]] int key() const { return m_key; }
    void setKey(int place);
    [[nodiscard]] QString keyId() const; //!< on the Keys page; empty: not known there
    [[nodiscard]] QString capLeft() const;
    [[nodiscard]] QString capTone() const;
    [[nodiscard]] QString nextKeyText() const; //!< what nextKey() would choose, a sentence; empty: nothing

    [[nodiscard]] QString model() const { return m_model; }
    void setModel(const QString &model); //!< also one that no catalogue knows
    [[nodiscard]] QString modelPrice() const;
    //! Of ModelRow; those the key may use, also where no catalogue tells more of them than a name.
    [[nodiscard]] QVariantList models() const;
    [[nodiscard]] QString modelsNote() const; //!< where the list comes from, or why there is none
    [[nodiscard]] QVariantList fallbacks() const; //!< of ModelRow
    Q_INVOKABLE void addFallback(const QString &model);
    Q_INVOKABLE void removeFallback(int row);
    Q_INVOKABLE void moveFallback(int from, int to);

    [[nodiscard]] RoutingViewModel *routing() { return &m_routing; }
    [[nodiscard]] bool offersRouting() const;
    [[nodiscard]] QString
    routingNote() const; //!< "Routing options are not offered by ToRouter."; empty: offered
    [[nodiscard]] QString temperature() const { return m_temperature; } //!< empty: the model's own
    void setTemperature(const QString &text);
    [[nodiscard]] QString maxTokens() const { return m_maxTokens; } //!< never empty when sent
    void setMaxTokens(const QString &text);
    [[nodiscard]] QString topP() const { return m_topP; } //!< empty: the model's own
    void setTopP(const QString &text);
    [[nodiscard]] QString timeout() const; //!< seconds
    void setTimeout(const QString &text); //!< empty: by the kind of model again
    [[nodiscard]] bool streams() const { return m_streams; }
    void setStreams(bool streams);
    [[nodiscard]] QString parameterProblem() const; //!< a sentence; empty: none
    [[nodiscard]] QString
    parameterAtFault() const; //!< "temperature", "maxTokens", "topP", "timeout"; empty: none
    [[nodiscard]] QString optionsSummary() const; //!< "max $6 / $30, temp 0.3, 600 tokens, stream"
    [[nodiscard]] QString tools() const { return m_tools; } //!< JSON; empty: none
    void setTools(const QString &json);
    [[nodiscard]] QString responseSchema() const { return m_schema; } //!< JSON; empty: none
    void setResponseSchema(const QString &json);
    [[nodiscard]] QString extrasProblem() const; //!< of tools or schema, with the line; empty: none
    [[nodiscard]] int toolsProblemLine() const; //!< from 1; 0: none
    [[nodiscard]] int schemaProblemLine() const; //!< from 1; 0: none

    [[nodiscard]] MessageRowsModel *messages() { return &m_messages; }
    [[nodiscard]] bool showsJson() const { return m_showsJson; }
    void setShowsJson(bool shows); //!< false has no effect while the JSON cannot be shown as messages
    [[nodiscard]] QString json() const { return m_json; }
    void setJson(const QString &json);
    [[nodiscard]] QString jsonProblem() const { return m_jsonProblem; } //!< a sentence; empty: none
    [[nodiscard]] int jsonProblemLine() const { return m_jsonProblemLine; } //!< from 1; 0: none
    //! The JSON goes out as it is written. Only the model and whether it streams are put into it from the
    //! fields beside it; the others have no say.
    [[nodiscard]] bool saysMore() const { return m_showsJson && m_isJsonOwn; }
    [[nodiscard]] QString jsonNote() const; //!< that, as sentences; empty: it does not say more
    //! Nobody types in the JSON any more: what it leaves open and the fields say is put into it.
    Q_INVOKABLE void endJson();

    [[nodiscard]] QString estimate() const; //!< "≈ $0.0125 to $0.0209"; empty: no price is known
    [[nodiscard]] QString estimateNote() const;
    [[nodiscard]] QString obstacle() const; //!< why it cannot be sent, a sentence; empty: it can
    //! Why it should not be sent without a question, a sentence; empty: no reason. Asked when it is sent.
    [[nodiscard]] QString doubt() const;
    //! The same of several requests together, with other models.
    [[nodiscard]] QString doubtAbout(const CostEstimate &cost, const QStringList &models) const;
    //! It is sent: what was asked about for want of prices is not asked again.
    void agree() { agreeTo(m_estimate, modelsInOrder()); }
    void agreeTo(const CostEstimate &cost, const QStringList &models);
    //! What was agreed to in one tab holds in all that share it.
    void shareAgreements(const std::shared_ptr<QSet<QString>> &agreed) { m_agreed = agreed; }
    [[nodiscard]] QString guardNote() const; //!< "Asks above $1 or 20% of what is left"
    [[nodiscard]] const CostEstimate &cost() const { return m_estimate; }

    //! What goes out. REQUIRES: no obstacle.
    [[nodiscard]] SendOrder order() const;
    //! Nothing has been composed that could be lost.
    [[nodiscard]] bool isBlank() const;
    //! Shows a request that was sent before. An account or key of it that is gone leaves an obstacle; where
    //! none is given the choice stays, and so does the timeout.
    void show(const PlaygroundRequest &request, const QString &model, const QStringList &fallbacks,
        std::optional<AccountId> account, std::optional<KeyId> key,
        std::optional<std::chrono::milliseconds> timeout = {});
    //! Chooses a key by its id, and its account.
    void chooseKey(KeyId key);
    [[nodiscard]] const SendAccount *chosenAccount() const; //!< nullptr: none
    [[nodiscard]] const SendKey *chosenKey() const; //!< nullptr: none
    //! No price is known yet, but one may be in a moment: what a request costs cannot be told before.
    [[nodiscard]] bool awaitsPrices() const { return m_isReadingPrices && m_catalogue.isEmpty(); }
    [[nodiscard]] const QList<ModelListing> &catalogue() const { return m_catalogue; }
    [[nodiscard]] const ModelListing *listing(const QString &model) const; //!< nullptr: not in the catalogue
    Q_INVOKABLE void nextKey(); //!< the next one that has something left
    Q_INVOKABLE QString copiedAs(int form) const; //!< 0 cURL, 1 Python, 2 Node, 3 HTTP; without any key

Q_SIGNALS:
    void choicesChanged();
    void choiceChanged();
    void catalogueChanged(); //!< the models to choose from are others, or told otherwise
    void modelsNoteChanged();
    void pricesRead(); //!< or there are none to be read any more
    void modelsChanged();
    void fallbacksChanged();
    void parametersChanged();
    void jsonChanged();
    void estimateChanged();

private:
    void ask(); //!< for accounts, keys and the guard
    void askForBudgets();
    void takeAccounts(const QList<SendAccount> &accounts);
    void askForModels();
    void choose(int account, int key);
    void tellModels();
    [[nodiscard]] QList<ModelRow> modelRows() const;
    [[nodiscard]] QList<ModelRow> fallbackRows() const;
    [[nodiscard]] int nextPlace() const; //!< of the key that nextKey() chooses; -1: none
    [[nodiscard]] int placeOf(std::optional<AccountId> account, std::optional<KeyId> key) const;
    [[nodiscard]] int placeOfKey(int account, KeyId key) const;
    [[nodiscard]] int placeOfOwn(int account) const;
    template<typename Value>
    void edit(Value &held, const Value &given); //!< of a parameter
    void settle(); //!< after any edit: JSON, estimate and obstacle follow
    void readJson();
    void readJsonAnew();
    void writeJson();
    void writeMember(const QString &name, const QString &value);
    [[nodiscard]] bool isJsonFollowing() const
    {
        return m_showsJson && !m_isJsonOwn && m_jsonProblem.isEmpty();
    }
    [[nodiscard]] SendDoubt doubtOf(const CostEstimate &cost, const QStringList &models) const;
    [[nodiscard]] QString agreementTo(const SendDoubt &doubt) const;
    void takeRequest(const PlaygroundRequest &request);
    [[nodiscard]] PlaygroundRequest request() const;
    [[nodiscard]] QStringList modelsInOrder() const; //!< the one asked for, then the fallbacks

    //! A request with its model, as one thing.
    struct Said {
        PlaygroundRequest request;
        QString model;
        friend bool operator==(const Said &, const Said &) = default;
    };

    SendChoices *m_choices = nullptr;
    BudgetReports *m_budgetReports = nullptr;
    SendGuard m_guard;
    QList<BudgetLine> m_budgets;
    QList<SendAccount> m_accounts;
    QList<ModelListing> m_catalogue;
    QList<ModelRow> m_modelRows; //!< as last told
    QList<ModelRow> m_fallbackRows; //!< the same
    int m_account = -1;
    int m_key = -1;
    bool m_hasHadChoice = false; //!< there were accounts to choose from
    std::optional<AccountId> m_wantedAccount; //!< chosen before its list has come
    std::optional<KeyId> m_wantedKey;
    ApiProtocol m_protocol = ApiProtocol::OpenAiChat;
    QString m_model;
    QStringList m_fallbacks;
    RoutingViewModel m_routing;
    MessageRowsModel m_messages;
    QString m_temperature;
    QString m_maxTokens;
    QString m_topP;
    QString m_timeout; //!< empty: by the kind of model
    bool m_streams = true;
    QString m_tools;
    QString m_schema;
    bool m_showsJson = false;
    QString m_json;
    QString m_jsonProblem;
    int m_jsonProblemLine = 0;
    bool m_isJsonOwn = false; //!< it says something that messages and parameters cannot
    Said m_written; //!< what the fields said when the JSON was last read or written
    bool m_isRewriting = false; //!< the JSON is being written or read: neither follows the other
    CostEstimate m_estimate;
    std::shared_ptr<QSet<QString>> m_agreed = std::make_shared<QSet<QString>>();
    int m_askedAccounts = 0;
    int m_askedModels = 0;
    bool m_isReadingPrices = false;
    int m_askedBudgets = 0;
};

} // namespace tollkeeper
