// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/explain.h"

#include "words/key_words.h"
#include "words/login_words.h"

#include <QCoreApplication>

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Explain", text);
}

//: %1 is what the gateway said, already shortened
QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence : sentence + QChar(u' ') + tr("The gateway says: “%1”").arg(detail);
}

Explanation explainRefusal(const Error &error)
{
    switch (error.category) {
    case Category::Credentials:
        return {tr("The key was not accepted"),
            withDetail(tr("The gateway did not accept this key. The figures so far stay as they are. Check "
                          "that the key "
                          "is complete, enabled and not expired, then enter it again."),
                error.detail)};
    case Category::Policy:
        return {tr("This key may not read that"),
            withDetail(tr("The gateway does not allow this key to read its figures. The figures so far stay "
                          "as they are. "
                          "Allow it there, or use another key."),
                error.detail)};
    case Category::Balance:
        return {tr("The account has no credit left"),
            withDetail(tr("The gateway refuses because the account has no credit left. The figures so far "
                          "stay as they "
                          "are. Top up there."),
                error.detail)};
    case Category::KeyBudget:
        return {tr("The key has reached its cap"),
            withDetail(tr("The gateway refuses because the key has used all of its cap. The figures so far "
                          "stay as they "
                          "are. Raise the cap there, or wait for its reset."),
                error.detail)};
    case Category::PlanWindow:
        return {tr("The plan's window is used up"),
            withDetail(tr("The gateway refuses until the plan's window opens again. The figures so far stay "
                          "as they are. "
                          "Nothing needs to be done."),
                error.detail)};
    case Category::RateLimit:
        return {tr("The gateway asks us to slow down"),
            tr("The gateway answers that we ask too often. The figures so far stay as they are. Tollkeeper "
               "waits and "
               "asks again by itself.")};
    case Category::ModelUnavailable:
    case Category::Request:
        return {tr("The address has no such interface"),
            withDetail(tr("The gateway does not know what we asked for. The figures so far stay as they are. "
                          "Check the "
                          "address and the kind of gateway."),
                error.detail)};
    case Category::Provider:
    case Category::Gateway:
    case Category::Timeout:
        return {tr("The gateway failed"),
            withDetail(tr("The gateway answered with a failure of its own. The figures so far stay as they "
                          "are. Tollkeeper "
                          "asks again by itself."),
                error.detail)};
    default:
        return {tr("The gateway refused"),
            withDetail(tr("The gateway refused with an answer that Tollkeeper does not know. The figures so "
                          "far stay as "
                          "they are. Look at the gateway's own page."),
                error.detail)};
    }
}

Explanation explainTransport(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::HostNotFound:
        return {tr("The address was not found"),
            tr("There is no host of that name, or no network. The figures so far stay as they are. Check the "
               "address and "
               "your connection.")};
    case Error::Kind::Timeout:
        return {tr("The gateway did not answer in time"),
            tr("The gateway did not answer in time. The figures so far stay as they are. Tollkeeper asks "
               "again by itself.")};
    case Error::Kind::Tls:
        return {tr("The connection is not safe"),
            tr("The gateway's certificate is not trusted, so the key was not sent. The figures so far stay "
               "as they are. "
               "Check the address and this computer's date.")};
    case Error::Kind::Redirected:
        return {tr("The gateway points elsewhere"),
            tr("The gateway redirects to %1, and Tollkeeper does not send a key to another address. The "
               "figures so far "
               "stay as they are. Enter that address if it is the right one.")
                .arg(error.detail)};
    case Error::Kind::TooLarge:
        return {tr("The answer was too large"),
            tr("The answer was larger than Tollkeeper accepts and was dropped. The figures so far stay as "
               "they are. Check "
               "the address.")};
    case Error::Kind::NotAnApi:
        return {tr("The address answers with a web page"),
            tr("The address answers with a web page instead of figures. The figures so far stay as they are. "
               "Check that "
               "it is the address of the interface, not of the website.")};
    case Error::Kind::Protocol:
        return {tr("The answer could not be read"),
            tr("The answer was incomplete or not in the shape Tollkeeper knows (%1), so nothing of it was "
               "used. The figures "
               "so far stay as they are. Poll again; if it stays, check the kind of gateway.")
                .arg(error.detail)};
    default:
        return {tr("The gateway could not be reached"),
            tr("There was no connection to the gateway, or it broke. The figures so far stay as they are. "
               "Tollkeeper asks "
               "again by itself; check your connection if it stays.")};
    }
}

//! `products` is "KWallet → Secret Service".
Explanation explainOtherKeychain(const QString &products)
{
    const auto names = products.split(QStringLiteral(" → "));
    //: %1 and %2 are names of products, such as KWallet
    const auto sentence
        = tr("The key was kept in %1, and this session keeps keys in %2. It is not lost: the account and its "
             "figures stay as they are. Start a session with %1 again, or enter the key again to keep it in "
             "%2 too.");
    return {tr("Another keychain answers"), sentence.arg(names.value(0), names.value(1))};
}

