// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/panel_envelope.h"

#include "simulator/json_answer.h"
#include "simulator/json_row.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

std::optional<qint64> countAsked(const Asked &asked, const QString &name, qint64 most)
{
    bool readable = false;
    const auto count = asked.parameter(name).value_or(QString()).toLongLong(&readable);
    return readable && count >= 1 && count <= most ? std::optional(count) : std::nullopt;
}

} // namespace

Answer succeeded(const QJsonObject &data)
{
    return jsonAnswer({{u"code"_s, 0}, {u"message"_s, u"success"_s}, {u"data"_s, data}});
}

Answer refused(int status, const QString &reason, const QString &message)
{
    QJsonObject object{{u"code"_s, status}, {u"message"_s, message}};
    if (!reason.isEmpty())
        object[u"reason"_s] = reason;
    return jsonAnswer(object, status);
}

Answer turnedAway(int status, const QString &code, const QString &message)
{
    return jsonAnswer({{u"code"_s, code}, {u"message"_s, message}}, status);
}

Page pageAsked(const Asked &asked)
{
    constexpr qint64 MostRows = 1000;
    constexpr qint64 MostPages = 1'000'000;
    Page page;
    page.number = countAsked(asked, u"page"_s, MostPages).value_or(page.number);
    const auto sizeName = asked.parameter(u"page_size"_s) ? u"page_size"_s : u"limit"_s;
    page.size = countAsked(asked, sizeName, MostRows).value_or(page.size);
    return page;
}

Answer paged(const QByteArray &items, qint64 total, const Page &page)
{
    JsonRow counts;
    counts.count("total", total).count("page", page.number).count("page_size", page.size);
    counts.count("pages", qMax<qint64>(1, (total + page.size - 1) / page.size));
    return {.body
        = R"({"code":0,"message":"success","data":{"items":[)" + items + "]," + counts.members() + "}}"};
}

} // namespace tollkeeper::simulator::panel
