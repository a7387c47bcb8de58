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
        for (const auto &name : {u"chuizi"_s, u"litellm"_s, u"new-api"_s, u"openai-compatible"_s,
                 u"openrouter"_s, u"portkey"_s, u"torouter"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void findsAKindByItsExactName()
    {
        QCOMPARE(connectorFor(u"openrouter")->displayName(), u"OpenRouter"_s);
        QVERIFY(!connectorFor(u"OpenRouter"));
        QVERIFY(!connectorFor(u"openai_compatible"));
        QVERIFY(!connectorFor(u""));
    }

    void everyKindHasADialect()
    {
        const auto names = dialectNames();
        for (const auto &kind : gatewayKinds())
            QVERIFY2(names.contains(QLatin1StringView(kind.name)), kind.name);
        for (const auto &name : names) {
            const auto dialect = dialectFor(name);
            QVERIFY2(
                dialect && !dialect->codes.isEmpty() && !dialect->displayName.isEmpty(), qPrintable(name));
        }
        QVERIFY(!dialectFor(u"nobody"));
    }

    void theUnknownFamilyKnowsAllOthers()
    {
        QStringList known;
        const auto all = dialectFor(u"openai-compatible")->codes;
        for (const auto &line : all)
            known.append(QString::fromUtf8(line.code));
        for (const auto &name : dialectNames()) {
            const auto codes = dialectFor(name)->codes;
            for (const auto &line : codes)
                QVERIFY2(known.contains(QString::fromUtf8(line.code)), line.code);
        }
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"
