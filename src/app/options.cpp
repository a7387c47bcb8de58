// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Result<QSize> sizeFrom(const QString &text)
{
    const auto parts = text.split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 320 || size.height() < 240)
        return fail(Error::Kind::InvalidInput, u"--size needs a size such as 1440x900"_s);
    return size;
}

} // namespace

QStringList pageNames()
{
    return {u"overview"_s, u"keys"_s, u"keys-details"_s, u"key-add"_s, u"key-policy"_s, u"keys-lock"_s,
        u"usage"_s, u"usage-details"_s, u"usage-by-day"_s, u"usage-by-model"_s, u"usage-by-key"_s,
        u"provenance"_s, u"import"_s, u"export"_s, u"add-account"_s, u"budget"_s, u"budgets"_s,
        u"budget-new"_s, u"inbox"_s, u"inbox-details"_s, u"channels"_s, u"rules"_s, u"rule-edit"_s,
        u"playground"_s, u"playground-decode"_s, u"playground-history"_s, u"playground-compare"_s,
        u"playground-look-up"_s};
}

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Watches what language model gateways cost."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"profile"_s, u"Use the profile in this directory."_s, u"DIR"_s},
        {u"clock"_s, u"Let the clock start at this time."_s, u"ISO8601"_s},
        {u"demo"_s, u"Show an invented company, polled from the simulator; nothing of yours is touched."_s},
        {u"capture"_s, u"Write every page as PNG into this directory and exit."_s, u"DIR"_s},
        {u"theme"_s, u"light or dark; both for --capture by default."_s, u"THEME"_s},
        {u"size"_s, u"Window size; 1440x900 and 1024x700 for --capture by default."_s, u"WxH"_s},
        {u"page"_s, u"One of: %1."_s.arg(pageNames().join(u", "_s)), u"NAME"_s},
        {u"self-test"_s, u"Load every page on demo data; exit 1 on any QML warning."_s},
    });
    parser.process(arguments);

    Options options;
    options.profileDirectory = parser.value(u"profile"_s);
    options.clockStart = parser.value(u"clock"_s);
    options.selfTest = parser.isSet(u"self-test"_s);
    options.demo = parser.isSet(u"demo"_s) || options.selfTest;
    options.captureDirectory = parser.value(u"capture"_s);
    options.themes
        = parser.isSet(u"theme"_s) ? parser.values(u"theme"_s) : QStringList{u"light"_s, u"dark"_s};
    options.opensPage = parser.isSet(u"page"_s);
    options.pages = parser.isSet(u"page"_s) ? parser.values(u"page"_s) : pageNames();
    for (const auto &theme : std::as_const(options.themes)) {
        if (theme != u"light" && theme != u"dark")
            return fail(Error::Kind::InvalidInput, u"--theme is light or dark"_s);
    }
    for (const auto &page : std::as_const(options.pages)) {
        if (!pageNames().contains(page))
            return fail(Error::Kind::InvalidInput, u"--page is one of: %1"_s.arg(pageNames().join(u", "_s)));
    }
    const auto sizes
        = parser.isSet(u"size"_s) ? parser.values(u"size"_s) : QStringList{u"1440x900"_s, u"1024x700"_s};
    for (const auto &text : sizes) {
        const auto size = sizeFrom(text);
        if (!size)
            return fail(size.error());
        options.sizes.append(*size);
    }
    return options;
}

} // namespace tollkeeper
