// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QUrlQuery>

namespace tollkeeper {

//! The address of an endpoint: base as a person typed it, with or without slashes at its end, plus a path
//! that begins with a slash. Query and fragment of the base are dropped, never passed on.
[[nodiscard]] QUrl endpointUrl(const QUrl &base, const QString &path, const QUrlQuery &query = {});

//! The address without a last "/v1": many people paste the one that clients want, and not every endpoint lies
//! below it.
[[nodiscard]] QUrl withoutVersion(const QUrl &base);

//! The path of an address without slashes at its end; empty for a bare host.
[[nodiscard]] QString basePath(const QUrl &base);

//! An id of the gateway's as one part of a path: encoded so that it never is a way of its own.
[[nodiscard]] QString pathPart(const QString &id);

} // namespace tollkeeper
