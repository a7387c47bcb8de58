// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/hygiene_words.h"

#include <QCoreApplication>

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Hygiene", text);
}

//! Of what the calendar and the cap say.
HygieneWords limitWords(HygieneRule rule)
{
    switch (rule) {
    case HygieneRule::Expired:
        return {tr("The key has expired"), tr("Requests with it are refused."),
            tr("Rotate it, or delete it where nothing needs it any more.")};
    case HygieneRule::ExpiresSoon:
        return {tr("The key expires within 30 days"), tr("From then on requests with it are refused."),
            tr("Rotate it while both keys work.")};
    case HygieneRule::PastRotation:
        return {tr("Rotation is overdue"), tr("The older a key is, the more places it has been copied to."),
            tr("Rotate it, or set another age for it.")};
    case HygieneRule::Uncapped:
        return {tr("No spending cap"), tr("Whoever gets hold of it can spend the whole balance."),
            tr("Set a cap a little above what it usually costs.")};
    default:
        return {tr("80% of its cap or more is used"),
            tr("At the cap its requests fail until the cap resets."),
            tr("Raise the cap, or find out what spends more than usual.")};
    }
}

//! Of who can use it, and where.
HygieneWords reachWords(const HygieneFinding &finding)
{
    switch (finding.rule) {
    case HygieneRule::TwoEnvironments:
        return {tr("One secret in two environments"),
            //: %1 is the name of an environment
            tr("The same secret is also used in “%1”. What leaks there is lost here.").arg(finding.detail),
            tr("Make a key for each environment.")};
    case HygieneRule::ProductionFromAnywhere:
        return {tr("A production key that works from everywhere"),
            tr("This gateway can restrict a key to network addresses, and this key is not restricted."),
            tr("Allow only the addresses of your servers.")};
    default:
        return {tr("A management key where an ordinary one would do"),
            tr("It can make and delete keys, and this account has no others to look after."),
            tr("Use an ordinary key for this account.")};
    }
}

//! Of how it is kept.
HygieneWords habitWords(const HygieneFinding &finding)
{
    switch (finding.rule) {
    case HygieneRule::Dormant:
        return {tr("Not used for 30 days"), tr("Nobody would notice if somebody else began to use it."),
            tr("Disable it, and delete it once nothing has missed it.")};
    case HygieneRule::NeverExpires:
        return {tr("The key never expires"), tr("A copy that is forgotten somewhere works for ever."),
            tr("Give the next key an expiry when you rotate this one.")};
    case HygieneRule::NoOwner:
        return {tr("Nobody owns this key"),
            tr("Nobody can say what needs it, or notices when it misbehaves."), tr("Set an owner.")};
    default:
        return {tr("Asks for a model by a name that moves"),
            //: %1 is the name of a model
            tr("“%1” stands for whatever the vendor serves today, so cost and answers can change by "
               "themselves.")
                .arg(finding.detail),
            tr("Ask for a version by name.")};
    }
}

} // namespace

HygieneWords hygieneWords(const HygieneFinding &finding)
{
    if (finding.rule <= HygieneRule::AtCap)
        return limitWords(finding.rule);
    return finding.rule <= HygieneRule::ManagementKey ? reachWords(finding) : habitWords(finding);
}

} // namespace tollkeeper
