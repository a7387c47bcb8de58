// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/rule_cells.h"

#include "base/translation_contexts.h"
#include "viewmodels/channel_ticks.h"
#include "viewmodels/variants.h"
#include "words/alert_words.h"
#include "words/figures.h"
#include "words/rule_words.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int DaysOfWeek = 7;

RulePiece words(const QString &text)
{
    RulePiece piece;
    piece.text = text;
    return piece;
}

RulePiece valuePiece(const RuleParameter &parameter, int place, const QString &text)
{
    RulePiece piece;
    piece.text = text;
    piece.isValue = true;
    piece.place = place;
    //: %1 and %2 are the least and the greatest value
    piece.bounds
        = texts::Rules::tr("%1 to %2")
              .arg(parameterText(parameter, parameter.least), parameterText(parameter, parameter.most));
    for (int day = 1; parameter.unit == RuleParameter::Unit::Weekday && day <= DaysOfWeek; ++day)
        piece.options.append(parameterText(parameter, day));
    return piece;
}

QString lastRaisedText(const RuleLine &line, QDate today, const QTimeZone &zone)
{
    if (!line.lastRaisedAt)
        return texts::Rules::tr("never");
    const auto day = localDay(*line.lastRaisedAt, zone);
    //: %1 is a time of today
    const auto when = day == today ? texts::Rules::tr("Today %1").arg(timeText(*line.lastRaisedAt, zone))
                                   : shortDayText(day);
    return line.lastSubject.isEmpty() ? when : when + u", "_s + line.lastSubject;
}

} // namespace

QString ruleIcon(AlertKind kind)
{
    static const QHash<AlertKind, QString> icons{
        {AlertKind::Spike, u"spark"_s},
        {AlertKind::LowBalance, u"wallet"_s},
        {AlertKind::KeyCap, u"cap"_s},
        {AlertKind::KeyExpiry, u"hour"_s},
        {AlertKind::RotationDue, u"rotate"_s},
        {AlertKind::GatewayHealth, u"plug"_s},
        {AlertKind::FailureRate, u"error"_s},
        {AlertKind::FallbackRate, u"swap"_s},
        {AlertKind::ServedModel, u"cube"_s},
        {AlertKind::PriceChange, u"report"_s},
        {AlertKind::UnusualHour, u"moon"_s},
        {AlertKind::UncappedKey, u"key"_s},
        {AlertKind::UnusedKey, u"clock"_s},
        {AlertKind::WeeklyDigest, u"cal"_s},
    };
    return icons.value(kind, u"bell"_s);
}

QStringList parameterTexts(const AlertRule &rule)
{
    QStringList texts;
    for (const auto &parameter : parametersOf(rule.kind))
        texts.append(parameterText(parameter, rule.value(parameter.name)));
    return texts;
}

QList<RulePiece> rulePieces(AlertKind kind, const QStringList &texts)
{
    static const QRegularExpression place(u"%([1-9])"_s);
    const auto sentence = ruleSentence(kind);
    const auto &parameters = parametersOf(kind);
    QList<RulePiece> pieces;
    qsizetype from = 0;
    for (auto matches = place.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        const auto parameter = match.captured(1).toInt() - 1;
        if (parameter >= parameters.size())
            continue;
        if (match.capturedStart() > from)
            pieces.append(words(sentence.mid(from, match.capturedStart() - from).trimmed()));
        pieces.append(valuePiece(parameters.at(parameter), parameter, texts.value(parameter)));
        from = match.capturedEnd();
    }
    if (from < sentence.size())
        pieces.append(words(sentence.mid(from).trimmed()));
    pieces.removeIf([](const RulePiece &piece) { return !piece.isValue && piece.text.isEmpty(); });
    return pieces;
}

QString severityTone(AlertSeverity severity)
{
    if (severity == AlertSeverity::Critical)
        return u"danger"_s;
    return severity == AlertSeverity::Warning ? u"warn"_s : u"info"_s;
}

RuleCells ruleCells(const RuleLine &line, const QList<Channel> &channels, QDate today, const QTimeZone &zone)
{
    const auto &rule = line.rule;
    RuleCells cells;
    cells.icon = ruleIcon(rule.kind);
    cells.name = kindText(rule.kind);
    cells.pieces = variants(rulePieces(rule.kind, parameterTexts(rule)));
    cells.severity = severityText(rule.severity);
    cells.tone = severityTone(rule.severity);
    cells.tellBy = channelsText(channels, rule.channels);
    cells.lastRaised = lastRaisedText(line, today, zone);
    cells.isOn = rule.isOn;
    //: %1 is when a rule last raised an alert
    cells.spoken = QStringList{cells.name, rule.isOn ? texts::Rules::tr("on") : texts::Rules::tr("off"),
        ruleText(rule), cells.severity, cells.tellBy,
        texts::Rules::tr("last raised: %1").arg(cells.lastRaised)}
                       .join(u", "_s);
    return cells;
}

} // namespace tollkeeper
