// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_answers.h"
#include "viewmodels/usage_choice_list.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! The filter bar of the Usage page: days as a word or as they are, lists with ticks, and the rest. `changed`
//! tells that other rows are meant, once for each change. UI thread.
class UsageFilterViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to UsageViewModel")
    Q_PROPERTY(QString period READ period NOTIFY changed)
    Q_PROPERTY(QString periodText READ periodText NOTIFY changed)
    Q_PROPERTY(QStringList periods READ periods CONSTANT)
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY changed)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY changed)
    Q_PROPERTY(tollkeeper::UsageChoiceList *accounts READ accounts CONSTANT)
    Q_PROPERTY(tollkeeper::UsageChoiceList *keys READ keys CONSTANT)
    Q_PROPERTY(tollkeeper::UsageChoiceList *requested READ requested CONSTANT)
    Q_PROPERTY(tollkeeper::UsageChoiceList *served READ served CONSTANT)
    Q_PROPERTY(tollkeeper::UsageChoiceList *providers READ providers CONSTANT)
    Q_PROPERTY(tollkeeper::UsageChoiceList *statuses READ statuses CONSTANT)
    Q_PROPERTY(bool fellBackOnly READ fellBackOnly WRITE setFellBackOnly NOTIFY changed)
    Q_PROPERTY(QString costFrom READ costFrom NOTIFY changed)
    Q_PROPERTY(bool hasCostFrom READ hasCostFrom NOTIFY changed)
    Q_PROPERTY(QString requestId READ requestId WRITE setRequestId NOTIFY changed)
    Q_PROPERTY(QString playground READ playground NOTIFY changed)
    Q_PROPERTY(QStringList playgroundWords READ playgroundWords CONSTANT)
    Q_PROPERTY(int conditions READ conditions NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(bool isOfTheLedger READ isOfTheLedger NOTIFY changed)
    Q_PROPERTY(QString onlyAccount READ onlyAccount NOTIFY changed)
    Q_PROPERTY(QString onlyKey READ onlyKey NOTIFY changed)

public:
    explicit UsageFilterViewModel(QObject *parent = nullptr);

    [[nodiscard]] UsageFilter filter() const;
    //! The same as a view to be kept.
    [[nodiscard]] SavedView view(const QString &name) const;
    void open(const SavedView &view);
    void setToday(QDate today); //!< of the reporting zone
    void setChoices(const UsageChoices &choices);
    void setCurrency(Currency currency) { m_currency = currency; }

    [[nodiscard]] QString period() const { return m_period; }
    [[nodiscard]] QString periodText() const;
    [[nodiscard]] static QStringList periods();
    [[nodiscard]] QString firstDay() const;
    [[nodiscard]] QString lastDay() const;
    [[nodiscard]] DayRange days() const;
    [[nodiscard]] UsageChoiceList *accounts() { return &m_accounts; }
    [[nodiscard]] UsageChoiceList *keys() { return &m_keys; }
    [[nodiscard]] UsageChoiceList *requested() { return &m_requested; }
    [[nodiscard]] UsageChoiceList *served() { return &m_served; }
    [[nodiscard]] UsageChoiceList *providers() { return &m_providers; }
    [[nodiscard]] UsageChoiceList *statuses() { return &m_statuses; }
    [[nodiscard]] bool fellBackOnly() const { return m_fellBackOnly; }
    void setFellBackOnly(bool only);
    [[nodiscard]] QString costFrom() const;
    [[nodiscard]] bool hasCostFrom() const { return m_costFrom.has_value(); }
    [[nodiscard]] QString requestId() const { return m_requestId; }
    void setRequestId(const QString &id);
    [[nodiscard]] QString playground() const; //!< "with", "without", "only"
    [[nodiscard]] static QStringList playgroundWords();
    [[nodiscard]] int conditions() const; //!< beside the days
    [[nodiscard]] QString sentence() const; //!< "Provider is Azure, status is 502, today."
    //! The ledger can tell where the total of just these rows comes from: all, or those of one account or
    //! key.
    [[nodiscard]] bool isOfTheLedger() const;
    [[nodiscard]] QString onlyAccount() const; //!< its id, where one is picked; else empty
    [[nodiscard]] QString onlyKey() const;

    Q_INVOKABLE void choosePeriod(const QString &word);
    //! Days as YYYY-MM-DD; false where they are none, or the last lies before the first.
    Q_INVOKABLE bool chooseDays(const QString &first, const QString &last);
    //! "0.05"; empty or 0: any cost. False where it is no amount.
    Q_INVOKABLE bool chooseCostFrom(const QString &typed);
    Q_INVOKABLE void choosePlayground(const QString &word);
    Q_INVOKABLE static QString nameOfPlayground(const QString &word);
    Q_INVOKABLE void clear(); //!< the days stay
    //! The requests behind a figure: these days, and one key or requested model where they are not empty.
    Q_INVOKABLE void chooseFigure(
        const QString &first, const QString &last, const QString &key, const QString &model);
    Q_INVOKABLE static QString nameOf(const QString &period);

Q_SIGNALS:
    void changed();

private:
    template<typename Change>
    void change(Change &&body);
    void pick(const UsageFilter &filter);
    [[nodiscard]] QList<UsageChoiceList *> lists();

    QDate m_today;
    QString m_period;
    DayRange m_fixedDays;
    Currency m_currency;
    UsageChoiceList m_accounts;
    UsageChoiceList m_keys;
    UsageChoiceList m_requested;
    UsageChoiceList m_served;
    UsageChoiceList m_providers;
    UsageChoiceList m_statuses;
    bool m_fellBackOnly = false;
    std::optional<Money> m_costFrom;
    QString m_requestId;
    PlaygroundRows m_playground = PlaygroundRows::Counted;
    bool m_isChanging = false; //!< several parts change as one
};

} // namespace tollkeeper
