// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_keys.h"
#include "support/scripted_overview.h"
#include "viewmodels/add_key_view_model.h"
#include "viewmodels/key_labels_view_model.h"
#include "viewmodels/paste_keys_view_model.h"
#include "viewmodels/rotation_policy_view_model.h"

#include <QTemporaryFile>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Stands for a text field: what was in it must be gone once it was taken.
class Field : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString text MEMBER m_text)

public:
    explicit Field(const QString &text) : m_text(text) { }
    Q_INVOKABLE void clear() { m_text.clear(); }
    QString m_text;
};

const auto OneKey = u"sk-or-v1-0123456789abcdef0123456789abff03"_s;
const auto OtherKey = u"sk-or-v1-fedcba9876543210fedcba987654e3a8"_s;

} // namespace

//! Making keys, taking secrets in, and whom keys belong to.
class KeyCustodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reports = std::make_unique<ScriptedKeyReports>();
        m_service = std::make_unique<ScriptedKeyService>();
        m_reports->row(scripted::ZapierKey).key.secretName.clear();
        m_page = std::make_unique<KeysViewModel>();
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), KeysViewModel::State::Ready);
        m_paste = std::make_unique<PasteKeysViewModel>();
        m_paste->setKeys(m_service.get());
        m_paste->begin(m_page.get());
    }

    void makesAKeyWithItsLimits()
    {
        AddKeyViewModel add;
        add.setKeys(m_service.get());
        add.begin(m_page.get());
        QCOMPARE(add.placeNames(), QStringList({u"OpenRouter · main"_s, u"ToRouter · apac"_s}));
        QCOMPARE(add.elsewhere(), u"Chuizi.AI · lab, LiteLLM · on-prem"_s);
        add.make(0, u" new-key "_s, u"500"_s, 1, u"2026-12-31"_s, true);
        QTRY_COMPARE(add.state(), AddKeyViewModel::State::Made);
        QCOMPARE(add.made(), u"13"_s);
        const auto &[account, draft] = m_service->drafts.constFirst();
        QCOMPARE(account, AccountId(1));
        QCOMPARE(draft.name, u"new-key"_s);
        QVERIFY(draft.cap == (CapWish{scripted::dollars(50000), u"weekly"_s}));
        QCOMPARE(*draft.expiresAt, QDateTime({2026, 12, 31}, {0, 0}, Qt::UTC));
        QVERIFY(draft.countsByok == true);
    }

    void asksNoGatewayForAKeyThatIsNotWhole_data()
    {
        QTest::addColumn<QStringList>("typed"); // name, amount, day
        QTest::newRow("no name") << QStringList{u" "_s, {}, {}};
        QTest::newRow("no amount") << QStringList{u"a"_s, u"much"_s, {}};
        QTest::newRow("a day that is gone") << QStringList{u"a"_s, {}, u"2026-01-01"_s};
    }
    void asksNoGatewayForAKeyThatIsNotWhole()
    {
        QFETCH(QStringList, typed);
        AddKeyViewModel add;
        add.setKeys(m_service.get());
        add.begin(m_page.get());
        add.make(0, typed.at(0), typed.at(1), 0, typed.at(2), false);
        QCOMPARE(add.state(), AddKeyViewModel::State::Wrong);
        QVERIFY(!add.problem().isEmpty());
        QVERIFY(m_service->drafts.isEmpty());
    }

    void leavesOutWhatTheGatewayCannotSet()
    {
        AddKeyViewModel add;
        add.setKeys(m_service.get());
        add.begin(m_page.get());
        add.make(1, u"a"_s, u"70"_s, 0, {}, true);
        QTRY_COMPARE(add.state(), AddKeyViewModel::State::Made);
        QVERIFY(!m_service->drafts.constFirst().second.countsByok);
        QCOMPARE(m_service->drafts.constFirst().second.cap.limit->currency().code(), u"CNY"_s);
        QVERIFY(m_service->drafts.constFirst().second.cap.reset.isEmpty());
    }

    void takesPastedLinesOutOfTheirFieldAndShowsOnlyTheirMaskedForm()
    {
        Field field(u"# keys\nexport HOOK=\"%1\"\nnot a key\n"_s.arg(OneKey));
        m_paste->take(&field);
        QVERIFY(field.m_text.isEmpty());
        QTRY_COMPARE(m_paste->state(), PasteKeysViewModel::State::Ready);
        QCOMPARE(m_paste->lines().size(), 1);
        QCOMPARE(line(0).note, u"HOOK"_s);
        QCOMPARE(line(0).masked, u"sk-or-v1-••••••••ff03"_s);
        QVERIFY(line(0).isCertain);
        QCOMPARE(m_paste->choices().at(line(0).choice), u"old-zapier-hook, OpenRouter · main, …ff03"_s);
        QCOMPARE(m_paste->problems().size(), 1);
        QCOMPARE(m_paste->ready(), 1);
        m_paste->keep(false);
        QTRY_COMPARE(m_paste->state(), PasteKeysViewModel::State::Finished);
        QCOMPARE(m_service->bound.size(), 1);
        QCOMPARE(m_service->bound.constFirst().first, KeyId(scripted::ZapierKey));
        QVERIFY(m_service->proved.isEmpty());
        QCOMPARE(m_paste->summary(), u"1 of 1 secrets stored"_s);
    }

    void aPersonChoosesWhereNothingTells()
    {
        m_service->matched = fail(Error::Kind::NotFound);
        Field field(OneKey);
        m_paste->take(&field);
        QTRY_COMPARE(m_paste->state(), PasteKeysViewModel::State::Ready);
        QCOMPARE(line(0).choice, 0);
        QCOMPARE(m_paste->ready(), 0);
        QCOMPARE(m_paste->choices().size(), 2); // not kept, and the one key whose secret is missing
        m_paste->choose(0, 1);
        QCOMPARE(m_paste->ready(), 1);
        m_paste->choose(0, 2);
        QCOMPARE(line(0).choice, 1);
    }

    void keepsNoSecretThatDoesNotWork()
    {
        m_service->tested = fail(
            Error{.kind = Error::Kind::Rejected, .httpStatus = 401, .category = Category::Credentials});
        Field field(OneKey);
        m_paste->take(&field);
        QTRY_COMPARE(m_paste->state(), PasteKeysViewModel::State::Ready);
        m_paste->keep(true);
        QTRY_COMPARE(m_paste->state(), PasteKeysViewModel::State::Finished);
        QCOMPARE(m_service->proved, QList{KeyId(scripted::ZapierKey)});
        QCOMPARE(m_service->forgotten, QList{KeyId(scripted::ZapierKey)});
        QCOMPARE(line(0).state, u"failed"_s);
        QVERIFY(!line(0).result.isEmpty());
        QCOMPARE(m_paste->summary(), u"0 of 1 secrets stored"_s);
    }

    void leavesASecretAloneThatIsHereAlready()
    {
        m_service->matched = SecretBinding{KeyId(scripted::InvoiceKey), true};
        Field field(OtherKey);
        m_paste->take(&field);
        QTRY_COMPARE(m_paste->state(), PasteKeysViewModel::State::Ready);
        QCOMPARE(line(0).state, u"kept"_s);
        m_paste->keep(true);
        QTRY_COMPARE(m_paste->state(), PasteKeysViewModel::State::Finished);
        QVERIFY(m_service->bound.isEmpty());
        QVERIFY(m_service->forgotten.isEmpty());
    }

    void readsAFileAndForgetsItAgain()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(u"A=%1\nB=%2\n"_s.arg(OneKey, OtherKey).toUtf8());
        file.flush();
        m_paste->takeFile(file.fileName());
        QTRY_COMPARE(m_paste->state(), PasteKeysViewModel::State::Ready);
        QCOMPARE(m_paste->lines().size(), 2);
        m_paste->clear();
        QVERIFY(m_paste->lines().isEmpty());
        m_paste->takeFile(file.fileName() + u".gone"_s);
        QCOMPARE(m_paste->problems().size(), 1);
    }

    void labelsSeveralKeysAndLeavesWhatIsNotChosen()
    {
        KeyLabelsViewModel labels;
        labels.setReports(m_reports.get());
        labels.begin(m_page.get(), {u"1"_s, u"10"_s});
        QCOMPARE(labels.title(), u"2 keys"_s);
        QCOMPARE(labels.values(), QStringList({{}, u"Support"_s, u"Platform lead"_s, {}}));
        QCOMPARE(labels.areSame(), QList<bool>({false, true, true, true}));
        labels.save({false, true, false, true}, {{}, u" Help  desk "_s, {}, u"eu, eu , paid"_s});
        QTRY_COMPARE(labels.state(), KeyLabelsViewModel::State::Saved);
        const auto &[keys, change] = m_reports->labelled.constFirst();
        QCOMPARE(keys, QList({KeyId(1), KeyId(10)}));
        QVERIFY(!change.environment && !change.owner);
        QCOMPARE(*change.team, u"Help desk"_s);
        QCOMPARE(*change.tags, QStringList({u"eu"_s, u"paid"_s}));
    }

    void changesNoLabelWhereNoneIsChosen()
    {
        KeyLabelsViewModel labels;
        labels.setReports(m_reports.get());
        labels.begin(m_page.get(), {u"1"_s});
        labels.save({false, false, false, false}, {});
        QCOMPARE(labels.state(), KeyLabelsViewModel::State::Failed);
        QVERIFY(m_reports->labelled.isEmpty());
        m_reports->labelError = Error{.kind = Error::Kind::StorageFull};
        labels.save({true, false, false, false}, {u"dev"_s});
        QTRY_COMPARE(labels.state(), KeyLabelsViewModel::State::Failed);
        QVERIFY(!labels.problem().isEmpty());
    }

    void setsThePolicyOfTheWorkspaceAndOfAKey()
    {
        using Choice = RotationPolicyViewModel::Choice;
        RotationPolicyViewModel policy;
        policy.setReports(m_reports.get());
        policy.beginWorkspace(m_page->rotationDays());
        QCOMPARE(policy.choice(), Choice::Days);
        QCOMPARE(policy.days(), u"90"_s);
        policy.save(Choice::Days, u"many"_s);
        QCOMPARE(policy.state(), RotationPolicyViewModel::State::Failed);
        policy.save(Choice::Days, u"60"_s);
        QTRY_COMPARE(m_reports->workspacePolicies, QList{60});
        m_page->selectKey(u"4"_s);
        policy.beginKey(m_page->details());
        QCOMPARE(policy.choice(), Choice::Workspace);
        policy.save(Choice::Never, {});
        QTRY_COMPARE(m_reports->policies.size(), 1);
        QVERIFY(m_reports->policies.constFirst().second == 0);
    }

private:
    PastedKeyLine line(int place) const { return m_paste->lines().at(place).value<PastedKeyLine>(); }

    std::unique_ptr<ScriptedKeyReports> m_reports;
    std::unique_ptr<ScriptedKeyService> m_service;
    std::unique_ptr<KeysViewModel> m_page;
    std::unique_ptr<PasteKeysViewModel> m_paste;
};

QTEST_GUILESS_MAIN(KeyCustodyTest)
#include "tst_key_custody.moc"
