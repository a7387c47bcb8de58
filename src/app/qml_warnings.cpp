// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qml_warnings.h"

#include <QMutex>
#include <QMutexLocker>
#include <QtGlobal>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QtMessageHandler s_before = nullptr;
QMutex s_lock;
QStringList s_seen;

bool isFromQml(const QMessageLogContext &context, const QString &message)
{
    const QLatin1StringView category(context.category);
    return category.startsWith("qml"_L1) || category.startsWith("qt.qml"_L1)
        || category.startsWith("qt.quick"_L1) || message.contains("qrc:/qt/qml"_L1);
}

void note(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtDebugMsg && type != QtInfoMsg && isFromQml(context, message)) {
        const QMutexLocker locker(&s_lock);
        s_seen.append(message);
    }
    if (s_before)
        s_before(type, context, message);
}

} // namespace

QmlWarnings::QmlWarnings()
{
    s_before = qInstallMessageHandler(note);
}

QmlWarnings::~QmlWarnings()
{
    qInstallMessageHandler(s_before);
}

QStringList QmlWarnings::seen()
{
    const QMutexLocker locker(&s_lock);
    return s_seen;
}

} // namespace tollkeeper
