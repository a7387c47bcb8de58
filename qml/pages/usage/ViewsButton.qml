// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Keeps the present filter under a name, and opens or removes those that are kept.
TkButton {
    id: root

    required property UsageReports reports
    required property UsageFilterViewModel filter

    kind: TkButton.Link
    small: true
    text: views.names.length === 0 ? qsTr("Save view") : qsTr("Views")
    onClicked: popup.visible ? popup.close() : popup.open()

    SavedViewsViewModel {
        id: views
        reports: root.reports
        filter: root.filter
    }
    DropPanel {
        id: popup
        objectName: "viewsPopup"
        x: root.width - width
        width: 264
        onAboutToShow: name.text = ""
        onOpened: name.forceActiveFocus()

        function keep() {
            views.save(name.text);
            close();
        }

        Column {
            width: parent.width
            spacing: 6
            ListView {
                width: parent.width
                height: Math.min(contentHeight, 8 * Theme.row)
                clip: true
                interactive: contentHeight > height
                keyNavigationEnabled: true
                model: views.names
                delegate: Item {
                    id: view
                    required property string modelData
                    width: ListView.view.width
                    height: Theme.row
                    TkButton {
                        objectName: "openView"
                        width: parent.width - 28
                        kind: TkButton.Ghost
                        small: true
                        text: view.modelData
                        onClicked: {
                            views.open(view.modelData);
                            popup.close();
                        }
                    }
                    TkButton {
                        objectName: "removeView"
                        x: parent.width - width
                        kind: TkButton.Ghost
                        small: true
                        iconName: "close"
                        tip: qsTr("Remove this view")
                        //: %1 is the name of a view
                        Accessible.name: qsTr("Remove the view %1").arg(view.modelData)
                        onClicked: views.remove(view.modelData)
                    }
                }
            }
            Rectangle {
                visible: views.names.length > 0
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            SafeLabel {
                x: 6
                text: qsTr("Keep this filter as")
            }
            TkField {
                id: name
                objectName: "viewName"
                width: parent.width
                maximumLength: 60
                Accessible.name: qsTr("Keep this filter as")
                onAccepted: popup.keep()
            }
            SafeText {
                visible: text !== ""
                width: parent.width
                text: views.problem
                font: Theme.fontCaption
                color: Theme.danger
                wrapMode: Text.Wrap
            }
            TkButton {
                objectName: "saveView"
                x: parent.width - width
                small: true
                enabled: name.text.trim() !== ""
                text: qsTr("Save view")
                onClicked: popup.keep()
            }
        }
    }
}