Explanation explainKeychain(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::KeychainLocked:
        return {tr("The keyring is locked"),
            tr("The keyring is locked, so the key could not be used. The account, its key and its figures "
               "stay as they are. "
               "Unlock the keyring and poll again.")};
    case Error::Kind::KeychainMissing:
        if (error.detail.contains(QStringLiteral(" → ")))
            return explainOtherKeychain(error.detail);
        return {tr("There is no keychain"),
            tr("No keychain service runs in this session, so keys cannot be kept. Figures already here stay. "
               "Start GNOME "
               "Keyring or KWallet, or keep the key for this session only.")};
    case Error::Kind::KeychainDenied:
        return {tr("The keychain refused access"),
            tr("The keychain refused access to the key. The account and its figures stay as they are. Allow "
               "Tollkeeper in "
               "the keychain and poll again.")};
    case Error::Kind::KeychainWaiting:
        return {tr("The keychain does not answer"),
            tr("The keychain did not answer in time. The account and its figures stay as they are. Answer "
               "its question if "
               "it shows one, then poll again.")};
    case Error::Kind::SecretMissing:
        return {tr("The key is not in the keychain"),
            tr("The keychain has no key for this account; another program may have removed it. The figures "
               "stay as they "
               "are. Enter the key again.")};
    default:
        return {tr("The keychain failed"),
            tr("The keychain failed (%1). The account and its figures stay as they are. Check the keychain "
               "and try again.")
                .arg(error.detail)};
    }
}

//! What was wrong with an input, in words; a fact without an entry here is said as it is.
QString inputProblem(const QString &fact)
{
    if (fact == u"http")
        return tr(
            "an http:// address would send the key unprotected over the network, so it must be https://");
    if (fact == u"url" || fact == u"url: scheme")
        return tr("the address must be complete and begin with https://");
    if (fact == u"url: user info")
        return tr("the address must not carry a user name or password");
    return fact;
}

//! What is in the way of a file, in words; a fact without an entry here is said as it is.
QString fileProblem(const QString &fact)
{
    if (fact == u"missing")
        return tr("The file is not there (any more).");
    if (fact == u"directory")
        return tr("That is a folder, not a file.");
    if (fact == u"special")
        return tr("That is not a plain file.");
    if (fact == u"permission")
        return tr("You may not read that file.");
    if (fact == u"empty")
        return tr("The file is empty.");
    if (fact == u"binary")
        return tr("The file holds binary data, not text.");
    if (fact == u"utf-16")
        return tr("The file is UTF-16; save it as UTF-8.");
    if (fact == u"json array")
        return tr("The file is one JSON list; it must hold one JSON object per line.");
    if (fact == u"no heading")
        return tr("The file does not begin with a heading of columns or a JSON object.");
    if (fact == u"changed")
        return tr("The file was changed while it was read; import it again when it is finished.");
    if (fact == u"no place")
        return tr("The file cannot be written there; choose another folder.");
    if (fact == u"disk full")
        return tr("The disk is full, so the file could not be written.");
    if (fact == u"unreadable")
        return tr("The disk failed on that file.");
    return fact.isEmpty() ? tr("The file cannot be used.") : tr("That file cannot be used (%1).").arg(fact);
}

Explanation explainHere(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::StorageFull:
        return {tr("The disk is full"),
            tr("The disk is full, so nothing new is stored. What is stored stays readable. Free some space; "
               "polling goes on "
               "by itself.")};
    case Error::Kind::StorageDamaged:
        return {tr("The data file is damaged"),
            tr("The data file is damaged and was left untouched (%1). Nothing was deleted. Restore a backup "
               "or move the file "
               "aside.")
                .arg(error.detail)};
    case Error::Kind::StorageNewer:
        return {tr("The data is from a newer version"),
            tr("The data file was written by a newer version of Tollkeeper and was left untouched. Update "
               "Tollkeeper.")};
    case Error::Kind::Storage:
        return {tr("The data file could not be used"),
            tr("The data file could not be used (%1). Nothing was changed. Check its folder and its "
               "permissions.")
                .arg(error.detail)};
    case Error::Kind::ProfileLocked:
        return {tr("Another Tollkeeper is writing"),
            tr("Another Tollkeeper is using this profile (%1). Nothing was changed. Use that one, or close "
               "it first.")
                .arg(error.detail)};
    case Error::Kind::NotFound:
        return {
            tr("Not found"), tr("There is no %1. Nothing was changed. Check the name.").arg(error.detail)};
    case Error::Kind::File:
        return {tr("The file could not be used"),
            fileProblem(error.detail) + QChar(u' ') + tr("The figures so far stay as they are.")};
    case Error::Kind::Cancelled:
        return {tr("Cancelled"), tr("Cancelled. Nothing was changed.")};
    default:
        return {tr("That cannot be used"),
            tr("That cannot be used: %1. Nothing was changed. Correct it and try again.")
                .arg(inputProblem(error.detail))};
    }
}

} // namespace

Explanation explain(const Error &error)
{
    using Kind = Error::Kind;
    if (error.kind == Kind::Rejected)
        return explainRefusal(error);
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
