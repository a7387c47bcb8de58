// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/icon_provider.h"

#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Tollkeeper_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Tollkeeper_UiPlugin)

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Window::Window()
{
    m_engine.setNetworkAccessManagerFactory(&m_noNetwork);
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_engine.addImageProvider(u"tk"_s, new IconProvider); // the engine owns it
}

QQuickWindow *Window::load(const QString &file, const QVariantMap &properties)
{
    m_engine.setInitialProperties(properties);
    const auto before = m_engine.rootObjects().size();
    m_engine.load(QUrl(u"qrc:/qt/qml/Tollkeeper/Ui/"_s + file));
    const auto roots = m_engine.rootObjects();
    return roots.size() > before ? qobject_cast<QQuickWindow *>(roots.constLast()) : nullptr;
}

Outcome Window::open(Services &services, RunKind kind)
{
    m_window = load(u"Main.qml"_s,
        {{u"reports"_s, QVariant::fromValue(&services.reports())},
            {u"usageReports"_s, QVariant::fromValue(&services.usage())},
            {u"sync"_s, QVariant::fromValue(&services.sync())},
            {u"gateways"_s, QVariant::fromValue(&services.gateways())},
            {u"alerts"_s, QVariant::fromValue(&services.alerts())},
            {u"budgets"_s, QVariant::fromValue(&services.budgets())},
            {u"budgetReports"_s, QVariant::fromValue(&services.budgetReports())},
            {u"alertReports"_s, QVariant::fromValue(&services.alertReports())},
            {u"ruleService"_s, QVariant::fromValue(&services.rules())},
            {u"channels"_s, QVariant::fromValue(&services.channels())},
            {u"histories"_s, QVariant::fromValue(&services.history())},
            {u"imports"_s, QVariant::fromValue(&services.imports())},
            {u"exports"_s, QVariant::fromValue(&services.exports())},
            {u"keyReports"_s, QVariant::fromValue(&services.keyReports())},
            {u"keyService"_s, QVariant::fromValue(&services.keys())},
            {u"rotations"_s, QVariant::fromValue(&services.rotations())},
            {u"playgroundService"_s, QVariant::fromValue(&services.playground())},
            {u"sendChoices"_s, QVariant::fromValue(&services.sendChoices())},
            {u"runs"_s, QVariant::fromValue(&services.runs())},
            {u"requestLookUp"_s, QVariant::fromValue(&services.requestLookUp())},
            {u"bundles"_s, QVariant::fromValue(&services.bundles())},
            {u"secretClipboard"_s, QVariant::fromValue(&services.custody().clipboard())},
            {u"secretLock"_s, QVariant::fromValue(&services.custody().lock())},
            {u"keychain"_s, services.gateways().keychainName()}, {u"files"_s, QVariant::fromValue(&m_files)},
            {u"demo"_s, kind == RunKind::Demo}, {u"sessionOnlyKeys"_s, !services.gateways().keepsKeys()},
            {u"dark"_s, m_isDark}});
    if (!m_window)
        return fail(Error::Kind::NotFound, u"window that loads"_s);
    // "Open" on a notification
    QObject::connect(&services.alerts(), &AlertService::openRequested, m_window, [this](AlertId alert) {
        const auto id = alert.isValid() ? QString::number(alert.value()) : QString();
        QMetaObject::invokeMethod(m_window, "showAlert", Q_ARG(QString, id));
        raise();
    });
    return Done{};
}

Outcome Window::openProgress()
{
    m_progress = load(u"shell/DemoProgress.qml"_s, {});
    if (!m_progress)
        return fail(Error::Kind::NotFound, u"window that loads"_s);
    return Done{};
}

void Window::showProgress(const QString &text, double share)
{
    if (!m_progress)
        return;
    m_progress->setProperty("text", text);
    m_progress->setProperty("share", share);
}

void Window::closeProgress()
{
    if (m_progress)
        m_progress->deleteLater();
    m_progress = nullptr;
}

void Window::visit(const QString &page)
{
    QMetaObject::invokeMethod(m_window, "visit", Q_ARG(QString, page));
}

void Window::raise()
{
    m_window->show();
    m_window->raise();
    m_window->requestActivate();
}

void Window::setHidesWhenClosed(bool hides)
{
    m_window->setProperty("hidesWhenClosed", hides);
}

bool Window::isSettled() const
{
    return m_window->property("isSettled").toBool();
}

void Window::setDark(bool isDark)
{
    m_isDark = isDark;
    if (m_window) {
        m_window->setProperty("dark", isDark);
        return;
    }
    // singletonInstance(uri, name) is Qt 6.5
    const auto type = qmlTypeId("Tollkeeper.Ui", 1, 0, "Theme");
    if (auto *theme = m_engine.singletonInstance<QObject *>(type))
        theme->setProperty("dark", isDark);
}

} // namespace tollkeeper
