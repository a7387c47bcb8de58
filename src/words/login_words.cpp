// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/login_words.h"

#include "base/translation_contexts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString obstacleWords(const QString &obstacle)
{
    if (obstacle == u"captcha")
        return texts::Explain::tr(
            "The panel asks for a captcha before a login, and only a browser can show one. The key and its "
            "figures stay as they are; more than they tell is not to be had from here.");
    if (obstacle == u"admins")
        return texts::Explain::tr(
            "The panel lets nobody but its administrators in. The key and its figures stay as they are.");
    return texts::Explain::tr(
        "There is no panel at this address that Tollkeeper can log in to. The key and its figures stay "
        "as they "
        "are.");
}

QString refusalWords(const QString &detail)
{
    if (detail == u"other key")
        return texts::Explain::tr(
            "This login does not have the key of this account. Nothing was changed. Log in as the one who "
            "owns the key, or add the other login's key as an account of its own.");
    const auto sentence = texts::Explain::tr(
        "The panel did not accept the login. Nothing was changed. Check the e-mail address, the "
        "password and the code.");
    //: %1 is what the panel said, already shortened
    return detail.isEmpty() ? sentence
                            : sentence + QChar(u' ') + texts::Explain::tr("The panel says: “%1”").arg(detail);
}

} // namespace

Explanation explainLogin(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::LoginNotOffered:
        return {texts::Explain::tr("A login is not possible from here"), obstacleWords(error.detail)};
    case Error::Kind::SecondFactorNeeded:
        return {texts::Explain::tr("The panel asks for a code"),
            texts::Explain::tr(
                "The panel asks for the code of your authenticator. Nothing was changed. Log in once more, "
                "with the "
                "code.")};
    case Error::Kind::LoginRefused:
        return {texts::Explain::tr("The login was not accepted"), refusalWords(error.detail)};
    default:
        return {texts::Explain::tr("The panel login is over"),
            texts::Explain::tr(
                "The session at the panel is over. What it told stays as it is, and the key goes on alone. "
                "Log in "
                "again to hear of every key and request.")};
    }
}

} // namespace tollkeeper
