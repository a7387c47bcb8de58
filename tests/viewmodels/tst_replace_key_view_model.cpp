// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_services.h"
#include "viewmodels/replace_key_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! The way out for an account whose key is lost.
class ReplaceKeyViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateways = std::make_unique<ScriptedGateways>();
        m_dialog = std::make_unique<ReplaceKeyViewModel>();
        m_dialog->setGateways(m_gateways.get());
        m_dialog->begin(u"7"_s, u"labs"_s);
    }

    void aKeyThatWorksIsKept()
    {
        const QSignalSpy replaced(m_dialog.get(), &ReplaceKeyViewModel::replaced);
        m_dialog->submit(u" sk-or-v1-0123456789abcdef "_s);
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(m_gateways->maskedKeys.size(), 1);
        QVERIFY(m_gateways->maskedKeys.constFirst().endsWith(u"cdef"));
        QVERIFY(m_dialog->problem().isEmpty() && !m_dialog->isBusy());
    }

    void whatIsNotAKeyIsNeverSent()
    {
        m_dialog->submit(u"two words"_s);
        QVERIFY(!m_dialog->problem().isEmpty());
        QVERIFY(m_gateways->maskedKeys.isEmpty());
    }

    void aRefusalSaysWhatStaysAsItIs()
    {
        const QSignalSpy replaced(m_dialog.get(), &ReplaceKeyViewModel::replaced);
        m_gateways->report = fail(Error{.kind = Error::Kind::Rejected, .category = Category::Credentials});
        m_dialog->submit(u"sk-or-v1-0123456789abcdef"_s);
        QTRY_VERIFY(m_dialog->problem().contains(u"stay as they are"));
        QCOMPARE(replaced.size(), 0);
        m_dialog->begin(u"8"_s, u"apac"_s);
        QVERIFY(m_dialog->problem().isEmpty());
        QCOMPARE(m_dialog->account(), u"apac"_s);
    }

private:
    std::unique_ptr<ScriptedGateways> m_gateways;
    std::unique_ptr<ReplaceKeyViewModel> m_dialog;
};

QTEST_GUILESS_MAIN(ReplaceKeyViewModelTest)
#include "tst_replace_key_view_model.moc"
