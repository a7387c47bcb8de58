// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"
#include "sync/key_service.h"
#include "sync/rotation_service.h"

#include <QCoroTimer>

// The keys of an invented company on 18 June 2026, 14:32 UTC, and services that answer what the test wrote
// down, a moment later, as real ones would.

namespace scripted {

[[nodiscard]] tollkeeper::KeyTable keyTable();
[[nodiscard]] tollkeeper::KeyDetails keyDetails(const tollkeeper::KeyRow &row);
//! Of the key that a rotation replaces; in the middle of its watch, nothing spent on the old key.
[[nodiscard]] tollkeeper::Rotation rotation();
[[nodiscard]] tollkeeper::RotationWatch rotationWatch(const tollkeeper::Rotation &rotation);
//! Works marks and findings out anew, as a poll would.
void inspectAgain(tollkeeper::KeyRow &row, const QDateTime &now);

inline constexpr int InvoiceKey = 4; //!< "invoice-extract-prod"
inline constexpr int ZapierKey = 12; //!< "old-zapier-hook"

} // namespace scripted

class ScriptedKeyReports : public tollkeeper::KeyReports {
public:
    //! As it was made: everything well, nothing asked.
    void reset();

    tollkeeper::Result<tollkeeper::KeyTable> table = scripted::keyTable();
    bool isSilent = false; //!< asked, it does not come back
    std::optional<tollkeeper::Error> labelError;
    std::optional<tollkeeper::Rotation> rotation; //!< whose watch is asked for
    bool isQuiet = true; //!< of the watch
    int asked = 0;
    QList<tollkeeper::KeyId> detailsAsked;
    QList<std::pair<QList<tollkeeper::KeyId>, LabelChange>> labelled;
    QList<std::pair<tollkeeper::KeyId, std::optional<int>>> policies;
    QList<int> workspacePolicies;

    tollkeeper::Async<tollkeeper::KeyTable> keys() override;
    tollkeeper::Async<tollkeeper::KeyDetails> details(tollkeeper::KeyId key) override;
    tollkeeper::Async<tollkeeper::RotationWatch> watch(tollkeeper::RotationId rotation) override;
    tollkeeper::Async<tollkeeper::Done> label(QList<tollkeeper::KeyId> keys, LabelChange change) override;
    tollkeeper::Async<tollkeeper::Done> setRotationDays(
        tollkeeper::KeyId key, std::optional<int> days) override;
    tollkeeper::Async<int> rotationDays() override;
    tollkeeper::Async<tollkeeper::Done> setWorkspaceRotationDays(int days) override;

    //! The row of a key, to be changed; then `changed`.
    [[nodiscard]] tollkeeper::KeyRow &row(int key);
};

class ScriptedKeyService : public tollkeeper::KeyService {
public:
    void reset();

    tollkeeper::Outcome outcome = tollkeeper::Done(); //!< of everything that changes or removes
    tollkeeper::Outcome tested = tollkeeper::Done();
    tollkeeper::Result<tollkeeper::KeyId> created = tollkeeper::KeyId(13);
    tollkeeper::Result<tollkeeper::SecretBinding> matched
        = tollkeeper::SecretBinding{tollkeeper::KeyId(scripted::ZapierKey), true};
    QList<std::pair<tollkeeper::KeyId, tollkeeper::KeyChange>> changes;
    QList<std::pair<tollkeeper::AccountId, tollkeeper::KeyDraft>> drafts;
    QList<tollkeeper::KeyId> removed;
    QList<tollkeeper::KeyId> forgotten;
    QList<tollkeeper::KeyId> proved;
    QList<std::pair<tollkeeper::KeyId, QString>> bound; //!< key and masked secret

    tollkeeper::KeyControls controls(const tollkeeper::Account &) const override { return {}; }
    QUrl keysPage(const tollkeeper::Account &) const override { return {}; }
    tollkeeper::Async<tollkeeper::Done> change(tollkeeper::KeyId key, tollkeeper::KeyChange change) override;
    tollkeeper::Async<tollkeeper::KeyId> create(
        tollkeeper::AccountId account, tollkeeper::KeyDraft draft) override;
    tollkeeper::Async<tollkeeper::Done> remove(tollkeeper::KeyId key) override;
    tollkeeper::Async<tollkeeper::SecretBinding> match(
        tollkeeper::AccountId account, std::shared_ptr<const tollkeeper::Secret> secret) override;
    tollkeeper::Async<tollkeeper::Done> bind(
        tollkeeper::KeyId key, std::shared_ptr<const tollkeeper::Secret> secret) override;
    tollkeeper::Async<tollkeeper::Done> forget(tollkeeper::KeyId key) override;
    tollkeeper::Async<tollkeeper::Done> test(tollkeeper::KeyId key) override;
    tollkeeper::Async<std::shared_ptr<const tollkeeper::Secret>> secretOf(tollkeeper::KeyId key) override;
};

class ScriptedRotations : public tollkeeper::RotationService {
public:
    void reset();

    tollkeeper::Outcome outcome = tollkeeper::Done();
    QStringList calls; //!< "start 4", "proceed 1", "paste 1 sk-…", in order

    tollkeeper::Async<tollkeeper::RotationId> start(tollkeeper::KeyId oldKey) override;
    tollkeeper::Async<tollkeeper::Done> proceed(tollkeeper::RotationId rotation) override;
    tollkeeper::Async<tollkeeper::Done> paste(
        tollkeeper::RotationId rotation, std::shared_ptr<const tollkeeper::Secret> secret) override;
    tollkeeper::Async<tollkeeper::Done> confirmDeployed(tollkeeper::RotationId rotation) override;
    tollkeeper::Async<tollkeeper::Done> waitUntil(tollkeeper::RotationId rotation, QDateTime moment) override;
    tollkeeper::Async<tollkeeper::Done> undoDisable(tollkeeper::RotationId rotation) override;
    tollkeeper::Async<tollkeeper::Done> cancel(tollkeeper::RotationId rotation) override;
    tollkeeper::Async<std::shared_ptr<const tollkeeper::Secret>> newSecret(
        tollkeeper::RotationId rotation) override;

private:
    tollkeeper::Async<tollkeeper::Done> answer(QString call);
};
