// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Lets the person pick a file with the desktop's own dialog. One dialog at a time; UI thread.
class FileChooser : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("handed in by the application")

public:
    using QObject::QObject;

    //! A file that is there; then chosen(), or nothing where the person thinks better of it.
    Q_INVOKABLE virtual void chooseFile(const QString &title) = 0;
    //! A place for a new file of this name.
    Q_INVOKABLE virtual void choosePlace(const QString &title, const QString &name) = 0;

Q_SIGNALS:
    void chosen(const QString &path);
};

} // namespace tollkeeper
