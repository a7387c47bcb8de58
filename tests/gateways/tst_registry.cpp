// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class RegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryFolderInOrder()
    {
        QStringList names;
        for (const auto &kind : gatewayKinds()) {
            names << QString::fromLatin1(kind.name);
            QVERIFY(kind.create());
        }
        auto sorted = names;
        sorted.sort();
        QCOMPARE(names, sorted);
        for (const auto &name :
            {u"chuizi"_s, u"litellm"_s, u"new-api"_s, u"openai-compatible"_s, u"openrouter"_s, u"torouter"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void findsAKindByItsExactName()
    {
        QCOMPARE(connectorFor(u"openrouter")->displayName(), u"OpenRouter"_s);
        QVERIFY(!connectorFor(u"OpenRouter"));
        QVERIFY(!connectorFor(u"openai_compatible"));
        QVERIFY(!connectorFor(u""));
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"
