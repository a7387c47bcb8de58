// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scripted_budgets.h"
#include "support/scripted_playground.h"
#include "viewmodels/playground/playground_view_model.h"

#include <QTest>

//! The Playground over scripted services, with the drawing's request in its tab.
struct Page {
    ScriptedPlayground sender;
    ScriptedSendChoices choices;
    ScriptedRunHistory history;
    ScriptedRequestLookUp lookUps;
    ScriptedSupportBundles bundles;
    ScriptedBudgetReports budgets;
    tollkeeper::PlaygroundViewModel view;

    Page()
    {
        view.setSender(&sender);
        view.setChoices(&choices);
        view.setHistory(&history);
        view.setLookUps(&lookUps);
        view.setBundles(&bundles);
        view.setBudgets(&budgets);
        compose();
    }
    void fill()
    {
        while (view.tabs().size() < tollkeeper::PlaygroundViewModel::MostTabs)
            view.newTab();
    }
    void compose()
    {
        const auto order = scripted::shipmentOrder();
        view.tab()->composer()->show(
            order.request, order.model, order.policy.fallbacks, order.account, order.key);
        [this] { QTRY_VERIFY(view.tab()->composer()->chosenKey()); }();
    }
};
