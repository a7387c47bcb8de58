// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_dialogs.h"

#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString downloads()
{
    return QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
}

//! Shows it without waiting: the window goes on.
void show(QFileDialog *dialog, FileChooser *chooser)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, chooser, &FileChooser::chosen);
    dialog->open();
}

} // namespace

void FileDialogs::chooseFile(const QString &title)
{
    auto *dialog = new QFileDialog(nullptr, title, downloads());
    dialog->setFileMode(QFileDialog::ExistingFile);
    show(dialog, this);
}

void FileDialogs::choosePlace(const QString &title, const QString &name)
{
    auto *dialog = new QFileDialog(nullptr, title, downloads());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(name);
    show(dialog, this);
}

} // namespace tollkeeper
