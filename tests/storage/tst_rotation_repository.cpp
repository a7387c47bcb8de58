// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_repository.h"
#include "storage/rotation_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class RotationRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
        m_old = *KeyRepository(*m_database).apply(m_account, key(u"old"_s), june(1));
        m_new = *KeyRepository(*m_database).apply(m_account, key(u"new"_s), june(2));
    }

    void everyStepComesBackAsItWasLeft()
    {
        auto rotation = started();
        rotation.id = *repository().add(rotation);
        QCOMPARE(*repository().byId(rotation.id), rotation);

        rotation.step = RotationStep::Delete;
        rotation.newKey = m_new;
        rotation.isPasted = true;
        rotation.newSecretName = u"entry"_s;
        rotation.createdAt = june(3);
        rotation.savedAt = june(4);
        rotation.deployedAt = june(5);
        rotation.disabledAt = june(6);
        rotation.waitUntil = june(13);
        QVERIFY(repository().update(rotation));
        QCOMPARE(*repository().open(), QList{rotation});
    }

    void aKeyIsReplacedOnceAtATime()
    {
        auto first = started();
        first.id = *repository().add(first);
        QCOMPARE(repository().add(started()).error().kind, Error::Kind::Busy);

        first.step = RotationStep::Cancelled;
        first.endedAt = june(3);
        QVERIFY(repository().update(first));
        QVERIFY(repository().add(started()));
        QCOMPARE(repository().open()->size(), 1);
    }

    void everyStepHasAWordOfItsOwn()
    {
        for (int step = 0; step <= int(RotationStep::Cancelled); ++step)
            QCOMPARE(rotationStepFromText(QString(toText(RotationStep(step)))), RotationStep(step));
        QVERIFY(!rotationStepFromText(u"of a newer version"));
    }

private:
    Rotation started() const
    {
        Rotation rotation;
        rotation.account = m_account;
        rotation.oldKey = m_old;
        rotation.newName = u"old 2"_s;
        rotation.startedAt = june(2);
        return rotation;
    }
    RotationRepository repository() { return RotationRepository(*m_database); }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
    KeyId m_old;
    KeyId m_new;
};

QTEST_GUILESS_MAIN(RotationRepositoryTest)
#include "tst_rotation_repository.moc"
