// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/file_chooser.h"

namespace tollkeeper {

//! The desktop's own file dialogs.
class FileDialogs final : public FileChooser {
    Q_OBJECT

public:
    using FileChooser::FileChooser;

    void chooseFile(const QString &title) override;
    void choosePlace(const QString &title, const QString &name) override;
};

} // namespace tollkeeper
