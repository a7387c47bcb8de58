// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Where a figure comes from: accounts, keys, endpoints, when they were fetched, which time they stand for and how sure
//! they are.
TkPopup {
    id: root

    required property UsageReports reports

    readonly property bool isReady: provenance.state === ProvenanceViewModel.Ready

    //! The requests behind the figure.
    signal requestsWanted(string firstDay, string lastDay, string key, string model)

    width: Math.min(640, parent ? parent.width - 56 : 640)
    height: Math.min(body.height + 121, parent ? parent.height - 64 : 600)
    onOpened: closeButton.forceActiveFocus()

    //! A figure of some days; account and key by id, empty for all.
    function ask(title: string, currency: string, firstDay: string, lastDay: string, account: string, key: string,
        model: string) {
        provenance.ask(title, currency, firstDay, lastDay, account, key, model);
        open();
    }

    ProvenanceViewModel {
        id: provenance
        reports: root.reports
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text

        SafeText {
            id: heading
            objectName: "provenanceTitle"
            x: 20
            y: 18
            width: total.x - x - 12
            height: 24
            text: provenance.title
            font: Theme.fontTitle
        }
        SafeText {
            id: total
            objectName: "provenanceTotal"
            x: parent.width - width - 20
            y: 18
            height: 24
            text: provenance.card.isAtLeast ?
                //: %1 is money
                qsTr("at least %1").arg(provenance.card.total) : provenance.card.total
            font: Theme.fontTitle
        }
        Flickable {
            id: scroller
            y: 52
            width: parent.width
            height: parent.height - y - 58
            contentHeight: body.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: TkScrollBar {}

            Column {
                id: body
                x: 20
                width: scroller.width - 40
                bottomPadding: 12
                SafeText {
                    visible: provenance.state !== ProvenanceViewModel.Ready
                    width: parent.width
                    text: provenance.state === ProvenanceViewModel.Loading ? qsTr("Reading where it comes from") : provenance.problem
                    color: Theme.fg2
                    wrapMode: Text.Wrap
                }
                FactLine {
                    width: parent.width
                    name: qsTr("Days")
                    value: root.isReady ?
                        //: %1 is days, %2 the reporting zone
                        qsTr("%1 (%2)").arg(provenance.card.days).arg(provenance.card.zone) : ""
                }
                FactLine {
                    objectName: "provenanceUtc"
                    width: parent.width
                    name: qsTr("Window")
                    value: provenance.card.utcWindow
                }
                FactLine {
                    objectName: "provenanceLocal"
                    width: parent.width
                    name: qsTr("In the reporting zone")
                    value: provenance.card.localWindow
                }
                FactLine {
                    width: parent.width
                    name: qsTr("Keys")
                    value: provenance.card.keys
                }
                FactLine {
                    objectName: "provenanceCovered"
                    width: parent.width
                    name: qsTr("Covered")
                    value: provenance.card.covered
                }
                FactLine {
                    objectName: "provenanceSilent"
                    width: parent.width
                    name: qsTr("Missing")
                    value: provenance.card.silent
                    ink: Theme.warn
                }
                FactLine {
                    width: parent.width
                    name: qsTr("As of")
                    value: provenance.card.asOf
                }
                Item {
                    width: 1
                    height: 10
                }
                Rectangle {
                    visible: root.isReady
                    width: parent.width
                    height: Math.max(36, list.height)
                    radius: Theme.r
                    color: Theme.bgSunken
                    border.color: Theme.line
                    Column {
                        id: list
                        width: parent.width
                        Repeater {
                            model: provenance.sources
                            SourceRow {
                                required property int index
                                required property var modelData
                                objectName: "sourceRow"
                                width: list.width
                                source: modelData
                                isLast: index === provenance.sources.length - 1
                            }
                        }
                    }
                    SafeText {
                        visible: provenance.sources.length === 0
                        x: 12
                        height: 36
                        text: qsTr("No source has told anything for this time")
                        font: Theme.fontSmall
                        color: Theme.fg2
                    }
                }
                SafeText {
                    visible: provenance.card.restatements.length > 0
                    width: parent.width
                    height: 30
                    verticalAlignment: Text.AlignBottom
                    text: qsTr("Changed afterwards")
                    font: Theme.fontSmallStrong
                }
                Repeater {
                    model: provenance.card.restatements
                    SafeText {
                        required property string modelData
                        objectName: "restatement"
                        width: body.width
                        topPadding: 4
                        text: modelData
                        font: Theme.fontSmall
                        color: Theme.fg2
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
        Rectangle {
            y: parent.height - 57
            width: parent.width
            height: 1
            color: Theme.line
        }
        TkButton {
            objectName: "showRequests"
            x: 20
            y: parent.height - 43
            kind: TkButton.Ghost
            iconName: "rows"
            text: qsTr("Show the requests")
            onClicked: {
                root.close();
                root.requestsWanted(provenance.firstDay, provenance.lastDay, provenance.key, provenance.model);
            }
        }
        TkButton {
            id: closeButton
            objectName: "closeProvenance"
            x: parent.width - width - 20
            y: parent.height - 43
            text: qsTr("Close")
            onClicked: root.close()
        }
    }
}
