// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/hygiene_words.h"

#include "base/translation_contexts.h"

namespace tollkeeper {
namespace {

//! Of what the calendar and the cap say.
HygieneWords limitWords(HygieneRule rule)
{
    switch (rule) {
    case HygieneRule::Expired:
        return {texts::Hygiene::tr("The key has expired"),
            texts::Hygiene::tr("Requests with it are refused."),
            texts::Hygiene::tr("Rotate it, or delete it where nothing needs it any more.")};
    case HygieneRule::ExpiresSoon:
        return {texts::Hygiene::tr("The key expires within 30 days"),
            texts::Hygiene::tr("From then on requests with it are refused."),
            texts::Hygiene::tr("Rotate it while both keys work.")};
    case HygieneRule::PastRotation:
        return {texts::Hygiene::tr("Rotation is overdue"),
            texts::Hygiene::tr("The older a key is, the more places it has been copied to."),
            texts::Hygiene::tr("Rotate it, or set another age for it.")};
    case HygieneRule::Uncapped:
        return {texts::Hygiene::tr("No spending cap"),
            texts::Hygiene::tr("Whoever gets hold of it can spend the whole balance."),
            texts::Hygiene::tr("Set a cap a little above what it usually costs.")};
    default:
        return {texts::Hygiene::tr("80% of its cap or more is used"),
            texts::Hygiene::tr("At the cap its requests fail until the cap resets."),
            texts::Hygiene::tr("Raise the cap, or find out what spends more than usual.")};
    }
}

//! Of who can use it, and where.
HygieneWords reachWords(const HygieneFinding &finding)
{
    switch (finding.rule) {
    case HygieneRule::TwoEnvironments:
        return {texts::Hygiene::tr("One secret in two environments"),
            //: %1 is the name of an environment
            texts::Hygiene::tr("The same secret is also used in “%1”. What leaks there is lost here.")
                .arg(finding.detail),
            texts::Hygiene::tr("Make a key for each environment.")};
    case HygieneRule::ProductionFromAnywhere:
        return {texts::Hygiene::tr("A production key that works from everywhere"),
            texts::Hygiene::tr(
                "This gateway can restrict a key to network addresses, and this key is not restricted."),
            texts::Hygiene::tr("Allow only the addresses of your servers.")};
    default:
        return {texts::Hygiene::tr("A management key where an ordinary one would do"),
            texts::Hygiene::tr("It can make and delete keys, and this account has no others to look after."),
            texts::Hygiene::tr("Use an ordinary key for this account.")};
    }
}

//! Of how it is kept.
HygieneWords habitWords(const HygieneFinding &finding)
{
    switch (finding.rule) {
    case HygieneRule::Dormant:
        return {texts::Hygiene::tr("Not used for 30 days"),
            texts::Hygiene::tr("Nobody would notice if somebody else began to use it."),
            texts::Hygiene::tr("Disable it, and delete it once nothing has missed it.")};
    case HygieneRule::NeverExpires:
        return {texts::Hygiene::tr("The key never expires"),
            texts::Hygiene::tr("A copy that is forgotten somewhere works for ever."),
            texts::Hygiene::tr("Give the next key an expiry when you rotate this one.")};
    case HygieneRule::NoOwner:
        return {texts::Hygiene::tr("Nobody owns this key"),
            texts::Hygiene::tr("Nobody can say what needs it, or notices when it misbehaves."),
            texts::Hygiene::tr("Set an owner.")};
    default:
        return {texts::Hygiene::tr("Asks for a model by a name that moves"),
            //: %1 is the name of a model
            texts::Hygiene::tr(
                "“%1” stands for whatever the vendor serves today, so cost and answers can change by "
                "themselves.")
                .arg(finding.detail),
            texts::Hygiene::tr("Ask for a version by name.")};
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
