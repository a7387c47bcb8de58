// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/explain.h"

#include "base/translation_contexts.h"
#include "words/gateway_words.h"
#include "words/key_words.h"
#include "words/keychain_words.h"
#include "words/leak_words.h"
#include "words/login_words.h"

namespace tollkeeper {
namespace {

//! What was wrong with an input, in words; a fact without an entry here is said as it is.
QString inputProblem(const QString &fact)
{
    if (fact == u"http")
        return texts::Explain::tr(
            "an http:// address would send the key unprotected over the network, so it must be https://");
    if (fact == u"url" || fact == u"url: scheme")
        return texts::Explain::tr("the address must be complete and begin with https://");
    if (fact == u"url: user info")
        return texts::Explain::tr("the address must not carry a user name or password");
    if (fact == u"tools")
        return texts::Explain::tr("the tools must be a JSON list of functions, each with its name");
    if (fact == u"schema")
        return texts::Explain::tr("the schema must be a JSON object");
    if (fact == u"json")
        return texts::Explain::tr(
            "the configuration is no complete JSON object; check its quotes, commas and brackets");
    if (fact == u"configuration wanted")
        return texts::Explain::tr("this gateway takes its configuration, a JSON object with the providers' "
                                  "keys in it, instead of a single key");
    if (fact == u"key wanted")
        return texts::Explain::tr("this gateway takes a key, not a JSON object");
    return fact;
}

//! What is in the way of a file, in words; a fact without an entry here is said as it is.
QString fileProblem(const QString &fact)
{
    if (fact == u"missing")
        return texts::Explain::tr("The file is not there (any more).");
    if (fact == u"directory")
        return texts::Explain::tr("That is a folder, not a file.");
    if (fact == u"special")
        return texts::Explain::tr("That is not a plain file.");
    if (fact == u"permission")
        return texts::Explain::tr("You may not read that file.");
    if (fact == u"empty")
        return texts::Explain::tr("The file is empty.");
    if (fact == u"binary")
        return texts::Explain::tr("The file holds binary data, not text.");
    if (fact == u"utf-16")
        return texts::Explain::tr("The file is UTF-16; save it as UTF-8.");
    if (fact == u"json array")
        return texts::Explain::tr("The file is one JSON list; it must hold one JSON object per line.");
    if (fact == u"no heading")
        return texts::Explain::tr("The file does not begin with a heading of columns or a JSON object.");
    if (fact == u"changed")
        return texts::Explain::tr(
            "The file was changed while it was read; import it again when it is finished.");
    if (fact == u"exists")
        return texts::Explain::tr("There is a file of that name already, and it was left untouched.");
    if (fact == u"no place")
        return texts::Explain::tr("The file cannot be written there; choose another folder.");
    if (fact == u"disk full")
        return texts::Explain::tr("The disk is full, so the file could not be written.");
    if (fact == u"unreadable")
        return texts::Explain::tr("The disk failed on that file.");
    return fact.isEmpty() ? texts::Explain::tr("The file cannot be used.")
                          : texts::Explain::tr("That file cannot be used (%1).").arg(fact);
}

Explanation explainHere(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::StorageFull:
        return {texts::Explain::tr("The disk is full"),
            texts::Explain::tr("The disk is full, so nothing new is stored. What is stored stays readable. "
                               "Free some space; polling goes on by itself.")};
    case Error::Kind::StorageDamaged:
        return {texts::Explain::tr("The data file is damaged"),
            texts::Explain::tr("The data file is damaged and was left untouched (%1). Nothing was deleted. "
                               "Restore a backup or move the file aside.")
                .arg(error.detail)};
    case Error::Kind::StorageNewer:
        return {texts::Explain::tr("The data is from a newer version"),
            texts::Explain::tr("The data file was written by a newer version of Tollkeeper and was left "
                               "untouched. Update Tollkeeper.")};
    case Error::Kind::Storage:
        return {texts::Explain::tr("The data file could not be used"),
            texts::Explain::tr("The data file could not be used (%1). Nothing was changed. Check its folder "
                               "and its permissions.")
                .arg(error.detail)};
    case Error::Kind::ProfileLocked:
        return {texts::Explain::tr("Another Tollkeeper is writing"),
            texts::Explain::tr("Another Tollkeeper is using this profile (%1). Nothing was changed. Use that "
                               "one, or close it first.")
                .arg(error.detail)};
    case Error::Kind::NotFound:
        return {texts::Explain::tr("Not found"),
            texts::Explain::tr("There is no %1. Nothing was changed. Check the name.").arg(error.detail)};
    case Error::Kind::File:
        return {texts::Explain::tr("The file could not be used"),
            fileProblem(error.detail) + QChar(u' ')
                + texts::Explain::tr("The figures so far stay as they are.")};
    case Error::Kind::Cancelled:
        return {texts::Explain::tr("Cancelled"), texts::Explain::tr("Cancelled. Nothing was changed.")};
    default:
        return {texts::Explain::tr("That cannot be used"),
            texts::Explain::tr("That cannot be used: %1. Nothing was changed. Correct it and try again.")
                .arg(inputProblem(error.detail))};
    }
}

} // namespace

Explanation explain(const Error &error)
{
    using Kind = Error::Kind;
    if (error.kind == Kind::Rejected)
        return explainRefusal(error);
    if (error.kind == Kind::Leak)
        return explainLeak(error);
    if (error.kind <= Kind::Protocol)
        return explainTransport(error);
    if (error.kind >= Kind::KeychainLocked && error.kind <= Kind::SecretMissing)
        return explainKeychain(error);
    if (error.kind >= Kind::NotApplied)
        return explainKey(error);
    if (error.kind >= Kind::LoginNotOffered)
        return explainLogin(error);
    return explainHere(error);
}

} // namespace tollkeeper
