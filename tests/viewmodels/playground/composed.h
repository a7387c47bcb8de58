// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scripted_playground.h"
#include "viewmodels/playground/composer_view_model.h"

#include <QTest>

//! A composer over scripted choices.
struct Composer {
    ScriptedSendChoices choices;
    tollkeeper::ComposerViewModel view;

    Composer()
    {
        view.setChoices(&choices);
        [this] { QTRY_VERIFY(!view.models().isEmpty()); }();
    }
    //! The drawing's request.
    void compose()
    {
        const auto order = scripted::shipmentOrder();
        view.show(order.request, order.model, order.policy.fallbacks, order.account, order.key);
        [this] { QTRY_VERIFY(!view.modelPrice().isEmpty()); }();
    }
};
