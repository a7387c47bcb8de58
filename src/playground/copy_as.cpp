// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/copy_as.h"

#include "gateways/registry.h"
#include "gateways/send_request.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

struct Field {
    QString name;
    QString before; //!< what stands before the key, or the whole value
    bool hasKey = false;
};

QList<Field> fieldsOf(const HttpRequest &request)
{
    QList<Field> fields;
    if (const auto key = fieldOf(request.credentialHeader); key.name)
        fields.append({QString::fromLatin1(key.name), QString::fromLatin1(key.before), true});
    fields.append({u"Content-Type"_s, u"application/json"_s});
    for (const auto &[name, value] : request.headers.fields())
        fields.append({QString::fromLatin1(name), QString::fromLatin1(value)});
    return fields;
}

QString inShell(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

//! A literal that Python and JavaScript read alike.
QString inCode(const QString &text)
{
    QString literal = u"\""_s;
    for (const auto c : text) {
        if (c == u'"' || c == u'\\')
            literal += u'\\' + QString(c);
        else if (c == u'\n')
            literal += u"\\n"_s;
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() == 0x2028 || c.unicode() == 0x2029)
            literal += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            literal += c;
    }
    return literal + u'"';
}

QString addressOf(const HttpRequest &request)
{
    return request.url.toString(QUrl::FullyEncoded);
}

QString curl(const HttpRequest &request, const QString &variable)
{
    QStringList lines{u"curl --request POST "_s + inShell(addressOf(request))};
    for (const auto &field : fieldsOf(request)) {
        const auto start = field.name + u": "_s + field.before;
        // A value in single quotes is never looked into; only the key stands in double ones.
        lines.append(
            u"  --header "_s + inShell(start) + (field.hasKey ? u"\"$"_s + variable + u'"' : QString()));
    }
    lines.append(u"  --data-raw "_s + inShell(QString::fromUtf8(request.body)));
    return lines.join(u" \\\n"_s) + u'\n';
}

QString python(const HttpRequest &request, const QString &variable)
{
    QString fields;
    for (const auto &field : fieldsOf(request)) {
        const auto key = u" + os.environ["_s + inCode(variable) + u']';
        fields += u"        "_s + inCode(field.name) + u": "_s + inCode(field.before)
            + (field.hasKey ? key : QString()) + u",\n"_s;
    }
    return u"import os\nimport urllib.request\n\nrequest = urllib.request.Request(\n    "_s
        + inCode(addressOf(request)) + u",\n    data="_s + inCode(QString::fromUtf8(request.body))
        + u".encode(),\n    method=\"POST\",\n    headers={\n"_s + fields
        + u"    },\n)\nwith urllib.request.urlopen(request) as answer:\n    print(answer.read().decode())\n"_s;
}

QString node(const HttpRequest &request, const QString &variable)
{
    QString fields;
    for (const auto &field : fieldsOf(request)) {
        fields += u"    "_s + inCode(field.name) + u": "_s + inCode(field.before)
            + (field.hasKey ? u" + process.env."_s + variable : QString()) + u",\n"_s;
    }
    return u"const answer = await fetch("_s + inCode(addressOf(request))
        + u", {\n  method: \"POST\",\n  headers: {\n"_s + fields + u"  },\n  body: "_s
        + inCode(QString::fromUtf8(request.body)) + u",\n});\nconsole.log(await answer.text());\n"_s;
}

QString http(const HttpRequest &request, const QString &variable)
{
    const auto path = request.url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QString text = u"POST %1 HTTP/1.1\r\nHost: %2\r\n"_s.arg(path, request.url.authority(QUrl::FullyEncoded));
    for (const auto &field : fieldsOf(request))
        text
            += field.name + u": "_s + field.before + (field.hasKey ? u'$' + variable : QString()) + u"\r\n"_s;
    text += u"Content-Length: %1\r\n\r\n"_s.arg(request.body.size());
    return text + QString::fromUtf8(request.body);
}

} // namespace

QString copiedAs(CopyForm form, const HttpRequest &request, const QString &variable)
{
    switch (form) {
    case CopyForm::Python:
        return python(request, variable);
    case CopyForm::Node:
        return node(request, variable);
    case CopyForm::Http:
        return http(request, variable);
    case CopyForm::Curl:
        break;
    }
    return curl(request, variable);
}

QString keyVariableFor(const QString &gatewayName)
{
    QString name;
    for (const auto c : gatewayName.toUpper()) {
        const bool isPlain = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (isPlain)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    if (name.isEmpty() || name.front().isDigit())
        name.prepend(u"GATEWAY_"_s);
    return name + (name.endsWith(u'_') ? u"API_KEY"_s : u"_API_KEY"_s);
}

Result<QString> copiedAs(CopyForm form, const SendOrder &order, QStringView gateway, const QUrl &baseUrl)
{
    const auto places = sendPlacesFor(gateway);
    if (!places)
        return fail(Error::Kind::NotOffered, u"gateway"_s);
    const auto request = sendRequest(*places, baseUrl, order.request, order.model, {});
    if (!request)
        return fail(request.error());
    const auto connector = connectorFor(gateway);
    return copiedAs(
        form, *request, keyVariableFor(connector ? connector->displayName() : gateway.toString()));
}

} // namespace tollkeeper
