// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/profile.h"

#include <QTemporaryDir>

//! A profile in a folder of its own, gone with the test.
class TempProfile {
public:
    TempProfile() : m_profile(*tollkeeper::Profile::open(m_directory.path())) { }

    [[nodiscard]] const tollkeeper::Profile &profile() const { return m_profile; }
    [[nodiscard]] QString path() const { return m_directory.path(); }
    //! A connection of the test's own. The file is created when it does not exist.
    [[nodiscard]] tollkeeper::Database open() const
    {
        return *tollkeeper::Database::open(m_profile.databasePath());
    }

private:
    QTemporaryDir m_directory;
    tollkeeper::Profile m_profile;
};
