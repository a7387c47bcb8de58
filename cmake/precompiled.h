// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What nearly every file includes anyway, read once for each layer. It spares no file its own includes: tests/arch reads
// those, and a build without precompiled headers must pass as well.

#include <QCoroTask>

#include <QByteArray>
#include <QCoreApplication>
#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QUrl>
#include <QVariant>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>
