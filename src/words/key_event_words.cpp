// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/key_event_words.h"

#include "base/translation_contexts.h"
#include "words/key_figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using What = KeyEvent::What;

//! "Cap changed", "Cap set to 5", "Cap 5 taken away", "Cap changed from 5 to 6".
QString changeText(const QString &thing, const KeyEvent &event)
{
    if (event.before.isEmpty() && event.after.isEmpty())
        //: %1 is what was changed of a key
        return texts::KeyEvents::tr("%1 changed").arg(thing);
    if (event.before.isEmpty())
        //: %1 is what was changed of a key, %2 its value
        return texts::KeyEvents::tr("%1 set to %2").arg(thing, event.after);
    if (event.after.isEmpty())
        //: %1 is what was changed of a key, %2 its value
        return texts::KeyEvents::tr("%1 removed; it was %2").arg(thing, event.before);
    //: %1 is what was changed of a key, %2 and %3 its values
    return texts::KeyEvents::tr("%1 changed from %2 to %3").arg(thing, event.before, event.after);
}

//! "1200.000000000 USD monthly", as it is stored; nullopt where it is something else.
std::optional<Cap> capFrom(const QString &stored)
{
    const auto currency = Currency::fromCode(stored.section(u' ', 1, 1));
    const auto limit = Money::fromText(stored.section(u' ', 0, 0), currency.value_or(Currency()));
    if (!currency || !limit)
        return std::nullopt;
    return Cap{*limit, {}, stored.section(u' ', 2)};
}

QString capWords(const QString &stored)
{
    const auto cap = capFrom(stored);
    if (!cap)
        return stored;
    return cap->reset.isEmpty()
        ? limitText(cap->limit)
        //: %1 is money, %2 how often a cap resets: "$1,200 (monthly)"
        : texts::KeyEvents::tr("%1 (%2)").arg(limitText(cap->limit), resetText(cap->reset).toLower());
}

//! What stands in the history is for machines; here it becomes what people read.
QString valueWords(What what, const QString &stored)
{
    if (what == What::CapChanged)
        return capWords(stored);
    if (what == What::ByokChanged)
        return stored == u"yes" ? texts::KeyEvents::tr("yes")
            : stored == u"no"   ? texts::KeyEvents::tr("no")
                                : stored;
    if (what == What::ExpiryChanged) {
        const auto moment = QDateTime::fromString(stored, Qt::ISODate);
        return moment.isValid() ? fullDayText(moment.toUTC().date()) : stored;
    }
    return stored;
}

//! "Cap raised from $1,200 to $1,500", where nothing else of it changed; else empty.
QString capStep(const KeyEvent &event)
{
    const auto before = capFrom(event.before);
    const auto after = capFrom(event.after);
    const bool isStep = event.what == What::CapChanged && before && after && before->reset == after->reset
        && before->limit.currency() == after->limit.currency();
    if (!isStep)
        return {};
    //: %1 and %2 are money
    const auto sentence = after->limit > before->limit ? texts::KeyEvents::tr("Cap raised from %1 to %2")
                                                       : texts::KeyEvents::tr("Cap lowered from %1 to %2");
    return sentence.arg(limitText(before->limit), limitText(after->limit));
}

QString withDetail(const QString &text, const QString &detail)
{
    //: %1 is what happened, %2 more of it
    return detail.isEmpty() ? text : texts::KeyEvents::tr("%1, %2").arg(text, detail);
}

//! What can be changed from one value to another; empty for the rest.
QString thingOf(What what)
{
    switch (what) {
    case What::Renamed:
        return texts::KeyEvents::tr("Name");
    case What::CapChanged:
        return texts::KeyEvents::tr("Cap");
    case What::ByokChanged:
        return texts::KeyEvents::tr("BYOK in cap");
    case What::ExpiryChanged:
        return texts::KeyEvents::tr("Expiry");
    case What::AddressesChanged:
        return texts::KeyEvents::tr("IP allowlist");
    case What::ModelsChanged:
        return texts::KeyEvents::tr("Model allowlist");
    case What::WindowsChanged:
        return texts::KeyEvents::tr("Spend windows");
    case What::Labelled:
        return texts::KeyEvents::tr("Labels");
    default:
        return {};
    }
}

QString happeningText(const KeyEvent &event)
{
    switch (event.what) {
    case What::FirstSeen:
        return withDetail(texts::KeyEvents::tr("First seen at the gateway"), event.after);
    case What::Created:
        return withDetail(texts::KeyEvents::tr("Created"), event.after);
    case What::Disabled:
        return texts::KeyEvents::tr("Disabled");
    case What::Enabled:
        return texts::KeyEvents::tr("Enabled");
    case What::SecretStored:
        return withDetail(texts::KeyEvents::tr("Secret stored in the keychain"), event.after);
    case What::SecretForgotten:
        return texts::KeyEvents::tr("Secret removed from the keychain");
    case What::SecretMissed:
        return texts::KeyEvents::tr("Secret is gone from the keychain; another program removed it");
    case What::RotationStarted:
        return withDetail(texts::KeyEvents::tr("Rotation started"), event.after);
    case What::RotationEnded:
        return withDetail(texts::KeyEvents::tr("Rotation ended"), event.after);
    case What::Deleted:
        return texts::KeyEvents::tr("Deleted at the gateway");
    default:
        return texts::KeyEvents::tr("The gateway no longer lists it");
    }
}

//! Things that are changed by a person at the gateway or here; where matters only for these.
bool canComeFromBoth(What what)
{
    return what == What::Disabled || what == What::Enabled
        || (!thingOf(what).isEmpty() && what != What::Labelled);
}

} // namespace

QString keyEventText(const KeyEvent &event)
{
    const auto thing = thingOf(event.what);
    auto readable = event;
    readable.before = valueWords(event.what, event.before);
    readable.after = valueWords(event.what, event.after);
    auto text = capStep(event);
    if (text.isEmpty())
        text = thing.isEmpty() ? happeningText(readable) : changeText(thing, readable);
    if (event.origin == KeyEvent::Origin::Gateway && canComeFromBoth(event.what))
        //: %1 is what was changed of a key
        return texts::KeyEvents::tr("%1 (at the gateway)").arg(text);
    return text;
}

} // namespace tollkeeper
