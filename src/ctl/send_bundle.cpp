// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/send_bundle.h"

#include "playground/guarded_support_bundles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

bool isReplaced(const Call &call)
{
    return call.options.isSet(u"force"_s);
}

Failure noPlace(const QFileDevice &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return fail(Error::Kind::File, isFull ? u"disk full"_s : u"no place"_s);
}

Outcome writeNew(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerOnly))
        return QFileInfo::exists(path) ? Outcome(fail(Error::Kind::File, u"exists"_s)) : noPlace(file);
    if (file.write(bytes) == bytes.size() && file.flush())
        return Done{};
    const auto problem = noPlace(file);
    file.remove();
    return problem;
}

Outcome replace(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? Outcome(Done{}) : noPlace(file);
}

} // namespace

Outcome bundlePlace(const Call &call)
{
    const auto path = call.options.value(u"bundle"_s);
    if (path == u"-")
        return Done{};
    const QFileInfo place(path);
    if (place.isDir())
        return fail(Error::Kind::File, u"directory"_s);
    if (!isReplaced(call) && (place.exists() || place.isSymLink()))
        return fail(Error::Kind::File, u"exists"_s);
    const QFileInfo folder(place.absolutePath());
    return folder.isDir() && folder.isWritable() ? Outcome(Done{}) : fail(Error::Kind::File, u"no place"_s);
}

Exit reportBundle(const OutputMode &mode, const Error &error)
{
    const auto exit = report(mode, error);
    if (error.kind == Error::Kind::File && error.detail == u"exists")
        printError(u"With --force it is replaced."_s);
    return exit;
}

Outcome writeBundle(const Call &call, const SendOrder &order, const PlaygroundRun &run)
{
    const auto program = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    GuardedSupportBundles bundles(call.engine.storage(), call.engine.secrets(), program);
    const auto text = wait(bundles.bundle(order, run, call.options.isSet(u"bundle-with-prompt"_s)));
    if (!text)
        return fail(text.error());
    const auto path = call.options.value(u"bundle"_s);
    if (path != u"-")
        return isReplaced(call) ? replace(path, text->toUtf8()) : writeNew(path, text->toUtf8());
    QTextStream out(stdout);
    for (const auto &line : text->split(u'\n', Qt::SkipEmptyParts))
        out << printable(line) << '\n';
    return Done{};
}

} // namespace tollkeeper::ctl
