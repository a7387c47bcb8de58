// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed_secret.h"

#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr qint64 Longest = 64 * 1024;

} // namespace

QByteArray readStandardInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? input.read(Longest) : QByteArray();
}

Result<std::shared_ptr<const Secret>> typedSecret()
{
    auto typed = readStandardInput();
    auto secret = Secret::fromInput(typed);
    typed.fill('\0');
    if (!secret)
        return fail(secret.error());
    return std::make_shared<const Secret>(*std::move(secret));
}

} // namespace tollkeeper::ctl
