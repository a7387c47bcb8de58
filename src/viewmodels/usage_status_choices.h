// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_filter.h"
#include "viewmodels/usage_choice_list.h"

namespace tollkeeper {

//! The Status filter has two conditions in one list: how a request ended, and its HTTP status.
[[nodiscard]] QList<UsageChoiceList::Choice> statusChoices(const QList<int> &httpStatuses);
[[nodiscard]] QStringList statusValues(const UsageFilter &filter);
void addStatuses(UsageFilter &filter, const QStringList &values);

} // namespace tollkeeper
