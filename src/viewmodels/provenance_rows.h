// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_answers.h"

#include <QObject>
#include <QStringList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One source of a figure, as finished texts.
struct SourceLine {
    Q_GADGET
    QML_VALUE_TYPE(sourceLine)
    Q_PROPERTY(QString account MEMBER account)
    Q_PROPERTY(QString endpoint MEMBER endpoint)
    Q_PROPERTY(QString certainty MEMBER certainty)
    Q_PROPERTY(bool isBilled MEMBER isBilled)
    Q_PROPERTY(QString amount MEMBER amount)
    Q_PROPERTY(QString window MEMBER window)
    Q_PROPERTY(QString fetched MEMBER fetched)
    Q_PROPERTY(QString label MEMBER label)

public:
    QString account; //!< "OpenRouter · main, OpenRouter"
    QString endpoint; //!< "GET /activity", or a file's name
    QString certainty; //!< "billed", "worked out", "estimated"
    bool isBilled = true;
    QString amount; //!< with ≈ where it is not billed
    QString window; //!< what it covers
    QString fetched; //!< "fetched 18 Jun 14:30 UTC"
    QString label; //!< "UTC day, cannot be split", and what else limits it; empty: nothing
};

//! The card that tells where a figure comes from.
struct ProvenanceCard {
    Q_GADGET
    QML_VALUE_TYPE(provenanceCard)
    Q_PROPERTY(QString total MEMBER total)
    Q_PROPERTY(bool isAtLeast MEMBER isAtLeast)
    Q_PROPERTY(QString days MEMBER days)
    Q_PROPERTY(QString utcWindow MEMBER utcWindow)
    Q_PROPERTY(QString localWindow MEMBER localWindow)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString keys MEMBER keys)
    Q_PROPERTY(QString covered MEMBER covered)
    Q_PROPERTY(QString silent MEMBER silent)
    Q_PROPERTY(QString asOf MEMBER asOf)
    Q_PROPERTY(QStringList restatements MEMBER restatements)

public:
    QString total;
    bool isAtLeast = false;
    QString days; //!< "18 Jun", of the reporting zone
    QString utcWindow;
    QString localWindow; //!< empty where the reporting zone is UTC
    QString zone; //!< the reporting zone
    QString keys; //!< that have a share in it
    QString covered; //!< "98.9% of this time, up to now"
    QString silent; //!< accounts that cannot tell, as a sentence; empty: none
    QString asOf;
    QStringList restatements; //!< sentences, newest first
};

[[nodiscard]] ProvenanceCard provenanceCard(const Provenance &provenance);
[[nodiscard]] QList<SourceLine> sourceLines(const Provenance &provenance);

} // namespace tollkeeper
