// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Where the steps of an alert lead, in the words of the window.
Item {
    id: root

    required property AlertDetailsViewModel details

    signal keyWanted(string key, string step)
    signal budgetWanted(string budget)
    signal ruleWanted(string kind)
    signal overviewWanted
    signal requestsWanted(string firstDay, string lastDay, string key, string model)

    Connections {
        target: root.details
        function onKeyWanted(key: string) {
            root.keyWanted(key, "");
        }
        function onRotationWanted(key: string) {
            root.keyWanted(key, "rotate");
        }
        function onLabelsWanted(key: string) {
            root.keyWanted(key, "labels");
        }
        function onBudgetWanted(budget: string) {
            root.budgetWanted(budget);
        }
        function onForecastWanted(budget: string) {
            root.budgetWanted(budget); // its chart shows the forecast
        }
        function onRuleWanted(kind: string) {
            root.ruleWanted(kind);
        }
        function onAccountWanted() {
            root.overviewWanted();
        }
        function onHealthWanted() {
            root.overviewWanted();
        }
        function onRequestsWanted(firstDay: string, lastDay: string, key: string, model: string) {
            root.requestsWanted(firstDay, lastDay, key, model);
        }
    }
}
